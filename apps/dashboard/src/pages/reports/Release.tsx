import { useState, type FormEvent } from 'react';
import { useFrame } from '../../app/view';
import { count, moment, plural } from '../../figures/format';
import { Field } from '../../forms/Field';
import { NotDone } from '../../forms/NotDone';
import { useAction } from '../../forms/useAction';
import type { ReportWholeFragment } from '../../gql/graphql';
import { Section } from '../../layout/Section';
import { INVITE_READER, PROPOSE_REPORT, SCHEDULE_REPORT, SIGN_REPORT } from './queries';
import { stageOf } from './ReportRoomPage';

interface Props {
  report: ReportWholeFragment;
  again: () => void;
}

/** What stops the release, who has read it, and from which minute it is public. */
export function Release({ report, again }: Props) {
  const { viewer } = useFrame();
  const mine = report.hands.find(({ account }) => account === viewer?.name);
  return (
    <>
      <Checks report={report} />
      <Section
        title={stageOf(report)}
        measure="Two readers who did not write it sign what is proposed; one is of another agency. The clock releases it, nobody does."
      >
        <ul className="plain">
          {report.hands.map(({ account, part, signs, signedAt }) => (
            <li key={account}>
              {account}: {part}
              {part === 'reader' && (signs && signedAt ? `, signed ${moment(signedAt)}` : ', has not signed')}
            </li>
          ))}
        </ul>
        {mine?.part === 'reader' && !mine.signs && report.digest && !report.released && (
          <Sign id={report.id} digest={report.digest} again={again} />
        )}
        {!report.released && mine?.part !== 'reader' && <Invite id={report.id} again={again} />}
        {!report.released && mine?.part === 'author' && (
          <>
            <Propose report={report} again={again} />
            <Minute id={report.id} again={again} />
          </>
        )}
      </Section>
      <Section title="Pre-release list" measure="Every saving, opening and signature.">
        <Events events={report.events} />
      </Section>
    </>
  );
}

/** So many of the latest stand there: each look at this page is one more, and signatures are further down. */
const LATEST = 20;

function Events({ events }: Pick<ReportWholeFragment, 'events'>) {
  const [all, setAll] = useState(false);
  const shown = all ? events : events.slice(0, LATEST);
  return (
    <>
      <ol className="plain" id="pre-release-list">
        {shown.map(({ at, account, what }, n) => (
          <li key={`${at} ${n}`}>
            {moment(at)}: {account} {what}
          </li>
        ))}
      </ol>
      {events.length > LATEST && (
        <button
          type="button"
          className="link-button"
          aria-controls="pre-release-list"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? `Show the latest ${LATEST} only` : `Show all ${count(events.length)}`}
        </button>
      )}
    </>
  );
}

function Checks({ report: { checks } }: { report: ReportWholeFragment }) {
  const stopping = checks.filter(({ stops }) => stops.length > 0);
  return (
    <Section
      title={
        stopping.length
          ? `${stopping.length} of ${plural(checks.length, 'check stops', 'checks stop')} it`
          : 'No check stops it'
      }
    >
      <ul className="plain checks">
        {checks.map(({ code, words, stops }) => (
          <li key={code}>
            <strong>{stops.length ? '✕ stopped: ' : '✓ '}</strong>
            {words}
            {stops.length > 0 && (
              <ul>
                {stops.map((stop) => (
                  <li key={`${stop.section} ${stop.words}`}>
                    {stop.section}: {stop.words}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Sign({ id, digest, again }: { id: string; digest: string; again: () => void }) {
  const { act, busy, problem } = useAction(SIGN_REPORT, ({ signReport }) => signReport);
  return (
    <p>
      <button
        type="button"
        className="button"
        disabled={busy}
        onClick={() => void act({ id, digest }).then(again)}
      >
        I have read it: sign
      </button>
      <NotDone problem={problem} />
    </p>
  );
}

function Invite({ id, again }: { id: string; again: () => void }) {
  const [account, setAccount] = useState('');
  const { act, busy, problem } = useAction(INVITE_READER, ({ inviteReader }) => inviteReader);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void act({ report: id, account }).then((done) => {
      if (done) setAccount('');
      again();
    });
  };
  return (
    <form className="filter-form" onSubmit={submit}>
      <Field id="reader" label="Ask somebody to read it">
        <input
          className="govuk-input"
          id="reader"
          value={account}
          onChange={(event) => setAccount(event.target.value)}
        />
      </Field>
      <button className="button second" disabled={busy || !account.trim()}>
        Ask
      </button>
      <NotDone problem={problem} />
    </form>
  );
}

function Propose({ report, again }: Props) {
  const { act, busy, problem } = useAction(PROPOSE_REPORT, ({ proposeReport }) => proposeReport.id);
  return (
    <p>
      <button
        type="button"
        className="button second"
        disabled={busy}
        onClick={() => void act({ id: report.id }).then(again)}
      >
        {report.digest ? 'Propose it anew' : 'Propose it to its readers'}
      </button>
      <NotDone problem={problem} />
    </p>
  );
}

function Minute({ id, again }: { id: string; again: () => void }) {
  const [at, setAt] = useState('');
  const { act, busy, problem } = useAction(SCHEDULE_REPORT, ({ scheduleReport }) => scheduleReport.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const minute = new Date(at);
    if (!Number.isNaN(minute.getTime())) void act({ id, at: minute.toISOString() }).then(again);
  };
  return (
    <form className="filter-form" onSubmit={submit}>
      <Field id="minute" label="Public from">
        <input
          className="govuk-input"
          id="minute"
          type="datetime-local"
          step={1}
          value={at}
          onChange={(event) => setAt(event.target.value)}
        />
      </Field>
      <button className="button second" disabled={busy || !at}>
        Set the minute
      </button>
      <NotDone problem={problem} />
    </form>
  );
}

import { useMemo, useState } from 'react';
import { useAnswer } from '../../../app/answer';
import { plural } from '../../../figures/format';
import { Section } from '../../../layout/Section';
import { Empty } from '../../../states/Empty';
import { Shown } from '../../../states/Shown';
import { useSteps } from '../../search/useSteps';
import { ForAnalysts } from '../ForAnalysts';
import { SAFEGUARDING } from '../review-queries';
import { Case } from './Case';
import { kindName, looksWords, type FlaggedComment } from './kinds';

/** Comments whose words may mean that somebody is at risk: the most urgent first, until each is handed over or set aside with a reason. */
export function SafeguardingPage() {
  return (
    <ForAnalysts
      title="Somebody may be at risk"
      roles={['DUTY']}
      who="somebody on duty for safeguarding"
      lede="Phrases and a model of sentences propose the risk, a person decides. If somebody is in danger now, call 999."
    >
      {(bench, again) => <Queue open={bench.safeguarding} changed={again} />}
    </ForAnalysts>
  );
}

function Queue({ open, changed }: { open: number; changed: () => void }) {
  const answer = useAnswer({ query: SAFEGUARDING, variables: {}, fresh: true });
  const again = () => {
    answer.again();
    changed();
  };
  return (
    <Shown answer={answer} rows={10}>
      {({ safeguardingQueue, riskLooks }) => (
        <>
          <Cases all={safeguardingQueue} open={open} again={again} />
          {looksWords(riskLooks) && <p className="quiet">{looksWords(riskLooks)}</p>}
        </>
      )}
    </Shown>
  );
}

const BANDS = [
  ['NOW', 'Now, within the hour'],
  ['TODAY', 'Today'],
  ['WEEK', 'This week'],
] as const;

function Cases({ all, open, again }: { all: readonly FlaggedComment[]; open: number; again: () => void }) {
  const list = useSteps();
  const [kind, setKind] = useState('');
  const waiting = useMemo(() => all.filter(({ outcome }) => outcome === null), [all]);
  const kinds = [...new Set(waiting.flatMap((one) => one.kinds))].sort();
  const shown = waiting.filter((one) => kind === '' || one.kinds.includes(kind));
  const late = waiting.filter((one) => one.late).length;
  return (
    <>
      {waiting.length === 0 ? (
        <Empty title="Nothing waits">
          <p>Every flagged comment has been looked at by a person.</p>
        </Empty>
      ) : (
        <>
          <p className="lede" role="status">
            {plural(open, 'case needs', 'cases need')} a person{late > 0 && `; ${late} past the time`}.
          </p>
          <div className="kinds" role="group" aria-label="Kinds of risk">
            {['', ...kinds].map((one) => (
              <button
                key={one}
                className="choice-button"
                aria-pressed={kind === one}
                onClick={() => setKind(one)}
              >
                {one === '' ? 'All' : kindName(one)}{' '}
                {waiting.filter(({ kinds: own }) => one === '' || own.includes(one)).length}
              </button>
            ))}
          </div>
          <div ref={list}>
            {BANDS.map(([band, title]) => (
              <Band key={band} title={title} cases={shown.filter((one) => one.band === band)} again={again} />
            ))}
          </div>
        </>
      )}
      <Handled cases={all.filter(({ outcome }) => outcome !== null)} />
    </>
  );
}

function Band({
  title,
  cases,
  again,
}: {
  title: string;
  cases: readonly FlaggedComment[];
  again: () => void;
}) {
  if (cases.length === 0) return null;
  return (
    <Section
      title={`${title}: ${cases.length}`}
      measure="J and K go on and back; on a case Enter takes it, H hands it over, N says no risk, U puts it back."
    >
      {cases.map((flagged) => (
        <Case key={flagged.comment.submission} flagged={flagged} again={again} />
      ))}
    </Section>
  );
}

function Handled({ cases }: { cases: readonly FlaggedComment[] }) {
  if (cases.length === 0) return null;
  return (
    <Section title="Handed over, or no risk">
      <ul className="plain">
        {cases.map(({ comment, outcome, actor, handedTo, note }) => (
          <li key={comment.submission}>
            {comment.engagement}:{' '}
            {outcome === 'REFERRED' ? `handed over to ${handedTo ?? 'safeguarding'}` : 'no risk'} by {actor}.{' '}
            <span className="quiet">{note}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

import { useId, useState, type FormEvent } from 'react';
import { hasRole, useFrame } from '../../app/view';
import { day } from '../../figures/format';
import { NotDone } from '../../forms/NotDone';
import { useAction } from '../../forms/useAction';
import { graphql } from '../../gql';
import type { OwnSeriesQuery } from '../../gql/graphql';

const DECIDE_BREAK = graphql(`
  mutation DecideBreak($decision: BreakDecision!) {
    decideBreak(decision: $decision) {
      key
      breaks {
        since
        state
      }
    }
  }
`);

type Series = OwnSeriesQuery['series'][number];
type Break = Series['breaks'][number];

/** Days from which a series asks or records in another way, with the hub's proposals; a lead declares and takes back. */
export function SeriesBreaks({ one, again }: { one: Series; again: () => void }) {
  const frame = useFrame();
  const action = useAction(DECIDE_BREAK, (data) => data.decideBreak);
  const told = one.breaks.filter(({ state }) => state !== 'refused');
  const decide = async (since: string, changed: boolean, reason: string | null, answers?: string) => {
    const of = { agency: one.agency, key: one.key };
    if (!(await action.act({ decision: { ...of, since, changed, reason } }))) return;
    // A proposal bears the day on which the hub saw it, a declaration that of the change.
    if (answers && answers !== since)
      await action.act({ decision: { ...of, since: answers, changed: false, reason: null } });
    again();
  };
  const lead = hasRole(frame, 'LEAD');
  return (
    <>
      {told.map((each) => (
        <div key={each.since}>
          {each.state === 'proposed' ? 'Did the way of asking change on ' : 'Nothing is compared across '}
          {day(each.since)}
          {each.state === 'proposed' ? '? ' : ': '}
          {each.reason}
          <span className="sub">
            {each.state === 'proposed' ? 'The day on which the hub saw it' : each.decidedBy}
          </span>
          {lead && <Decided one={one} each={each} busy={action.busy} decide={decide} />}
        </div>
      ))}
      {lead && <NewBreak one={one} busy={action.busy} decide={decide} />}
      <NotDone problem={action.problem} />
    </>
  );
}

/** @param answers day of the proposal that a declaration answers */
type Decide = (since: string, changed: boolean, reason: string | null, answers?: string) => Promise<void>;

function Decided(props: { one: Series; each: Break; busy: boolean; decide: Decide }) {
  const { one, each, busy, decide } = props;
  const of = `${one.name}, ${day(each.since)}`;
  return (
    <div className="buttons">
      {each.state === 'proposed' && <NewBreak one={one} busy={busy} decide={decide} proposal={each} />}
      <button
        type="button"
        className="button second"
        disabled={busy}
        onClick={() => void decide(each.since, false, null)}
        aria-label={`It did not change: ${of}`}
      >
        It did not change
      </button>
    </div>
  );
}

/** @param proposal what the hub saw; who knows when it began is the agency */
function NewBreak(props: { one: Series; busy: boolean; decide: Decide; proposal?: Break }) {
  const { one, busy, decide, proposal } = props;
  const [since, setSince] = useState('');
  const [reason, setReason] = useState(proposal?.reason ?? '');
  const [sinceId, reasonId] = [useId(), useId()];
  const send = (event: FormEvent) => {
    event.preventDefault();
    void decide(since, true, reason, proposal?.since);
  };
  return (
    <details>
      <summary>
        {proposal ? 'It changed: say since when' : 'The way of asking or recording changed: say since when'}
        <span className="govuk-visually-hidden">: {one.name}</span>
      </summary>
      <form onSubmit={send}>
        <label htmlFor={sinceId}>First day of the new way</label>
        <input
          id={sinceId}
          className="govuk-input"
          type="date"
          value={since}
          required
          onChange={(event) => setSince(event.target.value)}
        />
        <label htmlFor={reasonId}>What changed? It is printed beside every comparison that it touches.</label>
        <input
          id={reasonId}
          className="govuk-input"
          value={reason}
          minLength={10}
          maxLength={300}
          required
          onChange={(event) => setReason(event.target.value)}
        />
        <button className="button second" disabled={busy}>
          Compare nothing across it
        </button>
      </form>
    </details>
  );
}

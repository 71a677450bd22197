import { useState } from 'react';
import { NotDone } from '../../forms/NotDone';
import { useAction } from '../../forms/useAction';
import type { HeldDecision } from '../../gql/graphql';
import { isMapping, mappingProblems, type Mapping } from '../upload/mapping';
import { MappingTable } from '../upload/MappingTable';
import type { Delivery } from './delivery';
import { HeldAnswers } from './HeldAnswers';
import { waitsForCodes } from './open-answers';
import { RESOLVE } from './queries';

const CHOICES: [HeldDecision, string, string][] = [
  ['ADD', 'Add these rows', 'They are new; what we hold stays.'],
  ['REPLACE', 'Replace what we hold', 'The rows of the earlier delivery step back for these.'],
];

/** A delivery that waits: what the partner may answer. Nothing is taken in until then. */
export function Held({ delivery, onDone }: { delivery: Delivery; onDone: () => void }) {
  const { act, busy, problem } = useAction(RESOLVE, (data) => data.resolveDelivery);
  const start = isMapping(delivery.suggestedMapping) ? delivery.suggestedMapping : null;
  const [mapping, setMapping] = useState<Mapping | null>(start);
  const [remember, setRemember] = useState(true);
  const asksCodes = start !== null && waitsForCodes(start);
  const decide = async (decision: HeldDecision) => {
    const id = delivery.id;
    const own = decision === 'MAP' ? mapping : null;
    if (await act({ id, decision, mapping: own, remember: own !== null && remember })) onDone();
  };
  const problems = mapping ? mappingProblems(mapping) : [];
  return (
    <section className="section" aria-label="What should we do?">
      <h2>What should we do?</h2>
      <p className="measure">Nothing of this file is taken in until you have answered.</p>
      {mapping && (
        <>
          <HeldAnswers mapping={mapping} onChange={setMapping} />
          {!asksCodes && (
            <MappingTable mapping={mapping} header={labels(mapping)} samples={[]} onChange={setMapping} />
          )}
          <label className="tick">
            <input
              type="checkbox"
              checked={remember}
              onChange={(event) => setRemember(event.target.checked)}
            />{' '}
            Read the next files of {delivery.source.name} the same way
          </label>
          {problems.map((problem) => (
            <p key={problem.field} className="note">
              {problem.words}.
            </p>
          ))}
        </>
      )}
      {!mapping && <Means />}
      <Choices
        hasMapping={mapping !== null}
        asksCodes={asksCodes}
        busy={busy}
        unready={problems.length > 0}
        onDecide={(decision) => void decide(decision)}
      />
      <NotDone problem={problem} />
    </section>
  );
}

interface ChoicesProps {
  hasMapping: boolean;
  asksCodes: boolean;
  busy: boolean;
  unready: boolean;
  onDecide: (decision: HeldDecision) => void;
}

/** The answers that may be given. */
function Choices({ hasMapping, asksCodes, busy, unready, onDecide }: ChoicesProps) {
  return (
    <div className="buttons" style={{ marginTop: 12 }}>
      {hasMapping && (
        <button className="button" disabled={busy || unready} onClick={() => onDecide('MAP')}>
          Read the file like this
        </button>
      )}
      {asksCodes && (
        <button className="button second" disabled={busy} onClick={() => onDecide('REPLACE')}>
          Take it as it is: they stay not yet matched
        </button>
      )}
      {!hasMapping &&
        CHOICES.map(([code, name]) => (
          <button
            key={code}
            className="button second"
            disabled={busy}
            aria-describedby={`means-${code}`}
            onClick={() => onDecide(code)}
          >
            {name}
          </button>
        ))}
      <button className="button second" disabled={busy} onClick={() => onDecide('CANCEL')}>
        Cancel this delivery
      </button>
    </div>
  );
}

/** What each answer does, where it is read before it is pressed. */
function Means() {
  return (
    <ul className="plain">
      {CHOICES.map(([code, name, means]) => (
        <li key={code}>
          <strong>{name}:</strong> <span id={`means-${code}`}>{means}</span>
        </li>
      ))}
    </ul>
  );
}

const labels = (mapping: Mapping): string[] =>
  mapping.columns.flatMap((rule) => (typeof rule.column === 'string' ? [rule.column] : []));

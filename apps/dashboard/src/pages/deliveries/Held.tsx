import { useState } from 'react';
import { NotDone } from '../../forms/NotDone';
import { useAction } from '../../forms/useAction';
import type { HeldDecision } from '../../gql/graphql';
import { isMapping, mappingProblems, type Mapping } from '../upload/mapping';
import { MappingTable } from '../upload/MappingTable';
import type { Delivery } from './delivery';
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
  const decide = async (decision: HeldDecision) => {
    const id = delivery.id;
    if (await act({ id, decision, mapping: decision === 'MAP' ? mapping : null })) onDone();
  };
  const problems = mapping ? mappingProblems(mapping) : [];
  return (
    <section className="section" aria-label="What should we do?">
      <h2>What should we do?</h2>
      <p className="measure">Nothing of this file is taken in until you have answered.</p>
      {mapping && (
        <>
          <MappingTable mapping={mapping} header={labels(mapping)} samples={[]} onChange={setMapping} />
          {problems.map((problem) => (
            <p key={problem.field} className="note">
              {problem.words}.
            </p>
          ))}
        </>
      )}
      {!mapping && <Means />}
      <div className="buttons" style={{ marginTop: 12 }}>
        {mapping && (
          <button
            className="button"
            disabled={busy || problems.length > 0}
            onClick={() => void decide('MAP')}
          >
            Read the file like this
          </button>
        )}
        {!mapping &&
          CHOICES.map(([code, name]) => (
            <button
              key={code}
              className="button second"
              disabled={busy}
              aria-describedby={`means-${code}`}
              onClick={() => void decide(code)}
            >
              {name}
            </button>
          ))}
        <button className="button second" disabled={busy} onClick={() => void decide('CANCEL')}>
          Cancel this delivery
        </button>
      </div>
      <NotDone problem={problem} />
    </section>
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

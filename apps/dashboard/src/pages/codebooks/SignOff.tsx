import { useId, useState } from 'react';
import { NotDone } from '../../forms/NotDone';
import { useAction } from '../../forms/useAction';
import { Section } from '../../layout/Section';
import { Reason, SHORTEST_REASON } from '../second/Reason';
import { codingsOf, type Draft } from './draft';
import { SIGN_OFF } from './queries';

/** A person says why these are the right themes; another agrees; the next edition counts by them. */
export function SignOff({ draft, again }: { draft: Draft; again: () => void }) {
  const id = useId();
  const [reason, setReason] = useState('');
  const { act, busy, problem } = useAction(SIGN_OFF, (data) => data.signOffCodebook);
  const [latest] = codingsOf(draft);
  if (!latest || !draft.mayEdit) return null;
  const { newest, inForce, name, code } = draft.codebook;
  const sign = async () => {
    if (await act({ codebook: code, reason: reason.trim() })) again();
  };
  return (
    <Section
      title={inForce === newest ? `Version ${newest} is in force` : `Sign off “${name}”, version ${newest}`}
      measure="From the next edition on, people per theme stand under each question, beside the city’s themes. Published editions never move."
    >
      {draft.waits ? (
        <p role="status">It waits for a second person: another editor agrees on the page “Second person”.</p>
      ) : (
        <>
          <Reason id={id} label="Why are these the right themes?" value={reason} onChange={setReason} />
          <button
            className="button"
            disabled={busy || reason.trim().length < SHORTEST_REASON}
            onClick={() => void sign()}
          >
            Sign off
          </button>
        </>
      )}
      <NotDone problem={problem} />
    </Section>
  );
}

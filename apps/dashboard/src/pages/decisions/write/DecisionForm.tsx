import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { useFrame } from '../../../app/view';
import { ErrorSummary, type Problem } from '../../../forms/ErrorSummary';
import { NotDone } from '../../../forms/NotDone';
import { problemOf } from '../../../forms/refusal';
import { SelectField } from '../../../forms/SelectField';
import { SAVE_DECISION } from './own-queries';
import type { DecisionLine } from '../words';
import { ActionFields } from './ActionFields';
import { Belongs, WhatWasDecided, WillNotBeDone } from './DecisionParts';
import { controlOf, draftOf, emptyDraft, inputOf, type Draft } from './draft';

/** A decision as it is written: what was decided, on which figures, by which rule, why, and what comes of it. */
export function DecisionForm({ held }: { held: DecisionLine | null }) {
  const frame = useFrame();
  const navigate = useNavigate();
  const agencies = frame.viewer?.agencies ?? [];
  const latest = frame.hub.latestEdition?.number ?? 0;
  const [draft, setDraft] = useState<Draft>(() =>
    held ? draftOf(held) : emptyDraft(agencies[0]?.code ?? ''),
  );
  const [problems, setProblems] = useState<{ field: string; reason: string }[]>([]);
  const [result, save] = useMutation(SAVE_DECISION);
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const parts = { draft, change, problems: new Map(problems.map(({ field, reason }) => [field, reason])) };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await save({ input: inputOf(draft, latest), seen: held?.version ?? null });
    const saved = answer.data?.saveDecision;
    setProblems(saved?.problems ?? []);
    if (saved?.decision) await navigate('/decisions');
  };
  const record = held?.origin === 'PULLED';
  return (
    <form className="write-decision" onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary
        problems={problems.map(({ field, reason }): Problem => ({ field: controlOf(field), words: reason }))}
      />
      {record && (
        <p className="card">
          This is the agency’s own record, published elsewhere: its words and days are not changed here. Tie
          figures, themes and priorities to it.
        </p>
      )}
      {!record && (
        <>
          <WhatWasDecided {...parts} agencies={agencies} isNew={held === null} />
          <WillNotBeDone {...parts} />
        </>
      )}
      <Belongs {...parts} latest={latest} />
      {!record && (
        <>
          <ActionFields
            actions={draft.actions}
            onChange={(actions) => change({ actions })}
            problems={parts.problems}
          />
          <WhoReads isPublic={draft.public} onChange={(isPublic) => change({ public: isPublic })} />
        </>
      )}
      <NotDone
        problem={result.fetching || problems.length ? null : problemOf(result, (data) => data.saveDecision)}
      />
      <button className="button" disabled={result.fetching}>
        Save the decision
      </button>
    </form>
  );
}

function WhoReads({ isPublic, onChange }: { isPublic: boolean; onChange: (isPublic: boolean) => void }) {
  return (
    <SelectField
      id={controlOf('public')}
      label="Who may read it"
      options={[
        { code: 'no', name: 'A draft: our own people' },
        { code: 'yes', name: 'Everybody' },
      ]}
      value={isPublic ? 'yes' : 'no'}
      onChange={(code) => onChange(code === 'yes')}
    />
  );
}

import { useState } from 'react';
import { Field } from '../../forms/Field';
import { NotDone } from '../../forms/NotDone';
import { useAction } from '../../forms/useAction';
import { Section } from '../../layout/Section';
import { Reason, SHORTEST_REASON } from './Reason';
import { PROPOSE_PUBLICATION } from './queries';

/** A lead asks for an edition, with what it shall say of itself: the second agrees to these words. */
export function Publish({ again }: { again: () => void }) {
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const [correction, setCorrection] = useState('');
  const asking = useAction(PROPOSE_PUBLICATION, (data) => data.proposePublication);
  const submit = async () => {
    if (await asking.act({ reason, note: note || null, correction: correction || null })) {
      for (const set of [setReason, setNote, setCorrection]) set('');
      again();
    }
  };
  return (
    <Section
      title="Ask for a new edition"
      measure="It freezes the figures as they are once another lead agrees; at once where there is no other lead, and then the edition says so."
    >
      <form
        className="change-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Reason id="publication-reason" label="Why now?" value={reason} onChange={setReason} />
        <Said
          id="publication-note"
          label="What readers should know about it (optional)"
          value={note}
          onChange={setNote}
        />
        <Said
          id="publication-correction"
          label="What an earlier edition had wrong, and why (optional)"
          value={correction}
          onChange={setCorrection}
        />
        <button className="button" disabled={asking.busy || reason.trim().length < SHORTEST_REASON}>
          Propose it
        </button>
        <NotDone problem={asking.problem} />
        {asking.done && <p role="status">✓ It is proposed.</p>}
      </form>
    </Section>
  );
}

interface SaidProps {
  id: string;
  label: string;
  value: string;
  onChange: (words: string) => void;
}

/** Words that everybody reads with the edition. */
function Said({ id, label, value, onChange }: SaidProps) {
  return (
    <Field id={id} label={label} hint="Public: printed with the edition.">
      <textarea
        className="govuk-textarea"
        id={id}
        rows={2}
        maxLength={2000}
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}

import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { REPORT_PROBLEM } from './queries';

export function ProblemForm({ figure }: { figure: string }) {
  const [result, report] = useMutation(REPORT_PROBLEM);
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!note.trim());
    if (note.trim()) void report({ figure, note: note.trim() });
  };
  if (result.data?.reportProblem) {
    return (
      <p className="problem-form" role="status">
        <strong>Thank you.</strong> The people who keep the hub will look. If the figure is wrong, a new
        edition puts it right and says so under Corrections.
      </p>
    );
  }
  return (
    <form className="problem-form" onSubmit={send} noValidate>
      <div className={`govuk-form-group ${missing ? 'govuk-form-group--error' : ''}`}>
        <label className="govuk-label" htmlFor="problem">
          What looks wrong?
        </label>
        <div className="govuk-hint" id="problem-hint">
          Do not give names or other details of people. We do not ask who you are.
        </div>
        {missing && (
          <p className="govuk-error-message" id="problem-error">
            Say what looks wrong
          </p>
        )}
        <textarea
          className="govuk-textarea"
          id="problem"
          rows={3}
          value={note}
          maxLength={2000}
          aria-describedby={missing ? 'problem-hint problem-error' : 'problem-hint'}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      {result.error && <p className="govuk-error-message">It was not sent. Try again.</p>}
      <button className="button second">Send</button>
    </form>
  );
}

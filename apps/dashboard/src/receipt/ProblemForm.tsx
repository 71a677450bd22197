import { useState, type FormEvent } from 'react';
import { NotDone } from '../forms/NotDone';
import { useAction } from '../forms/useAction';
import { REPORT_PROBLEM } from './queries';

export function ProblemForm({ figure }: { figure: string }) {
  const { act, done, problem } = useAction(REPORT_PROBLEM, (data) => data.reportProblem);
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!note.trim());
    if (note.trim()) void act({ figure, note: note.trim() });
  };
  if (done) {
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
      <NotDone problem={problem} />
      <button className="button second">Send</button>
    </form>
  );
}

import { useState, type DragEvent, type FormEvent } from 'react';
import { Go } from '../../app/Go';
import { Empty } from '../../states/Empty';
import type { Problem } from '../../states/ErrorSummary';

interface Props {
  sources: { code: string; name: string; connectorTitle: string }[];
  source: string;
  busy: boolean;
  problems: readonly Problem[];
  onProblems: (problems: Problem[]) => void;
  onFile: (source: string, file: File) => void;
}

/** Which source, which file. The file is only read; nothing is kept before the next step. */
export function ChooseFile({ sources, source, busy, problems, onProblems, onFile }: Props) {
  const [chosen, setChosen] = useState(source || (sources.length === 1 ? (sources[0]?.code ?? '') : ''));
  const [file, setFile] = useState<File | null>(null);
  const [over, setOver] = useState(false);
  const wrong = (field: string) => problems.find((problem) => problem.field === field)?.words;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: Problem[] = [];
    if (!chosen) found.push({ field: 'source', words: 'Say which source the file belongs to' });
    if (!file) found.push({ field: 'file', words: 'Choose a file' });
    onProblems(found);
    if (file && chosen) onFile(chosen, file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    setFile(event.dataTransfer.files[0] ?? null);
  };
  if (sources.length === 0) {
    return (
      <Empty title="No source is set up for you yet">
        <p>
          Whoever runs the hub adds one, with an agreement that says what you may send. Then come back to{' '}
          <Go to="/sources">your sources</Go>.
        </p>
      </Empty>
    );
  }
  return (
    <form onSubmit={submit} noValidate className="prose">
      <Field id="source" label="Which source is it?" error={wrong('source')}>
        <select
          className="govuk-select"
          id="source"
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        >
          <option value="">Choose</option>
          {sources.map((one) => (
            <option key={one.code} value={one.code}>
              {one.name} ({one.connectorTitle})
            </option>
          ))}
        </select>
      </Field>
      <div
        className={`drop ${over ? 'over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Field
          id="file"
          label="The file"
          hint="XLSX, CSV or JSON. You may also drop it here."
          error={wrong('file')}
        >
          <input
            className="govuk-file-upload"
            id="file"
            type="file"
            accept=".csv,.tsv,.txt,.xlsx,.json"
            aria-describedby="file-hint"
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        </Field>
        {file && (
          <p className="note" role="status">
            Chosen: <strong>{file.name}</strong>
          </p>
        )}
      </div>
      <p className="note">Nothing is kept yet: the next page shows how we read it.</p>
      <button className="button" aria-disabled={busy} style={{ marginTop: 16 }}>
        {busy ? 'Reading the file' : 'Read the file'}
      </button>
    </form>
  );
}

interface FieldProps {
  id: string;
  label: string;
  hint?: string;
  error: string | undefined;
  children: React.ReactNode;
}

export function Field({ id, label, hint, error, children }: FieldProps) {
  return (
    <div className={`govuk-form-group ${error ? 'govuk-form-group--error' : ''}`}>
      <label className="govuk-label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div className="govuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p className="govuk-error-message" id={`${id}-error`}>
          <span className="govuk-visually-hidden">Error: </span>
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

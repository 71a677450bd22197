import { useState, type DragEvent, type FormEvent } from 'react';
import { Go } from '../../app/Go';
import { Empty } from '../../states/Empty';
import type { Problem } from '../../forms/ErrorSummary';
import { Field } from '../../forms/Field';
import { SelectField } from '../../forms/SelectField';

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
  const wrong = (field: string) => problems.find((problem) => problem.field === field)?.words;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: Problem[] = [];
    if (!chosen) found.push({ field: 'source', words: 'Say which source the file belongs to' });
    if (!file) found.push({ field: 'file', words: 'Choose a file' });
    onProblems(found);
    if (file && chosen) onFile(chosen, file);
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
      <SelectField
        id="source"
        label="Which source is it?"
        empty="Choose"
        options={sources.map((one) => ({ code: one.code, name: `${one.name} (${one.connectorTitle})` }))}
        value={chosen}
        onChange={setChosen}
        error={wrong('source')}
      />
      <Drop file={file} onFile={setFile} error={wrong('file')} />
      <p className="note">Nothing is kept yet: the next page shows how we read it.</p>
      <button className="button" aria-disabled={busy} style={{ marginTop: 16 }}>
        {busy ? 'Reading the file' : 'Read the file'}
      </button>
    </form>
  );
}

interface DropProps {
  file: File | null;
  onFile: (file: File | null) => void;
  error: string | undefined;
}

/** The file control, on a ground where a file can also be dropped. */
function Drop({ file, onFile, error }: DropProps) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0] ?? null);
  };
  const hold = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div
      className={`drop ${over ? 'over' : ''}`}
      onDragOver={hold}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Field id="file" label="The file" hint="XLSX, CSV or JSON. You may also drop it here." error={error}>
        <input
          className="govuk-file-upload"
          id="file"
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,.json"
          aria-describedby="file-hint"
          onChange={(event) => onFile(event.target.files?.[0] ?? null)}
        />
      </Field>
      {file && (
        <p className="note" role="status">
          Chosen: <strong>{file.name}</strong>
        </p>
      )}
    </div>
  );
}

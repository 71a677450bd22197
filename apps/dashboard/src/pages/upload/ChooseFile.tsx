import { useState, type DragEvent, type FormEvent } from 'react';
import { Go } from '../../app/Go';
import { day } from '../../figures/format';
import { Field } from '../../forms/Field';
import type { Problem } from '../../forms/ErrorSummary';
import { SelectField } from '../../forms/SelectField';
import type { ToSendQuery } from '../../gql/graphql';
import { Empty } from '../../states/Empty';
import type { AgreedFields, Belonging } from './chosen';

type Source = ToSendQuery['sources']['nodes'][number];
type Agreement = ToSendQuery['ownAgreements'][number];

interface Props {
  sources: readonly Source[];
  agreements: readonly Agreement[];
  source: string;
  busy: boolean;
  problems: readonly Problem[];
  onProblems: (problems: Problem[]) => void;
  onFile: (belongs: Belonging, file: File) => void;
}

/** The choice that makes a source with its first file. */
const NEW = 'new source';

const agreedOf = ({
  id,
  fields,
  until,
}: {
  id: string;
  fields: string[];
  until: string | null;
}): AgreedFields => ({
  id,
  fields,
  words: `Agreement ${id}, ${until ? `to ${day(until)}` : 'with no end date'}.`,
});

/** Which source, which file. The file is only read; nothing is kept before the next step. */
export function ChooseFile({ sources, agreements, source, busy, problems, onProblems, onFile }: Props) {
  const only = sources.length === 1 ? sources[0]?.code : undefined;
  const [chosen, setChosen] = useState(source || only || (sources.length === 0 ? NEW : ''));
  const [name, setName] = useState('');
  const [under, setUnder] = useState('0');
  const [file, setFile] = useState<File | null>(null);
  const wrong = (field: string) => problems.find((problem) => problem.field === field)?.words;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: Problem[] = [];
    if (!chosen) found.push({ field: 'source', words: 'Say which source the file belongs to' });
    if (chosen === NEW && name.trim().length < 2)
      found.push({ field: 'source-name', words: 'Give the new source a name' });
    if (!file) found.push({ field: 'file', words: 'Choose a file' });
    onProblems(found);
    const known = sources.find(({ code }) => code === chosen);
    const belongs = chosen === NEW ? belongsToNew(agreements[Number(under)], name) : belongsToKnown(known);
    if (found.length === 0 && file && belongs) onFile(belongs, file);
  };
  if (sources.length === 0 && agreements.length === 0) return <NoAgreement />;
  return (
    <form onSubmit={submit} noValidate className="prose">
      <SelectField
        id="source"
        label="Which source is it?"
        empty="Choose"
        options={[
          ...sources.map((one) => ({ code: one.code, name: `${one.name} (${one.connectorTitle})` })),
          ...(agreements.length ? [{ code: NEW, name: 'A new source, made with this file' }] : []),
        ]}
        value={chosen}
        onChange={setChosen}
        error={wrong('source')}
      />
      {chosen === NEW && (
        <NewSource
          agreements={agreements}
          name={name}
          onName={setName}
          under={under}
          onUnder={setUnder}
          error={wrong('source-name')}
        />
      )}
      <Drop file={file} onFile={setFile} error={wrong('file')} />
      <p className="note">Nothing is kept yet: the next page shows how we read it.</p>
      <button className="button" aria-disabled={busy} style={{ marginTop: 16 }}>
        {busy ? 'Reading the file' : 'Read the file'}
      </button>
    </form>
  );
}

const belongsToNew = (agreement: Agreement | undefined, name: string): Belonging | null =>
  agreement
    ? { is: 'new', name: name.trim(), agency: agreement.agency.code, agreement: agreedOf(agreement) }
    : null;

const belongsToKnown = (known: Source | undefined): Belonging | null =>
  known
    ? {
        is: 'source',
        code: known.code,
        name: known.name,
        agreement: known.agreement && agreedOf(known.agreement),
      }
    : null;

function NoAgreement() {
  return (
    <Empty title="You have no agreement that stands today">
      <p>
        Whoever runs the hub writes down what your agency may send and until when. Then come back to{' '}
        <Go to="/sources">your sources</Go>.
      </p>
    </Empty>
  );
}

interface NewSourceProps {
  agreements: readonly Agreement[];
  name: string;
  onName: (name: string) => void;
  under: string;
  onUnder: (under: string) => void;
  error: string | undefined;
}

/** What a new source is called, and under which agreement it falls. */
function NewSource({ agreements, name, onName, under, onUnder, error }: NewSourceProps) {
  return (
    <div className="panel new-source">
      <Field
        id="source-name"
        label="What do you call it?"
        hint="For example “Harbour survey”. Files that come to it later are read the same way."
        error={error}
      >
        <input
          className="govuk-input"
          id="source-name"
          value={name}
          aria-describedby="source-name-hint"
          onChange={(event) => onName(event.target.value)}
        />
      </Field>
      <SelectField
        id="agreement"
        label="Under which agreement?"
        options={agreements.map((one, at) => ({
          code: String(at),
          name: `${one.agency.name}: ${one.id}${one.until ? `, to ${day(one.until)}` : ''}`,
        }))}
        value={under}
        onChange={onUnder}
      />
    </div>
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
      <Field
        id="file"
        label="The file"
        hint="XLSX, CSV or JSON, up to 200 MB. You may also drop it here."
        error={error}
      >
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

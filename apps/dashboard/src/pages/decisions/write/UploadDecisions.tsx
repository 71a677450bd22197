import { useState, type FormEvent } from 'react';
import { useClient, useMutation } from 'urql';
import { useFrame } from '../../../app/view';
import { plural, unmarked } from '../../../figures/format';
import { Field } from '../../../forms/Field';
import { NotDone } from '../../../forms/NotDone';
import { problemOf } from '../../../forms/refusal';
import { SelectField } from '../../../forms/SelectField';
import type { UploadDecisionsMutation } from '../../../gql/graphql';
import { Section } from '../../../layout/Section';
import { save } from '../../../downloads/save';
import { base64Of } from '../../upload/base64';
import { OWN_FILE, UPLOAD_DECISIONS } from './own-queries';

/** Headings of the file, with a row to show how they are filled. */
const TEMPLATE = [
  'reference,title,decided,decided_on,decided_by,model,why,outcome,not_done,not_done_because,lead,portfolio,priorities,engagements,themes,wards,communities,figures,public,action,action_owner,action_due,action_state,action_done_on,action_because,action_effect,action_effect_figure',
  'LIGHT-1,Lamps on school routes are mended,Mend every lamp on twelve school routes,2025-03-04,Safer Plymouth board,after-asking,People stopped walking there,will do,,,Highways,,,,street-lighting,,,themes-by-community/theme=street-lighting @ 1,no,Mend 140 lamps,Highways,2025-05-31,planned,,,,',
  '',
].join('\r\n');

/** A file travels inside a question of at most 1 MB, a third longer than it is; 2,000 rows are fewer. */
const MOST_BYTES = 700_000;
const problemOfFile = (file: File | null): string | undefined =>
  !file
    ? 'Choose a file'
    : file.size > MOST_BYTES
      ? 'The file is larger than 700 kB. Send it in two parts: a decision that is there already is not made twice'
      : undefined;

/** Decisions from a CSV file; what is wrong is told by row and column, and the rest is saved. */
export function UploadDecisions({ onDone }: { onDone: () => void }) {
  const agencies = useFrame().viewer?.agencies ?? [];
  const [agency, setAgency] = useState(agencies[0]?.code ?? '');
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState<string | undefined>();
  const [result, upload] = useMutation(UPLOAD_DECISIONS);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(problemOfFile(file));
    if (!file || file.size > MOST_BYTES) return;
    await upload({ agency, fileName: file.name, contentBase64: await base64Of(file) });
    onDone();
  };
  return (
    <Section
      title="Send a file of decisions"
      measure="A CSV with one row for each action; rows of one reference are one decision. A reference that is there already is changed in what the file has columns for; what it has no column for stays."
      tools={<Files agency={agency} />}
    >
      <form className="write-decision" onSubmit={(event) => void submit(event)} noValidate>
        <SelectField
          label="Agency"
          options={agencies.map(({ code, name }) => ({ code, name: unmarked(name) }))}
          value={agency}
          onChange={setAgency}
        />
        <Field id="decisions-file" label="The file" error={missing}>
          <input
            className="govuk-file-upload"
            id="decisions-file"
            type="file"
            accept=".csv,.tsv,.txt"
            aria-describedby={missing ? 'decisions-file-error' : undefined}
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        </Field>
        <NotDone problem={result.fetching ? null : problemOf(result, (data) => data.uploadDecisions)} />
        <button className="button" disabled={result.fetching}>
          Send the file
        </button>
      </form>
      <div role="status">
        {result.data && !result.fetching && <Receipt receipt={result.data.uploadDecisions} />}
      </div>
    </Section>
  );
}

/** Files to begin with: an empty one, and the agency's decisions as they stand, which sent back change nothing. */
function Files({ agency }: { agency: string }) {
  const client = useClient();
  const ours = async () => {
    const { data } = await client.query(OWN_FILE, { agency }, { requestPolicy: 'network-only' });
    if (data) save(`decisions-${agency}.csv`, 'text/csv;charset=utf-8', data.ownDecisionsFile);
  };
  return (
    <>
      <button
        type="button"
        className="link-button"
        onClick={() => save('decisions.csv', 'text/csv;charset=utf-8', TEMPLATE)}
      >
        A file to fill in
      </button>
      <button type="button" className="link-button" onClick={() => void ours()}>
        Ours as they stand
      </button>
    </>
  );
}

function Receipt({ receipt: { saved, problems } }: { receipt: UploadDecisionsMutation['uploadDecisions'] }) {
  return (
    <>
      <p>
        <strong>{plural(saved, 'decision is saved', 'decisions are saved')}.</strong>{' '}
        {problems.length > 0 &&
          `${plural(problems.length, 'thing is', 'things are')} to be mended; what they belong to is not saved.`}
      </p>
      {problems.length > 0 && (
        <table className="table">
          <caption className="govuk-visually-hidden">What is to be mended in the file</caption>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">Row</th>
              <th scope="col">Column</th>
              <th scope="col">What is wrong</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ file, row, column, reason }, at) => (
              <tr key={at}>
                <td>{file}</td>
                <td>{row ?? 'All of it'}</td>
                <td>{column ?? ''}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

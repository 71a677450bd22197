import { useState } from 'react';
import { count, plural } from '../../figures/format';
import { Section } from '../../layout/Section';
import type { Problem } from '../../forms/ErrorSummary';
import { Field } from '../../forms/Field';
import { engagementTitle, isMapping, mappingProblems, withEngagement, type Mapping } from './mapping';
import { MappingTable } from './MappingTable';
import type { Checked, Preview } from './checked';

interface Props {
  checked: Checked;
  busy: boolean;
  onProblems: (problems: Problem[]) => void;
  onBack: () => void;
  /** Null: as this source is always read. */
  onSend: (mapping: Mapping | null) => void;
}

/** The decoded file and what each column is taken for. Nothing has been kept yet. */
export function Check({ checked, busy, onProblems, onBack, onSend }: Props) {
  const { preview, fileName } = checked;
  const suggested = isMapping(preview.suggestedMapping) ? preview.suggestedMapping : null;
  const [mapping, setMapping] = useState<Mapping | null>(suggested);
  // The hub's own reading stands until it did not fit, or the partner changes something.
  const changed = mapping !== suggested || preview.problem !== null;
  const send = () => {
    const problems = mapping && changed ? mappingProblems(mapping) : [];
    onProblems(problems);
    if (problems.length === 0) onSend(changed ? mapping : null);
  };
  return (
    <>
      <p className="lede" style={{ marginBottom: 16 }}>
        <strong>{fileName}</strong>: {plural(preview.rowCount, 'row', 'rows')}. {readAs(preview)}
      </p>
      {preview.problem && <div className="callout">{preview.problem}</div>}
      {preview.notes.length > 0 && (
        <ul className="note">
          {preview.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <Decoded preview={preview} />
      {mapping && (
        <Section
          title="What each column becomes"
          measure="Change what is wrong. What is left out is not kept."
        >
          {changed && (
            <Field id="engagement-title" label="Which engagement do these rows belong to?" error={undefined}>
              <input
                className="govuk-input"
                id="engagement-title"
                style={{ maxWidth: 420 }}
                value={engagementTitle(mapping)}
                onChange={(event) => setMapping(withEngagement(mapping, event.target.value))}
              />
            </Field>
          )}
          <MappingTable
            mapping={mapping}
            header={preview.header}
            samples={preview.rows}
            hints={preview.columns}
            onChange={setMapping}
          />
        </Section>
      )}
      <div className="buttons">
        <button className="button" aria-disabled={busy} onClick={send}>
          {busy ? 'Sending' : `Send ${count(preview.rowCount)} rows`}
        </button>
        <button className="button second" onClick={onBack}>
          Choose another file
        </button>
      </div>
    </>
  );
}

function readAs(preview: Preview): string {
  const parts = [
    preview.encoding && `read as ${preview.encoding}`,
    preview.delimiter && `parted by ${preview.delimiter === '\t' ? 'tabs' : `“${preview.delimiter}”`}`,
    preview.sheet && `sheet ${preview.sheet}`,
  ].filter(Boolean);
  const text = parts.join(', ');
  return text ? `${text.charAt(0).toUpperCase()}${text.slice(1)}.` : '';
}

/** The first rows as they were decoded; a partner sees at once if letters came out wrong. */
function Decoded({ preview }: { preview: Preview }) {
  return (
    <Section
      title="The first rows, as we read them"
      measure="If letters look wrong here, save the file as UTF-8 and choose it again."
    >
      <div className="scroll-x" tabIndex={0} role="region" aria-label="First rows of the file">
        <table className="table">
          <caption className="govuk-visually-hidden">First rows of the file as decoded</caption>
          <thead>
            <tr>
              {preview.header.map((label, index) => (
                <th scope="col" key={`${index} ${label}`}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.slice(0, 5).map((row, index) => (
              <tr key={index}>
                {preview.header.map((label, column) => (
                  <td key={`${column} ${label}`}>{row[column] ?? <span className="quiet">(empty)</span>}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

import { Section } from '../../layout/Section';
import { isMapping, meaningOf, type Rule } from '../upload/mapping';

const labelOf = (rule: Rule): string =>
  rule.column === undefined
    ? Object.keys((rule['columns'] as Record<string, unknown> | undefined) ?? {}).join(', ')
    : typeof rule.column === 'number'
      ? `Column ${rule.column}`
      : rule.column;

/** How the columns of a source are read; what is left out is said too. */
export function ReadColumns({ mapping, layout }: { mapping: unknown; layout: string }) {
  return (
    <Section title="How we read your columns" measure={layout}>
      {isMapping(mapping) && mapping.columns.length > 0 ? (
        <table className="table">
          <caption className="govuk-visually-hidden">Columns of your file and what they become</caption>
          <thead>
            <tr>
              <th scope="col">Column in the file</th>
              <th scope="col">Becomes</th>
            </tr>
          </thead>
          <tbody>
            {mapping.columns.map((rule, index) => (
              <tr key={index} className={rule.as === 'ignore' ? 'dropped' : ''}>
                <th scope="row">{labelOf(rule)}</th>
                <td>{rule.as === 'ignore' ? <strong>Left out, not kept</strong> : meaningOf(rule)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p>The layout of this source is known: its columns need no mapping.</p>
      )}
    </Section>
  );
}

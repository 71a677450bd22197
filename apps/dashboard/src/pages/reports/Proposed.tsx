import { count } from '../../figures/format';
import { Section } from '../../layout/Section';

interface Content {
  texts: { code: string; heading: string; parts: { kind: string; text: string }[] }[];
  tables: {
    code: string;
    title: string;
    measure: string;
    columns: { name: string; title: string; numeric: boolean }[];
    rows: { cells: (string | number | null)[] }[];
  }[];
}

const shown = (value: string | number | null): string =>
  value === null ? '[c]' : typeof value === 'number' ? count(value) : value;

/** What readers read and the clock releases, as the hub has fixed it. @param printed where it is as it will be printed; null for whoever has no hand in it */
export function Proposed({ content, printed }: { content: unknown; printed: string | null }) {
  const { texts, tables } = content as Content;
  return (
    <Section
      title="What is proposed"
      measure="Fixed until something is saved: this is what readers sign and what will be public."
    >
      {printed !== null && (
        <p>
          <a className="link" href={printed}>
            As it will be printed (PDF, marked as a draft)
          </a>
        </p>
      )}
      {texts.map(({ code, heading, parts }) => (
        <div key={code}>
          <h3>{heading}</h3>
          <p>{parts.map(({ text }) => text).join('')}</p>
        </div>
      ))}
      {tables.map(({ code, title, measure, columns, rows }) => (
        <div key={code} className="table-scroll" tabIndex={0} role="region" aria-label={`${code} ${title}`}>
          <table className="table">
            <caption>
              <strong>
                {code} {title}
              </strong>{' '}
              <span className="quiet">{measure}</span>
            </caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column.name} scope="col" className={column.numeric ? 'number' : undefined}>
                    {column.title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ cells: [first, ...cells] }, at) => (
                <tr key={at}>
                  <th scope="row">{shown(first ?? '')}</th>
                  {cells.map((value, n) => (
                    <td key={n} className={columns[n + 1]?.numeric ? 'number' : undefined}>
                      {shown(value)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </Section>
  );
}

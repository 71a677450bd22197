import { toSafeCsv } from '#connectors';
import { HIDDEN_NOTE, type ReportContent, type ReportTable } from '../content.js';

/** A table as CSV (UTF-8, comma, CRLF); [c] is a hidden number, and each row ends with the id of its figure. */
export const tableCsv = ({ columns, rows }: ReportTable): string =>
  toSafeCsv(
    [...columns.map(({ name }) => name), 'figure'],
    rows.map(({ cells, figure }) => [...cells.map((value) => value ?? '[c]'), figure ?? '']),
  );

/** The Frictionless description of a report's tables (Data Package 1), beside which the CSV files lie. */
export function dataPackage(content: ReportContent): object {
  const { slug, title, edition, tables } = content;
  return {
    profile: 'tabular-data-package',
    name: slug,
    title,
    description: `For ${content.forWhom}, by ${content.agencyName}. Figures of edition ${edition.number}, fingerprint ${edition.fingerprint}.${content.synthetic ? ' Every person is made up.' : ''}`,
    resources: tables.map((table) => ({
      profile: 'tabular-data-resource',
      name: table.code.toLowerCase(),
      title: table.title,
      description: `${table.measure} ${HIDDEN_NOTE}`,
      path: `${table.code.toLowerCase()}.csv`,
      encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\r\n', header: true },
      schema: {
        missingValues: ['', '[c]', '[x]'],
        fields: [
          ...table.columns.map((column) => ({
            name: column.name,
            title: column.title,
            type: column.numeric ? 'number' : 'string',
          })),
          { name: 'figure', title: 'Id of the figure', type: 'string' },
        ],
      },
    })),
  };
}

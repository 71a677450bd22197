import { toSafeCsv } from '#connectors';
import { HIDDEN_NOTE, type ReportContent, type ReportTable, WITHHELD_NOTE } from '../content.js';
import { addressOfRow } from '../row-places.js';
import { correctionWords, type Standing } from './standing.js';

/** Columns behind those of each table: what cites a row. */
const CITED = [
  { name: 'figure', title: 'Id of the figure', type: 'string' },
  { name: 'edition', title: 'Edition of the report and its figures', type: 'integer' },
  { name: 'address', title: 'Address of the row, with how it was counted', type: 'string' },
];
/** Figures of public bodies. */
const LICENCE = {
  name: 'OGL-UK-3.0',
  title: 'Open Government Licence v3.0',
  path: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
};

/** A table as CSV (UTF-8, comma, CRLF); [c] is a hidden number, and each row ends with the id of its figure, its edition and its short address. */
export const tableCsv = (content: ReportContent, table: ReportTable, { origin }: Standing): string =>
  toSafeCsv(
    [...table.columns.map(({ name }) => name), ...CITED.map(({ name }) => name)],
    table.rows.map(({ cells, figure }, at) => [
      ...cells.map((value) => value ?? '[c]'),
      figure ?? '',
      content.edition.number,
      addressOfRow(content, table, at, origin) ?? '',
    ]),
  );

/** The Frictionless description of a report's tables (Data Package 1), beside which the CSV files lie. */
export function dataPackage(content: ReportContent, standing: Standing): object {
  const { slug, title, edition, tables } = content;
  const { origin, release } = standing;
  const description = [
    `For ${content.forWhom}, by ${content.agencyName}. Figures of edition ${edition.number}, fingerprint ${edition.fingerprint}.`,
    ...correctionWords(standing),
    ...(content.synthetic ? ['Every person is made up.'] : []),
  ];
  return {
    profile: 'tabular-data-package',
    name: slug,
    title,
    description: description.join(' '),
    homepage: `${origin}/read/reports/${slug}`,
    licenses: [LICENCE],
    version: String(edition.number),
    ...(release ? { created: new Date(release.releasedAt).toISOString() } : {}),
    contributors: [{ title: content.agencyName, role: 'publisher' }],
    resources: tables.map((table) => ({
      profile: 'tabular-data-resource',
      name: table.code.toLowerCase(),
      title: table.title,
      description: `${table.measure} ${HIDDEN_NOTE} ${WITHHELD_NOTE}`,
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
          ...CITED,
        ],
      },
    })),
  };
}

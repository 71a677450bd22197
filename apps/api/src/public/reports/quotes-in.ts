import type { QuotedOf } from '../decisions/quotes.js';
import type { ReportCell, ReportContent, ReportKind } from './content.js';

/** A quote in a cell of a table, by its place in the report's edition. */
export const quoteToken = ({ quote }: { quote: string }): string => `[[quote ${quote}]]`;
const TOKEN = /\[\[quote (\d{1,15})\]\]/g;

/** A ward's brief tells quotes with their ward; every other report tells no ward beside them. */
export const quotedOf = (kind: ReportKind): QuotedOf => (kind === 'ward' ? 'ward' : 'city');

/** What stands where whoever said it took it back. */
const TAKEN_BACK = '[this quote was taken back]';

const inCell = (cell: ReportCell): string[] =>
  typeof cell === 'string' ? [...cell.matchAll(TOKEN)].map(([, quote = '']) => quote) : [];

/** Places of the quotes that a report shows, each once. */
export const quotesIn = ({ texts, tables }: ReportContent): string[] => [
  ...new Set([
    ...texts.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'quote' ? [part.quote] : []))),
    ...tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(inCell))),
  ]),
];

/** The report with its quotes in words. @param words by place; one that is not there was taken back */
export function withQuotes(content: ReportContent, words: ReadonlyMap<string, string>): ReportContent {
  const cell = (value: ReportCell): ReportCell =>
    typeof value === 'string'
      ? value.replaceAll(TOKEN, (_, quote: string) =>
          words.has(quote) ? `“${words.get(quote)!}”` : TAKEN_BACK,
        )
      : value;
  return {
    ...content,
    texts: content.texts.map((text) => ({
      ...text,
      parts: text.parts.map((part) =>
        part.kind === 'quote' ? { ...part, text: words.get(part.quote) ?? TAKEN_BACK } : part,
      ),
    })),
    tables: content.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(cell) })),
    })),
  };
}

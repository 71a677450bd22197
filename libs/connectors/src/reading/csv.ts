/** What is wrong with the quotation marks of a record. */
export type QuoteProblem = 'quote-unclosed' | 'quote-stray';

export interface CsvRecord {
  /** As a spreadsheet program numbers it: blank lines count, a cell over several lines is one row. */
  row: number;
  /** Lines of the file (from 1) on which the record begins and ends. */
  line: number;
  lastLine: number;
  cells: string[];
  problem: QuoteProblem | null;
}

interface State {
  text: string;
  at: number;
  line: number;
  problem: QuoteProblem | null;
}

/**
 * Text to records after RFC 4180, with LF, CRLF and CR mixed freely and cells kept byte for byte. Written here rather than
 * taken from a package because mixed line ends must not swallow rows and because a quotation mark that is never closed must
 * cost its own line only, not the rest of the file.
 *
 * Blank lines are no records but keep their row number. A record whose quotation marks are broken comes back with `problem`
 * and with its cells as far as they could be told.
 */
export const parseCsv = (text: string, delimiter: string, quote = '"'): CsvRecord[] => [
  ...csvRecords(text, delimiter, quote),
];

/** The same, a record at a time: whoever keeps only a part of each never holds all. */
export function* csvRecords(text: string, delimiter: string, quote = '"'): Generator<CsvRecord> {
  const state: State = { text, at: 0, line: 1, problem: null };
  for (let row = 1; state.at < text.length; row++) {
    const start = { at: state.at, line: state.line };
    if (endOfLine(state)) continue;
    const cells = readRecord(state, delimiter, quote);
    if (state.problem === 'quote-unclosed') takeLineAlone(state, start, cells);
    yield {
      row,
      line: start.line,
      lastLine: Math.max(start.line, state.line - 1),
      cells,
      problem: state.problem,
    };
    state.problem = null;
  }
}

/** Steps over one line end (LF, CRLF or CR), if there is one here. */
function endOfLine(state: State): boolean {
  const code = state.text.charCodeAt(state.at);
  if (code !== 10 && code !== 13) return false;
  state.at += code === 13 && state.text.charCodeAt(state.at + 1) === 10 ? 2 : 1;
  state.line++;
  return true;
}

function readRecord(state: State, delimiter: string, quote: string): string[] {
  const cells: string[] = [];
  for (;;) {
    cells.push(
      state.text[state.at] === quote ? quotedCell(state, delimiter, quote) : plainCell(state, delimiter),
    );
    if (state.text.startsWith(delimiter, state.at)) {
      state.at += delimiter.length;
      continue;
    }
    if (endOfLine(state) || state.at >= state.text.length) break;
  }
  return cells;
}

function plainCell(state: State, delimiter: string): string {
  const { text } = state;
  const first = delimiter.charCodeAt(0);
  let end = state.at;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 10 || code === 13) break;
    if (code === first && (delimiter.length === 1 || text.startsWith(delimiter, end))) break;
  }
  const cell = text.slice(state.at, end);
  state.at = end;
  return cell;
}

function quotedCell(state: State, delimiter: string, quote: string): string {
  const { text } = state;
  let cell = '';
  for (let from = state.at + 1; ;) {
    const close = text.indexOf(quote, from);
    if (close < 0) {
      state.problem = 'quote-unclosed';
      cell += text.slice(from);
      state.at = text.length;
      return cell;
    }
    cell += text.slice(from, close);
    state.line += countLines(text, from, close);
    if (text[close + 1] === quote) {
      cell += quote;
      from = close + 2;
      continue;
    }
    state.at = close + 1;
    const end = afterBlanks(text, state.at, delimiter);
    if (end !== null) {
      state.at = end;
      return cell;
    }
    state.problem = 'quote-stray';
    return cell + quote + plainCell(state, delimiter);
  }
}

/** Where the cell ends if nothing but blanks follows its closing quotation mark; null where something else does. */
function afterBlanks(text: string, from: number, delimiter: string): number | null {
  for (let at = from; ; at++) {
    const code = text.charCodeAt(at);
    if (at >= text.length || code === 10 || code === 13 || text.startsWith(delimiter, at)) return at;
    if (code !== 32 && code !== 9) return null;
  }
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) lines++;
  }
  return lines;
}

/** The quotation mark was never closed: give up its own line only and go on with the next. */
function takeLineAlone(state: State, start: { at: number; line: number }, cells: string[]): void {
  const rest = /\r\n|\n|\r/g;
  rest.lastIndex = start.at;
  const end = rest.exec(state.text);
  cells.splice(0, cells.length, state.text.slice(start.at, end ? end.index : state.text.length));
  state.at = end ? rest.lastIndex : state.text.length;
  state.line = start.line + 1;
}

import { plain } from '../group.js';
import { filledIn, textOf, type SheetCells } from '../sheet.js';

/** What a key of codes says of one column of the answers. */
export interface KeyOfColumn {
  /** The question in words; null where the key gives none. */
  question: string | null;
  /** The option that the column stands for, where it is one of several ("Q3", code 2: column Q3_2). */
  item: string | null;
  /** Code (by `codeKey`) -> what it stands for. */
  words: Map<string, string>;
}

/** A longer sheet is no key that people wrote. */
const MOST_ROWS = 3_000;
const LONGEST_CELL = 1_000;
const LONGEST_CODE = 12;
const MOST_WORDS = 150;

/** A code as it is compared: "01", "1" and "1.0" are one. */
export const codeKey = (code: string): string => {
  const bare = plain(code);
  return /^\d+(\.0+)?$/.test(bare) ? String(Number(bare)) : bare;
};

const isNumeric = (text: string): boolean => /^-?\d{1,4}(\.0+)?$/.test(text);
/** What a figure stands for is said in words; a count or a share beside it is a table of results. "16-24" are words. */
const isWording = (text: string): boolean => !/^[£$€\d.,%\s]+$/.test(text) && text.length <= MOST_WORDS;

/** The columns of the answers, and the codes met in them. */
interface KeyedColumns {
  labels: readonly string[];
  /** Codes (by `codeKey`) that stand in each column. */
  codes: readonly ReadonlySet<string>[];
}

/**
 * Reads a sheet as a key of codes, in the forms that people write: a line for each code under the name of its column, a block
 * for each question, or "1 = Yes; 2 = No" in one cell.
 * @returns what it says, by the place of the column; empty where the sheet is no key
 */
export function readKey(sheet: SheetCells, columns: KeyedColumns): Map<number, KeyOfColumn> {
  const key = new KeyReader(columns);
  let read = 0;
  for (const { cells } of sheet.rows) {
    if (++read > MOST_ROWS) return new Map();
    if (filledIn(cells) === 0) continue;
    const texts = cells.map((cell) => textOf(cell).slice(0, LONGEST_CELL));
    key.line(texts.filter((text) => text !== ''));
  }
  return key.found();
}

class KeyReader {
  private readonly places = new Map<string, number>();
  private readonly columns = new Map<number, KeyOfColumn>();
  /** Column, or name of a question whose options have a column each, that the lines below speak of. */
  private current: number | string | null = null;
  private question: string | null = null;

  constructor(private readonly of: KeyedColumns) {
    of.labels.forEach((label, at) => {
      for (const name of namesOf(label)) if (!this.places.has(name)) this.places.set(name, at);
    });
  }

  found(): Map<number, KeyOfColumn> {
    const places = [...this.columns.keys()].sort((a, b) => a - b);
    for (const at of places) {
      const said = this.columns.get(at)!;
      const before = this.columns.get(at - 1);
      // The question of several columns is written beside the first of them.
      if (said.question === null && before && numberless(this.of, at) === numberless(this.of, at - 1))
        said.question = before.question;
    }
    return new Map(places.map((at) => [at, this.columns.get(at)!]));
  }

  line(texts: readonly string[]): void {
    const { rest, opens } = this.opened(texts);
    const pair = this.pairIn(rest);
    const before = pair ? rest.slice(0, pair.at) : rest;
    if (opens) this.ask(before);
    if (pair) return this.say(pair.code, pair.word);
    for (const text of rest) for (const [code, word] of writtenPairs(text)) this.say(code, word);
  }

  /** The cells of a line behind the name that opens it; all of them where it goes on with the last. */
  private opened(texts: readonly string[]): { rest: readonly string[]; opens: boolean } {
    const [first = '', ...rest] = texts;
    const place = this.places.get(plain(first));
    if (place !== undefined && !(isNumeric(first) && this.current !== null)) {
      this.open(place);
      return { rest, opens: true };
    }
    const head = /^([\w.]{1,20})\s*[.:)–-]+\s+(\S.*)$|^([\w.]*\d)\s+(\S.*)$/s.exec(first);
    const named = this.places.get(plain(head?.[1] ?? head?.[3] ?? ''));
    if (named !== undefined && head && !isNumeric(head[1] ?? head[3] ?? '')) {
      this.open(named);
      return { rest: [head[2] ?? head[4] ?? '', ...rest], opens: true };
    }
    if (this.isCode(first) || (texts.length === 1 && this.current !== null))
      return { rest: texts, opens: false };
    // The name of something else: what follows is not said of the column before.
    if (rest.length > 0) {
      this.current = plain(first);
      this.question = null;
      return { rest, opens: true };
    }
    return { rest: texts, opens: false };
  }

  private open(place: number): void {
    this.current = place;
    this.question = null;
    if (!this.columns.has(place)) this.columns.set(place, { question: null, item: null, words: new Map() });
  }

  private ask(texts: readonly string[]): void {
    const asked = [...texts]
      .filter((text) => /\p{L}{2}/u.test(text) && writtenPairs(text).length === 0)
      .sort((a, b) => b.length - a.length)[0];
    this.question = asked ?? null;
    const column = typeof this.current === 'number' ? this.columns.get(this.current) : undefined;
    if (column) column.question ??= this.question;
  }

  /** The last code of a line with its meaning behind it. */
  private pairIn(texts: readonly string[]): { at: number; code: string; word: string } | null {
    for (let at = texts.length - 2; at >= 0; at--)
      if (this.isCode(texts[at]!) && isWording(texts[at + 1]!))
        return { at, code: texts[at]!, word: texts[at + 1]! };
    return null;
  }

  private isCode(text: string): boolean {
    if (isNumeric(text)) return true;
    if (text.length > LONGEST_CODE || typeof this.current !== 'number') return false;
    // Nobody may have given an answer that the key names among others of its kind.
    const letters =
      /^[A-Z]{1,4}$/.test(text) && [...this.columns.get(this.current)!.words.keys()].some(isLetters);
    return letters || this.of.codes[this.current]!.has(codeKey(text));
  }

  private say(code: string, word: string): void {
    if (typeof this.current === 'number') {
      const { words } = this.columns.get(this.current)!;
      if (!words.has(codeKey(code)) && isWording(word)) words.set(codeKey(code), word);
    } else if (this.current !== null) this.option(this.current, code, word);
  }

  /** "Q3 | 2 | Gym" where the answers have a column Q3_2. */
  private option(name: string, code: string, word: string): void {
    for (const mark of [' ', '.', '-', '']) {
      const place = this.places.get(plain(`${name}${mark}${code}`));
      if (place === undefined || this.columns.has(place)) continue;
      this.columns.set(place, { question: this.question, item: word, words: new Map() });
      return;
    }
  }
}

const isLetters = (code: string): boolean => /^[a-z]{1,4}$/.test(code);

/** A column's label without the number of its option: "Q3_2" -> "q3". */
const numberless = ({ labels }: KeyedColumns, at: number): string =>
  plain(labels[at]!).replace(/[ .-]?\d{1,2}$/, '');

/** A label as a key may name its column: whole, or by the number that it begins with. */
function namesOf(label: string): string[] {
  const number = /^(q(?:uestion)?\s?\d+[a-z]?(?:[._]\d+)?)(?=[\s.:)–-])/i.exec(label)?.[1];
  return [plain(label), ...(number === undefined ? [] : [plain(number)])];
}

/** "1 = Male; 2 = Female" in one cell. */
function writtenPairs(cell: string): [code: string, word: string][] {
  const pieces = cell.split(/[;\n|]|,(?= ?[\w-]{1,6} ?=)/).map((piece) => piece.trim());
  const pairs = pieces.flatMap((piece): [string, string][] => {
    const match = /^(-?[\w.]{1,6}) ?(?:=|:|->|→|[–-] )\s?(\S.*)$/s.exec(piece);
    return match && (isNumeric(match[1]!) || piece.includes('=')) ? [[match[1]!, match[2]!.trim()]] : [];
  });
  return pairs.length === pieces.filter((piece) => piece !== '').length ? pairs : [];
}

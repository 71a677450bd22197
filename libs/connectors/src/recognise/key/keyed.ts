import type { GridRow } from '../../reading/grid.js';
import { plain } from '../group.js';
import type { ColumnProfile } from '../profile.js';
import type { ColumnLabel, SheetCells } from '../sheet.js';
import { isBlankWord } from '../words.js';
import { codeKey, readKey, type KeyOfColumn } from './read-key.js';

/** A sheet of codes with the key that says what they mean: what was looked at is the words, what stands there are the codes. */
export interface Keyed {
  /** Name of the sheet that holds the key. */
  sheet: string;
  /** Labels and cells as the sheet itself has them. */
  labels: ColumnLabel[];
  profiles: ColumnProfile[];
  /** Code (by `codeKey`) -> word, by the place of its column. */
  words: ReadonlyMap<number, ReadonlyMap<string, string>>;
  /** What the key leaves open, by the sheet's own label. */
  asks: KeyAsk[];
}

interface KeyAsk {
  column: string;
  about: string;
  why: string;
}

/** A longer list is one of names, not of answers. */
const MOST_CODES = 100;
/** Words for "not answered" and the like: codes of which people say so in a column of figures. */
const SAYS_NOTHING =
  /^(refused|declined|refusal|prefer not|rather not|don'?t know|do not know|not known|unknown|not (answered|stated|applicable|asked|recorded|given)|no (answer|response|reply)|missing|skipped|n\/?a)\b/i;

const saysNothing = (word: string): boolean =>
  isBlankWord(word) || SAYS_NOTHING.test(word.replace('\u2019', "'"));
const NO =
  /^(no|not?( |-)(selected|ticked|chosen|mentioned|checked)|unselected|unticked|unchecked|0|n|false|blank)$/i;

/** The words of a column's codes as far as they are to be read for them, and whether some codes have none. */
function wordsFor(
  { words }: KeyOfColumn,
  profile: ColumnProfile,
): { use: Map<string, string>; some: boolean } {
  const none = { use: new Map<string, string>(), some: false };
  const values = [...profile.counts.keys()];
  // What nearly never repeats is an id or a text, whatever numbers stand beside it on another sheet.
  const ids = profile.unique && profile.filled > 8;
  if (words.size === 0 || values.length === 0 || values.length > MOST_CODES || ids) return none;
  const named = values.filter((value) => words.has(codeKey(value)));
  if (named.length === values.length) return { use: words, some: false };
  const silent = new Map([...words].filter(([, word]) => saysNothing(word)));
  // Figures of which only "not answered" and the ends of the scale are named ("0 = not at all likely").
  const figures = values.every((value) => /^-?\d+(\.\d+)?$/.test(value));
  if (figures && words.size - silent.size <= 3 && values.length > 4) return { use: silent, some: false };
  return profile.rowsWith(named) >= 0.5 * profile.filled ? { use: words, some: true } : none;
}

/** The one thing that a column of ticks stands for: all its other codes say no. */
function tickOf(words: ReadonlyMap<string, string>): string | null {
  const said = [...words.values()].filter((word) => !NO.test(plain(word)) && !saysNothing(word));
  const [only] = said;
  return said.length === 1 &&
    only &&
    !/^(yes|y|true|selected|ticked|chosen|mentioned|checked)$/i.test(plain(only))
    ? only
    : null;
}

/**
 * Looks among the other sheets of a workbook for a key of the codes that stand in this one.
 * @returns null where there is none
 */
export function findKey(
  others: readonly SheetCells[],
  labels: ColumnLabel[],
  profiles: ColumnProfile[],
): { keyed: Keyed; labels: ColumnLabel[] } | null {
  const columns = {
    labels: labels.map(({ label }) => label),
    codes: profiles.map(({ counts }) => new Set([...counts.keys()].slice(0, MOST_CODES).map(codeKey))),
  };
  for (const sheet of others) {
    const key = readKey(sheet, columns);
    const words = new Map<number, ReadonlyMap<string, string>>();
    const asks: KeyAsk[] = [];
    for (const [at, said] of key) {
      const { use, some } = wordsFor(said, profiles[at]!);
      if (some) asks.push(incomplete(sheet.name ?? '', labels[at]!.label));
      const tick = said.item ?? tickOf(use);
      if (tick !== null) said.item = tick;
      else if (use.size > 0) words.set(at, use);
    }
    if (words.size === 0 && ![...key.values()].some(({ item }) => item !== null)) continue;
    const keyed = { sheet: sheet.name ?? '', labels, profiles, words, asks };
    return {
      keyed,
      labels: unlike(
        labels.map((label, at) => asked(label, key.get(at))),
        labels,
      ),
    };
  }
  return null;
}

const incomplete = (sheet: string, column: string): KeyAsk => ({
  column,
  about: 'codes',
  why: `The key on the sheet "${sheet}" does not say what some of the codes stand for: say it.`,
});

/** Names that a program gives columns ("Q4", "AGE", "hh_size"), as opposed to what people call them. */
const isName = (label: string): boolean =>
  /^[a-z]{1,12}[ ._-]?\d[\w.]*$/i.test(label) || /^[A-Z][A-Z_]{1,7}$/.test(label) || /^\w+_\w+$/.test(label);

/** The label in the words of the key, where it has some and the label is no wording itself. */
function asked(own: ColumnLabel, said: KeyOfColumn | undefined): ColumnLabel {
  if (!said) return own;
  if (said.item === null)
    return said.question !== null && (said.words.size > 0 || isName(own.label))
      ? { label: said.question, stem: null, item: null }
      : own;
  const stem = said.question ?? own.label.replace(/[ _.-]\d{1,2}$/, '');
  return { label: `${stem} - ${said.item}`, stem, item: said.item };
}

/** No two labels alike: one that the key has for several columns bears the column's own beside it. */
function unlike(labels: ColumnLabel[], own: readonly ColumnLabel[]): ColumnLabel[] {
  const times = new Map<string, number>();
  for (const { label } of labels) times.set(label, (times.get(label) ?? 0) + 1);
  return labels.map((one, at) =>
    times.get(one.label)! < 2 || one.label === own[at]!.label
      ? one
      : { label: `${one.label} (${own[at]!.label})`, stem: one.label, item: own[at]!.label },
  );
}

/** Rows with the words of the key in place of its codes. */
export function* inWords(rows: Iterable<GridRow>, { words }: Keyed): Generator<GridRow> {
  for (const row of rows) {
    const cells = [...row.cells];
    for (const [at, column] of words) {
      const cell = cells[at];
      if (cell === null || cell === undefined) continue;
      // Most codes are written as the key compares them.
      cells[at] = column.get(cell) ?? column.get(codeKey(cell)) ?? cell;
    }
    yield { ...row, cells };
  }
}

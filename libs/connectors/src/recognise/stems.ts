import type { ColumnLabel } from './sheet.js';

/** A label taken apart into the question that several columns share and what is this column's own. */
export interface Split {
  stem: string;
  item: string;
}

type Splitter = (column: ColumnLabel, all: ReadonlySet<string>) => Split | null;

const by =
  (pattern: RegExp): Splitter =>
  ({ label }) => {
    const match = pattern.exec(label);
    return match?.[1] && match[2] ? { stem: match[1].trim(), item: match[2].trim() } : null;
  };

/** Ways in which tools write question and option into one label, most telling first. */
const SPLITTERS: readonly Splitter[] = [
  // Two header rows.
  ({ stem, item }) => (stem !== null && item !== null ? { stem, item } : null),
  // "Question [Option]"
  by(/^(.*\S)\s*\[([^\]]+)\]$/s),
  // "group/question/option" beside a column "group/question", or REDCap's "question___option".
  ({ label }, all) => {
    const slash = label.lastIndexOf('/');
    if (slash <= 0 || !all.has(label.slice(0, slash))) return null;
    return { stem: label.slice(0, slash), item: label.slice(slash + 1) };
  },
  by(/^(.+?)___(.+)$/),
  // "Question? (Option)", REDCap's "Question? (choice=Option)"
  ({ label }) => {
    const open = label.endsWith(')') ? label.lastIndexOf('(') : -1;
    const [stem, item] = [label.slice(0, Math.max(0, open)).trim(), label.slice(open + 1, -1)];
    if (open < 0 || !stem.includes('?') || item.includes(')')) return null;
    return { stem, item: item.replace(/^choice=/, '').trim() };
  },
  // "Question? (Tick two)-Option"
  by(/^(.+?\?\s*\([^()]*\))\s*(?:[-–—:|.]|>+)\s*(.+)$/s),
  // "Question? - Option", "Question?.Option", "Question: Option", "Question? Option"
  by(/^(.+?\?)\s*(?:[-–—:|.]|>+)\s*(.+)$/s),
  by(/^(.+?\.{3}|.+?…)\s*[-–—:|>]?\s*(.+)$/s),
  by(/^(.+?)\s+[-–—|>]\s+(.+)$/s),
  // "Please rate these-Option"
  by(/^(.{8,}?[\p{Ll})?.…])-(\p{Lu}.*)$/su),
  // "Option:Question?"
  ({ label }) => {
    const match = /^(.{1,80}?)\s*:\s*(.+\?.*)$/s.exec(label);
    return match?.[1] && match[2] ? { stem: match[2].trim(), item: match[1].trim() } : null;
  },
  by(/^(.+?):\s*(.+)$/s),
  by(/^(.+?\))\s+(.+)$/s),
  by(/^(.+?\?)\s+(.+)$/s),
  // "Question (Option)"
  by(/^(.+\S)\s*\(([^()]+)\)$/s),
  // "Q1 Option", "Q1_2", "question.option"
  by(/^(Q(?:uestion)?\s?\d+[a-z]?)(?:[._](?:\d{1,2}|[a-z])(?=[\s.:)-]+\S))?[\s._:)-]+(.+)$/i),
  by(/^(.+?)[_.](\d{1,3}|[a-z]|opt(?:ion)?\d+)$/i),
  by(/^([a-z0-9]+(?:_[a-z0-9]+)*)_([a-z0-9]+)$/i),
];

/** Neighbouring columns under one stem. */
export interface Run {
  /** Places of the columns. */
  columns: number[];
  stem: string;
  items: string[];
  /** Was the stem a part of the label, or only a code (`Q1`)? */
  code: boolean;
}

const isCode = (stem: string): boolean => /^q(uestion)?\s?\d+[a-z]?$/i.test(stem);
/** "Q2.1: What would you change? Bins", "Q3a Priorities: Bins": the number of the part belongs to the item. */
const unnumbered = (stem: string): string =>
  stem
    .replace(/^([a-z]\w{0,30})\[[^\]]{1,30}\]\.\s+(?=\S{2})/i, '')
    .replace(/^(q(?:uestion)?\s?\d+)(?:[._-]\d+|[._-]?[a-z]\b)(?=\s*[:.)-]?\s*\S{2})/i, '$1');

const keyOf = (stem: string): string =>
  unnumbered(stem)
    .replace(/\s+/g, ' ')
    .replace(/[.:\s-]+$/, '')
    .trim()
    .toLowerCase();

/**
 * Runs of at least two neighbouring columns whose labels share a stem, for each way of writing it. The same column may stand
 * in runs of several ways: the cells decide which is right.
 */
export function runsOf(columns: readonly ColumnLabel[]): Run[] {
  const all = new Set(columns.map(({ label }) => label));
  const runs: Run[] = [];
  for (const split of SPLITTERS) {
    let current: Run | null = null;
    columns.forEach((column, at) => {
      const parts = split(column, all);
      if (parts && current && keyOf(current.stem) === keyOf(parts.stem)) {
        current.columns.push(at);
        current.items.push(parts.item);
        return;
      }
      if (current && current.columns.length > 1) runs.push(current);
      current = parts
        ? { columns: [at], stem: unnumbered(parts.stem), items: [parts.item], code: isCode(parts.stem) }
        : null;
    });
    const last = current as Run | null;
    if (last && last.columns.length > 1) runs.push(last);
  }
  runs.push(...byPrefix(columns));
  return runs;
}

/** Labels that begin with the same words, where nothing else tells stem and item apart. */
function byPrefix(columns: readonly ColumnLabel[]): Run[] {
  const words = columns.map(({ label }) => label.split(/\s+/));
  const runs: Run[] = [];
  for (let at = 0; at + 1 < columns.length;) {
    const shared = sharedWords(words[at]!, words[at + 1]!);
    if (shared < 3) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end + 1 < columns.length && sharedWords(words[at]!, words[end + 1]!) >= shared) end++;
    const places = Array.from({ length: end - at + 1 }, (_, offset) => at + offset);
    if (places.every((place) => words[place]!.length > shared))
      runs.push({
        columns: places,
        stem: words[at]!.slice(0, shared).join(' '),
        items: places.map((place) => words[place]!.slice(shared).join(' ')),
        code: false,
      });
    at = end + 1;
  }
  return runs;
}

function sharedWords(a: readonly string[], b: readonly string[]): number {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared]!.toLowerCase() === b[shared]!.toLowerCase())
    shared++;
  return shared;
}

/** The question without a last part that says nothing of its own: "3. How safe are you? - Safety" stands alone. */
export function questionAlone(label: string): string {
  const match = /^(.{8,}\?)\s*[-–—]\s*(?!other\b)[^?]{1,40}$/is.exec(label);
  return (match?.[1] ?? label).replace(/\s+/g, ' ').trim();
}

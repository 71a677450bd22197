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
    return match?.[1] && match[2] ? { stem: match[1].trim(), item: ownPart(match[2]) } : null;
  };

/** Qualtrics writes "Selected Choice" between question and option. */
const ownPart = (item: string): string => item.trim().replace(/^selected choice\s+[-–—]\s+(?=\S)/i, '');

/** Where the bracket opens that closes at the end of a label; an option may hold brackets of its own. */
function lastBracket(label: string): number {
  let depth = 0;
  for (let at = label.length - 1; at >= 0; at--) {
    if (label[at] === ')') depth++;
    else if (label[at] === '(' && --depth === 0) return at;
    if (depth === 0) return -1;
  }
  return -1;
}

/** Ways in which tools write question and option into one label, most telling first. */
const SPLITTERS: readonly Splitter[] = [
  // Two header rows.
  ({ stem, item }) => (stem !== null && item !== null ? { stem, item } : null),
  // "Question [Option]"
  by(/^(.*\S)\s*\[([^\]]+)\]$/s),
  // "group/question/option" beside a column "group/question", or REDCap's "question___option".
  ({ label }, all) => {
    // An option may hold a stroke of its own ("Fruit/veg"): the longest part that is a column by itself is the question.
    for (let slash = label.lastIndexOf('/'); slash > 0; slash = label.lastIndexOf('/', slash - 1))
      if (all.has(label.slice(0, slash)))
        return { stem: label.slice(0, slash), item: label.slice(slash + 1) };
    return null;
  },
  by(/^(.+?)___(.+)$/),
  // "Question_1 Option"
  by(/^(.{6,}?\S)_\d{1,2}[\s.:)-]+(\S.*)$/s),
  // "Question? (Option)", REDCap's "Question? (choice=Option)"
  ({ label }) => {
    const open = lastBracket(label);
    const [stem, item] = [label.slice(0, Math.max(0, open)).trim(), label.slice(open + 1, -1)];
    if (open < 0 || !stem.includes('?')) return null;
    return { stem, item: item.replace(/^choice=/, '').trim() };
  },
  // "Question? (Tick two)-Option"
  by(/^(.+?\?\s*\([^()]*\))\s*(?:[-–—:|.]|>+)\s*(.+)$/s),
  // "group/Question?/Option", where an option may hold a stroke.
  by(/^(.+?\?)\/(.+)$/s),
  // "Question? - Option", "Question?.Option", "Question: Option", "Question? Option"
  by(/^(.+?\?)\s*(?:[-–—:|.]|>+)\s*(.+)$/s),
  by(/^(.+?\.{3}|.+?…)\s*[-–—:|>]?\s*(.+)$/s),
  by(/^(.+?)\s+(?:[-–—|]|>+)\s+(.+)$/s),
  // "Please rate these-Option"
  by(/^(.{8,}?[\p{Ll})?.…])-(\p{Lu}.*)$/su),
  // "Please rate each of these.Option"
  by(/^(.{4,}?\s.{3,}?[\p{Ll}\p{N})…])\.(\p{Lu}.*)$/su),
  // "Option:Question?"
  ({ label }) => {
    const match = /^(.{1,80}?)\s*:\s*(.+\?.*)$/s.exec(label);
    return match?.[1] && match[2] ? { stem: match[2].trim(), item: match[1].trim() } : null;
  },
  // "Option:Put these in order"
  ({ label }) => {
    const match = /^(.{1,80}?)\s*:\s*((?:q?\d+[.:)]\s*)?[^:]+(?:\s+[^:\s]+){3,})$/is.exec(label);
    return match?.[1] && match[2] ? { stem: match[2].trim(), item: match[1].trim() } : null;
  },
  by(/^(.+?):\s*(.+)$/s),
  by(/^(.+?\))\s+(.+)$/s),
  by(/^(.+?\?)\s+(.+)$/s),
  // "Question (Option)"
  by(/^(.+\S)\s*\(([^()]+)\)$/s),
  // "Q1 Option", "Q1_2", "question.option"
  by(/^(Q(?:uestion)?\s?\d+[a-z]?)(?:[._](?:\d{1,2}|[a-z])(?=[\s.:)-]+\S))?[\s._:)-]+(.+)$/i),
  // "group/question/option" where the question has no column of its own.
  by(/^(.*[^\s/])\/([^\s/].*)$/s),
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
/** "Q2.1: What would you change? Bins", "Q3a Priorities: Bins", "3.1. How good is it? - Beds": the number of the part is the item's. */
const unnumbered = (stem: string): string =>
  stem
    .replace(/^([a-z]\w{0,30})\[[^\]]{1,30}\]\.\s+(?=\S{2})/i, '')
    .replace(/^(q(?:uestion)?\s?\d+)(?:[._-]\d+|[._-]?[a-z]\b)(?=\s*[:.)-]?\s*\S{2})/i, '$1')
    .replace(
      /^(\d{1,3})(?:\.\d{1,2}(?:\.?[a-z]\b)?(?:[.:)]+(?=\s*\S{2})|(?=\s+\S{2}))|\.?(?:[a-z][.:)]|\([a-z]\))[.:)]*(?=\s*\S{2}))/i,
      '$1.',
    );

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
  const beside = besideOptions(columns);
  const runs: Run[] = [];
  for (const split of SPLITTERS) {
    let current: Run | null = null;
    columns.forEach((column, at) => {
      if (beside.has(at)) return;
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
  // A number alone is no question.
  return runs
    .map(deepened)
    .map(bareItems)
    .map(withoutTail)
    .filter(({ stem }) => !/^\(?\d+[.):]*$/.test(stem));
}

/** What a tool calls the column for a remark on one option, in the languages that it speaks. */
const REMARK =
  /^[\s[(–:/-]*(comments?|remarks?|notes?|details?|explanation|kommentare?|commentaires?|comentarios?|comentários?|commenti?|opmerking(en)?|komentarz|sylw(ad|adau)?)[\s\])]*$/i;

/** Columns that hold a remark on the option of the column before ("Damp [Comment]"): they part no run of options. */
export function besideOptions(columns: readonly ColumnLabel[]): Set<number> {
  const bare = columns.map(({ label }) => unnumbered(label));
  const beside = new Set<number>();
  bare.forEach((label, at) => {
    const before = bare[at - 1];
    const code = /^(.+\[.+)comment\]$/i.exec(columns[at]!.label);
    if (code && columns[at - 1]?.label === `${code[1]}]`) beside.add(at);
    else if (
      before &&
      label.length > before.length &&
      label.startsWith(before) &&
      REMARK.test(label.slice(before.length))
    )
      beside.add(at);
  });
  return beside;
}

/** A mark that a label bears twice ("Rank these:: Cameras") is no part of its item. */
const bareItems = (run: Run): Run => ({
  ...run,
  items: run.items.map((item) => item.replace(/^[:>|\s]+(?=\S)/, '')),
});

/** What all items end with behind a mark says nothing of any: "Cost - Importance", "Speed - Importance". */
function withoutTail(run: Run): Run {
  const [tail] = /\s[-–—]\s[^-–—]+$/.exec(run.items[0]!) ?? [];
  if (tail === undefined || !run.items.every((item) => item.length > tail.length && item.endsWith(tail)))
    return run;
  return { ...run, items: run.items.map((item) => item.slice(0, -tail.length).trim()) };
}

/** What all items begin with, up to a mark, is a part of the question: "Select all that apply/Noise", "... - Selected: Noise". */
function deepened(run: Run): Run {
  const [first] = run.items as [string];
  const ends = [...first.matchAll(/\?\s*[-–—/:|>]*\s*|[/:|>]\s*|\s[-–—]\s/g)].map(
    ({ index, 0: mark }) => index + mark.length,
  );
  const end = ends.findLast(
    (at) => at > 2 && run.items.every((item) => item.length > at && item.startsWith(first.slice(0, at))),
  );
  if (end === undefined) return run;
  const shared = first.slice(0, end).replace(/[\s\-–—/:|>]+$/, '');
  return {
    ...run,
    stem: /^\W*\d+\W*$/.test(run.stem) ? shared : `${run.stem} ${shared}`,
    items: run.items.map((item) => item.slice(end).trim()),
    code: run.code && !/[?]/.test(shared),
  };
}

/** Ends as a whole question does, with or without the ends of its scale behind it: "How clean is it? (1-5)". */
const ASKS_ALONE = /\?\s*(\([^()]*\))?$/;

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
    const cut = boundary(words[at]!, shared);
    // Two questions that begin alike are two.
    const two = cut === shared && places.some((place) => ASKS_ALONE.test(columns[place]!.label));
    if (!two && places.every((place) => words[place]!.length > cut))
      runs.push({
        columns: places,
        stem: words[at]!.slice(0, cut).join(' '),
        items: places.map((place) => words[place]!.slice(cut).join(' ')),
        code: false,
      });
    at = end + 1;
  }
  return runs;
}

/** Options may begin with the same word ("My safety", "My health"): the question ends at its mark, where it has one. */
function boundary(words: readonly string[], shared: number): number {
  for (let at = shared; at > 1; at--) if (/[?:…)>]$/.test(words[at - 1]!)) return at;
  return shared;
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

/** Twips between the margins of an A4 sheet, upright and on its side. */
export const UPRIGHT = 9_866;
export const ON_ITS_SIDE = 14_798;

/** Twips of one em of a table's letters, which are of 9.5 points. */
const EM = 190;
/** Left and right of a cell's text, as word processors have it unless told. */
const PADDING = 216;
/** More than one line of this is broken anyhow; longer texts don't take the room of the others. */
const LONG = 4_800;
/** Upright, columns must have more than this part of what they want beyond their longest words: else each sentence is a column of single words. */
const TIGHT = 0.08;

/** Ems of letters of Arial, rounded up: by kinds, which is near enough to leave room and not to waste it. */
const WIDTHS: readonly (readonly [letters: RegExp, ems: number])[] = [
  [/[ijlI.,:;'|()[\]!ft\- \u00a0]/, 0.34],
  [/[mMW%@]/, 0.95],
  [/[A-Z&]/, 0.74],
  [/\p{L}|\d/u, 0.57],
];
const emsOf = (letter: string): number => WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? 0.6;
const wide = (text: string): number => [...text].reduce((sum, letter) => sum + emsOf(letter), 0) * EM;
/** No line ends within these: a no-break space is none that parts. */
const wordsOf = (text: string): string[] => text.split(/[ \n]+/);
const BOLD = 1.08;

interface Head {
  title: string;
  numeric: boolean;
}

/** So wide is a column whose words are broken nowhere, and one whose text stands on one line. */
function extremesOf({ title, numeric }: Head, texts: readonly string[]): Extremes {
  const longest = (lines: readonly string[]): number => Math.max(0, ...lines.map(wide));
  const least = Math.max(longest(wordsOf(title)) * BOLD, longest(texts.flatMap(wordsOf)));
  const most = Math.max(least, Math.min(LONG, Math.max(longest(texts), wide(title) * BOLD)));
  return { least: least + PADDING, most: most + PADDING, numeric };
}

interface Extremes {
  least: number;
  most: number;
  numeric: boolean;
}

/**
 * Widths of a table's columns so that no number and no word is broken.
 * @param rows texts of its cells
 * @returns twips a column, which add up to at most what is between the margins; whether its sheet lies on its side, as where the words have no room upright
 */
export function columnsOf(
  heads: readonly Head[],
  rows: readonly (readonly string[])[],
): { widths: number[]; onItsSide: boolean } {
  const columns = heads.map((head, at) =>
    extremesOf(
      head,
      rows.map((cells) => cells[at] ?? ''),
    ),
  );
  const sum = (of: (column: Extremes) => number): number =>
    columns.reduce((total, column) => total + of(column), 0);
  const least = sum((column) => column.least);
  const wanted = sum((column) => column.most - column.least);
  const onItsSide = UPRIGHT - least < TIGHT * wanted;
  const room = onItsSide ? ON_ITS_SIDE : UPRIGHT;
  // So many columns that even on its side words are broken.
  if (least > room)
    return { widths: columns.map((column) => Math.floor((column.least / least) * room)), onItsSide };
  const given = Math.min(room - least, wanted);
  // What nobody wants goes to the columns of words.
  const over = (room - least - given) / Math.max(1, columns.filter(({ numeric }) => !numeric).length);
  const widthOf = ({ least: own, most, numeric }: Extremes): number =>
    own + (wanted ? ((most - own) / wanted) * given : 0) + (numeric ? 0 : over);
  return { widths: columns.map((column) => Math.floor(widthOf(column))), onItsSide };
}

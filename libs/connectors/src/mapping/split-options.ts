/**
 * The options of one cell. Options that hold the delimiter themselves are told by the list of options: at each place the
 * longest one that fits is taken, and what is in no list is cut at the next delimiter.
 */
export function splitByList(cell: string, delimiter: string, options: readonly string[] = []): string[] {
  const holding = options
    .filter((option) => option.includes(delimiter.trim() || delimiter))
    .sort((a, b) => b.length - a.length);
  const found: string[] = [];
  let at = 0;
  while (at < cell.length) {
    at = skipBlanks(cell, at);
    if (at >= cell.length) break;
    const option = holding.find(
      (candidate) => cell.startsWith(candidate, at) && endsHere(cell, at + candidate.length, delimiter),
    );
    const end = option === undefined ? nextMark(cell, at, delimiter) : at + option.length;
    const piece = (option ?? cell.slice(at, end)).replace(/^[\s\u200b]+|[\s\u200b]+$/g, '');
    if (piece !== '') found.push(piece);
    const mark = cell.indexOf(delimiter.trim() || delimiter, end);
    at = mark < 0 ? cell.length : mark + (delimiter.trim() || delimiter).length;
  }
  return found;
}

/** A list whose pieces bear the numbers from 1 on ("1. Parks", "2. Roads"), in their order and without them; null for any other. */
export function unnumberedList(pieces: readonly string[]): string[] | null {
  const parts = pieces.map((piece) => /^#?(\d{1,2})\s?[.):]\s*(?=\D)(.+)$/s.exec(piece.trim()));
  if (parts.length < 2 || parts.includes(null)) return null;
  const ordered = parts
    .map((part) => ({ place: Number(part![1]), option: part![2]!.trim() }))
    .sort((a, b) => a.place - b.place);
  return ordered.every(({ place }, at) => place === at + 1) ? ordered.map(({ option }) => option) : null;
}

/** Signs of an order of forty items of fifty letters at the most, and with room: what is longer is no order. */
const LONGEST_ORDER = 4_000;
const ENDS_PLACED = /[:=]\s*\d{1,2}\s*[,;|\n]?\s*$/;
/** Signs that the mark and the number behind an item take, blanks between them included. */
const LONGEST_PLACE = 12;
const PLACE = /[:=]\s*(\d{1,2})$/;

/** Items of an order that bear their places ("Pool : 2, Gym : 1"), first place first; null for any other cell. */
export function placedList(cell: string): string[] | null {
  if (cell.length > LONGEST_ORDER || !ENDS_PLACED.test(cell.slice(-40))) return null;
  const placed: { item: string; place: number }[] = [];
  let begun = '';
  // An item may hold a mark itself ("Parks, at night : 1"): a part without a place goes on in the next one.
  for (const piece of cell.split(/(?<=[,;|\n])/)) {
    const part = piece.replace(/[,;|\n]$/, '').trimEnd();
    const place = PLACE.exec(part.slice(-LONGEST_PLACE));
    if (!place) {
      begun += piece;
      continue;
    }
    const item = (begun + part.slice(0, part.length - place[0].length)).trim();
    if (item === '') return null;
    placed.push({ item, place: Number(place[1]) });
    begun = '';
  }
  if (begun.trim() !== '' || placed.length < 2) return null;
  placed.sort((a, b) => a.place - b.place);
  return placed.every(({ place }, at) => place === at + 1) ? placed.map(({ item }) => item) : null;
}

const skipBlanks = (cell: string, from: number): number => {
  let at = from;
  while (at < cell.length && /[\s\u200b]/.test(cell[at]!)) at++;
  return at;
};

function endsHere(cell: string, at: number, delimiter: string): boolean {
  const rest = cell.slice(at);
  return (
    rest.trim() === '' ||
    rest.trimStart().startsWith(delimiter.trim() || delimiter) ||
    rest.startsWith(delimiter)
  );
}

/** The next delimiter outside brackets, or the end. */
function nextMark(cell: string, from: number, delimiter: string): number {
  let depth = 0;
  for (let at = from; at < cell.length; at++) {
    const sign = cell[at];
    if (sign === '(' || sign === '[') depth++;
    else if (sign === ')' || sign === ']') depth = Math.max(0, depth - 1);
    else if (depth === 0 && cell.startsWith(delimiter, at)) return at;
  }
  const plain = cell.indexOf(delimiter, from);
  return plain < 0 || depth === 0 ? cell.length : plain;
}

/** An item with its answer: parted at the last mark with a blank on both sides ("Part 1: bus lanes : Support"), or else at the first. */
export function pairIn(part: string): [item: string, answer: string] | null {
  const match =
    /^(.*\S)\s+(?::|=|->|→)\s+(\S.*)$/s.exec(part.trim()) ??
    /^(.*?)(?:\s*(?::|=|->|→)\s+|\s+(?::|=|->|→)\s*)(.*)$/s.exec(part.trim()) ??
    /^(.*?)(?::|=|->|→)(.*)$/s.exec(part.trim());
  return match?.[1] && match[2] ? [match[1].trim(), match[2].trim()] : null;
}

const PAIRS = /:|=|->|→/;

/** The parts of a cell of items with their answers; an item may hold the mark: "Cost : High, Parking, at night : Low". */
export function pairedParts(cell: string, mark: string): string[] {
  const parts: string[] = [];
  let begun = '';
  for (const part of cell.split(mark)) {
    const whole = begun === '' ? part : begun + mark + part;
    if (PAIRS.test(part)) parts.push(whole);
    begun = PAIRS.test(part) ? '' : whole;
  }
  return begun === '' ? parts : [...parts, begun];
}

/** Items of a matrix in one cell, each with its answer: `Street lighting : Good, Litter picking : Poor`. */
export function splitPairs(cell: string, delimiter: string): [item: string, answer: string][] {
  return pairedParts(cell, delimiter).flatMap((part) => {
    const pair = pairIn(part);
    return pair ? [pair] : [];
  });
}

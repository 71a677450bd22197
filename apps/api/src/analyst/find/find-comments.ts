import {
  countableComments,
  foundComments,
  recordLook,
  type CommentFilter,
  type CountedComment,
  type FoundCommentRow,
  type Transaction,
} from '#store';
import type { FoundBy } from '#themes';
import { areaByCode } from '../../public/areas/areas.js';
import {
  DIMENSIONS,
  type FoundComment,
  type FoundComments,
  type FoundCount,
  type FoundDimension,
} from './find.type.js';
import { rankComments, type Ranked } from './rank.js';
import { askedSpans, segmentsOf } from './segments.js';
import type { Shelves } from './shelves.js';

/** What is looked for, and where. */
interface LookedFor {
  words: string;
  filter: CommentFilter;
  /** The last entry of the index that was seen before; null: nothing is told as new. */
  seen?: number | null;
}

interface Asked extends LookedFor {
  first: number;
  skip: number;
  /** Only what came behind `seen`. */
  onlyNew?: boolean;
}

/** How many comments a search finds, and how many of them came behind what was seen. No comment is read. */
export async function countFound(
  tx: Transaction,
  shelves: Shelves,
  looked: LookedFor,
): Promise<{ comments: number; fresh: number }> {
  const { all } = await lookFor(tx, shelves, looked);
  return { comments: all.length, fresh: all.filter(isNewSince(looked.seen)).length };
}

/**
 * Finds comments by their words and by their meaning, in one order of both, and counts them. Reads only what the session's agencies
 * were told; that comments were read is recorded, what was asked is not.
 */
export async function findComments(
  tx: Transaction,
  shelves: Shelves,
  { first, skip, onlyNew = false, ...looked }: Asked,
): Promise<FoundComments> {
  const isNew = isNewSince(looked.seen);
  const { ranked, all: everything } = await lookFor(tx, shelves, looked);
  const all = onlyNew ? everything.filter(isNew) : everything;
  const counted = new Map(all.map((one) => [one.answer, one]));
  const found = ranked.order.filter(({ answer }) => counted.has(answer));
  const page = found.slice(skip, skip + first).map(({ answer }) => answer);
  const rows = await foundComments(tx, page, ranked.terms);
  if (rows.length > 0) await recordLook(tx, 'comments-read', 'search', { comments: rows.length });
  const { piecesOf } = await import('#themes');
  const how = new Map(found.map(({ answer, foundBy }) => [answer, foundBy]));
  return {
    comments: found.length,
    fresh: everything.filter(isNew).length,
    submissions: new Set(all.map(({ submission }) => submission)).size,
    arguments: new Set(all.map(({ argument, answer }) => argument ?? `answer ${answer}`)).size,
    byWords: found.filter(({ foundBy }) => foundBy !== 'meaning').length,
    byMeaning: found.filter(({ foundBy }) => foundBy === 'meaning').length,
    more: ranked.more,
    nodes: rows.map((row) => {
      const one = counted.get(row.answer)!;
      return { ...shownOf(row, how.get(row.answer)!, one, { ...ranked, piecesOf }), isNew: isNew(one) };
    }),
    counts: DIMENSIONS.flatMap((dimension) => countsOf(all, dimension)),
  };
}

/** Answers by their ids, as found comments are shown. @param why what they were read for, as the audit trail names it */
export async function readComments(
  tx: Transaction,
  answers: readonly number[],
  { terms, why }: { terms: readonly string[]; why: string },
): Promise<FoundComment[]> {
  const rows = await foundComments(tx, answers, terms);
  if (rows.length > 0) await recordLook(tx, 'comments-read', why, { comments: rows.length });
  const counted = new Map((await countableComments(tx, answers, {})).map((one) => [one.answer, one]));
  return rows.flatMap((row) => {
    const one = counted.get(row.answer);
    return one ? [{ ...shownOf(row, 'words', one, NOT_NEAR), isNew: false }] : [];
  });
}

/** Nothing was asked that could be near. */
const NOT_NEAR: Nearness = { nearness: () => [], piecesOf: () => [] };

/** The nearest comments in their order, and those of them that the filter lets through. */
async function lookFor(
  tx: Transaction,
  shelves: Shelves,
  { words, filter }: LookedFor,
): Promise<{ ranked: Ranked; all: CountedComment[] }> {
  const ranked = await rankComments(tx, shelves, words);
  const ids = ranked.order.map(({ answer }) => answer);
  return { ranked, all: await countableComments(tx, ids, filter) };
}

const isNewSince =
  (seen: number | null | undefined) =>
  ({ since }: CountedComment): boolean =>
    typeof seen === 'number' && since > seen;

interface Nearness extends Pick<Ranked, 'nearness'> {
  piecesOf(text: string): string[];
}

function shownOf(
  row: FoundCommentRow,
  foundBy: FoundBy,
  { themes }: CountedComment,
  { nearness, piecesOf }: Nearness,
): Omit<FoundComment, 'isNew'> {
  const { text, masks, marked, ward, ...shown } = row;
  const near = foundBy === 'words' ? null : nearestPiece(text, piecesOf(text), nearness);
  return {
    ...shown,
    ward: areaByCode(ward),
    foundBy,
    themes,
    segments: segmentsOf({ text, masks }, askedSpans(marked), near),
  };
}

/** Where the piece stands that comes nearest; null where a piece was joined of several and can't be shown as one stretch. */
function nearestPiece(
  text: string,
  pieces: string[],
  nearness: Ranked['nearness'],
): { start: number; end: number } | null {
  const scores = nearness(pieces);
  const piece = pieces[scores.indexOf(Math.max(...scores))];
  const start = piece === undefined ? -1 : text.indexOf(piece);
  return start < 0 ? null : { start, end: start + piece!.length };
}

interface Named {
  code: string;
  name: string | null;
}

const NAMED: Record<FoundDimension, (one: CountedComment) => readonly Named[]> = {
  agency: ({ agency, agencyName }) => [{ code: agency, name: agencyName }],
  engagement: ({ engagement, title }) => [{ code: engagement, name: title }],
  theme: ({ themes }) => (themes.length > 0 ? themes : ['']).map((code) => ({ code, name: null })),
  ward: ({ ward }) => [{ code: ward ?? '', name: areaByCode(ward)?.name ?? null }],
  quarter: ({ quarter }) => [{ code: quarter ?? '', name: null }],
};

function countsOf(all: readonly CountedComment[], dimension: FoundDimension): FoundCount[] {
  const counts = new Map<string, FoundCount>();
  for (const one of all)
    for (const { code, name } of NAMED[dimension](one)) {
      const held = counts.get(code);
      if (held) held.comments++;
      else counts.set(code, { dimension, code, name, comments: 1 });
    }
  return [...counts.values()].sort((a, b) => b.comments - a.comments || (a.code < b.code ? -1 : 1));
}

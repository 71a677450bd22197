import {
  countableComments,
  findByWords,
  foundComments,
  recordLook,
  type CommentFilter,
  type CountedComment,
  type FoundCommentRow,
  type Transaction,
} from '#store';
import type { FoundBy, MeaningShelf } from '#themes';
import { areaByCode } from '../../public/areas/areas.js';
import {
  DIMENSIONS,
  type FoundComment,
  type FoundComments,
  type FoundCount,
  type FoundDimension,
} from './find.type.js';
import { askedSpans, segmentsOf } from './segments.js';
import type { Shelves } from './shelves.js';

/** The best by words that are looked at; beyond, words are too common to tell anything. */
export const MOST_BY_WORDS = 5_000;
export const MOST_BY_MEANING = 300;
/** Cosine from which a comment is taken to speak of the same; chosen on comments that were read. */
export const NEAR = 0.45;

interface Asked {
  words: string;
  filter: CommentFilter;
  first: number;
  skip: number;
}

/**
 * Finds comments by their words and by their meaning, in one order of both, and counts them. Reads only what the session's agencies
 * were told; that comments were read is recorded, what was asked is not.
 */
export async function findComments(
  tx: Transaction,
  shelves: Shelves,
  { words, filter, first, skip }: Asked,
): Promise<FoundComments> {
  const { joinRanks, piecesOf } = await import('#themes');
  const byWords = await findByWords(tx, words, MOST_BY_WORDS);
  const shelf = await shelves.of(tx);
  const nearest = shelf.nearest(words, MOST_BY_MEANING, NEAR);
  const ranked = joinRanks(
    byWords.map(({ answer }) => answer),
    nearest.map(({ answer }) => answer),
  );
  const counted = new Map(
    (
      await countableComments(
        tx,
        ranked.map(({ answer }) => answer),
        filter,
      )
    ).map((one) => [one.answer, one]),
  );
  const found = ranked.filter(({ answer }) => counted.has(answer));
  const page = found.slice(skip, skip + first);
  const rows = await foundComments(
    tx,
    page.map(({ answer }) => answer),
    words,
  );
  if (rows.length > 0) await recordLook(tx, 'comments-read', 'search', { comments: rows.length });
  const how = new Map(found.map(({ answer, foundBy }) => [answer, foundBy]));
  const all = [...counted.values()];
  return {
    comments: found.length,
    submissions: new Set(all.map(({ submission }) => submission)).size,
    arguments: new Set(all.map(({ argument, answer }) => argument ?? `answer ${answer}`)).size,
    byWords: found.filter(({ foundBy }) => foundBy !== 'meaning').length,
    byMeaning: found.filter(({ foundBy }) => foundBy === 'meaning').length,
    more: (byWords[0]?.found ?? 0) > MOST_BY_WORDS,
    nodes: rows.map((row) =>
      shownOf(row, how.get(row.answer)!, counted.get(row.answer)!, { shelf, words, piecesOf }),
    ),
    counts: DIMENSIONS.flatMap((dimension) => countsOf(all, dimension)),
  };
}

interface Nearness {
  shelf: MeaningShelf;
  words: string;
  piecesOf(text: string): string[];
}

function shownOf(
  row: FoundCommentRow,
  foundBy: FoundBy,
  { themes }: CountedComment,
  { shelf, words, piecesOf }: Nearness,
): FoundComment {
  const { text, masks, marked, ward, ...shown } = row;
  const near =
    foundBy === 'words'
      ? null
      : nearestPiece(text, piecesOf(text), (pieces) => shelf.nearness(words, pieces));
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
  nearness: (pieces: string[]) => number[],
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

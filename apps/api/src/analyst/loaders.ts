import {
  readAssignedThemes,
  readComments,
  readReleasedQuotes,
  recordLook,
  type AssignedThemeRow,
  type CommentRow,
} from '#store';
import type { ApiContext } from '../graphql/context.js';
import { shownWords } from '#statements';
import { shownText } from './quoted-span.js';
import { stands, stretchesOf, type Mask } from './stretches.js';
import type { AssignedTheme, Comment } from './submission.type.js';

/** A comment with what is personal in it. */
interface ReadComment extends CommentRow {
  masks: Mask[];
}

/** Comments of many submissions at once, as they are shown. */
export async function commentsOf(context: ApiContext, ids: readonly string[]): Promise<Comment[][]> {
  const read = await context.batch(readWithMasks).loadMany(ids);
  return read.map((comments) => {
    if (comments instanceof Error) throw comments;
    return comments.map((comment) => ({
      question: comment.question,
      text: shownText(comment),
      original: null,
    }));
  });
}

/** That they were read is recorded. What waits to be coded is looked at for personal data here. */
async function readWithMasks({ session }: ApiContext, ids: readonly string[]): Promise<ReadComment[][]> {
  const rows = await session.work(async (tx) => {
    const comments = await readComments(tx, ids);
    if (comments.length > 0)
      await recordLook(tx, 'comments-read', 'submissions', { comments: comments.length });
    return comments;
  });
  const { findPersonalData } = await import('#themes');
  return grouped(
    ids,
    rows.map((row) => ({ ...row, masks: row.masks ?? findPersonalData(row.text) })),
  );
}

/** Themes of many submissions at once, each with the words it rests on. */
export async function themesOf(context: ApiContext, ids: readonly string[]): Promise<AssignedTheme[][]> {
  const rows = await context.session.work((tx) => readAssignedThemes(tx, ids));
  const comments = await context.batch(readWithMasks).loadMany(ids);
  return grouped(ids, rows).map((themes, index) => {
    const said = comments[index];
    return themes.map((row) => assignedTheme(row, said instanceof Array ? said : []));
  });
}

export async function quotesOf({ session }: ApiContext, ids: readonly string[]): Promise<(string | null)[]> {
  const quotes = new Map(
    (await session.work((tx) => readReleasedQuotes(tx, ids))).map((row) => [row.submission, row.text]),
  );
  return ids.map((id) => quotes.get(id) ?? null);
}

function assignedTheme(
  { theme, source, probability, evidence }: AssignedThemeRow,
  comments: readonly ReadComment[],
): AssignedTheme {
  const words = evidence.flatMap(({ answer, span }) => {
    const said = comments.find((comment) => comment.answer === answer);
    if (!said) return [];
    return [
      shownWords(stretchesOf(said.text, said.masks, [span]).filter((stretch) => stands(span, stretch))),
    ];
  });
  return { theme, source, probability, evidence: [...new Set(words)] };
}

function grouped<T extends { submission: string }>(ids: readonly string[], rows: readonly T[]): T[][] {
  const groups = new Map<string, T[]>(ids.map((id) => [id, []]));
  for (const row of rows) groups.get(row.submission)?.push(row);
  return ids.map((id) => groups.get(id) ?? []);
}

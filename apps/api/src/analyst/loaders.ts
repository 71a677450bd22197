import {
  readAssignedThemes,
  readComments,
  readReleasedQuotes,
  recordLook,
  type AssignedThemeRow,
  type CommentRow,
} from '#store';
import type { ApiContext } from '../graphql/context.js';
import type { AssignedTheme } from './submission.type.js';

/** Comments of many submissions at once; that they were read is recorded. */
export async function commentsOf({ session }: ApiContext, ids: readonly string[]): Promise<CommentRow[][]> {
  const rows = await session.work(async (tx) => {
    const comments = await readComments(tx, ids);
    if (comments.length > 0)
      await recordLook(tx, 'comments-read', 'submissions', { comments: comments.length });
    return comments;
  });
  return grouped(ids, rows);
}

/** Themes of many submissions at once, each with the words it rests on. */
export async function themesOf(context: ApiContext, ids: readonly string[]): Promise<AssignedTheme[][]> {
  const rows = await context.session.work((tx) => readAssignedThemes(tx, ids));
  const comments = await context.batch(commentsOf).loadMany(ids);
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
  comments: CommentRow[],
): AssignedTheme {
  const words = evidence.flatMap(({ answer, span }) => {
    const text = comments.find((comment) => comment.answer === answer)?.text;
    return text ? [text.slice(span.start, span.end)] : [];
  });
  return { theme, source, probability, evidence: [...new Set(words)] };
}

function grouped<T extends { submission: string }>(ids: readonly string[], rows: readonly T[]): T[][] {
  const groups = new Map<string, T[]>(ids.map((id) => [id, []]));
  for (const row of rows) groups.get(row.submission)?.push(row);
  return ids.map((id) => groups.get(id) ?? []);
}

import {
  readAssignedThemes,
  readComments,
  readReleasedQuotes,
  type AssignedThemeRow,
  type CommentRow,
} from '#store';
import type { ApiContext } from '../graphql/context.js';
import type { AssignedTheme } from './submission.type.js';

/** Comments of many submissions at once. */
export async function commentsOf({ session }: ApiContext, ids: readonly string[]): Promise<CommentRow[][]> {
  return grouped(ids, await session.work((tx) => readComments(tx, ids)));
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

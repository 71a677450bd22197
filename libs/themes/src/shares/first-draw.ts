/** A comment, by when the audit might first have drawn its person at random. */
export interface SeenBy {
  responseId: string;
  person: string;
  /** Numbers of the draws that might have drawn it. */
  draws: readonly number[];
  /** Is it of the random part, and decided on? */
  audited: boolean;
}

/**
 * How many comments each audited one stands for: those of people whom the same draw saw first. Of whoever came later a smaller part was drawn at random,
 * or less is decided on, and it must not count for less (post-stratification: Särndal, Swensson and Wretman 1992, 7.6).
 * @param all every comment that counts
 */
export function weightsByFirstDraw(all: readonly SeenBy[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const { person, draws } of all) first.set(person, Math.min(first.get(person) ?? Infinity, ...draws));
  const counts = new Map<number, { all: number; audited: number }>();
  for (const { person, audited } of all) {
    const draw = first.get(person)!;
    const count = counts.get(draw) ?? { all: 0, audited: 0 };
    counts.set(draw, { all: count.all + 1, audited: count.audited + Number(audited) });
  }
  return new Map(
    all.flatMap(({ responseId, person, audited }) => {
      const count = counts.get(first.get(person)!)!;
      return audited ? [[responseId, count.all / count.audited] as const] : [];
    }),
  );
}

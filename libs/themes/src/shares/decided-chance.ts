/** Where a comment stands in the draws of the audit. */
export interface InDraws {
  responseId: string;
  person: string;
  agency: string;
  /** Its part of the chance in each draw that might have drawn its person, by the draw's number. */
  chances: Readonly<Record<string, number>>;
  /** The draw that took it; null where none did. */
  drawnIn: number | null;
  /** Has a person decided on it, in the audit? */
  decided: boolean;
}

/**
 * With which chance each comment's person is among those whom people have *decided* on, as a part a comment (the chance of none is the product).
 *
 * A draw that has only been made tells nothing yet: whoever was decided on before it was not brought in by it. So each draw counts by the part of those
 * whom it took that are decided on, of the same agencies (each codes its own at its own pace): a half-coded draw by half, one that waits not at all.
 * Those of a draw that are decided on so far stand for the others of it, which holds because a draw's pile lies in an order of chance.
 * Source: response propensities in weighting classes (Särndal, Swensson and Wretman 1992, 15.6).
 * @returns by comment; comments that no draw might have taken are not in it, those of draws that all wait have 0
 */
export function decidedChances(all: readonly InDraws[]): Map<string, number> {
  const own = new Map<string, InDraws[]>();
  for (const one of all) {
    const theirs = own.get(one.person);
    if (theirs) theirs.push(one);
    else own.set(one.person, [one]);
  }
  const people = [...own.values()].map(personOf);
  const answered = answeredBy(people);
  return new Map(
    people.flatMap(({ comments, draws, agencies }) => {
      const none = [...draws].reduce(
        (left, [draw, missed]) => left * (1 - (1 - missed) * (answered.get(`${draw} ${agencies}`) ?? 0)),
        1,
      );
      const part = 1 - none ** (1 / comments.length);
      return draws.size > 0 ? comments.map(({ responseId }) => [responseId, part] as const) : [];
    }),
  );
}

interface Person {
  comments: readonly InDraws[];
  agencies: string;
  /** Chance of not having been taken, by draw. */
  draws: ReadonlyMap<string, number>;
  /** The first draw that took any comment: what they said later came with them. */
  drawnIn: number | null;
  decided: boolean;
}

function personOf(comments: readonly InDraws[]): Person {
  const draws = new Map<string, number>();
  for (const { chances } of comments)
    for (const [draw, chance] of Object.entries(chances))
      draws.set(draw, (draws.get(draw) ?? 1) * (1 - chance));
  const taken = comments.flatMap(({ drawnIn }) => drawnIn ?? []);
  return {
    comments,
    draws,
    agencies: [...new Set(comments.map(({ agency }) => agency))].sort().join(' '),
    drawnIn: taken.length > 0 ? Math.min(...taken) : null,
    decided: comments.every(({ decided }) => decided),
  };
}

/** The part of each draw's people that are decided on, by draw and agencies. */
function answeredBy(people: readonly Person[]): Map<string, number> {
  const counts = new Map<string, { taken: number; decided: number }>();
  for (const { drawnIn, agencies, decided } of people) {
    if (drawnIn === null) continue;
    const key = `${drawnIn} ${agencies}`;
    const count = counts.get(key) ?? { taken: 0, decided: 0 };
    counts.set(key, { taken: count.taken + 1, decided: count.decided + Number(decided) });
  }
  return new Map([...counts].map(([key, { taken, decided }]) => [key, decided / taken]));
}

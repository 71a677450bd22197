/** One way to say who is who among some records: each list is one person, by places of records. */
export interface Sorting {
  people: number[][];
  /** Of all ways to sort them together, from 0 to 1. */
  likelihood: number;
}

/** With more, there are too many ways to look at each (the Bell number of 8 is 4,140). */
export const MOST_TO_SORT = 8;
/** Two records that were never close enough to compare. */
const FAR_APART = 0.01;
const SUREST = 0.999;

/**
 * The likeliest ways to sort a few records into people, worked out over whole sortings, so that no two answers can clash.
 * @param records how many; at most `MOST_TO_SORT`
 * @param chance that two of them are one person; null where they were never compared
 * @param most ways that are told, the likeliest first
 * @throws RangeError for more records than can be sorted
 */
export function likelySortings(
  records: number,
  chance: (a: number, b: number) => number | null,
  most = 3,
): Sorting[] {
  if (records > MOST_TO_SORT) throw new RangeError(`at most ${MOST_TO_SORT} records are sorted at once`);
  const logs = Array.from({ length: records }, (_, a) =>
    Array.from({ length: records }, (_, b) => {
      const p = Math.min(SUREST, Math.max(1 - SUREST, chance(a, b) ?? FAR_APART));
      return { same: Math.log(p), different: Math.log(1 - p) };
    }),
  );
  const ways = partitions(records).map((member) => {
    let score = 0;
    for (let a = 0; a < records; a++)
      for (let b = a + 1; b < records; b++)
        score += member[a] === member[b] ? logs[a]![b]!.same : logs[a]![b]!.different;
    return { member, score };
  });
  const top = Math.max(...ways.map(({ score }) => score));
  const whole = ways.reduce((sum, { score }) => sum + Math.exp(score - top), 0);
  return ways
    .sort((x, y) => y.score - x.score || x.member.join().localeCompare(y.member.join()))
    .slice(0, most)
    .map(({ member, score }) => ({
      people: peopleOf(member),
      likelihood: Math.exp(score - top) / whole,
    }));
}

/** Every way to part so many things, each as the group of every thing, groups numbered as they first come. */
function partitions(many: number): number[][] {
  let all: number[][] = [[]];
  for (let at = 0; at < many; at++)
    all = all.flatMap((before) => {
      const next = before.length === 0 ? 0 : Math.max(...before) + 1;
      return Array.from({ length: next + 1 }, (_, group) => [...before, group]);
    });
  return all;
}

function peopleOf(member: readonly number[]): number[][] {
  const people: number[][] = [];
  member.forEach((group, record) => (people[group] ??= []).push(record));
  return people;
}

import { everyCount, tableNamed } from './attacker.js';
import type { EveryTable } from './every-table.js';
import type { Published } from './schemes.js';

/** What protection costs on the table that a board reads first. */
export interface Usefulness {
  /** Share of all cells with people in them that are hidden. */
  hiddenShare: number;
  /** The same of ward x theme. */
  wardThemeHidden: number;
  /** Mean distance of a shown ward x theme figure from the truth, in people. */
  wardThemeError: number;
  /** Largest such distance. */
  wardThemeWorst: number;
  /** Spearman's rank correlation of shown figures and truth. */
  wardThemeRank: number;
}

export function usefulnessOf(every: EveryTable, published: Published): Usefulness {
  const truth = everyCount(every);
  const inhabited = truth.reduce((count, people) => count + (people > 0 ? 1 : 0), 0);
  const hidden = truth.reduce(
    (count, people, cell) => count + (people > 0 && published.people[cell]! < 0 ? 1 : 0),
    0,
  );
  const { offset, size } = tableNamed(every, 'ward', 'theme');
  const cells = Array.from({ length: size }, (_, cell) => offset + cell).filter((cell) => truth[cell]! > 0);
  const shown = cells.filter((cell) => published.people[cell]! >= 0);
  const errors = shown.map((cell) => Math.abs(published.people[cell]! - truth[cell]!));
  return {
    hiddenShare: hidden / inhabited,
    wardThemeHidden: 1 - shown.length / cells.length,
    wardThemeError: errors.reduce((sum, error) => sum + error, 0) / errors.length,
    wardThemeWorst: Math.max(...errors),
    wardThemeRank: correlation(
      ranks(shown.map((cell) => truth[cell]!)),
      ranks(shown.map((cell) => published.people[cell]!)),
    ),
  };
}

/** Ties share their middle rank. */
function ranks(values: readonly number[]): number[] {
  const order = values.map((_, at) => at).sort((a, b) => values[a]! - values[b]!);
  const rank = new Array<number>(values.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to += 1;
    for (let at = from; at < to; at++) rank[order[at]!] = (from + to - 1) / 2;
    from = to;
  }
  return rank;
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [middleA, middleB] = [mean(a), mean(b)];
  let [together, spreadA, spreadB] = [0, 0, 0];
  a.forEach((value, at) => {
    together += (value - middleA) * (b[at]! - middleB);
    spreadA += (value - middleA) ** 2;
    spreadB += (b[at]! - middleB) ** 2;
  });
  return together / Math.sqrt(spreadA * spreadB);
}

/** Whether each of two coders gave a theme to each response, in the same order. */
export interface Paired {
  first: boolean[];
  second: boolean[];
}

/** Cohen's kappa (1960) of two coders; 1 where both agree throughout, NaN without codings. */
export function cohenKappa({ first, second }: Paired): number {
  const n = first.length;
  const same = first.filter((value, i) => value === second[i]).length / n;
  const [p, q] = [share(first), share(second)];
  const byChance = p * q + (1 - p) * (1 - q);
  return byChance === 1 ? 1 : (same - byChance) / (1 - byChance);
}

/** F1 of one coder against the other: the same whichever of them is taken for the truth. 1 where neither ever said yes. */
export function f1Between({ first, second }: Paired): number {
  const both = first.filter((value, i) => value && second[i]).length;
  const either = first.filter(Boolean).length + second.filter(Boolean).length;
  return either === 0 ? 1 : (2 * both) / either;
}

/**
 * F1 over all themes at once (micro) of what people and a coder gave to the same responses, in pairs.
 * @returns null where neither gave anything
 */
export function microF1(
  pairs: readonly (readonly [people: readonly string[], coder: readonly string[]])[],
): number | null {
  let [both, either] = [0, 0];
  for (const [people, coder] of pairs) {
    both += people.filter((theme) => coder.includes(theme)).length;
    either += people.length + coder.length;
  }
  return either === 0 ? null : (2 * both) / either;
}

/**
 * Krippendorff's alpha for nominal values, any number of coders, missing codings allowed (Krippendorff 2011).
 * @param units for each response, the values that its coders gave; responses with fewer than two do not count
 * @returns 1 = perfect, 0 = as by chance; NaN where nothing was coded twice
 */
export function krippendorffAlpha<T extends string | number | boolean>(units: T[][]): number {
  const counts = new Map<T, number>();
  let total = 0;
  let disagreements = 0;
  for (const values of units) {
    if (values.length < 2) continue;
    total += values.length;
    const within = new Map<T, number>();
    for (const value of values) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
      within.set(value, (within.get(value) ?? 0) + 1);
    }
    let same = 0;
    for (const count of within.values()) same += count * (count - 1);
    disagreements += (values.length * (values.length - 1) - same) / (values.length - 1);
  }
  if (total === 0) return NaN;
  let alike = 0;
  for (const count of counts.values()) alike += count * (count - 1);
  const expected = (total * (total - 1) - alike) / (total - 1);
  return expected === 0 ? 1 : 1 - disagreements / expected;
}

const share = (values: boolean[]): number => values.filter(Boolean).length / values.length;

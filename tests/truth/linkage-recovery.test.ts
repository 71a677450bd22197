import { type LinkageRecord, RecordTable, groupScores, link, runEngine } from '#linkage';
import { recordsForLinkage } from '#demo';
import { estimate } from '../../libs/linkage/src/estimate/expectation-maximisation.js';
import type { Histogram } from '../../libs/linkage/src/estimate/histogram.js';
import { histogramOf } from '../../libs/linkage/src/estimate/histogram.js';
import { PatternTable } from '../../libs/linkage/src/comparison/pattern-table.js';
import { levelsOf } from '../../libs/linkage/src/comparison/levels.js';
import { FIELDS } from '../../libs/linkage/src/table/fields.js';

/** A small generator of numbers between 0 and 1, the same on every machine. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
}

/** Comparison vectors drawn from known m, u and a known share of matches. */
function drawn(m: number[][], u: number[][], pairs: number, share: number): Histogram {
  const next = numbers(7);
  const patterns = new PatternTable();
  for (let pair = 0; pair < pairs; pair++) {
    const from = next() < share ? m : u;
    let low = 0;
    from.forEach((levels, field) => {
      let at = next();
      let level = 1;
      while (level < levels.length - 1 && at >= levels[level]!) at -= levels[level++]!;
      low |= levels.length === 1 ? 0 : level << (3 * field);
    });
    patterns.add(low, 1 << 15);
  }
  return histogramOf(patterns, []);
}

const spread = (name: string, first: number, second: number): number[] => {
  const size = levelsOf(name).length;
  const rest = (1 - first - second) / (size - 3);
  return [0, first, second, ...Array.from({ length: size - 3 }, () => rest)];
};

test('m, u and the share of matches that made the data are found again within their intervals', () => {
  const used = new Set(['givenName', 'familyName', 'dateOfBirth', 'email']);
  const m = FIELDS.map((name) => (used.has(name) ? spread(name, 0.7, 0.1) : [0]));
  const u = FIELDS.map((name) => (used.has(name) ? spread(name, 0.03, 0.05) : [0]));
  const [pairs, share] = [300_000, 0.01];
  const chance = FIELDS.map((name, field) =>
    Float64Array.from(
      used.has(name)
        ? u[field]!.map((chance, level) => (1 - share) * chance + share * m[field]![level]!)
        : spread(name, 0.1, 0.1),
    ),
  );
  const learnt = estimate(drawn(m, u, pairs, share), chance, {
    rounds: 100,
    trust: 1,
    learnFrom: FIELDS.map(() => -1),
    possiblePairs: pairs,
    households: false,
    sameArea: 0,
  });
  const matches = pairs * share;
  const interval = (p: number): number => 4 * Math.sqrt((p * (1 - p)) / matches);
  expect(Math.abs(learnt.shares.match - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / pairs));
  FIELDS.forEach((name, field) => {
    if (!used.has(name)) return;
    for (let level = 1; level < m[field]!.length; level++) {
      const [found, real] = [learnt.levels.match[field]![level]!, m[field]![level]!];
      expect(Math.abs(found - real)).toBeLessThan(interval(real) + 0.002);
    }
  });
});

describe('on generated British records', () => {
  const records: LinkageRecord[] = [];
  const person: number[] = [];
  for (const { record, person: who } of recordsForLinkage({ n: 2500, seed: 11 })) {
    if (!(record.givenName || record.familyName || record.email || record.phone || record.nationalId))
      continue;
    records.push(record);
    person.push(who);
  }
  const tableOf = (list: readonly LinkageRecord[]): RecordTable => {
    const table = new RecordTable();
    list.forEach((record) => table.add(record));
    table.sortById();
    return table;
  };

  test('people are found again, and the range holds their number', () => {
    const result = link(records);
    const at = new Map(records.map(({ id }, row) => [id, row]));
    const home = new Int32Array(records.length);
    result.clusters.forEach(({ members }, number) => members.forEach((id) => (home[at.get(id)!] = number)));
    expect(groupScores(home, person).f1).toBeGreaterThan(0.98);
    const people = new Set(person).size;
    expect(result.people.low).toBeLessThanOrEqual(people);
    expect(result.people.high).toBeGreaterThanOrEqual(people);
    expect(result.people.high - result.people.low).toBeLessThan(0.08 * people);
    expect(result.quality!.precision.value).toBeGreaterThan(0.95);
  });

  test('any order of the input gives the same groups and weights', () => {
    const shuffled = records.map((record, at) => ({ record, key: (at * 7919) % records.length }));
    shuffled.sort((x, y) => x.key - y.key);
    const [one, other] = [
      runEngine(tableOf(records)),
      runEngine(tableOf(shuffled.map(({ record }) => record))),
    ];
    expect(Buffer.from(other.home.buffer).equals(Buffer.from(one.home.buffer))).toBe(true);
    expect(Array.from(other.scored.weight)).toEqual(Array.from(one.scored.weight));
  });
});

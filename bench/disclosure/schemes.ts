import {
  LARGEST_NOISE,
  noiseTable,
  policyP,
  release,
  type CountTable,
  type DisclosurePolicy,
  type Guard,
} from '#disclosure';
import { type EveryTable, type TrueTable, valuesOf } from './every-table.js';
import { seeded } from './made-up-city.js';

/** What the public sees of every cell: -1 = [c]. */
export interface Published {
  people: Int32Array;
  submissions: Int32Array;
  /** 1 where the figure may stand from an edition before: up to four people may have come or gone since. */
  stood?: Uint8Array;
}

/** A way of publishing, and all that an attacker who has read it can conclude from one cell. */
export interface Scheme {
  name: string;
  publish(every: EveryTable): Published;
  /** Smallest and largest count behind what is shown. */
  bounds(shown: number): [low: number, high: number];
  /** What its silence says. */
  guard?: Guard;
  /** People from which a cell is hidden by the guard alone. */
  guardedFrom?: number;
  /** Noise whose seed is in the code. */
  replayable?: (cell: number) => number;
}

export const SECRET = 'a secret of the bench';
const MANY = 1 << 30;

/** Publishes every table through the library's one door. */
export function throughPolicy(every: EveryTable, policy: DisclosurePolicy): Published {
  const published = { people: new Int32Array(every.cells), submissions: new Int32Array(every.cells) };
  for (const table of every.tables) {
    const outcome = release(asCountTable(table), { ...policy, refuseHiddenOver: 1 });
    if (!outcome.ok) throw new Error(outcome.code);
    outcome.table.cells.forEach((cell, at) => {
      published.people[table.offset + at] = cell.hidden ? -1 : cell.people;
      published.submissions[table.offset + at] = cell.hidden ? -1 : cell.submissions;
    });
  }
  return published;
}

export function asCountTable(table: TrueTable): CountTable {
  const cells = Array.from({ length: table.size }, (_, cell) => ({
    keys: valuesOf(table, cell),
    people: table.people[cell]!,
    submissions: table.submissions[cell]!,
    arguments: table.submissions[cell]!,
    noiseKeys: {
      people: table.personKeys[cell]!,
      submissions: table.submissionKeys[cell]!,
      arguments: table.submissionKeys[cell]!,
    },
    larger: table.larger.map(({ table: whole, cell: places }) => {
      const place = places[cell]! - whole.offset;
      return { people: whole.people[place]!, noiseKey: whole.personKeys[place]! };
    }),
  }));
  return { dimensions: table.dimensions, filters: {}, cells };
}

const roundedBounds =
  (threshold: number) =>
  (shown: number): [number, number] => {
    if (shown < 0) return [1, threshold - 1];
    return shown === 0 ? [0, 0] : [Math.max(threshold, shown - 2), shown + 2];
  };

/** Under noise, a zero that is told is exact; what is hidden may be any small count, or anything the guard hides. */
export const noisyBounds =
  (threshold: number) =>
  (shown: number): [number, number] => {
    if (shown < 0) return [0, MANY];
    if (shown === 0) return [0, 0];
    return [Math.max(threshold, shown - 2 - LARGEST_NOISE), shown + 2 + LARGEST_NOISE];
  };

const hideAndRound = (name: string, threshold: number): Scheme => ({
  name,
  publish: (every) =>
    throughPolicy(every, {
      code: name,
      version: 1,
      threshold,
      rounding: 5,
      minimumBase: 30,
      maximumFilters: 9,
      sensitive: [],
    }),
  bounds: roundedBounds(threshold),
});

/** Hide and round, then hide one more cell wherever a sum would give a single hidden cell away. */
const withSecondary: Scheme = {
  name: 'secondarySuppression',
  publish: (every) => {
    const published = hideAndRound('', 5).publish(every);
    for (const table of every.tables)
      for (const { table: parent, cell } of table.larger) {
        const lines = new Map<number, number[]>();
        cell.forEach((at, own) => void (lines.get(at) ?? lines.set(at, []).get(at)!).push(own));
        for (const own of lines.values()) hideOneMore(published, table, own);
        void parent;
      }
    return published;
  },
  bounds: (shown) => (shown < 0 ? [1, MANY] : roundedBounds(5)(shown)),
};

function hideOneMore(published: Published, table: TrueTable, line: readonly number[]): void {
  const shownOf = (cell: number): number => published.people[table.offset + cell]!;
  if (line.filter((cell) => shownOf(cell) < 0).length !== 1) return;
  const [smallest] = line
    .filter((cell) => shownOf(cell) > 0)
    .sort((a, b) => table.people[a]! - table.people[b]! || a - b);
  if (smallest === undefined) return;
  published.people[table.offset + smallest] = -1;
  published.submissions[table.offset + smallest] = -1;
}

const P = policyP(SECRET);

/** Policy P, and the same with one of its parts taken out. */
const variant = (name: string, change: Partial<DisclosurePolicy>): Scheme => {
  const policy = { ...P, ...change };
  return {
    name,
    publish: (every) => throughPolicy(every, policy),
    bounds: noisyBounds(policy.threshold),
    guard: policy.guard,
    guardedFrom: policy.threshold + LARGEST_NOISE,
  };
};

/** Policy P, but every zero is told. */
const zerosKept: Scheme = {
  ...variant('zerosKept', {}),
  publish: (every) => {
    const published = throughPolicy(every, P);
    for (const { offset, people } of every.tables)
      people.forEach((count, cell) => {
        if (count === 0) published.people[offset + cell] = published.submissions[offset + cell] = 0;
      });
    return published;
  },
};

/** Noise of differential privacy drawn from a seed that stands in the code: whoever reads it subtracts it. */
const fixedSeed: Scheme = {
  name: 'fixedSeedPrivacy',
  replayable: geometric,
  publish: (every) => {
    const published = { people: new Int32Array(every.cells), submissions: new Int32Array(every.cells) };
    for (const table of every.tables)
      for (let cell = 0; cell < table.size; cell++) {
        const at = table.offset + cell;
        published.people[at] = table.people[cell]! + geometric(at);
        published.submissions[at] = table.submissions[cell]! + geometric(at);
      }
    return published;
  },
  bounds: () => [0, MANY],
};

function geometric(cell: number): number {
  const random = seeded(20_141_101 + cell);
  const half = (): number => Math.floor(Math.log(1 - random()) / -1);
  return half() - half();
}

/** Keys drawn anew for each edition: the same cell bears another noise each time. */
export function freshKeys(every: EveryTable, edition: number): Published {
  const secret = `${SECRET}, edition ${edition}`;
  const noise = {
    people: noiseTable(secret, 'people'),
    submissions: noiseTable(secret, 'submissions'),
    arguments: noiseTable(secret, 'arguments'),
  };
  return throughPolicy(every, { ...P, noise });
}

export const POLICY_P = variant('policyP', {});
/** As for sources that ask for more care: health bodies hide counts under eight. */
export const POLICY_P8 = variant('policyP8', { threshold: 8 });
export const FAILING: readonly Scheme[] = [
  hideAndRound('hideAndRound', 5),
  withSecondary,
  hideAndRound('hideOneToSeven', 8),
  zerosKept,
  variant('naiveGuard', { guard: { margin: 4, equalUnder: 0, lower: false } }),
  fixedSeed,
];

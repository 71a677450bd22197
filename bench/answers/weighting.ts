import { cellReleaser, type CountCell, policyPWithGroups, type ReleasedCell } from '#disclosure';
import { type Margin, type NotWeighted, weightToResidents } from '#statements';
import { seeded } from '../disclosure/made-up-city.js';
import { SECRET } from '../disclosure/schemes.js';

/** Who lives there (in ten thousand) and how readily they answer; answers lean on all three. */
const MARGINS = [
  { by: 'age-band', residents: [1_900, 1_600, 2_000, 2_200, 1_300, 1_000], rates: [1, 1.5, 2.2, 3.2, 4.5, 3.6], leans: [-0.7, -0.4, 0, 0.2, 0.5, 0.7] },
  { by: 'sex', residents: [5_050, 4_950], rates: [1.5, 1], leans: [0.2, -0.2] },
  { by: 'deprivation', residents: [2_600, 2_200, 2_000, 1_800, 1_400], rates: [1, 1.3, 1.6, 2, 2.5], leans: [-0.5, -0.2, 0, 0.2, 0.5] },
] as const; // prettier-ignore

export interface WeightingCase {
  people: number;
  /** Response rates to this power: 1.6 is a strong selection. */
  selection?: number;
  /** Odds of answering of those who would choose the option, beside others of their kind: over 1 opinion itself decides. */
  opinion?: number;
  /** Share that does not say its age. */
  silent?: number;
  /** Share of those heard that leaves out this one question. */
  unanswered?: number;
  /** Was it for a group? */
  forAGroup?: boolean;
}

export interface WeightingFound {
  /** Share of engagements in which it is shown, and why not in the others. */
  shown: number;
  refused: Partial<Record<NotWeighted, number>>;
  /** Of those shown: mean error in points before and after, share whose interval holds the truth, half its width. */
  biasUnweighted: number;
  biasWeighted: number;
  covers: number;
  coversUnweighted: number;
  halfWidth: number;
}

interface Person {
  at: readonly number[];
  yes: boolean;
  answered: boolean;
}

/** Many engagements of one kind, each published as the hub does and weighted by rule E from what was published. Nobody in them exists. */
export function weightedEngagements(kind: WeightingCase, rounds: number, seed: number): WeightingFound {
  const random = seeded(seed);
  const { cells, truth } = cityOf(kind);
  const total = cells.reduce((sum, { weight }) => sum + weight, 0);
  const draw = (): Person => {
    let left = random() * total;
    const cell = cells.find(({ weight }) => (left -= weight) < 0) ?? cells.at(-1)!;
    const { at, yes } = cell;
    const answered = random() >= (kind.unanswered ?? 0);
    return { at: random() < (kind.silent ?? 0) ? [-1, at[1]!, at[2]!] : at, yes, answered };
  };
  const refused: WeightingFound['refused'] = {};
  const [before, after, halves] = [[] as number[], [] as number[], [] as number[]];
  let [covered, coveredBefore] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    const people = Array.from({ length: kind.people }, draw);
    const keys = Uint8Array.from(people, () => Math.floor(256 * random()));
    const { chose, answered, margins } = published(people, keys);
    if (chose === null || answered === null) {
      refused['hidden-answers'] = (refused['hidden-answers'] ?? 0) + 1 / rounds;
      continue;
    }
    const weighted = weightToResidents({ chose, answered, margins, forEverybody: !kind.forAGroup });
    if (!weighted.ok) {
      refused[weighted.why] = (refused[weighted.why] ?? 0) + 1 / rounds;
      continue;
    }
    const { value, low, high } = weighted.share;
    const [raw, se] = [chose / answered, Math.sqrt((chose / answered) * (1 - chose / answered) / answered)]; // prettier-ignore
    before.push(100 * (raw - truth));
    after.push(100 * (value - truth));
    halves.push(50 * (high - low));
    if (truth >= low && truth <= high) covered += 1;
    if (Math.abs(raw - truth) <= 1.96 * se) coveredBefore += 1;
  }
  const mean = (all: readonly number[]): number =>
    all.reduce((sum, each) => sum + each, 0) / Math.max(1, all.length);
  return {
    shown: after.length / rounds,
    refused,
    biasUnweighted: mean(before),
    biasWeighted: mean(after),
    covers: covered / Math.max(1, after.length),
    coversUnweighted: coveredBefore / Math.max(1, after.length),
    halfWidth: mean(halves),
  };
}

/** Every kind of person and answer with the chance that a respondent is one, and the share of residents who would choose the option. */
function cityOf({ selection = 1, opinion = 1 }: WeightingCase) {
  const cells: { at: readonly number[]; yes: boolean; weight: number }[] = [];
  let [all, would] = [0, 0];
  const [ages, sexes, fifths] = MARGINS;
  ages.residents.forEach((_, age) =>
    sexes.residents.forEach((__, sex) =>
      fifths.residents.forEach((___, fifth) => {
        const at = [age, sex, fifth] as const;
        const of = (what: 'residents' | 'rates' | 'leans'): number[] =>
          MARGINS.map((margin, place) => margin[what][at[place]!]!);
        const living = of('residents').reduce((product, each) => product * each, 1);
        const rate = of('rates').reduce((product, each) => product * each, 1) ** selection;
        const yes = 1 / (1 + Math.exp(0.3 - of('leans').reduce((sum, each) => sum + each, 0)));
        all += living;
        would += living * yes;
        cells.push({ at, yes: true, weight: living * rate * yes * opinion });
        cells.push({ at, yes: false, weight: living * rate * (1 - yes) });
      }),
    ),
  );
  return { cells, truth: would / all };
}

/** The option and its base, alone and by each characteristic, through the policy and larger sets of the hub. */
function published(people: readonly Person[], keys: Uint8Array) {
  const policy = policyPWithGroups(SECRET);
  const setOf = (passes: (person: Person) => boolean): CountCell => {
    let [many, key] = [0, 0];
    people.forEach((person, at) => {
      if (!passes(person)) return;
      many += 1;
      key = (key + keys[at]!) & 255;
    });
    const noiseKeys = { people: key, submissions: key, arguments: key };
    return { keys: [], people: many, submissions: many, arguments: many, noiseKeys };
  };
  const asLarger = ({ people: many, noiseKeys }: CountCell) => ({
    people: many,
    noiseKey: noiseKeys!.people,
  });
  const told = (cell: CountCell, larger: readonly CountCell[], by: readonly string[]): number | null => {
    const released: ReleasedCell = cellReleaser(policy, ['option', ...by])({ ...cell, larger: larger.map(asLarger) });
    return released.hidden ? null : released.people;
  }; // prettier-ignore
  const all = {
    heard: setOf(() => true),
    base: setOf(({ answered }) => answered),
    yes: setOf(({ answered, yes }) => answered && yes),
    no: setOf(({ answered, yes }) => answered && !yes),
  };
  // As the hub does: where the base is hidden beside almost as many who were heard, its answers tell it if all are shown.
  const whole = (base: number | null, yes: number | null, no: number | null): number | null =>
    base ?? (yes === null || no === null ? null : yes + no);
  const margins = MARGINS.map(({ by, residents }, place): Margin => {
    const rowOf = (value: number): { answered: number | null; chose: number | null } => {
      const heard = setOf(({ at }) => at[place] === value);
      const base = setOf(({ at, answered }) => at[place] === value && answered);
      const of = (yes: boolean): number | null => {
        const cell = setOf((each) => each.at[place] === value && each.answered && each.yes === yes);
        return told(cell, [heard, yes ? all.yes : all.no, base], [by]);
      };
      const [yes, no] = [of(true), of(false)];
      return { answered: whole(told(base, [heard, all.base], [by]), yes, no), chose: yes };
    };
    return {
      characteristic: by,
      categories: residents.map((living, value) => ({ code: String(value), residents: living, ...rowOf(value) })),
    }; // prettier-ignore
  });
  const [yes, no] = [told(all.yes, [all.heard, all.base], []), told(all.no, [all.heard, all.base], [])];
  return { chose: yes, answered: whole(told(all.base, [all.heard], []), yes, no), margins };
}

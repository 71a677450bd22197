import { DIMENSIONS, seeded } from '../disclosure/made-up-city.js';

/** What answers are cut by; areas after the wards, which are told first. */
export const CUTS = ['age-band', 'sex', 'ethnic-group', 'disability', 'deprivation', 'ward', 'area'] as const;
export type Cut = (typeof CUTS)[number];

/** Area of each ward: as many wards in each as in the city. */
export const AREA_OF_WARD = [5, 4, 6, 6].flatMap((wards, area) => new Array<number>(wards).fill(area));

/** Values of a cut. */
export const valuesOf = (cut: Cut): number => (cut === 'area' ? 4 : DIMENSIONS[cut].size);

/** Not an option: left out, and did not know. */
export const NO_ANSWER = -1;
export const DONT_KNOW = -2;

/** One consultation of made-up people. Nobody in it exists. */
export interface MadeUpAnswers {
  people: number;
  /** Value of each characteristic, by person. */
  values: Record<Cut, Uint8Array>;
  /** 8-bit keys by person. */
  keys: Uint8Array;
  /** How many options each question has. */
  options: readonly number[];
  /** Option that each person chose (of several or a ranking: first of all), by question; NO_ANSWER or DONT_KNOW. */
  answers: readonly Int8Array[];
  /** By question; one choice where absent. */
  kinds?: readonly MadeUpKind[];
}

export type MadeUpKind = 'choice' | 'multi-choice' | 'ranking';

/** Codes of a question's options, as an edition has them: of a ranking each option first, and among the first three. */
export const optionCodes = ({ options, kinds }: MadeUpAnswers, question: number): string[] =>
  Array.from({ length: options[question]! }, (_, at) =>
    kinds?.[question] === 'ranking' ? [`${at}/first`, `${at}/top3`] : [String(at)],
  ).flat();

/**
 * Codes that a person's answer chooses. By the person's key: of several, half tick the next one too; of a ranking, three in four give a
 * second and third place, so that few or many who put an option among the first three did not put it first.
 */
export function codesChosen({ answers, keys, kinds, options }: MadeUpAnswers, question: number, person: number): string[] {
  const [first, key, many] = [answers[question]![person]!, keys[person]!, options[question]!];
  const next = (first + 1 + (key % (many - 1))) % many;
  switch (kinds?.[question]) {
    case 'multi-choice':
      return [String(first), ...(key % 2 ? [String(next)] : [])];
    case 'ranking': {
      const third = Array.from({ length: many }, (_, at) => at).find((at) => at !== first && at !== next);
      const others = key % 4 === 0 ? [] : [next, ...(third === undefined ? [] : [third])];
      return [`${first}/first`, ...[first, ...others].map((at) => `${at}/top3`)];
    }
    default:
      return [String(first)];
  }
} // prettier-ignore

export interface AnswersOptions {
  people: number;
  seed: number;
  /** Options of each question. */
  options: readonly number[];
  /** Share that chooses the first option of a question; the others share the rest. */
  first: number;
  kinds?: readonly MadeUpKind[];
}

const WEIGHTS: Record<Exclude<Cut, 'ward' | 'area'>, readonly number[]> = {
  'age-band': [2, 7, 11, 20, 22, 14, 8, 16],
  sex: [50, 40, 10],
  'ethnic-group': [80, 4, 2, 1.5, 1, 0.5, 11],
  disability: [62, 18, 20],
  deprivation: [20, 20, 20, 20, 20],
};

/**
 * People of uneven wards and groups whose answers hang together by two leanings, which lean themselves on age and deprivation: what an attacker
 * who knows everybody's other answers can make use of.
 */
export function madeUpAnswers({ people, seed, options, first, kinds }: AnswersOptions): MadeUpAnswers {
  const random = seeded(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const weighted = (weights: readonly number[]): number => {
    let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
    return Math.max(
      0,
      weights.findIndex((weight) => (left -= weight) < 0),
    );
  };
  const column = (of: () => number): Uint8Array => Uint8Array.from({ length: people }, of);
  const ward = column(() => Math.floor(DIMENSIONS.ward.size * random() ** 1.4));
  const values = {
    ward,
    area: ward.map((each) => AREA_OF_WARD[each]!),
    ...Object.fromEntries(
      Object.entries(WEIGHTS).map(([name, weights]) => [name, column(() => weighted(weights))]),
    ),
  } as Record<Cut, Uint8Array>;
  const leanings = [0, 1].map(() =>
    Float64Array.from({ length: people }, (_, person) => {
      const lean = (values['age-band'][person]! - 4) * 0.12 + (values.deprivation[person]! - 2) * 0.12;
      return lean + normal();
    }),
  );
  const answers = options.map((many, question) => {
    const leaning = leanings[question % 2]!;
    const place = Float64Array.from(leaning, (lean) => 0.8 * lean + 0.6 * normal());
    const edges = edgesOf(place, many, first);
    return Int8Array.from(place, (at) => {
      const aside = random();
      if (aside < 0.06) return NO_ANSWER;
      if (aside < 0.09) return DONT_KNOW;
      return edges.filter((edge) => at >= edge).length;
    });
  });
  return {
    people,
    values,
    keys: column(() => Math.floor(256 * random())),
    options,
    answers,
    ...(kinds ? { kinds } : {}),
  };
}

/** Where the options part the people: the first takes its share, the others the rest in falling parts. */
function edgesOf(place: Float64Array, many: number, first: number): number[] {
  const sorted = Float64Array.from(place).sort();
  const parts = Array.from({ length: many - 1 }, (_, at) => many - 1 - at);
  const all = parts.reduce((sum, part) => sum + part, 0);
  let share = first;
  return parts.map((part) => {
    const edge = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
    share += (part / all) * (1 - first);
    return edge;
  });
}

/** A made-up city of answers for attacking: nobody in it exists. */
export interface MadeUpCity {
  people: number;
  /** One row a submission and theme, in order of person and submission. */
  rows: number;
  person: Int32Array;
  submission: Int32Array;
  /** Value of each dimension in each row. */
  values: Record<DimensionName, Uint8Array>;
  /** 8-bit keys by person and by submission. */
  personKey: Uint8Array;
  submissionKey: Uint8Array;
}

/** Number of values; `ofPerson`: a person has exactly one, so that its cells add up to the larger set. */
export const DIMENSIONS = {
  ward: { size: 21, ofPerson: true },
  'age-band': { size: 8, ofPerson: true },
  sex: { size: 3, ofPerson: true },
  'ethnic-group': { size: 7, ofPerson: true },
  disability: { size: 3, ofPerson: true },
  deprivation: { size: 5, ofPerson: true },
  agency: { size: 4, ofPerson: false },
  engagement: { size: 40, ofPerson: false },
  quarter: { size: 6, ofPerson: false },
  theme: { size: 16, ofPerson: false },
} as const;
export type DimensionName = keyof typeof DIMENSIONS;
export const DIMENSION_NAMES = Object.keys(DIMENSIONS) as DimensionName[];

/** Seeded random numbers in [0, 1): mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** People of uneven wards and groups (small groups are what an attacker looks for) who answer one to five times. */
export function madeUpCity(people: number, seed: number): MadeUpCity {
  const random = seeded(seed);
  const weighted = (weights: readonly number[]): number => {
    let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
    return Math.max(
      0,
      weights.findIndex((weight) => (left -= weight) < 0),
    );
  };
  const columns = Object.fromEntries(DIMENSION_NAMES.map((name) => [name, [] as number[]])) as Record<
    DimensionName,
    number[]
  >;
  const [person, submission]: [number[], number[]] = [[], []];
  let submissions = 0;
  for (let id = 0; id < people; id++) {
    const ward = Math.floor(21 * random() ** 1.4);
    const own = {
      ward,
      'age-band': weighted([2, 7, 11, 20, 22, 14, 8, 16]),
      sex: weighted([50, 40, 10]),
      'ethnic-group': weighted([80, 4, 2, 1.5, 1, 0.5, 11]),
      disability: weighted([62, 18, 20]),
      deprivation: Math.min(4, (ward + weighted([6, 3, 1])) % 5),
    };
    for (let n = weighted([55, 25, 12, 5, 3]) + 1; n > 0; n--, submissions++) {
      const engagement = Math.floor(40 * random() ** 1.7);
      const event = { engagement, agency: engagement % 4, quarter: weighted([1, 2, 3, 4, 5, 6]) };
      const themes = new Set(
        Array.from({ length: weighted([60, 30, 10]) + 1 }, () => Math.floor(16 * random() ** 1.8)),
      );
      for (const theme of themes) {
        for (const [name, value] of Object.entries({ ...own, ...event, theme }))
          columns[name as DimensionName].push(value);
        person.push(id);
        submission.push(submissions);
      }
    }
  }
  const keys = (length: number): Uint8Array => Uint8Array.from({ length }, () => Math.floor(256 * random()));
  return {
    people,
    rows: person.length,
    person: Int32Array.from(person),
    submission: Int32Array.from(submission),
    values: Object.fromEntries(
      DIMENSION_NAMES.map((name) => [name, Uint8Array.from(columns[name])]),
    ) as MadeUpCity['values'],
    personKey: keys(people),
    submissionKey: keys(submissions),
  };
}

/** Only the rows that pass; people, submissions and keys keep their numbers. */
export function cityOf(city: MadeUpCity, keep: (row: number) => boolean): MadeUpCity {
  const kept = Array.from({ length: city.rows }, (_, row) => row).filter(keep);
  const pick = <T extends Int32Array | Uint8Array>(from: T): T => from.filter((_, row) => keep(row)) as T;
  return {
    ...city,
    rows: kept.length,
    person: pick(city.person),
    submission: pick(city.submission),
    values: Object.fromEntries(
      DIMENSION_NAMES.map((name) => [name, pick(city.values[name])]),
    ) as MadeUpCity['values'],
  };
}

/** The city with made-up people smuggled in: copies of every `stride`-th person's answers, `copies` of each. */
export function withSybils(
  city: MadeUpCity,
  stride: number,
  copies: number,
  seed: number,
): { city: MadeUpCity; sybils: MadeUpCity } {
  const random = seeded(seed);
  const targets = Array.from({ length: city.rows }, (_, row) => row).filter(
    (row) => city.person[row]! % stride === 0,
  );
  const rows = Array.from({ length: copies }, (_, copy) => targets.map((row) => ({ row, copy }))).flat();
  const [people, submissions] = [city.personKey.length, city.submissionKey.length];
  const grow = (keys: Uint8Array, by: number): Uint8Array => {
    const grown = new Uint8Array(keys.length + by);
    grown.set(keys);
    for (let at = keys.length; at < grown.length; at++) grown[at] = Math.floor(256 * random());
    return grown;
  };
  const append = <T extends Int32Array | Uint8Array>(
    from: T,
    value: (row: number, copy: number) => number,
  ): T => {
    const grown = new (from.constructor as { new (length: number): T })(from.length + rows.length);
    grown.set(from);
    rows.forEach(({ row, copy }, at) => (grown[from.length + at] = value(row, copy)));
    return grown;
  };
  const whole: MadeUpCity = {
    people: people * (copies + 1),
    rows: city.rows + rows.length,
    person: append(city.person, (row, copy) => people * (copy + 1) + city.person[row]!),
    submission: append(city.submission, (row, copy) => submissions * (copy + 1) + city.submission[row]!),
    values: Object.fromEntries(
      DIMENSION_NAMES.map((name) => [name, append(city.values[name], (row) => city.values[name][row]!)]),
    ) as MadeUpCity['values'],
    personKey: grow(city.personKey, people * copies),
    submissionKey: grow(city.submissionKey, submissions * copies),
  };
  return { city: whole, sybils: cityOf(whole, (row) => row >= city.rows) };
}

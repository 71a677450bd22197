import type { MatchPairQuery, MatchSideFragment } from '../../gql/graphql';

export type Pair = NonNullable<MatchPairQuery['matchPair']>;
export type Side = MatchSideFragment;
type Details = NonNullable<Side['details']>;

/** One line of the comparison: what each record says, how they compare, and the weight that follows. */
export interface PairRow {
  key: string;
  name: string;
  a: string | null;
  b: string | null;
  /** How they compare, in words. */
  words: string;
  /** Bits for or against; null where nothing was compared. */
  weight: number | null;
  /** Sum of the bits before this line. */
  before: number;
  /** False where the line is of no field of the records. */
  asked: boolean;
}

const FIELDS: [key: Exclude<keyof Details, 'submission' | 'fullName'>, name: string][] = [
  ['familyName', 'Surname'],
  ['givenName', 'First name'],
  ['dateOfBirth', 'Date of birth'],
  ['sex', 'Sex'],
  ['postcode', 'Postcode'],
  ['address', 'Address'],
  ['email', 'Email'],
  ['phone', 'Phone'],
  ['nationalId', 'NHS number'],
];

const LEVELS: Record<string, string> = {
  exact: 'same',
  nickname: 'known short form',
  initial: 'initial only',
  slip: 'same but for a slip',
  near: 'alike',
  differs: 'both given, differ',
  swapped: 'first and last name swapped',
  'shared part': 'share one part',
  partial: 'part of the date is missing, the rest is the same',
  'two parts': 'two of day, month and year the same',
  'same decade': 'same decade only',
  'same sector': 'same but for the last two letters',
  'same area': 'same outward part only',
  'same street': 'same street',
  'same name part': 'same before the @',
};

const OTHERS: Record<string, [name: string, words: string]> = {
  household: ['Household', 'people of one household would agree on some of this too'],
  place: ['Place', ''],
};

const missing = (a: string | null, b: string | null): string => {
  if (a === null && b === null) return 'given by neither: no weight';
  if (a === null) return 'missing in A: no weight';
  return b === null ? 'missing in B: no weight' : 'not compared: no weight';
};

/** A name given whole, parted as matching parts it: the last word is the surname, unless a comma says otherwise. */
function parted(fullName: string | null): { givenName: string | null; familyName: string | null } {
  const name = fullName?.trim() ?? '';
  const comma = name.indexOf(',');
  const at = comma >= 0 ? comma : name.lastIndexOf(' ');
  const [first, second] = [name.slice(0, Math.max(0, at)).trim(), name.slice(at + 1).trim()];
  const [givenName, familyName] = comma >= 0 ? [second, first] : [first, second];
  return { givenName: givenName || null, familyName: familyName || null };
}

/** What a record says under a heading. */
function given(side: Side, key: (typeof FIELDS)[number][0]): string | null {
  const { details } = side;
  if (!details) return null;
  if (key === 'familyName' || key === 'givenName')
    return details[key] ?? parted(details.fullName ?? null)[key];
  if (key === 'sex') return details.sex ? details.sex[0]!.toUpperCase() + details.sex.slice(1) : null;
  return details[key] ?? null;
}

/** Lines of a pair in the order in which people read them, each beginning where the one before ended. */
export function pairRows(pair: Pair): PairRow[] {
  const evidence = new Map(pair.evidence.map((one) => [one.field, one]));
  const rows: PairRow[] = [];
  let sum = pair.start;
  const put = (row: Omit<PairRow, 'before'>): void => {
    rows.push({ ...row, before: sum });
    sum += row.weight ?? 0;
  };
  for (const [key, name] of FIELDS) {
    const found = evidence.get(key);
    evidence.delete(key);
    const [a, b] = [given(pair.a, key), given(pair.b, key)];
    if (!found && a === null && b === null && key === 'nationalId') continue;
    const words = found ? (LEVELS[found.level] ?? found.level) : missing(a, b);
    put({ key, name, a, b, words, weight: found?.weight ?? null, asked: true });
  }
  for (const [key, { level, weight }] of evidence) {
    const [name, words] = OTHERS[key] ?? [key, ''];
    put({ key, name, a: null, b: null, words: words || (LEVELS[level] ?? level), weight, asked: false });
  }
  return rows;
}

/** Odds of two records being one person before anything is compared, in words. */
export const startWords = (bits: number): string =>
  `odds are 1 in ${new Intl.NumberFormat('en-GB').format(Number((2 ** -bits).toPrecision(2)))}`;

/** Least and greatest sum along the way, with room for labels. */
export function extent(pair: Pair, rows: readonly PairRow[]): [number, number] {
  const ends = rows.flatMap(({ before, weight }) => [before, before + (weight ?? 0)]);
  const all = [0, pair.start, pair.weight, ...ends];
  return [Math.min(...all) - 2, Math.max(8, ...all) + 2];
}

/** The parts of two texts: the same beginning, what differs, the same end. Case and blanks at the ends say nothing. */
export function differing(text: string, other: string | null): [string, string, string] {
  if (other === null) return [text, '', ''];
  const [one, two] = [text.toLowerCase(), other.toLowerCase()];
  if (one.trim() === two.trim()) return [text, '', ''];
  let from = 0;
  while (from < one.length && one[from] === two[from]) from++;
  let until = 0;
  while (
    until < one.length - from &&
    until < two.length - from &&
    one[one.length - 1 - until] === two[two.length - 1 - until]
  )
    until++;
  return [text.slice(0, from), text.slice(from, text.length - until), text.slice(text.length - until)];
}

/** "94%", but never a certainty that is none. */
export function likely(probability: number): string {
  if (probability > 0.995) return 'over 99%';
  return probability < 0.005 ? 'under 1%' : `${Math.round(probability * 100)}%`;
}

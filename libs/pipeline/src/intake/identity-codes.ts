import type { DemographicField } from '#domain';

const PREFER_NOT =
  /^(i('d| would)? )?(prefer|rather|would prefer|would rather)( i)? not( to)?( say| answer| disclose| state)?$|^(refused|declined|decline to answer|not stated|not disclosed)$/;

/** Wordings in common use in British surveys, beyond the codes and names of the harmonised lists themselves. */
const WORDINGS: Partial<Record<DemographicField, Record<string, string>>> = {
  sex: {
    f: 'female',
    m: 'male',
    woman: 'female',
    man: 'male',
    women: 'female',
    men: 'male',
    girl: 'female',
    boy: 'male',
  },
  'ethnic-group': {
    asian: 'asian',
    'asian or asian british': 'asian',
    'asian british': 'asian',
    'asian, asian british': 'asian',
    black: 'black',
    'black or black british': 'black',
    'black british': 'black',
    'black, black british, caribbean or african': 'black',
    mixed: 'mixed',
    'mixed or multiple': 'mixed',
    'mixed or multiple ethnic groups': 'mixed',
    'mixed/multiple ethnic groups': 'mixed',
    'white british': 'white-british',
    'white english': 'white-british',
    'white scottish': 'white-british',
    'white - british': 'white-british',
    'white: british': 'white-british',
    'english, welsh, scottish, northern irish or british': 'white-british',
    'white other': 'white-other',
    'white: other': 'white-other',
    'any other white background': 'white-other',
    'other white': 'white-other',
    'white irish': 'white-other',
    'white - other': 'white-other',
    other: 'other',
    'other ethnic group': 'other',
    'any other ethnic group': 'other',
    arab: 'other',
  },
  disability: {
    y: 'yes',
    n: 'no',
    yes: 'yes',
    no: 'no',
    true: 'yes',
    false: 'no',
    disabled: 'yes',
    'not disabled': 'no',
  },
};

/** The lists as they were then, by folded code or name. */
const LISTED: Partial<Record<DemographicField, Record<string, string>>> = {
  sex: {
    female: 'female',
    male: 'male',
  },
  'ethnic-group': {
    'asian, asian british or asian welsh': 'asian',
    asian: 'asian',
    'black, black british, black welsh, caribbean or african': 'black',
    black: 'black',
    'mixed or multiple ethnic groups': 'mixed',
    mixed: 'mixed',
    'white: english, welsh, scottish, northern irish or british': 'white-british',
    'white-british': 'white-british',
    'white: other': 'white-other',
    'white-other': 'white-other',
    'other ethnic group': 'other',
    other: 'other',
  },
  disability: {
    disabled: 'yes',
    yes: 'yes',
    'not disabled': 'no',
    no: 'no',
  },
};

/**
 * The code that the first reading of equality answers gave (wordings that it did not know were `unmapped`). The ids and content
 * hashes of all rows held hang on these codes, so this list never changes: better readings go into `readEquality`
 * (libs/domain/src/equality), and the row stays the same row.
 */
export function identityCode(characteristic: DemographicField, asAsked: string | null): string {
  const answer = (asAsked ?? '')
    .normalize('NFKC')
    .replace(/\u2019/g, "'")
    .replace(/[\u2010-\u2014]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  if (answer === '') return 'blank';
  if (PREFER_NOT.test(answer)) return 'prefer-not-to-say';
  const listed = LISTED[characteristic]?.[answer];
  if (listed) return listed;
  if (characteristic === 'age') return harmoniseAge(answer);
  return WORDINGS[characteristic]?.[answer] ?? 'unmapped';
}

const AGE_BANDS: [code: string, from: number, to: number][] = [
  ['0-14', 0, 14],
  ['15-24', 15, 24],
  ['25-34', 25, 34],
  ['35-49', 35, 49],
  ['50-64', 50, 64],
  ['65-74', 65, 74],
  ['75+', 75, 150],
];

function harmoniseAge(answer: string): string {
  const range = ageRange(
    answer
      .replace(/\b(years?( old)?|yrs?|aged?)\b/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  if (!range) return 'unmapped';
  return AGE_BANDS.find(([, from, to]) => range.from >= from && range.to <= to)?.[0] ?? 'unmapped';
}

function ageRange(text: string): { from: number; to: number } | null {
  const band = /^(\d{1,3}) ?(?:-|to) ?(\d{1,3})$/.exec(text);
  if (band) return { from: Number(band[1]), to: Number(band[2]) };
  const over =
    /^(\d{1,3}) ?(?:\+|(?:and|or|&) (?:over|older|above))$/.exec(text) ?? /^over (\d{1,3})$/.exec(text);
  if (over) return { from: Number(over[1]) + (text.startsWith('over') ? 1 : 0), to: 150 };
  const under = /^(?:under|below) (\d{1,3})$/.exec(text);
  if (under) return { from: 0, to: Number(under[1]) - 1 };
  const upTo = /^(\d{1,3}) (?:and|or|&) (?:under|younger|below)$/.exec(text);
  if (upTo) return { from: 0, to: Number(upTo[1]) };
  const single = /^\d{1,3}$/.test(text) ? Number(text) : null;
  return single !== null && single <= 120 ? { from: single, to: single } : null;
}

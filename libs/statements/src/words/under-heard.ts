import { inSentence, listed } from './names.js';

/** A group of residents, or a ward, that was compared with its share of residents. */
export interface ComparedPart {
  /** `age-band`, `sex`, `ethnic-group`, `disability`, `deprivation`, `ward`. */
  by: string;
  code: string;
  /** Its value alone: "15 to 24", "Female", the name of a ward. */
  name: string;
}

/** Groups that are called otherwise than by their values, inside a sentence; by characteristic and code. */
export const GROUPS_SAID: Readonly<Record<string, string>> = {
  'sex:male': 'men',
  'sex:female': 'women',
  'disability:yes': 'disabled people',
  'disability:no': 'people who are not disabled',
  'age-band:0-14': 'children under 15',
};

/** Complements of a group that is named itself, and children, whom consultations rarely ask: a heading names them only where it has no other. */
const SAID_LAST = new Set(['disability:no', 'age-band:0-14']);

const codeOf = ({ by, code }: ComparedPart): string => `${by}:${code}`;

/** A group inside a sentence: "people aged 15 to 24". */
export function groupSaid(part: ComparedPart): string {
  const { by, name } = part;
  const own = GROUPS_SAID[codeOf(part)];
  if (own) return own;
  if (by === 'age-band') return `people aged ${inSentence(name)}`;
  if (by === 'deprivation') return `people in the ${inSentence(name)}`;
  if (by === 'ward') return `people in ${name}`;
  if (by === 'ethnic-group') return `people of the group “${name}”`;
  return inSentence(name);
}

/** So many are named; of more, the widest gaps and how many others. */
const MOST_NAMED = 3;

/**
 * The heading over groups of people, or over wards, beside their shares of residents.
 * @param under those heard clearly less than their share, the widest gap first, as `underHeard` gives them
 * @param compared could any be compared at all?
 */
export function underHeardHeading(under: readonly ComparedPart[], compared: boolean): string {
  if (!compared) return 'We cannot yet say who is missing';
  if (under.length === 0) return 'Nobody is clearly under-heard';
  const first = under.filter((part) => !SAID_LAST.has(codeOf(part)));
  const said = (first.length > 0 ? first : under).map(groupSaid);
  const named = said.length > MOST_NAMED ? said.slice(0, MOST_NAMED - 1) : said;
  const more = said.length - named.length;
  const sentence = `${listed(more > 0 ? [...named, `${more} more`] : named)} are under-heard`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

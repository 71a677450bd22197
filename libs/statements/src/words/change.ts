import type { Change, Measured, Verdict, WhyNot } from '../change/change-of.js';
import { dayWords } from './day.js';
import { listed, names, signedPercent } from './names.js';
import { betweenWords } from './range.js';

/** What stands in the place of sentences of an edition that was made before its sentences had rules. */
export const MADE_BEFORE = 'Made before these rules: this edition says nothing of change or grade.';

const REASONS: Readonly<Record<WhyNot, string>> = {
  'not-ready': 'people have not checked enough of what the computer reads as this theme',
  'agency-not-checked':
    'people have not checked enough of this agency’s own answers that the computer reads as this theme',
  'another-coder': 'another version of the coder read one of the years',
  'another-codebook': 'another version of the codebook was used in one of the years',
  'nothing-asked-twice': 'no consultation that heard enough people asked the same in both years',
  'recording-changed':
    'the way of asking or recording changed, and on one side of that too few people were asked the same in both years',
  'one-series': 'one consultation alone asked the same in both years, and heard too few people',
  'drift-unmeasured':
    'one consultation alone asked the same in both years, and there is no other to tell how much such answers move by themselves',
  'too-few-people': 'too few people were heard in the consultations that asked the same in both years',
  'one-series-outweighs': 'nearly all who can be compared were heard in one consultation',
  'too-small-a-part':
    'it is not sure that the consultations that asked the same in both years heard a tenth of the people',
};

/** "no consultation that heard enough people asked the same in both years". */
export const reasonOf = (why: WhyNot): string => REASONS[why];

const VERDICTS: Readonly<Record<Verdict, string>> = {
  rose: 'Rose',
  fell: 'Fell',
  'no-clear-change': 'No clear change',
};

/** Of what nobody raised before no percentage can be told: people of 100 instead. */
const between = ({ relative, low, high }: Pick<Measured, 'relative' | 'low' | 'high'>): string =>
  relative
    ? betweenWords(signedPercent(Math.max(-1, relative.low)), signedPercent(relative.high))
    : `${betweenWords(decimal(100 * Math.max(0, low)), decimal(100 * high))} more of 100`;

/** What a change says, in one line: for a table, a page, an export. Never "steady": what could not be seen is told. */
export function changeWords(change: Change): string {
  if (change.verdict === 'cannot-compare') return `Can’t be compared, because ${reasonOf(change.why)}`;
  if (change.verdict === 'only-in-one') {
    const said = change.inIt === 'no-clear-change' ? 'no clear change' : change.inIt;
    return `Only in ${listed(change.series)}: ${said} (${between(change)})`;
  }
  return `${VERDICTS[change.verdict]} (${between(change)})`;
}

/** The same as a number of people, for whoever asks: "12 of 100 heard in the same consultations, 9 the year before". */
export function perHundred(change: Change): string | null {
  if (change.verdict === 'cannot-compare') return null;
  const [before, now] = [100 * change.before, 100 * Math.max(0, change.before + change.difference)];
  return `${decimal(now)} of 100 heard in the same consultations, ${decimal(before)} the year before`;
}

/**
 * What a comparison rests on: "3 consultations that asked the same in both years, with at most 42% of the people heard: a, b and c.", and
 * over which breaks nothing is compared.
 */
export function basisWords(change: Pick<Change, 'series' | 'heard' | 'breaks'> & { why?: WhyNot }): string {
  const { series, heard, breaks } = change;
  if (change.why === 'not-ready') return 'Only themes that are ready are compared.';
  if (change.why === 'agency-not-checked')
    return 'Only themes that were checked among the agency’s own answers are compared.';
  const broken = breaks.map((each) => ` ${breakWords(each)}`).join('');
  if (series.length === 0) return `No consultation asked the same in both years.${broken}`;
  const many = series.length === 1 ? '1 consultation' : `${series.length} consultations`;
  const part = heard === null ? '' : `, with at most ${Math.round(100 * heard)}% of the people heard`;
  return `${many} that asked the same in both years${part}: ${listed(series)}.${broken}`;
}

/** "Nothing is compared across 1 July 2025, when the recording of Tell us changed: a new form asks less." */
export function breakWords({ series, since, reason }: Change['breaks'][number]): string {
  return `Nothing is compared across ${dayWords(since)}, when the recording of ${series} changed: ${reason.trim().replace(/\.+$/, '')}.`;
}

/** What a heading over one theme's change needs to know of it. */
export interface ToHead {
  verdict: string;
  /** Does it stand beside all themes compared? Absent where nothing was tried beside others. */
  headline?: boolean;
}

/** Heading over one theme's change: a rise or a fall only where it stands when all themes are compared at once (rule A, 8). */
export function changeHeading({ verdict, headline }: ToHead): string {
  if (verdict === 'cannot-compare') return 'Change can’t be told like for like';
  if (verdict === 'only-in-one') return 'One consultation alone can be compared with the year before';
  if (verdict === 'no-clear-change') return 'No clear change on the year before';
  // Clear by itself, but among all themes compared it may well be chance: a table may say it, a heading may not.
  if (!headline) return 'No change stands out when all themes are compared at once';
  return `It is ${verdict === 'fell' ? 'falling' : 'rising'} in what people say`;
}

/** Verdicts that rest on what was asked in both years in at least two series. */
const CLEAR_OR_NOT = new Set(['rose', 'fell', 'no-clear-change']);

/**
 * How an agency's own change stands beside the whole city's. They differ only where both are clear and go opposite ways: where in truth
 * neither moved, each is clear by chance in at most 5% and half of those go either way, so that "differs" is false in at most one of 800
 * were they independent, and in fewer because the agency's series are among the city's. A change that is clear in one of the two alone
 * is no difference.
 * @param own verdict of the agency by its own series @param city verdict of the whole city; null where nothing was compared
 */
export function besideCityWords(own: string | null, city: string | null): string {
  if (own === null || city === null || !CLEAR_OR_NOT.has(own) || !CLEAR_OR_NOT.has(city))
    return 'can’t be compared';
  if (own === city) return own === 'no-clear-change' ? 'no clear change in either' : `the same: ${own}`;
  return own !== 'no-clear-change' && city !== 'no-clear-change' ? 'differs' : 'no clear difference';
}

/** What a heading needs to know of a change. */
export interface HeadingChange {
  verdict: string;
  /** Does it stand beside all themes compared? */
  headline: boolean;
  /** Of shares, from -1 to 1. */
  difference: number;
}

/** A theme of a table: what a heading needs to know of it. */
export interface HeadingTheme {
  name: string;
  /** Does it say something that a heading can carry? "Other" and "no answer" do not. */
  says: boolean;
  /** Place among ready themes; null where nobody raised it, it is hidden, or its grade is not ready. */
  rank: number | null;
  /** Did the figure come out as nobody? What is hidden is not known to be nobody. */
  silent: boolean;
  change: HeadingChange | null;
  /** Places that its share may have, where shares have ranges. */
  places?: { first: number; last: number } | undefined;
}

const MOST_IN_A_HEADING = 3;

/** Over themes of an edition that does not know how well they were coded: whatever their counts, none is said to be raised most. */
export const NO_THEME_FIRST =
  'No theme is put before another: this edition was made before it was kept how well themes are coded';

/** The heading over a table of themes: what rose most, where that stands; otherwise what is said most. */
export function themesHeading(themes: readonly HeadingTheme[]): string {
  const speaking = themes.filter(({ says }) => says);
  const risen = speaking
    .flatMap(({ name, change }) =>
      change && change.headline && change.verdict === 'rose' ? [{ name, by: change.difference }] : [],
    )
    .sort((one, other) => other.by - one.by);
  if (risen.length > 0)
    return `${names(risen.slice(0, MOST_IN_A_HEADING).map(({ name }) => name))} rose most`;
  const inOrder = speaking.filter(({ rank }) => rank !== null).sort((one, other) => one.rank! - other.rank!);
  const ranked = inOrder.slice(0, standingFirst(inOrder) ?? MOST_IN_A_HEADING);
  if (ranked.length === 0 && inOrder.length > 0) return 'No theme stands clearly before the others';
  if (ranked.length > 0)
    return `${names(ranked.map(({ name }) => name))} ${ranked.length > 1 ? 'are' : 'is'} raised most`;
  return themes.every(({ silent }) => silent)
    ? 'No theme has been raised yet'
    : 'Too few people to say what is raised most';
}

/**
 * How many themes stand before all others, at most three: those of which none beyond may have a place among them. 0 where
 * ranges overlap too far; null where shares have no ranges.
 */
function standingFirst(inOrder: readonly HeadingTheme[]): number | null {
  if (!inOrder.some(({ places }) => places)) return null;
  for (let many = 1; many <= MOST_IN_A_HEADING; many++)
    if (inOrder.slice(many).every(({ places }) => !places || places.first > many)) return many;
  return 0;
}

const decimal = (value: number): string => (Math.round(value * 10) / 10).toFixed(1);

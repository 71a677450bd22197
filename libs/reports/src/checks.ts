import { bareNumbers } from './numbers.js';
import { readText, themeOf, type Part } from './text.js';

/** What is known of a figure that a text names. `absent`: no published figure of that edition, a working one included. */
export type FigureState = 'shown' | 'hidden' | 'absent';
/** What may be said of a theme's change, like for like. */
export type ChangeState = 'rise' | 'fall' | 'unclear';

/** A report as it is looked at before release. */
export interface Looked {
  edition: number;
  texts: readonly { code: string; heading: string; text: string; needed: boolean }[];
  /** By id; of the report's edition. */
  figures: ReadonlyMap<string, FigureState>;
  /** Places of quotes that may be shown in the report's edition. */
  quotes: ReadonlySet<string>;
  /** Themes whose coding was audited well enough to be told by shares and ranks. */
  ready: ReadonlySet<string>;
  changes: ReadonlyMap<string, ChangeState>;
}

export interface CheckResult {
  code: string;
  /** What is looked at, in words; of a check that stops the release with what stops it. */
  words: string;
  stops: { section: string; words: string }[];
}

type Figure = Extract<Part, { kind: 'figure' }>;
interface Section {
  heading: string;
  text: string;
  needed: boolean;
  parts: Part[];
}
type Finder = (section: Section, looked: Looked) => string[];

const figuresOf = ({ parts }: Section): Figure[] => parts.filter((part) => part.kind === 'figure');

const CHECKS: readonly [code: string, words: string, find: Finder][] = [
  ['written', 'What the author must write is written', ({ needed, text }) => (needed && !text.trim() ? ['Nothing is written here yet.'] : [])],
  ['bare-number', 'Every number is a figure', ({ parts }) =>
    parts.flatMap((part) => (part.kind === 'words' ? bareNumbers(part.text).map((found) => `“${found}” names no figure.`) : []))],
  ['foreign-edition', 'All figures are of one edition', ({ parts }, { edition }) =>
    parts.flatMap((part) => (part.kind !== 'words' && part.edition !== null && part.edition !== edition ? [`A ${part.kind} is of edition ${part.edition}, not of ${edition}.`] : []))],
  ['absent-figure', 'Every figure is published', (section, { figures }) => [
    ...figuresOf(section).flatMap(({ id }) => ((figures.get(id) ?? 'absent') === 'absent' ? [`${id} is no published figure of this edition.`] : [])),
    ...section.parts.flatMap((part) => (part.kind === 'words' ? unreadTokens(part.text) : [])),
  ]],
  ['hidden-figure', 'No hidden figure is quoted', (section, { figures }) =>
    figuresOf(section).flatMap(({ id }) => (figures.get(id) === 'hidden' ? [`${id} is hidden in this edition.`] : []))],
  ['unreleased-quote', 'Quotes are released, none from a cell under 10', ({ parts }, { quotes }) =>
    parts.flatMap((part) =>
      part.kind === 'quote' ? (quotes.has(part.quote) ? [] : [`Quote ${part.quote} is not released, or from so few people that it is not shown.`])
      : part.kind === 'words' ? typedQuotes(part.text) : [])],
  ['theme-not-ready', 'Shares and ranks are of themes that were audited', (section, { ready }) =>
    sentencesOf(section).flatMap(({ words, figures }) =>
      figures.flatMap(({ id, show }) => {
        const theme = themeOf(id);
        return theme !== null && !ready.has(theme) && (show === 'share' || RANKS.test(words)) ? [`${theme} is not ready to be told by a share or a rank.`] : [];
      }))],
  ['unclear-change', '“No clear change” is nowhere called a rise or a fall', (section, { changes }) =>
    sentencesOf(section).flatMap(({ words, figures }) =>
      figures.flatMap(({ id }) => {
        const theme = themeOf(id);
        const change = theme === null ? 'unclear' : (changes.get(theme) ?? 'unclear');
        return (RISES.test(words) && change !== 'rise') || (FALLS.test(words) && change !== 'fall') ? [`${theme ?? id}: no clear ${RISES.test(words) ? 'rise' : 'fall'} is known, like for like.`] : [];
      }))],
]; // prettier-ignore

const RANKS = /\b(?:most|first|top|commonest|leads?|ranks?|highest|lowest|least|fewest)\b/i;
const RISES =
  /\b(?:rose|risen|rises?|rising|grew|grows?|grown|growing|increas\w+|more than (?:last|the) year|went up|up from)\b/i;
const FALLS =
  /\b(?:fell|fallen|falls?|falling|declin\w+|decreas\w+|drop(?:s|ped|ping)?|went down|down from)\b/i;

/** What stands in double brackets and could be read neither as a figure nor as a quote would be printed as it stands. */
const unreadTokens = (words: string): string[] =>
  [...words.matchAll(/\[\[[^\n]{0,80}/g)].map(([found]) => `“${found}” names no figure and no quote.`);

/** Words in quotation marks that the author typed: somebody's words come from a release alone. A term of one or two words is none. */
const typedQuotes = (words: string): string[] =>
  [...words.matchAll(/[“"]([^”"]{1,400})[”"]/g)].flatMap((match) =>
    (match[1] ?? '').trim().split(/\s+/).length > 2
      ? ['Words in quotation marks are typed: insert a released quote.']
      : [],
  );

/** Sentences with the figures that stand in them: what is said of a figure is said in its sentence. */
function sentencesOf({ parts }: Section): { words: string; figures: Figure[] }[] {
  const sentences: { words: string; figures: Figure[] }[] = [{ words: '', figures: [] }];
  for (const part of parts) {
    if (part.kind === 'figure') sentences.at(-1)!.figures.push(part);
    if (part.kind !== 'words') continue;
    part.text.split(/(?<=[.!?;\n])\s+/).forEach((piece, at) => {
      if (at > 0) sentences.push({ words: '', figures: [] });
      sentences.at(-1)!.words += ` ${piece}`;
    });
  }
  return sentences;
}

/** Everything that is looked at before a report may be released; a check without stops is passed. */
export function checkReportText(looked: Looked): CheckResult[] {
  const sections = looked.texts.map((one): Section => ({ ...one, parts: readText(one.text) }));
  return CHECKS.map(([code, words, find]) => ({
    code,
    words,
    stops: sections.flatMap((section) =>
      [...new Set(find(section, looked))].map((found) => ({ section: section.heading, words: found })),
    ),
  }));
}

/** Ids of figures and places of quotes that texts name, each once. */
export function namedIn(texts: readonly { text: string }[]): { figures: string[]; quotes: string[] } {
  const parts = texts.flatMap(({ text }) => readText(text));
  return {
    figures: [...new Set(parts.flatMap((part) => (part.kind === 'figure' ? [part.id] : [])))],
    quotes: [...new Set(parts.flatMap((part) => (part.kind === 'quote' ? [part.quote] : [])))],
  };
}

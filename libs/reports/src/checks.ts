import { bareNumbers } from './numbers.js';
import { callsPlace, type Sentence, sentencesOf } from './sentences.js';
import { type FigureShow, readText, type Part } from './text.js';

/** What is known of a figure that a text names. `absent`: no published figure of that edition, a working one included. */
export type FigureState = 'shown' | 'hidden' | 'absent';
/** What may be said of a theme's change, like for like. */
export type ChangeState = 'rise' | 'fall' | 'unclear';

/** A report as it is looked at before release. */
export interface Looked {
  edition: number;
  /** `wordsAlone`: printed as it is written, so that no figure and no quote can stand in it. */
  texts: readonly { code: string; heading: string; text: string; needed: boolean; wordsAlone?: boolean }[];
  /** By id; of the report's edition. */
  figures: ReadonlyMap<string, FigureState>;
  /** Ways of writing a shown figure for which nothing is told of it, as of a share that it has not; by id. */
  untold: ReadonlyMap<string, readonly FigureShow[]>;
  /** Places of quotes that may be shown in the report's edition. */
  quotes: ReadonlySet<string>;
  /** Names of themes by code: a sentence that calls a theme by its name is about it, with a figure or without. */
  themes: ReadonlyMap<string, string>;
  /** Themes whose coding was audited well enough to be told by shares and ranks. */
  ready: ReadonlySet<string>;
  /** Of the whole city. */
  changes: ReadonlyMap<string, ChangeState>;
  /** Names of wards: no change is told by ward. */
  wards: readonly string[];
  /** A ward's brief: what does not say that it is of the city is read as of the ward. */
  ofWard: boolean;
}

export interface CheckResult {
  code: string;
  /** What is looked at, in words; of a check that stops the release with what stops it. */
  words: string;
  stops: { section: string; words: string }[];
}

/** Where a drafted text leaves the judgement to its author; a report that still holds it is not released. */
export const JUDGEMENT = '[[write your judgement here]]';

type Figure = Extract<Part, { kind: 'figure' }>;
interface Section {
  heading: string;
  text: string;
  needed: boolean;
  wordsAlone?: boolean;
  parts: Part[];
  sentences: Sentence[];
}
type Finder = (section: Section, looked: Looked) => string[];

const figuresOf = ({ parts }: Section): Figure[] => parts.filter((part) => part.kind === 'figure');

const CHECKS: readonly [code: string, words: string, find: Finder][] = [
  ['written', 'What the author must write is written', ({ needed, text }) => [
    ...(needed && !text.trim() ? ['Nothing is written here yet.'] : []),
    ...(text.includes(JUDGEMENT) ? ['The judgement is not written yet: it is the author’s.'] : []),
  ]],
  ['bare-number', 'Every number is a figure', ({ parts }) =>
    parts.flatMap((part) => (part.kind === 'words' ? bareNumbers(part.text).map((found) => `“${found}” names no figure.`) : []))],
  ['foreign-edition', 'All figures are of one edition', ({ parts }, { edition }) =>
    parts.flatMap((part) => (part.kind !== 'words' && part.edition !== null && part.edition !== edition ? [`A ${part.kind} is of edition ${part.edition}, not of ${edition}.`] : []))],
  ['absent-figure', 'Every figure is published', (section, { figures }) => [
    ...(section.wordsAlone && section.parts.some(({ kind }) => kind !== 'words') ? ['No figure and no quote can stand here: it is printed as it is written.'] : []),
    ...figuresOf(section).flatMap(({ id }) => (!section.wordsAlone && (figures.get(id) ?? 'absent') === 'absent' ? [`${id} is no published figure of this edition.`] : [])),
    ...section.parts.flatMap((part) => (part.kind === 'words' ? unreadTokens(part.text) : [])),
  ]],
  ['hidden-figure', 'No hidden figure is quoted', (section, { figures, untold }) =>
    figuresOf(section).flatMap(({ id, show }) =>
      figures.get(id) === 'hidden' ? [`${id} is hidden in this edition.`]
      : untold.get(id)?.includes(show) ? [`Of ${id} no ${show} is told in this edition.`] : [])],
  ['unreleased-quote', 'Quotes are released, none from a cell under 10', ({ parts }, { quotes }) =>
    parts.flatMap((part) =>
      part.kind === 'quote' ? (quotes.has(part.quote) ? [] : [`Quote ${part.quote} is not released, or from so few people that it is not shown.`])
      : part.kind === 'words' ? typedQuotes(part.text) : [])],
  ['theme-not-ready', 'Shares and ranks are of themes that were audited', ({ sentences }, { ready }) =>
    sentences.flatMap(({ words, about }) =>
      about.flatMap(({ theme, show }) =>
        theme !== null && !ready.has(theme) && (show === 'share' || show === 'gap' || RANKS.test(words)) ? [`${theme} is not ready to be told by a share or a rank.`] : []))],
  ['unclear-change', '“No clear change” is nowhere called a rise or a fall', ({ sentences }, looked) =>
    sentences.flatMap((sentence) => unclearIn(sentence, looked))],
]; // prettier-ignore

/** What may be called the main one: "the main entrance" ranks nothing that people raised. */
const MATTER =
  'concerns?|worry|worries|fears?|issues?|themes?|topics?|subjects?|matters?|problems?|complaints?|grievances?|points?|messages?|reasons?|priority|priorities|requests?|wish|wishes|findings?|things?|one';
const RANKS = new RegExp(
  `\\b(?:most|first|top(?:s|ped)?|commonest|leads?|leading|ranks?|highest|lowest|biggest|largest|greatest|foremost|least|fewest|above (?:all|everything|anything)|more (?:often |people )?than (?:any|all|every) ?(?:other|else|thing)|ahead of|second (?:only )?to|(?:in|takes?|took) (?:second|third) place|(?:main|chief|principal|primary|prime|overriding|paramount|the key) (?:(?:public|local|single|shared|common) )?(?:${MATTER})|(?:mainly|chiefly|principally)(?! (?:in|at|on|by|from|after|before|during|near|around|because|for|to))|number one|no\\. ?1|(?:pre)?domina(?:nt|nce|nts|te|tes|ted|ting|ntly)|outweigh\\w*|outnumber\\w*|outstrip\\w*|outrank\\w*|overshadow\\w*|eclips\\w*)\\b`,
  'i',
);
const LONG_AGO = '(?:last|the|a) (?:year|quarter|survey|time|edition)|before|in (?:19|20)\\d\\d';
/** "Down by [[figure]]", "down by half": not "down by the river", "taken up by officers". */
const BEGINS = '(?<=^\\W*|[,;:(–—-] ?)';
const BY_SO_MUCH =
  'by (?:(?:some|about|over|almost|nearly|more than) )?(?:half|much|(?:an?|one|two|three) (?:third|quarter|fifth|tenth|lot|little|few)s?)';
const RISES = new RegExp(
  `\\b(?:rose|risen|rises?|rising|grew|grows?|grown|growing|(?<!\\b(?:weed|plant|tree|hedge|economic|population|housing) )growth|increas\\w+|climb\\w*|surg(?:e|es|ed|ing)|upsurge|soar\\w*|jump(?:s|ed)?|spik(?:e|es|ed|ing)|rocket(?:ed|ing)|mushroom(?:ed|ing)|balloon(?:ed|ing)|upwards?|uptick|upturn|mounting (?:concern|worry|anger|numbers?)|heighten\\w*|intensif\\w+|escalat\\w+(?! to )|more and more|ever more|doubl(?:e|es|ed|ing)|trebled?|tripled?|more (?:people |often )?than (?:${LONG_AGO})|(?:higher|worse) than (?:${LONG_AGO})|(?:went|gone|going|goes|is|are|was|were) up(?! to)|up (?:on|from|since)|${BEGINS}up by|up ${BY_SO_MUCH}|worsen\\w*|deteriorat\\w+|(?:got|gets?|getting) worse)\\b`,
  'i',
);
/** What was done to it is a fall; what is asked for is none: "to see it reduced", "should be improved". */
const ASKED_FOR = '(?<!\\b(?:want|wants|wanted|like|see|need|needs|be|get)\\b[^.;]{0,40})';
const LESSENED = '(?:reduced|improved|lessened|diminished)';
const FALLS = new RegExp(
  `\\b(?:fell|fallen|falls?|falling|declin\\w+|decreas\\w+|drop(?:s|ped|ping)?|shr[aiu]nk\\w*|halved?|dwindl\\w+|plummet\\w*|slump\\w*|downwards?|waned?|waning|abat(?:ed|es|ing)|(?:has|have|had|is|was|were) (?:(?:been|now|much|\\w+ly) )*${LESSENED}|${ASKED_FOR}${LESSENED}(?=[.!?;,]|$| (?:since|on|from|this|last|by|over|much|a (?:lot|little)|greatly|slightly|in (?:the|19|20)))|(?:is|are|was|were|been|keeps?) (?:\\w+ly )?(?:improving|reducing|lessening|diminishing)|(?:saw|seen|sees|shows?|showed|shown|there (?:is|was|has been)) (?:an? |some |much )?(?:[a-z]+ )?(?:improvement|reduction)s?|fewer (?:people )?than (?:${LONG_AGO})|(?:less|lower|better)(?: often)? than (?:${LONG_AGO})|(?:went|gone|going|goes) down|(?:came|come) down(?! to)|(?:is|are|was|were) down(?! (?:to|at|the|by the))|down (?:on|from|since)|${BEGINS}down by(?! the)|down ${BY_SO_MUCH}|(?:got|gets?|getting) better|eas(?:ed|ing))\\b`,
  'i',
);

/** What a sentence calls a rise or a fall without one being known of each that it is about: known of whole themes in the whole city alone. */
function unclearIn({ words, about }: Sentence, { changes, wards, ofWard }: Looked): string[] {
  const [rises, falls] = [RISES.test(words), FALLS.test(words)];
  if (!rises && !falls) return [];
  const inWard =
    wards.some((ward) => callsPlace(words, ward)) || (ofWard && !/\bcity(?:-?wide)?\b/i.test(words));
  return about.flatMap(({ theme, name, whole }) => {
    const change = theme === null || !whole || inWard ? 'unclear' : (changes.get(theme) ?? 'unclear');
    return (rises && change !== 'rise') || (falls && change !== 'fall')
      ? [`${whole ? (theme ?? name) : name}: no clear ${rises ? 'rise' : 'fall'} is known, like for like.`]
      : [];
  });
}

/** What stands in double brackets and could be read neither as a figure nor as a quote would be printed as it stands. */
const unreadTokens = (words: string): string[] =>
  [...words.replaceAll(JUDGEMENT, '').matchAll(/\[\[[^\n]{0,80}/g)].map(
    ([found]) => `“${found}” names no figure and no quote.`,
  );

/** Double, single and plain quotation marks; an apostrophe is none. */
const QUOTATIONS: readonly RegExp[] = [
  /[“"„]([^”"]{1,400})[”"]/g,
  /‘([^‘]{1,400}?)’(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])'([^'\n]{1,400}(?:'\p{L}[^'\n]{0,400})*)'(?![\p{L}\p{N}])/gu,
];

/** Words in quotation marks that the author typed: somebody's words come from a release alone. A term of one or two words is none. */
const typedQuotes = (words: string): string[] =>
  QUOTATIONS.flatMap((marks) => [...words.matchAll(marks)]).flatMap((match) =>
    (match[1] ?? '').trim().split(/\s+/).length > 2
      ? ['Words in quotation marks are typed: insert a released quote.']
      : [],
  );

/** Everything that is looked at before a report may be released; a check without stops is passed. */
export function checkReportText(looked: Looked): CheckResult[] {
  const sections = looked.texts.map((one): Section => {
    const parts = readText(one.text);
    return { ...one, parts, sentences: sentencesOf(parts, looked.themes) };
  });
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

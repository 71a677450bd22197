import { type DemographicField, readEquality } from '#domain';
import { characteristicNamed } from './characteristic-labels.js';
import type { Group } from './group.js';
import { finding, wordsOf, wordsWithin } from './meaning.js';
import { settleLog } from './log-of-letters.js';
import { areCodes, question } from './question.js';
import { idWords } from './record-columns.js';
import type { Recognition } from './recognition.js';
import { settleBeside } from './sure-of.js';

/** What only all columns together can tell: one id, one date, what belongs to a question over several columns. */
export function settleColumns(recognition: Recognition): void {
  recognition.groups = recognition.groups.filter((group) => !isGridOfTicks(group, recognition));
  namesInTwo(recognition);
  namesTwice(recognition);
  oneId(recognition);
  oneDate(recognition);
  placesOf(recognition);
  guessedPlaces(recognition);
  characteristicsOnce(recognition);
  settleLog(recognition);
  settleBeside(recognition);
  recognition.findings.forEach((found, at) => {
    const own = recognition.groups.some(
      ({ columns, twin, others }) => columns.includes(at) || twin === at || others.includes(at),
    );
    if (found.ask && !own) recognition.asks.push({ column: recognition.labels[at]!.label, ...found.ask });
  });
  for (const group of recognition.groups)
    if (
      group.kind === 'multi-choice' &&
      group.items.every((item) => /^[a-z]{0,3}\d+$|^[a-z]$|^opt/i.test(item))
    )
      group.ask ??= 'The options have numbers for names: say what each stands for.';
  for (const group of recognition.groups) group.ask ??= askOfCharacteristic(group);
  for (const group of recognition.groups)
    if (/[a-z]/i.test(group.options.join('')) && areCodes(group.options))
      group.ask ??= 'The answers are codes: say what each stands for.';
  for (const group of recognition.groups)
    if (group.kind === 'matrix' && joinsOptions(group.options))
      group.ask ??= 'Some cells hold several of the answers: may several be ticked in each row?';
  for (const group of recognition.groups)
    if (group.ask)
      recognition.asks.push({
        column: recognition.labels[group.columns[0]!]!.label,
        about: 'question',
        why: group.ask,
      });
}

/** Options to tick that are answers of a characteristic: no figure of who took part comes of them. */
function askOfCharacteristic({ kind, text, items }: Group): string | null {
  const field = kind === 'multi-choice' && text !== null ? characteristicNamed(wordsOf(text)) : null;
  if (field === null || !ONE_ANSWER.includes(field)) return null;
  const coded = items.filter((item) => readEquality(field, item, null).as === 'coded').length;
  return coded < 2 || coded < 0.5 * items.length
    ? null
    : `These columns are the options of one answer (${field.replaceAll('-', ' ')}). Send one column with the answer, otherwise it is no figure of who took part.`;
}
/** Of these people give one answer. */
const ONE_ANSWER: readonly DemographicField[] = [
  'age',
  'sex',
  'gender',
  'ethnic-group',
  'sexual-orientation',
  'marriage',
];

/** Rows of a grid in which several were ticked are a question each: no other way says what was ticked in which row. */
const isGridOfTicks = ({ kind, columns, options }: Group, { findings }: Recognition): boolean =>
  kind === 'matrix' &&
  joinsOptions(options) &&
  columns.every((at) => {
    const { meaning } = findings[at]!;
    return meaning.as === 'question' && meaning.kind === 'multi-choice';
  });

/** Are some answers made of others, as the rows of a grid of ticks are written ("Morning;Evening")? */
function joinsOptions(options: readonly string[]): boolean {
  const single = new Set(options);
  return options.some((option) => {
    const parts = option.split(/\s*[;|]\s*|,\s*/).filter((part) => part !== '');
    return parts.length > 1 && parts.every((part) => single.has(part));
  });
}

/** Two columns under one label "Name", a word in each: some tools write forename and surname so. */
function namesInTwo({ findings, labels, profiles }: Recognition): void {
  const isOfWord = (at: number): boolean => {
    const { meaning } = findings[at]!;
    const named = meaning.as === 'respondent' && meaning.field === 'fullName';
    return named && profiles[at]!.share((value) => !/\s/.test(value.trim())) > 0.9;
  };
  for (let at = 1; at < labels.length; at++) {
    if (labels[at]!.label !== `${labels[at - 1]!.label} (2)` || !isOfWord(at - 1) || !isOfWord(at)) continue;
    const reason = 'Two columns under one label hold a word of a name each.';
    findings[at - 1] = finding({ as: 'respondent', field: 'givenName' }, 0.75, reason);
    findings[at] = finding({ as: 'respondent', field: 'familyName' }, 0.75, reason);
  }
}

/** Two columns of names of people: one of them may be whoever took the answer, and a mapping takes the first. */
function namesTwice({ findings, labels, asks }: Recognition): void {
  const [first, second] = findings.flatMap(({ meaning, ask }, at) =>
    meaning.as === 'respondent' && meaning.field === 'fullName' && ask === null ? [at] : [],
  );
  if (first === undefined || second === undefined) return;
  asks.push({
    column: labels[second]!.label,
    about: 'name',
    why: `This column and "${labels[first]!.label.slice(0, 80)}" both hold names of people: which of them is the person who answers?`,
  });
}

/** A sheet has one submission id: the strongest label wins, then the first; the others are passed over and said. */
function oneId({ findings, labels, lines }: Recognition): void {
  const own = lines ? labels.findIndex(({ label }) => label === lines.personLabel) : -1;
  if (own >= 0)
    findings[own] = finding({ as: 'submission-id' }, 0.9, 'The lines of one person bear the same id.');
  const ids = findings
    .map(({ meaning }, at) => ({
      at,
      as: meaning.as,
      weight: at === own ? 9 : idWords(wordsOf(labels[at]!.label)),
    }))
    .filter(({ as }) => as === 'submission-id')
    .sort((a, b) => b.weight - a.weight || a.at - b.at);
  for (const { at } of ids.slice(1))
    findings[at] = finding(
      { as: 'ignore', what: 'another id' },
      0.8,
      'An id as well, but another column is the better one.',
    );
}

function dateWeight(words: string): number {
  if (/birth|\bdob\b/.test(words)) return -1;
  if (/submitted|submission|completed|completion|recorded|contribution|answered/.test(words)) return 5;
  if (/^(end|ended|finished)|end (date|time)/.test(words)) return 4;
  if (/timestamp|created|creation|received|^date$|date of (response|visit|survey|interview)/.test(words))
    return 3;
  if (/^(start|started|begun|today)|start (date|time)/.test(words)) return 1;
  return 2;
}

/** A sheet has one date of the answer: when it was sent in before when it was begun. */
function oneDate({ findings, labels, profiles }: Recognition): void {
  const words = (at: number): string => wordsWithin(labels[at]!.label);
  const dates = findings
    .map(({ meaning }, at) => ({ at, meaning, weight: dateWeight(words(at)) }))
    .filter(({ meaning }) => meaning.as === 'date')
    .sort((a, b) => b.weight - a.weight || profiles[b.at]!.filled - profiles[a.at]!.filled || a.at - b.at);
  if (dates.length === 0) {
    const times = findings.findIndex(
      ({ meaning }) => meaning.as === 'ignore' && meaning.what === 'a time of the tool',
    );
    if (times >= 0 && profiles[times]!.share((value) => /\d{2,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(value)) > 0.8)
      findings[times] = finding({ as: 'date' }, 0.75, 'The only column of dates.');
    return;
  }
  for (const { at } of dates.slice(1))
    findings[at] = finding(
      { as: 'ignore', what: 'a time of the tool' },
      0.8,
      'Another date, but another column says better when it was answered.',
    );
}

const GUESSED =
  /^(country|country code|city|state\/?region|state|region|county|postal|postal code|time ?zone|session ?id|contact id|referr?er|legacy comments)$/;
const MACHINE = /user ?agent|^ip ?addr|^longitude$|session ?id|geo/;

/** Country and city that a tool guessed from the address of the machine: they stand beside what else it wrote down. */
function guessedPlaces({ findings, labels, profiles }: Recognition): void {
  const words = labels.map(({ label }) => wordsOf(label));
  const beside = labels.filter(({ label }) => MACHINE.test(label.toLowerCase())).length;
  if (beside < 2) return;
  words.forEach((word, at) => {
    const empty = word === 'comments' && profiles[at]!.filled === 0;
    const whole = labels[at]!.label.toLowerCase();
    if (GUESSED.test(whole) || empty)
      findings[at] = finding(
        { as: 'ignore', what: 'guessed by the tool' },
        0.85,
        'Nobody’s answer: the tool guessed it.',
      );
  });
}

/** One place: the first; others are answers about places and stay questions. */
function placesOf({ findings }: Recognition): void {
  const places = findings.flatMap(({ meaning }, at) => (meaning.as === 'place' ? [at] : []));
  for (const at of places.slice(1))
    findings[at] = finding(
      { as: 'ignore', what: 'another place' },
      0.55,
      'A place as well; the first column of places is taken.',
      {
        about: 'place',
        why: 'A second column of places is left out. Say if it is the one that matters.',
      },
    );
}

/** A characteristic is asked once: what follows up on it ("If yes, ...") is a question, of any other a person is asked. */
function characteristicsOnce({ findings, labels, profiles, groups }: Recognition): void {
  const met = new Set<string>();
  findings.forEach(({ meaning }, at) => {
    if (meaning.as !== 'demographic' || groups.some(({ columns }) => columns.includes(at))) return;
    if (!met.has(meaning.characteristic)) {
      met.add(meaning.characteristic);
      return;
    }
    const words = wordsOf(labels[at]!.label);
    const own = question(words, profiles[at]!, { delimiter: null });
    findings[at] = /^(\W*\w?\d+[a-z]?\W+)?if\b|\bplease (specify|state|say|describe)\b/.test(words)
      ? own
      : {
          ...own,
          confidence: 0.5,
          ask: {
            about: 'characteristic',
            why: `A column before this one asks for ${meaning.characteristic} as well: this one is read as a question. Say which of them is the person's own.`,
          },
        };
  });
}

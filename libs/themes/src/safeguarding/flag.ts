import type { Span } from '../contract.js';
import { PhraseIndex } from '../coders/phrases.js';
import { wordsOf } from '../coders/words.js';
import type { Word } from '../coders/words.js';
import { IN_POWER, SAFEGUARDING_PHRASES, SIGNS_OF_HARM } from './phrases.js';
import { SOMEBODY, SUBJECT_PHRASES } from './subject-phrases.js';

const index = new PhraseIndex<{ kind: string; ofSubject: boolean }>();
for (const [phrases, ofSubject] of [
  [SAFEGUARDING_PHRASES, false],
  [SUBJECT_PHRASES, true],
] as const)
  for (const [kind, all] of Object.entries(phrases))
    for (const phrase of all) index.add(phrase, { kind, ofSubject });

const people = new PhraseIndex<'somebody'>();
for (const phrase of SOMEBODY) people.add(phrase, 'somebody');

const pairs = new PhraseIndex<'who' | 'sign'>();
for (const phrase of IN_POWER) pairs.add(phrase, 'who');
for (const phrase of SIGNS_OF_HARM) pairs.add(phrase, 'sign');

/** Why a text was flagged: the kind of risk and where its words stand. */
export interface SafeguardingReason {
  kind: string;
  span: Span;
}

/**
 * Words of a text that may mean that somebody is at risk; empty where there are none. Chosen for recall: but words of a subject count only
 * beside somebody.
 */
export function safeguardingReasons(text: string, words: Word[] = wordsOf(text)): SafeguardingReason[] {
  return found(text, words).map(({ kind, span }) => ({ kind, span }));
}

/** How soon a person should look: now, today, or this week. */
export type RiskBand = 'now' | 'today' | 'week';

export interface Risk {
  /** For the order of the queue: larger first. */
  score: number;
  band: RiskBand;
}

/** Of one sign, by what it may mean; each further one that is another's words adds half. */
const WEIGHTS: Readonly<Record<string, number>> = {
  suicide: 3,
  'self-harm': 2.5,
  abuse: 2,
  harm: 1.5,
  neglect: 1.5,
  risk: 1,
};
const OF_SUBJECT = 0.5;
/** What somebody says of themselves or of somebody near is nearer than what is said of others. */
const NEAR = new PhraseIndex<'near'>();
for (const phrase of [
  "i|i'm|im|me|my|myself",
  'next_door|upstairs|my|our neighbour|friend|brother|sister|son|daughter|mum|dad|husband|partner|ex|class',
])
  NEAR.add(phrase, 'near');
const FROM_NOW = 2;
const FROM_TODAY = 1;

/** How urgent a flagged text is, by its words; null where it is not flagged. */
export function riskOf(text: string, words: Word[] = wordsOf(text)): Risk | null {
  const reasons = found(text, words);
  if (reasons.length === 0) return null;
  const weights = reasons
    .map(({ kind, ofSubject }) => (WEIGHTS[kind] ?? 1) * (ofSubject ? OF_SUBJECT : 1))
    .sort((a, b) => b - a);
  const signs = weights.reduce((sum, weight, at) => sum + weight / 2 ** at, 0);
  const near = NEAR.find(words).length > 0 ? 1 : 0.6;
  const score = Math.round(100 * signs * near) / 100;
  return { score, band: score >= FROM_NOW ? 'now' : score >= FROM_TODAY ? 'today' : 'week' };
}

interface Found extends SafeguardingReason {
  ofSubject: boolean;
}

function found(text: string, words: Word[]): Found[] {
  const hits = index.find(words).map(({ value, from, to }) => ({ ...value, span: spanOf(words, from, to) }));
  const persons = hits.some(({ ofSubject }) => ofSubject)
    ? people.find(words).map(({ from, to }) => spanOf(words, from, to))
    : [];
  const beside = ({ span }: Found): boolean => persons.some((person) => !isParted(text, person, span));
  return [...hits.filter((hit) => !hit.ofSubject || beside(hit)), ...harmTogether(text, words)];
}

/** Signs of harm in a sentence that names somebody who may be in another's power. */
function harmTogether(text: string, words: Word[]): Found[] {
  const hits = pairs.find(words).map(({ value, from, to }) => ({ value, span: spanOf(words, from, to) }));
  const persons = hits.filter(({ value }) => value === 'who');
  if (persons.length === 0) return [];
  return hits
    .filter(({ value, span }) => value === 'sign' && persons.some((who) => !isParted(text, who.span, span)))
    .map(({ span }) => ({ kind: 'harm', span, ofSubject: false }));
}

/** Whether a sentence ends between two places. */
function isParted(text: string, a: Span, b: Span): boolean {
  return /[.!?\n]/.test(text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)));
}

function spanOf(words: Word[], from: number, to: number): Span {
  return { start: words[from]!.start, end: words[to - 1]!.end };
}

import { Weighted, type Random } from '../random.js';
import { drawTheme, themeWeights, THEMES, type Situation } from '../story/mix.js';
import { expand, parse, type Pattern, type Slots } from './grammar.js';
import { disorder } from './phrases-disorder.js';
import { harm } from './phrases-harm.js';
import { places } from './phrases-places.js';
import { care, offBeat, services } from './phrases-services.js';
import { CLOSERS, DISTRACTORS, GLAD_CLOSERS, GLAD_OPENERS, OPENERS, SORE_CLOSERS } from './sentences.js';
import { withSlips } from './slips.js';

export type Stance = 'positive' | 'negative' | 'mixed' | 'neutral';
type Tone = 'problem' | 'wish' | 'praise';

export interface Comment {
  text: string;
  /** Codes of the Safer Plymouth codebook. */
  themes: string[];
  stance: Stance;
}

type Phrases = Record<Tone, readonly Pattern[]>;
const parseAll = (sources: readonly string[]): Pattern[] => sources.map(parse);

const OTHER = 'other';
const CARE = 'council-and-partner-services';

const book = new Map<string, Phrases>(
  Object.entries({ ...disorder, ...harm, ...places, ...services }).map(([theme, phrases]) => [
    theme,
    { problem: parseAll(phrases.problem), wish: parseAll(phrases.wish), praise: parseAll(phrases.praise) },
  ]),
);
book.set(OTHER, { problem: parseAll(offBeat), wish: parseAll(offBeat), praise: parseAll(offBeat) });
const carePhrases: Phrases = { problem: parseAll(care.problem), wish: [], praise: parseAll(care.praise) };
const openers = parseAll(OPENERS);
const closers = parseAll(CLOSERS);
const distractors = parseAll(DISTRACTORS);

const HOW_MANY = new Weighted([[1, 0.62], [2, 0.29], [3, 0.09]]); // prettier-ignore

export interface Asked {
  /** `problem`: what is wrong; `wish`: what should be done; `care`: how a clinic did. */
  kind: 'problem' | 'wish' | 'care';
}

/** A comment on one to three themes that suit the situation. */
export function compose(random: Random, situation: Situation, places: Slots, asked: Asked): Comment {
  const weights = themeWeights(situation);
  const themes: string[] = [];
  const clauses: string[] = [];
  const tones: Tone[] = [];
  if (asked.kind === 'care') {
    const tone: Tone = random.chance(0.68) ? 'praise' : 'problem';
    themes.push(CARE);
    clauses.push(expand(random.pick(carePhrases[tone]), random, places));
    tones.push(tone);
    weights[THEMES.indexOf(CARE)] = 0;
  }
  const count = asked.kind === 'care' ? Number(random.chance(0.3)) : HOW_MANY.draw(random);
  for (let left = count; left > 0; left--) {
    const theme = drawTheme(random, weights);
    const [tone, clause] = clauseOn(random, theme, asked, places);
    themes.push(theme);
    tones.push(tone);
    clauses.push(clause);
  }
  const stance = stanceOf(tones, themes);
  return {
    text: withSlips(random, joined(random, clauses, tones, stance, places)),
    themes: themes.sort(),
    stance,
  };
}

function clauseOn(random: Random, theme: string, asked: Asked, places: Slots): [Tone, string] {
  const phrases = book.get(theme) as Phrases;
  const wish = asked.kind === 'wish' ? 0.6 : 0.16;
  const roll = random.next();
  let tone: Tone = roll < wish ? 'wish' : roll < wish + 0.09 ? 'praise' : 'problem';
  if (phrases[tone].length === 0) tone = phrases.problem.length > 0 ? 'problem' : 'praise';
  return [
    tone,
    expand(random.pick(phrases[tone]), random, places).replace(/ {2,}/g, ' ').replace(/ ,/g, ',').trim(),
  ];
}

/** A wish alone is neutral; praise beside a complaint is mixed; what is off the subject takes no side. */
function stanceOf(tones: readonly Tone[], themes: readonly string[]): Stance {
  const said = tones.filter((_, at) => themes[at] !== OTHER);
  const sore = said.includes('problem');
  const glad = said.includes('praise');
  return sore && glad ? 'mixed' : sore ? 'negative' : glad ? 'positive' : 'neutral';
}

function joined(random: Random, clauses: string[], tones: Tone[], stance: Stance, places: Slots): string {
  const sentences: string[] = [];
  const [first = '', ...rest] = clauses;
  const opener = tones[0] === 'praise' ? openers[random.pick(GLAD_OPENERS)] : random.pick(openers);
  let current = first;
  if (opener && tones[0] !== 'wish' && random.chance(0.25))
    current = `${expand(opener, random, places)} ${first}`;
  rest.forEach((clause, at) => {
    const turn = tones[at] !== tones[at + 1] && random.chance(0.5);
    if (turn || random.chance(0.35))
      current += `${random.pick(turn ? [', but', '. However', ' though'] : [', and', ' and', '; also', ', plus'])} ${clause}`;
    else {
      sentences.push(current);
      current = random.chance(0.15) ? `also ${clause}` : clause;
    }
  });
  sentences.push(current);
  if (random.chance(0.04)) sentences.unshift(expand(random.pick(distractors), random, places));
  if (random.chance(0.22)) {
    const which =
      stance === 'positive' ? GLAD_CLOSERS : stance === 'negative' ? SORE_CLOSERS : ([2] as const);
    sentences.push(expand(closers[random.pick(which)] as Pattern, random, places));
  }
  return sentences.map(sentence).join(' ');
}

function sentence(clause: string): string {
  const clean = clause
    .replace(/ {2,}/g, ' ')
    .replace(/ ([,.;])/g, '$1')
    .trim();
  return `${clean.charAt(0).toUpperCase()}${clean.slice(1)}.`;
}

import type { Assignment, Span } from '../contract.js';
import { wordsOf } from '../coders/words.js';
import { characterTerms } from './features.js';
import type { LinearModel } from './linear-model.js';

/** So many words are shown beside the sentence. */
const SHOWN = 3;

interface Weighed {
  span: Span;
  weight: number;
}

/**
 * Why a linear model spoke for a label: the sentence whose words weigh most, and the words that weigh most in the
 * whole text. Weights are those of the model (words, pairs and character pieces); the share of the embedding can't be
 * laid to single words and is not shown.
 */
export function explain(model: LinearModel, label: number, text: string): Assignment['evidence'] {
  const words = weighWords(model, label, text);
  const sentence = bestSentence(text, words);
  const top = [...words]
    .sort((a, b) => b.weight - a.weight || a.span.start - b.span.start)
    .filter(({ weight }) => weight > 0)
    .slice(0, SHOWN);
  return [
    { span: sentence, because: 'sentence that weighs most' },
    ...top.map(({ span, weight }) => ({ span, because: `word with weight ${weight.toFixed(2)}` })),
  ];
}

function weighWords(model: LinearModel, label: number, text: string): Weighed[] {
  const { columns, idf } = model.vocabulary;
  const { sparse } = model.weights[label]!;
  const weightOf = (term: string): number => {
    const column = columns.get(term);
    return column === undefined ? 0 : sparse[column]! * idf[column]!;
  };
  const words = wordsOf(text);
  return words.map(({ text: word, start, end }, at) => {
    let weight = weightOf(`w:${word}`);
    if (at > 0) weight += weightOf(`w:${words[at - 1]!.text} ${word}`) / 2;
    if (at + 1 < words.length) weight += weightOf(`w:${word} ${words[at + 1]!.text}`) / 2;
    // Character pieces are many and alike: their mean counts like one word.
    const pieces = [...characterTerms(word).keys()];
    weight += pieces.reduce((sum, piece) => sum + weightOf(piece), 0) / Math.max(1, Math.sqrt(pieces.length));
    return { span: { start, end }, weight };
  });
}

/** Sentences end with . ! ? or a line; the text itself where it has no words. */
function bestSentence(text: string, words: Weighed[]): Span {
  let best: Span = { start: 0, end: text.length };
  let most = -Infinity;
  for (const match of text.matchAll(/[^.!?\n]+[.!?]*/g)) {
    const span = trimmed(text, match.index, match.index + match[0].length);
    const inside = words.filter((word) => word.span.start >= span.start && word.span.end <= span.end);
    if (inside.length === 0) continue;
    const weight = inside.reduce((sum, word) => sum + word.weight, 0);
    if (weight > most) [best, most] = [span, weight];
  }
  return best;
}

function trimmed(text: string, start: number, end: number): Span {
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}

import type { Assignment, Span } from '../contract.js';
import type { Word } from '../coders/words.js';
import { piecesOf } from './features.js';
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
 * @param words those of the text (wordsOf)
 * @returns the evidence for a label of the model, by its place there
 */
export function explain(
  model: LinearModel,
  text: string,
  words: Word[],
): (label: number) => Assignment['evidence'] {
  const weigh = weigher(model, words);
  const sentences = sentencesOf(text, words);
  return (label) => {
    const weighed = weigh(label);
    const top = [...weighed]
      .sort((a, b) => b.weight - a.weight || a.span.start - b.span.start)
      .filter(({ weight }) => weight > 0)
      .slice(0, SHOWN);
    return [
      { span: heaviest(sentences, weighed), because: 'sentence that weighs most' },
      ...top.map(({ span, weight }) => ({ span, because: `word with weight ${weight.toFixed(2)}` })),
    ];
  };
}

/** What each word of a text weighs for a label: its terms are looked up once for all labels. */
function weigher({ vocabulary, weights }: LinearModel, words: Word[]): (label: number) => Weighed[] {
  const columnOf = (term: string): number => vocabulary.columns.get(term) ?? -1;
  const found = words.map(({ text: word, start, end }, at) => ({
    span: { start, end },
    own: columnOf(`w:${word}`),
    pair: at > 0 ? columnOf(`w:${words[at - 1]!.text} ${word}`) : -1,
    pieces: [...new Set(piecesOf(word))].map(columnOf),
  }));
  return (label) => {
    const weightOf = (column: number): number =>
      column < 0 ? 0 : weights.sparse[column * weights.labels + label]! * vocabulary.idf[column]!;
    return found.map(({ span, own, pair, pieces }, at) => {
      const ofPairs = [pair, found[at + 1]?.pair ?? -1].map((column) => weightOf(column) / 2);
      // Character pieces are many and alike: their mean counts like one word.
      const ofPieces = pieces.reduce((sum, piece) => sum + weightOf(piece), 0) / Math.sqrt(pieces.length);
      return { span, weight: weightOf(own) + ofPairs[0]! + ofPairs[1]! + ofPieces };
    });
  };
}

/** A sentence and which words stand in it: from, to (exclusive). */
interface Sentence {
  span: Span;
  from: number;
  to: number;
}

/** Sentences end with . ! ? or a line; the text itself where it has no words. */
function sentencesOf(text: string, words: Word[]): Sentence[] {
  const sentences: Sentence[] = [];
  for (const match of text.matchAll(/[^.!?\n]+[.!?]*/g)) {
    const span = trimmed(text, match.index, match.index + match[0].length);
    const from = words.findIndex(({ start }) => start >= span.start);
    let to = from < 0 ? 0 : from;
    while (to < words.length && words[to]!.end <= span.end) to++;
    if (from >= 0 && to > from) sentences.push({ span, from, to });
  }
  return sentences.length > 0 ? sentences : [{ span: { start: 0, end: text.length }, from: 0, to: 0 }];
}

function heaviest(sentences: Sentence[], words: Weighed[]): Span {
  let [best, most] = [sentences[0]!, -Infinity];
  for (const sentence of sentences) {
    const weight = words.slice(sentence.from, sentence.to).reduce((sum, word) => sum + word.weight, 0);
    if (weight > most) [best, most] = [sentence, weight];
  }
  return best.span;
}

function trimmed(text: string, start: number, end: number): Span {
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}

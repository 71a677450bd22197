import { TermCounter, type Text } from '../model/features.js';
import { randomOf, shuffled } from '../model/random.js';
import { joinTerms, pack, splitTerms, unpack } from '../model/stored-model.js';
import { openVocabulary, vectorise, type Vocabulary } from '../model/vocabulary.js';
import { along, axesOf } from './axes.js';
import { scaled } from './dense.js';

/** What the comments of a pool have in common and where they differ, kept as plain JSON: a byte a number of each dimension. */
export interface StoredPoolSpace {
  /** By `joinTerms`. */
  terms: string;
  idf: string;
  dimensions: number;
  /** Of each dimension, what 127 stands for. */
  scales: string;
  /** Terms x dimensions, base64. */
  axes: string;
}

export interface PoolSpace {
  /** Terms that enough of the pool's comments hold, and how rare each is among them all. */
  vocabulary: Vocabulary;
  /** Where a text lies among the comments: of length 1, or zeros where it holds none of their terms. */
  place(text: string): Float32Array;
}

const DIMENSIONS = 60;
/** Words and pieces of words are kept where so many different comments hold them: what fewer say may tell of one person. */
const FEWEST_COMMENTS = 5;
/** Dimensions are learnt of so many comments drawn at random: more takes time and changes little (docs/benchmarks/codebooks.md). */
const MOST_COMMENTS = 2500;
/** Fewer different comments tell nothing that the codings don't. */
const LEAST_COMMENTS = 200;
const SEED = 1;
const BYTE = 127;

/**
 * Learns, without any coding, which terms comments hold and in which dimensions they differ (latent semantic analysis; Deerwester and
 * others, 1990). The same comments in any order, the same bytes; copies count once. Null where there are too few.
 */
export function learnPoolSpace(texts: readonly Text[]): StoredPoolSpace | null {
  const different = [...new Set(texts.map(({ text }) => text))].sort();
  if (different.length < LEAST_COMMENTS) return null;
  const vocabulary = vocabularyOf(texts);
  const rows = shuffled(different, randomOf(SEED))
    .slice(0, MOST_COMMENTS)
    .map((text) => vectorise({ text, question: null }, vocabulary, null));
  const { axes, dimensions } = axesOf(rows, vocabulary.terms.length, DIMENSIONS);
  return {
    terms: joinTerms(vocabulary.terms),
    idf: pack(vocabulary.idf),
    dimensions,
    ...asBytes(axes, dimensions),
  };
}

/** Opens what `learnPoolSpace` kept. Who learns reads by this too, so that learning and coding see the same rounded numbers. */
export function openPoolSpace({ terms, idf, dimensions, scales, axes }: StoredPoolSpace): PoolSpace {
  const vocabulary = openVocabulary(splitTerms(terms), unpack(idf));
  const scale = unpack(scales);
  const bytes = Buffer.from(axes, 'base64');
  const numbers = new Float32Array(bytes.length);
  for (let at = 0; at < numbers.length; at++)
    numbers[at] = (bytes.readInt8(at) * scale[at % dimensions]!) / BYTE;
  return {
    vocabulary,
    place: (text) =>
      scaled(along(vectorise({ text, question: null }, vocabulary, null), numbers, dimensions)),
  };
}

function asBytes(axes: Float32Array, dimensions: number): Pick<StoredPoolSpace, 'scales' | 'axes'> {
  const scales = new Float32Array(dimensions);
  axes.forEach((value, at) => {
    scales[at % dimensions] = Math.max(scales[at % dimensions]!, Math.abs(value));
  });
  const bytes = Buffer.alloc(axes.length);
  axes.forEach((value, at) =>
    bytes.writeInt8(Math.round((BYTE * value) / (scales[at % dimensions]! || 1)), at),
  );
  return { scales: pack(scales), axes: bytes.toString('base64') };
}

/** Words and pieces that enough different comments hold, and whatever stands beside them: questions, and ways of saying nothing. */
function vocabularyOf(texts: readonly Text[]): Vocabulary {
  const numbers = new Map<string, number>();
  const counter = new TermCounter((term) => {
    const number = numbers.get(term) ?? numbers.size;
    numbers.set(term, number);
    return number;
  });
  const comments: number[] = [];
  const kept = new Set<number>();
  const met = new Set<string>();
  for (const text of texts) {
    const { said, beside } = counter.takeApart(text);
    for (const number of beside.terms) kept.add(number);
    if (met.has(text.text)) continue;
    met.add(text.text);
    for (const { terms } of said ?? [])
      for (const number of terms) comments[number] = (comments[number] ?? 0) + 1;
  }
  comments.forEach((many, number) => many >= FEWEST_COMMENTS && kept.add(number));
  const terms = [...numbers].filter(([, number]) => kept.has(number)).sort(([a], [b]) => (a < b ? -1 : 1));
  return openVocabulary(
    terms.map(([term]) => term),
    Float32Array.from(terms, ([, number]) => Math.log((1 + met.size) / (1 + (comments[number] ?? 0))) + 1),
  );
}

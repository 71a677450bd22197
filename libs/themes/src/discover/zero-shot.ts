import type { EmbeddingLookup } from '../embed/contract.js';
import { learnRows, openVocabulary, type Row, vectorise, type Vocabulary } from '../model/vocabulary.js';
import { pack, unpack } from '../model/stored-model.js';
import { piecesOf } from './clauses.js';
import { type Common, commonOf, dot, without } from './dense.js';

export interface ThemeDefinition {
  name: string;
  definition: string;
}

/** What a theme's words are for a comparison. */
export const saidOf = ({ name, definition }: ThemeDefinition): string => `${name}. ${definition}`;

/** One way to compare a piece with each theme; null where it has no vector. */
interface Measure {
  of(piece: string): Float64Array | null;
  stored: StoredMeasure;
}

type StoredMeasure =
  | { by: 'vectors'; at: number; mean: string; first: string; themes: string[] }
  | { by: 'characters'; terms: string; idf: string; themes: [columns: number[], values: string][] };

/** How near texts are to definitions, learnt of one pool of texts and kept: plain JSON. The same texts and definitions, the same bytes. */
export interface StoredZeroShot {
  themes: number;
  measures: StoredMeasure[];
  /** By measure: mean and deviation of each theme over the pool's pieces. */
  even: { mean: number[]; deviation: number[] }[];
}

/** Scores of a text by theme. @throws Error where it has no vector and the pool's texts had */
export type ZeroShot = (text: string) => Float64Array;

/**
 * How near each text is to each theme's definition without any coding: its best piece by sentence vector, word vector and characters,
 * each brought to mean 0 and deviation 1 over the pieces, their mean, and that against all other themes. Texts x themes.
 */
export function zeroShotScores(
  texts: readonly string[],
  definitions: readonly ThemeDefinition[],
  vectors: readonly (EmbeddingLookup | null)[],
): Float64Array[] {
  const { score } = learnZeroShot(texts, definitions, vectors);
  return texts.map(score);
}

/** Learns what is common to the texts of a pool, so that any text can be scored against the definitions. */
export function learnZeroShot(
  texts: readonly string[],
  definitions: readonly ThemeDefinition[],
  vectors: readonly (EmbeddingLookup | null)[],
): { score: ZeroShot; stored: StoredZeroShot } {
  const all = texts.flatMap(partsOf);
  const themes = definitions.map(saidOf);
  const measures = [
    ...vectors.flatMap((lookup, at) => (lookup ? byVectors(all, themes, lookup, at) : [])),
    byCharacters(all, themes),
  ];
  const even = measures.map((measure) =>
    evenOf(
      all.map((piece) => measure.of(piece)!),
      themes.length,
    ),
  );
  const stored = { themes: themes.length, measures: measures.map((measure) => measure.stored), even };
  return { score: scorer(measures, even, themes.length), stored };
}

/** The same scores again, of what was kept. @param vectors in the order in which it was learnt */
export function openZeroShot(
  { themes, measures, even }: StoredZeroShot,
  vectors: readonly (EmbeddingLookup | null)[],
): ZeroShot {
  const opened = measures.map((stored): Measure =>
    stored.by === 'characters'
      ? charactersMeasure(
          openVocabulary(stored.terms === '' ? [] : stored.terms.split('\n'), unpack(stored.idf)),
          stored.themes.map(([columns, values]) => rowMap(columns, unpack(values))),
        )
      : vectorsMeasure(
          vectors[stored.at] ?? (() => undefined),
          { mean: unpack(stored.mean), first: unpack(stored.first) },
          stored.themes.map(unpack),
          stored.at,
        ),
  );
  return scorer(opened, even, themes);
}

/** A text and its pieces, each once. */
const partsOf = (text: string): string[] => [...new Set([text, ...piecesOf(text)])];

/** Every text that vectors are wanted of. */
export const zeroShotTexts = (
  texts: readonly string[],
  definitions: readonly ThemeDefinition[],
): string[] => [...new Set([...texts.flatMap(partsOf), ...definitions.map(saidOf)])];

function scorer(measures: readonly Measure[], even: StoredZeroShot['even'], themes: number): ZeroShot {
  return (text) => {
    const mine = partsOf(text).map((piece) => {
      const total = new Float64Array(themes);
      measures.forEach((measure, m) => {
        const row = measure.of(piece);
        if (!row) throw new Error('a text has no vector; make them first');
        const { mean, deviation } = even[m]!;
        row.forEach((value, k) => (total[k]! += (value - mean[k]!) / deviation[k]! / measures.length));
      });
      return againstOthers(total);
    });
    return Float64Array.from({ length: themes }, (_, k) => Math.max(...mine.map((row) => row[k]!)));
  };
}

/** A piece says one thing: half of what all themes together reach (log of the sum of exponentials) is taken from each. */
function againstOthers(row: Float64Array): Float64Array {
  const top = Math.max(...row);
  const all = top + Math.log(row.reduce((sum, value) => sum + Math.exp(value - top), 0));
  return row.map((value) => value - 0.5 * all);
}

function byVectors(pieces: string[], themes: string[], lookup: EmbeddingLookup, at: number): Measure[] {
  const all = pieces.map((piece) => lookup(piece));
  const own = themes.map((theme) => lookup(theme));
  if ([...all, ...own].some((vector) => vector === undefined)) return [];
  const common = commonOf(all as Float32Array[]);
  const wanted = (own as Float32Array[]).map((row) => without(common, row));
  return [vectorsMeasure(lookup, common, wanted, at)];
}

function vectorsMeasure(
  lookup: EmbeddingLookup,
  common: Common,
  wanted: Float32Array[],
  at: number,
): Measure {
  return {
    of: (piece) => {
      const vector = lookup(piece);
      if (!vector) return null;
      const row = without(common, vector);
      return Float64Array.from(wanted, (theme) => dot(row, theme));
    },
    stored: {
      by: 'vectors',
      at,
      mean: pack(common.mean),
      first: pack(common.first),
      themes: wanted.map(pack),
    },
  };
}

function byCharacters(pieces: string[], themes: string[]): Measure {
  const texts = [...pieces, ...themes].map((text) => ({ text, question: null }));
  const { vocabulary, rows } = learnRows(
    texts,
    texts.map(() => null),
  );
  return charactersMeasure(
    vocabulary,
    rows.slice(rows.length - themes.length).map((row) => rowMap(row.columns, row.values)),
  );
}

const rowMap = (columns: ArrayLike<number>, values: ArrayLike<number>): Map<number, number> =>
  new Map(Array.from(columns, (column, i) => [column, values[i]!]));

function charactersMeasure(vocabulary: Vocabulary, wanted: Map<number, number>[]): Measure {
  return {
    of: (piece) => {
      const row = vectorise({ text: piece, question: null }, vocabulary, null);
      return Float64Array.from(wanted, (theme) => likeness(row, theme));
    },
    stored: {
      by: 'characters',
      terms: vocabulary.terms.join('\n'),
      idf: pack(vocabulary.idf),
      themes: wanted.map((theme) => [[...theme.keys()], pack(Float32Array.from(theme.values()))]),
    },
  };
}

const likeness = ({ columns, values }: Row, theme: Map<number, number>): number =>
  values.reduce((sum, value, i) => sum + value * (theme.get(columns[i]!) ?? 0), 0);

/** Mean and deviation of each column. */
function evenOf(rows: readonly Float64Array[], themes: number): StoredZeroShot['even'][number] {
  const [mean, deviation] = [new Array<number>(themes).fill(0), new Array<number>(themes).fill(1)];
  for (let k = 0; k < themes; k++) {
    mean[k] = rows.reduce((sum, row) => sum + row[k]!, 0) / (rows.length || 1);
    deviation[k] =
      Math.sqrt(rows.reduce((sum, row) => sum + (row[k]! - mean[k]!) ** 2, 0) / (rows.length || 1)) || 1;
  }
  return { mean, deviation };
}

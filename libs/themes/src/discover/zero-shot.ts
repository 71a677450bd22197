import type { EmbeddingLookup } from '../embed/contract.js';
import { learnRows, type Row } from '../model/vocabulary.js';
import { piecesOf } from './clauses.js';
import { dot, withoutCommon } from './dense.js';

export interface ThemeDefinition {
  name: string;
  definition: string;
}

/** What a theme's words are for a comparison. */
export const saidOf = ({ name, definition }: ThemeDefinition): string => `${name}. ${definition}`;

/**
 * How near each text is to each theme's definition without any coding: its best piece by sentence vector, word vector and characters,
 * each brought to mean 0 and deviation 1 over the texts, and their mean. Texts x themes.
 */
export function zeroShotScores(
  texts: readonly string[],
  definitions: readonly ThemeDefinition[],
  vectors: readonly (EmbeddingLookup | null)[],
): Float64Array[] {
  const pieces = texts.map((text) => [...new Set([text, ...piecesOf(text)])]);
  const themes = definitions.map(saidOf);
  const measures = [
    ...vectors.flatMap((lookup) => (lookup ? byVectors(pieces, themes, lookup) : [])),
    byCharacters(pieces, themes),
  ];
  const scores = texts.map(() => new Float64Array(themes.length));
  for (const measure of measures) {
    const even = evened(measure, themes.length);
    even.forEach((row, i) => row.forEach((value, k) => (scores[i]![k]! += value / measures.length)));
  }
  return scores;
}

function byVectors(pieces: string[][], themes: string[], lookup: EmbeddingLookup): Float64Array[][] {
  const all = pieces.flat().map((piece) => lookup(piece));
  const own = themes.map((theme) => lookup(theme));
  if ([...all, ...own].some((vector) => vector === undefined)) return [];
  const { rows, take } = withoutCommon(all as Float32Array[]);
  const wanted = (own as Float32Array[]).map(take);
  let at = 0;
  return [
    pieces.map((each) => {
      const mine = rows.slice(at, (at += each.length));
      return Float64Array.from(wanted, (theme) => Math.max(...mine.map((row) => dot(row, theme))));
    }),
  ];
}

function byCharacters(pieces: string[][], themes: string[]): Float64Array[] {
  const texts = [...pieces.flat(), ...themes].map((text) => ({ text, question: null }));
  const { rows } = learnRows(
    texts,
    texts.map(() => null),
  );
  const wanted = rows
    .slice(-themes.length)
    .map((row) => new Map([...row.columns].map((column, i) => [column, row.values[i]!])));
  let at = 0;
  return pieces.map((each) => {
    const mine = rows.slice(at, (at += each.length));
    return Float64Array.from(wanted, (theme) => Math.max(...mine.map((row) => likeness(row, theme))));
  });
}

const likeness = ({ columns, values }: Row, theme: Map<number, number>): number =>
  values.reduce((sum, value, i) => sum + value * (theme.get(columns[i]!) ?? 0), 0);

function evened(rows: readonly Float64Array[], themes: number): Float64Array[] {
  const out = rows.map(() => new Float64Array(themes));
  for (let k = 0; k < themes; k++) {
    const mean = rows.reduce((sum, row) => sum + row[k]!, 0) / rows.length;
    const deviation = Math.sqrt(rows.reduce((sum, row) => sum + (row[k]! - mean) ** 2, 0) / rows.length) || 1;
    rows.forEach((row, i) => (out[i]![k] = (row[k]! - mean) / deviation));
  }
  return out;
}

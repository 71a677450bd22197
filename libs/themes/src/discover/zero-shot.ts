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
 * each brought to mean 0 and deviation 1 over the pieces, their mean, and that against all other themes. Texts x themes.
 */
export function zeroShotScores(
  texts: readonly string[],
  definitions: readonly ThemeDefinition[],
  vectors: readonly (EmbeddingLookup | null)[],
): Float64Array[] {
  const pieces = texts.map((text) => [...new Set([text, ...piecesOf(text)])]);
  const all = pieces.flat();
  const themes = definitions.map(saidOf);
  const measures = [
    ...vectors.flatMap((lookup) => (lookup ? byVectors(all, themes, lookup) : [])),
    byCharacters(all, themes),
  ];
  const total = all.map(() => new Float64Array(themes.length));
  for (const measure of measures)
    evened(measure, themes.length).forEach((row, i) =>
      row.forEach((value, k) => (total[i]![k]! += value / measures.length)),
    );
  const against = total.map(againstOthers);
  let at = 0;
  return pieces.map((each) => {
    const mine = against.slice(at, (at += each.length));
    return Float64Array.from(themes, (_, k) => Math.max(...mine.map((row) => row[k]!)));
  });
}

/** A piece says one thing: half of what all themes together reach (log of the sum of exponentials) is taken from each. */
function againstOthers(row: Float64Array): Float64Array {
  const top = Math.max(...row);
  const all = top + Math.log(row.reduce((sum, value) => sum + Math.exp(value - top), 0));
  return row.map((value) => value - 0.5 * all);
}

function byVectors(pieces: string[], themes: string[], lookup: EmbeddingLookup): Float64Array[][] {
  const all = pieces.map((piece) => lookup(piece));
  const own = themes.map((theme) => lookup(theme));
  if ([...all, ...own].some((vector) => vector === undefined)) return [];
  const { rows, take } = withoutCommon(all as Float32Array[]);
  const wanted = (own as Float32Array[]).map(take);
  return [rows.map((row) => Float64Array.from(wanted, (theme) => dot(row, theme)))];
}

function byCharacters(pieces: string[], themes: string[]): Float64Array[] {
  const texts = [...pieces, ...themes].map((text) => ({ text, question: null }));
  const { rows } = learnRows(
    texts,
    texts.map(() => null),
  );
  const wanted = rows
    .slice(-themes.length)
    .map((row) => new Map([...row.columns].map((column, i) => [column, row.values[i]!])));
  return rows
    .slice(0, pieces.length)
    .map((row) => Float64Array.from(wanted, (theme) => likeness(row, theme)));
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

import { HARMONISED, readEquality, type DemographicField } from '#domain';
import { isBlankWord } from '../words.js';
import type { Recognition } from '../recognition.js';
import type { ColumnLabel } from '../sheet.js';
import { codeKey } from './read-key.js';

/** Labels as they stand in the sheet, whatever words a key has for them. */
export const labelsAsWritten = ({ keyed, labels }: Pick<Recognition, 'keyed' | 'labels'>): ColumnLabel[] =>
  keyed?.labels ?? labels;

/** Codes of a column with their words, each as the sheet writes it and as the key does. */
function pairsOf({ keyed }: Recognition, at: number): [code: string, word: string][] {
  const words = keyed?.words.get(at);
  if (!words) return [];
  const met = [...keyed!.profiles[at]!.counts.keys(), ...keyed!.profiles[at]!.blankWords.keys()];
  const written = met.flatMap((code): [string, string][] => {
    const word = words.get(codeKey(code));
    return word === undefined ? [] : [[code, word]];
  });
  return [...words, ...written];
}

/** Cells that say the given words: the codes for them where a key was read, else the words. */
export function asWritten(recognition: Recognition, at: number, words: readonly string[]): string[] {
  const pairs = pairsOf(recognition, at);
  if (pairs.length === 0) return [...words];
  const codes = pairs.flatMap(([code, word]) => (words.includes(word) ? [code] : []));
  return [...new Set([...codes, ...words])];
}

/** The value map of a column's answers: what each code stands for; words for "not answered" become blanks. */
export const valuesOf = (recognition: Recognition, at: number): Record<string, string | null> =>
  Object.fromEntries(pairsOf(recognition, at).map(([code, word]) => [code, isBlankWord(word) ? null : word]));

/** The value map of an equality question: the harmonised code of each code's words, as far as they have one. */
export function codesOf(
  recognition: Recognition,
  at: number,
  characteristic: DemographicField,
  stands: Readonly<Record<string, string | null>> = {},
): Record<string, string | null> {
  const codes = pairsOf(recognition, at).flatMap(([code, word]): [string, string | null][] => {
    if (isBlankWord(word)) return [[code, null]];
    const said = stands[word] ?? readEquality(characteristic, word).code;
    return said === 'unmapped' ? [] : [[code, said]];
  });
  return { ...stands, ...Object.fromEntries(codes) };
}

/** Is a characteristic kept as it was asked, so that a code in place of its words would be all that is kept? */
export const isKeptAsAsked = (characteristic: DemographicField): boolean => !HARMONISED[characteristic];

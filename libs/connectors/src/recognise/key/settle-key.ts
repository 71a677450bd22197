import type { Finding } from '../meaning.js';
import type { Group } from '../group.js';
import type { ColumnProfile } from '../profile.js';
import { question } from '../question.js';
import type { Recognition } from '../recognition.js';
import type { ColumnLabel } from '../sheet.js';
import { wordsOf } from '../meaning.js';
import { isKeptAsAsked } from './as-written.js';
import type { Keyed } from './keyed.js';

/** A characteristic without a list keeps the cell as it was given, which is a code: there it is read as a question with the key's words. */
export function asAnswers(
  { words }: Keyed,
  { labels, profiles }: { labels: readonly ColumnLabel[]; profiles: readonly ColumnProfile[] },
  findings: Finding[],
): void {
  for (const at of words.keys()) {
    const { meaning } = findings[at]!;
    const kept = meaning.as === 'demographic' && isKeptAsAsked(meaning.characteristic);
    // Whoever a code stands for, the sheet holds the code and no name.
    if (kept || meaning.as === 'respondent')
      findings[at] = question(wordsOf(labels[at]!.label), profiles[at]!, { delimiter: null });
  }
}

/** Can a question over several columns be read by one table of codes? An order, and items with tables of their own, can not. */
export function isReadable({ words }: Keyed, { kind, columns }: Group): boolean {
  const keyed = columns.filter((at) => words.has(at));
  if (keyed.length === 0 || kind === 'multi-choice') return true;
  if (kind === 'ranking') return false;
  const all = new Map<string, string>();
  return keyed.every((at) =>
    [...words.get(at)!].every(([code, word]) => (all.get(code) ?? word) === word && all.set(code, word)),
  );
}

/** What is asked names the columns as the sheet does. */
export function asksOfSheet({ labels: own, asks, sheet }: Keyed, recognition: Recognition): void {
  const written = new Map(recognition.labels.map(({ label }, at) => [label, own[at]!.label]));
  recognition.asks = recognition.asks.map((ask) => ({
    ...ask,
    column: ask.column === null ? null : (written.get(ask.column) ?? ask.column),
  }));
  recognition.asks.push(...asks);
  for (const at of recognition.keyed!.words.keys()) {
    const found = recognition.findings[at]!;
    found.reason = `${found.reason} The sheet "${sheet}" says what its codes stand for.`;
  }
}

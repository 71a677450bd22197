import { labelsAsWritten } from './key/as-written.js';
import { IN_TRUST, OF_CONTACT, OF_REACHING, WEIGHTS } from './words.js';
import type { Recognition } from './recognition.js';

/** A column that holds something and is read as nobody's answer. */
export interface ColumnLeftOut {
  column: string;
  /** What it is taken for. */
  what: string;
}

/** Columns with cells that no figure and no field is made of, with what they are taken for. */
export const columnsLeftOut = (seen: Recognition): ColumnLeftOut[] =>
  placesLeftOut(seen).map(({ column, what }) => ({ column, what }));

interface Place extends ColumnLeftOut {
  /** Do its rows differ? */
  differs: boolean;
}

function placesLeftOut(seen: Recognition): Place[] {
  const labels = labelsAsWritten(seen);
  const used = new Set([
    ...seen.groups.flatMap(({ columns, others, twin }) => [...columns, ...others, twin]),
    ...[...seen.languages.values()].flat(),
  ]);
  return seen.findings.flatMap(({ meaning }, at) => {
    const { filled, distinct } = seen.profiles[at]!;
    return meaning.as === 'ignore' && filled > 0 && !used.has(at)
      ? [{ column: labels[at]!.label, what: meaning.what, differs: distinct > 1 }]
      : [];
  });
}

/** What people or their agency may want of such columns after all: never left out without a word. */
const TOLD: Readonly<Record<string, string>> = {
  [OF_CONTACT]: 'it asks who may be written to, which is no answer to count',
  [OF_REACHING]: 'it asks how somebody wants to be reached, which is no answer to count',
  [WEIGHTS]: 'it weights rows, and the hub counts people',
  [IN_TRUST]: 'it says where in the trust somebody was, which nobody was asked',
};

/** Columns whose absence somebody may miss, each as a sentence. */
export const notesOfColumns = (seen: Recognition): string[] =>
  placesLeftOut(seen).flatMap(({ column, what, differs }) =>
    TOLD[what] === undefined || !differs
      ? []
      : [`“${column.slice(0, 120)}” is left out: ${TOLD[what]}. Make it a question if you want it read.`],
  );

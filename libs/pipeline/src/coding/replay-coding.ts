import { createHash } from 'node:crypto';

import {
  digestUpTo,
  machineWordsUpTo,
  readCodebookVersion,
  readCoderModel,
  readEditionCoding,
  type Database,
  type MachineWord,
} from '#store';

import { coderOf, codeWholes, Vectors } from './coder.js';
import { wholeTextsOf } from './read-whole-texts.js';
import { rowsOf } from './whole-text.js';

export interface Replay {
  edition: number;
  /** Submissions that were coded again from their texts. */
  submissions: number;
  /** SHA-256 of what the coder had said then, as kept, and as it says again now. */
  kept: string;
  again: string;
  /** Whether the kept history up to the edition is, byte for byte, what it was when the edition was published. */
  historyUnchanged: boolean;
}

/**
 * Codes again what the coder had coded when an edition was published, by the models and codebook versions of then, and
 * compares bytes. A later split, merge or retirement of themes changes nothing: versions are kept beside each other.
 * @returns null where there is no such edition
 */
export async function replayCoding(db: Database, edition: number): Promise<Replay | null> {
  const mark = await readEditionCoding(db, edition);
  if (!mark) return null;
  const words = await machineWordsUpTo(db, mark.lastAssignment);
  const groups = new Map<string, MachineWord[]>();
  for (const word of words) {
    const key = JSON.stringify([word.model, word.codebook, word.codebookVersion]);
    groups.set(key, [...(groups.get(key) ?? []), word]);
  }
  const again: string[] = [];
  for (const group of groups.values()) again.push(...(await codeAgain(db, group)));
  return {
    edition,
    submissions: words.length,
    kept: digestOf(words.flatMap(linesOf)),
    again: digestOf(again),
    historyUnchanged: (await digestUpTo(db, mark.lastAssignment)) === mark.digest,
  };
}

/** The lines of submissions that one model coded by one version of a codebook. */
async function codeAgain(db: Database, group: readonly MachineWord[]): Promise<string[]> {
  const themes = await import('#themes');
  const [first] = group;
  const model = first && (await readCoderModel(db, first.model));
  const codebook = first && (await readCodebookVersion(db, first.codebook, first.codebookVersion));
  if (!model || !codebook) throw new Error('a model or codebook of that edition is not kept here');
  const coder = await coderOf(db, themes, model, codebook);
  const vectors = new Vectors(db, themes);
  try {
    const wholes = await wholeTextsOf(
      db,
      group.map(({ submission }) => submission),
      themes,
    );
    const results = await codeWholes(wholes, coder, vectors, themes);
    return wholes.flatMap((whole, i) => {
      const { assignments } = rowsOf(whole, results[i] ?? null, themes);
      return linesOf({
        submission: whole.submission,
        model: model.version,
        codebook: codebook.code,
        codebookVersion: codebook.version,
        assignments: assignments as MachineWord['assignments'],
      });
    });
  } finally {
    await vectors.close();
  }
}

/** One line an assignment, with everything that it rests on. */
function linesOf({ submission, model, codebook, codebookVersion, assignments }: MachineWord): string[] {
  return assignments.map(({ theme, decision, source, probability, evidence }) =>
    JSON.stringify([
      submission,
      theme,
      decision,
      source,
      model,
      codebook,
      codebookVersion,
      Math.fround(probability),
      evidence.map(({ answer, span, because }) => [answer, span.start, span.end, because]),
    ]),
  );
}

const digestOf = (lines: readonly string[]): string =>
  createHash('sha256')
    .update([...lines].sort().join('\n'))
    .digest('hex');

import {
  answersCodedBy,
  codedRows,
  ownOfEdition,
  readCoderModel,
  type Database,
  type OwnCoded,
} from '#store';

import { codesHere, Vectors } from '../coder.js';
import { codeThem } from './code-answers.js';

/** How what a codebook of an agency said in an edition comes out again. */
export interface OwnReplay {
  codebook: string;
  version: number;
  /** Answers that are to be coded again from their words. */
  answers: number;
  /** Of those, how many came out otherwise; null where its coder learned with a sentence model that is not installed here, so that none was coded. */
  others: number | null;
  /** Whether what is kept is, byte for byte, what it was at publication; texts that were taken out or came since change it. */
  historyUnchanged: boolean;
}

/** Codes again what the codebooks of agencies coded in an edition, by the models of then, and compares themes, chances and sides. */
export async function replayOwn(db: Database, edition: number): Promise<OwnReplay[]> {
  const marks = await ownOfEdition(db, edition);
  if (marks.length === 0) return [];
  const themes = await import('#themes');
  const vectors = new Vectors(db, themes);
  try {
    const replays: OwnReplay[] = [];
    for (const { codebook, version, model: name, digest, now } of marks) {
      const model = await readCoderModel(db, name);
      if (!model) throw new Error('a model of that edition is not kept here');
      const answers = await answersCodedBy(db, codebook, name);
      const others = (await codesHere(model, vectors))
        ? await othersOf(db, codebook, await codeThem(themes, vectors, model, answers), name)
        : null;
      replays.push({ codebook, version, answers: answers.length, others, historyUnchanged: digest === now });
    }
    return replays;
  } finally {
    await vectors.close();
  }
}

/** How many answers came out otherwise than they are kept. */
async function othersOf(
  db: Database,
  codebook: string,
  again: readonly OwnCoded[],
  model: string,
): Promise<number> {
  const kept = new Map(
    (await codedRows(db, codebook, model)).map(({ answer, ...said }) => [answer, JSON.stringify(said)]),
  );
  return again.filter(
    ({ answer, themes, chances, noAnswer, side }) =>
      kept.get(answer) !== JSON.stringify({ themes, chances, noAnswer, side }),
  ).length;
}

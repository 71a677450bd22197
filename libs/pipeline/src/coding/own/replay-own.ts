import { answersCodedBy, codedRows, ownOfEdition, readCoderModel, type Database } from '#store';

import { Vectors } from '../coder.js';
import { codeThem } from './code-answers.js';

/** How what a codebook of an agency said in an edition comes out again. */
export interface OwnReplay {
  codebook: string;
  version: number;
  /** Answers that were coded again from their words. */
  answers: number;
  /** Of those, how many came out otherwise. */
  others: number;
  /** Whether what is kept is, byte for byte, what it was at publication; texts that were taken out or came since change it. */
  historyUnchanged: boolean;
}

/** Codes again what the codebooks of agencies coded in an edition, by the models of then, and compares themes and chances. */
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
      const kept = new Map(
        (await codedRows(db, codebook, name)).map(({ answer, ...said }) => [answer, JSON.stringify(said)]),
      );
      const again = await codeThem(themes, vectors, model, await answersCodedBy(db, codebook, name));
      const others = again.filter(
        ({ answer, themes: said, chances, noAnswer }) =>
          kept.get(answer) !== JSON.stringify({ themes: said, chances, noAnswer }),
      );
      replays.push({
        codebook,
        version,
        answers: again.length,
        others: others.length,
        historyUnchanged: digest === now,
      });
    }
    return replays;
  } finally {
    await vectors.close();
  }
}

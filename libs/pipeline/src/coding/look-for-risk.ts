import type * as Themes from '#themes';
import {
  holdUnchanged,
  notLookedAt,
  PHRASES_ALONE,
  saveRiskLook,
  type Database,
  type RiskFound,
} from '#store';

import { wholeTextsOf } from './read-whole-texts.js';
import { inAnswers, readOf, type WholeText } from './whole-text.js';

/** Comments a transaction: some seconds of the sentence model. */
const SLICE = 100;

/**
 * Reads coded comments with the model of risk, after the phrases have looked. Where there is no sentence model, comments are marked as
 * looked at by phrases alone, and read once there is one. Idempotent: what was read is marked in the transaction that keeps what was found.
 * @param options.vectors whether the sentence model may be used
 * @param options.stopping ends between two slices
 * @returns number of comments looked at
 */
export async function lookForRisk(
  db: Database,
  { vectors, stopping }: { vectors: boolean; stopping?: AbortSignal },
): Promise<number> {
  const themes = await import('#themes');
  const reader = vectors ? readerOf(themes) : null;
  const model = reader?.model ?? PHRASES_ALONE;
  try {
    for (let total = 0; ;) {
      if (stopping?.aborted) throw Object.assign(new Error('stopping'), { next: 'retry', code: 'stopping' });
      const ids = await notLookedAt(db, model, SLICE);
      const wholes = await wholeTextsOf(db, ids, themes);
      const readings = (await reader?.read(wholes.map(({ response }) => response?.text ?? ''))) ?? [];
      const found = wholes.flatMap((whole, i) => foundIn(whole, readings[i], themes));
      const looked = await db.transaction(async (tx) => {
        // What was corrected meanwhile is coded anew, and looked at then.
        const current = await holdUnchanged(tx, wholes.map(readOf));
        const changed = new Set(wholes.flatMap(({ submission: id }) => (current.has(id) ? [] : id)));
        const same = ids.filter((id) => !changed.has(id));
        await saveRiskLook(
          tx,
          model,
          same,
          found.filter(({ submission }) => current.has(submission)),
        );
        return same.length;
      });
      total += looked;
      if (looked === 0) return total;
    }
  } finally {
    await reader?.close();
  }
}

interface RiskReader {
  model: string;
  read(texts: readonly string[]): Promise<Themes.RiskReading[]>;
  close(): Promise<void>;
}

/**
 * Null where the sentence model is not installed, or is another than the model of risk was learnt with. Both are loaded at the first need:
 * most runs have a comment or two to look at, and most comments are told by their words.
 */
function readerOf(themes: typeof Themes): RiskReader | null {
  const { version, embedder } = themes.shippedModel();
  if (installed(themes) !== embedder) return null;
  let scorer: Themes.RiskScorer | undefined;
  let open: Promise<Themes.Embedder> | undefined;
  return {
    model: version,
    read: async (texts) => {
      if (texts.length === 0) return [];
      scorer ??= themes.openRiskScorer();
      return themes.findRisk(texts, scorer, async (pieces) => {
        open ??= themes.parallelEmbedder(1);
        return (await open).embed(pieces);
      });
    },
    close: async () => (await open)?.close(),
  };
}

function installed({ sentenceEmbedderId }: typeof Themes): string | null {
  try {
    return sentenceEmbedderId();
  } catch {
    return null;
  }
}

function foundIn(
  whole: WholeText,
  reading: Themes.RiskReading | undefined,
  { judgeRisk }: typeof Themes,
): RiskFound[] {
  if (!reading || !whole.response) return [];
  const judged = judgeRisk(whole.response.text, reading);
  if (!judged) return [];
  const { submission, agency } = whole;
  const learnt = reading.stretches.flatMap(({ span, kind, chance }) =>
    inAnswers(whole, span).map((place) => ({ ...place, kind, chance })),
  );
  return [{ submission, agency, ...judged, chance: reading.chance, learnt }];
}

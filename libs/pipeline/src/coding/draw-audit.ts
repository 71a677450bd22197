import type * as Themes from '#themes';
import { auditPlaces, keepAuditDraw, machineChances, readThemeGrades, type Database } from '#store';

import { coderInForce } from './coder.js';
import { saidBy } from './said.js';

/**
 * Goes on with the audit, by what the coder says now and what would lift a grade. Comments that people have coded for training are no part of it:
 * of these the coder says nothing that counts.
 */
export async function drawAuditSample(db: Database, themes: typeof Themes): Promise<void> {
  const coder = await coderInForce(db, themes);
  const places = new Map((await auditPlaces(db)).map((place) => [place.submission, place]));
  const all = (await machineChances(db)).flatMap((one): Themes.MayBeDrawn[] => {
    const place = places.get(one.submission);
    if (!place || place.training) return [];
    const { chance, drawn, decided } = place;
    return [{ ...saidBy(one, coder), chance, drawn, decided }];
  });
  const wanted = new Map(
    (await readThemeGrades(db)).flatMap(({ theme, wanted: more, model, codebookVersion }) =>
      more && model === coder.version.model && codebookVersion === coder.version.codebookVersion
        ? [[theme, more] as const]
        : [],
    ),
  );
  const { drawn, chances } = themes.drawAudit(all, wanted);
  await db.transaction((tx) =>
    keepAuditDraw(
      tx,
      drawn.map(({ responseId, drawnFor }) => ({
        submission: responseId,
        drawnFor,
        twice: themes.hashShare('twice', responseId) < themes.DOUBLE_CODED,
      })),
      chances.map(({ responseId, chance }) => ({ submission: responseId, chance })),
    ),
  );
}

/** The same for whoever has no themes at hand. Called again before anything has changed it draws nothing. */
export const goOnWithAudit = async (db: Database): Promise<void> =>
  drawAuditSample(db, await import('#themes'));

import type * as Themes from '#themes';
import {
  auditPlaces,
  keepAuditDraw,
  lockAudit,
  machineChances,
  readThemeGrades,
  type Database,
  type Transaction,
} from '#store';

import { coderInForce } from './coder.js';
import { saidBy } from './said.js';

/**
 * Goes on with the audit, by what the coder says now and what would lift a grade. Comments that people have coded for training are no part of it:
 * of these the coder says nothing that counts.
 */
export async function drawAuditSample(db: Database, themes: typeof Themes): Promise<void> {
  await db.transaction((tx) => draw(tx, themes));
}

async function draw(tx: Transaction, themes: typeof Themes): Promise<void> {
  await lockAudit(tx);
  const coder = await coderInForce(tx, themes);
  const places = new Map((await auditPlaces(tx)).map((place) => [place.submission, place]));
  const all = (await machineChances(tx)).flatMap((one): Themes.MayBeDrawn[] => {
    const place = places.get(one.submission);
    if (!place || place.training) return [];
    const { chances, drawnIn, decided } = place;
    const seen = Object.keys(chances).length > 0;
    return [{ ...saidBy(one, coder), seen, drawn: drawnIn !== null, decided }];
  });
  const wanted = new Map(
    (await readThemeGrades(tx)).flatMap(({ theme, wanted: more, model, codebookVersion }) =>
      more && model === coder.version.model && codebookVersion === coder.version.codebookVersion
        ? [[theme, more] as const]
        : [],
    ),
  );
  const { drawn, chances } = themes.drawAudit(all, wanted);
  await keepAuditDraw(
    tx,
    drawn.map(({ responseId, drawnFor }) => ({
      submission: responseId,
      drawnFor,
      twice: themes.hashShare('twice', responseId) < themes.DOUBLE_CODED,
    })),
    chances.map(({ responseId, chance }) => ({ submission: responseId, chance })),
  );
}

/** The same for whoever has no themes at hand. Called again before anything has changed it draws nothing. */
export const goOnWithAudit = async (db: Database): Promise<void> =>
  drawAuditSample(db, await import('#themes'));

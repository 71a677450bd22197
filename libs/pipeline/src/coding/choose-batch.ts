import type * as Themes from '#themes';
import {
  auditSampleIds,
  currentCodings,
  keepBatch,
  keepSuggestions,
  lockFor,
  machineChances,
  masksOfAnswers,
  submissionsWithText,
  type Database,
} from '#store';

import { coderHere, needsVectors, type Vectors } from './coder.js';
import { maskedText } from './masked-text.js';
import { wholeTextsOf } from './read-whole-texts.js';

const BATCH = 50;
const AT_RANDOM = 5;
/** Chooses what people should code next: where the coder is least decided, and a tenth at random. */
export async function chooseBatch(db: Database, themes: typeof Themes, vectors: Vectors): Promise<void> {
  const coder = await coderHere(db, themes, vectors);
  const done = new Set([
    ...(await auditSampleIds(db)),
    ...(await currentCodings(db, 'training')).map(({ submission }) => submission),
  ]);
  const open = (await submissionsWithText(db)).filter((id) => !done.has(id));
  const seed = `batch ${done.size}`;
  const wholes = await wholeTextsOf(
    db,
    themes.auditSample(open, seed, themes.DRAWN_FOR_EACH * BATCH).ids,
    themes,
  );
  const responses = wholes.flatMap(({ response }) => response ?? []);
  const lookup = needsVectors(coder.model) ? await vectors.of(responses.map(({ text }) => text)) : null;
  const candidates = themes.candidatesOf(responses, coder.codebook, coder.model, lookup ?? undefined);
  const ids = themes.nextBatch(candidates, { size: BATCH, randomShare: AT_RANDOM / BATCH, seed: done.size });
  await db.transaction(async (tx) => {
    await lockFor(tx, 'batch');
    await keepBatch(tx, ids, ids.length - AT_RANDOM);
  });
}

/** Looks for groups among the texts to which nobody, neither coder nor person, has given a theme. */
export async function proposeFromUncoded(db: Database, themes: typeof Themes): Promise<void> {
  const coded = new Set((await currentCodings(db, 'training')).map(({ submission }) => submission));
  const bare = (await machineChances(db)).filter(
    ({ submission, assigned }) => assigned.length === 0 && !coded.has(submission),
  );
  const wholes = await wholeTextsOf(
    db,
    bare.map(({ submission }) => submission),
    themes,
  );
  const masks = await masksOfAnswers(
    db,
    wholes.flatMap(({ parts }) => parts.map(({ answer }) => answer)),
  );
  // What is proposed are words, read by everybody who names themes: none of what is masked.
  const said = wholes.flatMap(({ response, parts }) => {
    const text = parts.map((part) => maskedText(part.text, masks.get(part.answer) ?? [])).join('\n');
    return response ? [{ ...response, text }] : [];
  });
  const groups = themes.proposeThemes(said);
  await db.transaction(async (tx) => {
    await lockFor(tx, 'suggestions');
    await keepSuggestions(
      tx,
      groups.map((group) => ({ ...group, responseIds: group.responseIds.slice(0, 50) })),
    );
  });
}

import {
  type Database,
  enterTombstones,
  hubSecret,
  keepNumbersAbove,
  submissionsUnder,
  unknownTombstones,
} from '#store';
import { erasePeople, type Journal, type RenewsFiles } from './erase-people.js';
import { newSecret } from './keys.js';

/**
 * Erases again whoever the journal says was erased and the database does not, and keeps numbers from being given again that editions had
 * which are not here: it was restored from before. Done before the hub
 * opens; where nothing was restored it is one question to the database. Called again, also after a stop in the middle, it goes on.
 * @param db opened as the worker role
 * @returns how many submissions were erased again
 */
export async function replayErasures(
  db: Database,
  journal: Journal & { read(): string[]; lastEdition(): number },
  files: RenewsFiles,
): Promise<number> {
  await keepNumbersAbove(db, journal.lastEdition());
  const known = journal.read();
  if (known.length === 0) return 0;
  const missing = await unknownTombstones(db, known);
  if (missing.length === 0) return 0;
  const secret = await db.transaction((tx) => hubSecret(tx, newSecret()));
  const back = await submissionsUnder(db, missing, secret);
  // What was erased, and no more: an answer that was taken back alone takes nothing else with it.
  const { submissions } =
    back.length === 0
      ? { submissions: 0 }
      : await erasePeople(db, back, { only: true, again: true, files, journal });
  // Those who were not in the backup either: a delivery that brings them again must bring nothing.
  await enterTombstones(db, missing);
  return submissions;
}

import type * as Themes from '#themes';
import { submissionsWithText, textsOf, type Queryable } from '#store';

import { wholeTexts, type WholeText } from './whole-text.js';

/** Whether a text says nothing, as `#themes` has it: handed in, as that library is loaded where it is needed. */
type Reading = Pick<typeof Themes, 'isNoAnswer'>;

/** Whole texts of these submissions. */
export const wholeTextsOf = async (
  db: Queryable,
  ids: readonly string[],
  { isNoAnswer }: Reading,
): Promise<WholeText[]> => wholeTexts(await textsOf(db, ids), isNoAnswer);

/** Whole texts of everything that was said in words. */
export const everyWholeText = async (db: Queryable, themes: Reading): Promise<WholeText[]> =>
  wholeTextsOf(db, await submissionsWithText(db), themes);

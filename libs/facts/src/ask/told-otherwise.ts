import { listed } from '#statements';
import type { Queryable } from '#store';
import type { Frozen, FrozenGrade } from '../frozen/frozen.js';
import { counterOf } from './edition-counters.js';
import { findEdition } from './editions.js';

type Told = Pick<Frozen, 'grades' | 'rules'>;

/**
 * What of grades, corrections and rules is not as in the edition before, for whoever asks why figures moved though nothing came in: in sentences.
 * @param db opened as the published role
 * @returns none where there is no such edition, or none before it
 */
export async function toldOtherwiseSince(db: Queryable, number: number): Promise<string[]> {
  const now = await findEdition(db, number);
  const before = now?.edition.before ? await findEdition(db, now.edition.before) : null;
  if (!before || !now) return [];
  const [was, is] = await Promise.all([counterOf(db, before), counterOf(db, now)]);
  return toldOtherwise(was.frozen, is.frozen);
}

/** The same of any two editions, by what was frozen with them. @param from null of an edition made before that was kept */
export function toldOtherwise(from: Told | null, to: Told | null): string[] {
  const said = checkedAgain(from?.grades ?? [], to?.grades ?? []);
  const rules = ({ rules }: Told): string =>
    rules
      .map(({ code, version }) => `${code} ${version}`)
      .sort()
      .join();
  if ((from ? rules(from) : '') !== (to ? rules(to) : ''))
    said.push('The rules by which figures are corrected, compared or told have changed.');
  return said;
}

const isTold = ({ grade, recoding }: FrozenGrade): boolean => grade !== 'learning' && !recoding;
const correctedBy = ({ factor, agencies }: FrozenGrade): string =>
  JSON.stringify([factor ?? null, Object.entries(agencies ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** Themes that are in both editions alone: that the list of themes has changed is said beside it. */
function checkedAgain(from: readonly FrozenGrade[], to: readonly FrozenGrade[]): string[] {
  const pairs = to.flatMap((now) => {
    const before = from.find(({ theme }) => theme === now.theme);
    return before ? [{ before, now }] : [];
  });
  const many = (test: (pair: { before: FrozenGrade; now: FrozenGrade }) => boolean): number =>
    pairs.filter(test).length;
  const both = (before: FrozenGrade, now: FrozenGrade): boolean => isTold(before) && isTold(now);
  const corrected = many(({ before, now }) => both(before, now) && correctedBy(before) !== correctedBy(now));
  const regraded = many(({ before, now }) => both(before, now) && before.grade !== now.grade);
  const shown = many(({ before, now }) => !isTold(before) && isTold(now));
  const gone = many(({ before, now }) => isTold(before) && !isTold(now));
  const parts = [
    corrected > 0 && `figures of ${themes(corrected)} are corrected otherwise`,
    regraded > 0 && `the grade of ${themes(regraded)} is another`,
    shown > 0 && `${themes(shown)} ${shown === 1 ? 'has' : 'have'} figures now`,
    gone > 0 && `${themes(gone)} ${gone === 1 ? 'has' : 'have'} no figures any more`,
  ].filter((part) => part !== false);
  if (parts.length === 0) return [];
  const sameCoder = pairs.every(
    ({ before, now }) => before.coder === now.coder && before.codebookVersion === now.codebookVersion,
  );
  const what = sameCoder ? 'Comments were checked again' : 'What the computer reads was checked again';
  return [`${what}: ${listed(parts)}.`];
}

const themes = (many: number): string => (many === 1 ? '1 theme' : `${many} themes`);

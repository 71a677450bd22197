import type { Database, OptionRow } from '#store';
import { counterOf } from '../edition-counters.js';
import { findEdition } from '../editions.js';
import { isOpen } from './answers-of.js';
import { type AskedQuestion, type MatrixItem, matrixOf, type Wording } from './asked-questions.js';

/** Which questions; all that is given must hold. */
export interface QuestionsWanted {
  edition?: number | null;
  /** agency/key */
  engagement?: string | null;
  /** Words of the question, all of them, whatever their case. */
  search?: string | null;
}

/** A question of an edition as it was asked: the base was no option, and no theme that own words are told by was one. */
export interface ListedQuestion
  extends Pick<AskedQuestion, 'engagement' | 'key' | 'text' | 'kind' | 'unit'>, Wording {
  matrix: MatrixItem | null;
  options: (Pick<OptionRow, 'code' | 'label'> & { role: Exclude<OptionRow['role'], 'base'> })[];
}

/**
 * The questions of an edition in the order of their engagements and as asked, with what could be answered: facts of the edition, no figures.
 * @returns null where there is no such edition
 */
export async function listQuestions(db: Database, wanted: QuestionsWanted): Promise<ListedQuestion[] | null> {
  const found = await findEdition(db, wanted.edition ?? null);
  if (!found) return null;
  const all = await (await counterOf(db, found)).questions();
  const words = (wanted.search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return [...all.keys()]
    .sort()
    .filter((engagement) => !wanted.engagement || engagement === wanted.engagement)
    .flatMap((engagement) => all.get(engagement)!)
    .filter(({ text }) => words.every((word) => text.toLowerCase().includes(word)))
    .map(listed);
}

function listed(question: AskedQuestion): ListedQuestion {
  const { engagement, key, text, language, otherWordings, kind, unit, options } = question;
  const asked = options.flatMap(({ code, label, role }) => (role === 'base' ? [] : [{ code, label, role }]));
  return {
    engagement,
    key,
    text,
    language,
    otherWordings,
    kind,
    unit,
    matrix: matrixOf(question),
    options: isOpen(question) ? [] : asked,
  };
}

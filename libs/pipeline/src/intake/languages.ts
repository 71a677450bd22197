import type { SubmissionRecord } from '#domain';

import type { IdentifiedRecord } from './sort-rows.js';

type Detector = (text: string) => { language: string; isReliable(): boolean };

/** Fewer words of a Latin script tell no language: "Nice staff" is Danish as well as English. */
const FEWEST_WORDS = 4;
const FEWEST_LETTERS = 6;

/**
 * Small words of Welsh that are no words of English, French or Spanish: the detector does not know Welsh, and takes it for
 * one of its neighbours.
 */
const WELSH = new Set(
  (
    'mae maer yn ddim dim wedi rydw rwy rwyn dydw dydwi bod gyda dylai hefyd fwy nid oes angen iawn eich eu gan efo yw ydy sydd fydd ond neu ' +
    'ein roedd byddai hoffwn diolch nad bydd fel pan ddylai cael wneud rydym rydyn mewn yng'
  ).split(' '),
);

/** The code of the language (ISO 639-1) that a text is in; null where that can't be told. */
export function languageOf(text: string, detect: Detector): string | null {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  if (letters < FEWEST_LETTERS) return null;
  if (/\p{Script=Latin}/u.test(text) && words.length < FEWEST_WORDS) return null;
  const welsh = words.filter((word) => WELSH.has(word)).length;
  if (welsh >= 2 && welsh >= 0.2 * words.length) return 'cy';
  const told = detect(text);
  // Most texts are English, in which the detector is shy of short ones: its best guess is enough.
  if (told.language === 'en' || (told.language !== '' && told.isReliable())) return told.language;
  return null;
}

/** Loaded by whoever reads a text first: a process that only counts never needs it. Nobody's delivery is held for want of it. */
let detector: Promise<Detector> | null = null;
const loaded = (): Promise<Detector> =>
  (detector ??= import('eld/extrasmall')
    .then(
      ({ eld }): Detector =>
        (text) =>
          eld.detect(text),
    )
    .catch((): Detector => () => ({ language: '', isReliable: () => false })));

/** Notes beside each text of these records in which language it is. It is no part of what a row is known by. */
export async function tellLanguages(records: readonly IdentifiedRecord[]): Promise<void> {
  const answers = records.flatMap(({ record }) =>
    record.kind === 'submission' ? record.answers.filter(({ text }) => text !== null) : [],
  );
  if (answers.length === 0) return;
  const detect = await loaded();
  for (const answer of answers) answer.language = languageOf(answer.text!, detect);
}

/** What a receipt says of texts that are not all in English; null where none is known to be in another language. */
export function languageNote(records: readonly IdentifiedRecord[]): string | null {
  const counts = new Map<string | null, number>();
  for (const { record } of records)
    for (const { text, language } of record.kind === 'submission' ? (record as SubmissionRecord).answers : [])
      if (text !== null) counts.set(language ?? null, (counts.get(language ?? null) ?? 0) + 1);
  const unknown = counts.get(null) ?? 0;
  counts.delete(null);
  if ([...counts.keys()].every((code) => code === 'en')) return null;
  const names = new Intl.DisplayNames(['en-GB'], { type: 'language' });
  const said = [...counts]
    .map(([code, count]) => ({ name: names.of(code!) ?? code!, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .map(({ name, count }) => `${count.toLocaleString('en-GB')} in ${name}`);
  if (unknown > 0)
    said.push(`${unknown.toLocaleString('en-GB')} too short or in a language that could not be told`);
  return `Languages of the texts: ${said.join(', ')}.`;
}

import type { ColumnProfile } from './profile.js';

/**
 * Labels that ask whether somebody's gender is that of their birth, or whether they are trans: beside sex and gender a
 * characteristic of its own. Anchored, so that a long label is walked once.
 */
export const ASKS_GENDER_IDENTITY =
  /^(?=.*\b(gender|identify|identity)\b)(?=.*\b(same|match(es)?|differ(s|ent)?|corresponds?|aligns?|aligned)\b)(?=.*\b(birth|born)\b)|^(?=.*\bidentify with the (sex|gender)\b)(?=.*\b(birth|born)\b)|\b(are you|i am|identify as|yourself( as| to be)?|ever been) (a |an )?trans(gender|sexual)?\b|\btrans(gender)? (status|history|identity)\b|^trans(gender)?\??$|\bgender reassignment\b/;

const OF_BIRTH =
  /^(yes|no|y|n|same|the same|different|not the same|cis(gender)?|trans(gender)?|(yes|no),? (it is|same|different).*|(gender identity )?(the )?(same as|different from) .{0,20}\bbirth.*)$/i;
const UNTOLD =
  /^(prefer not to (say|answer)|i('d| would) (prefer|rather) not.*|rather not say|don['\u2019]?t know|not sure|unsure|other)$/i;

/** Are the cells answers to whether it is the gender of birth, and no names of genders? */
export function areOfBirth({ counts, overflow }: ColumnProfile): boolean {
  const told = [...counts.keys()].filter((value) => !UNTOLD.test(value));
  return overflow === 0 && told.length > 0 && told.every((value) => OF_BIRTH.test(value));
}

const YES = /^(yes|y|true)$/i;
const NO = /^(no|n|false)$/i;

/**
 * What "yes" and "no" mean where the label asks for the contrary of the census's question ("is it different from ...?", "are you
 * trans?"): there "yes" is another gender than that of birth. Null where they mean what the census means by them.
 */
export function turnedRound(words: string, { counts }: ColumnProfile): Record<string, string> | null {
  if (/\bsame\b|\bmatch(es)?\b/.test(words)) return null;
  if (!/\bdiffer(s|ent)?\b|\btrans(gender|sexual)?\b|\bgender reassignment\b/.test(words)) return null;
  const stands = [...counts.keys()].flatMap((value): [string, string][] =>
    YES.test(value) ? [[value, 'not-same-as-birth']] : NO.test(value) ? [[value, 'same-as-birth']] : [],
  );
  return stands.length > 0 ? Object.fromEntries(stands) : null;
}

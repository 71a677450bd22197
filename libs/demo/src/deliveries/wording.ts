import { HARMONISED, wardByCode, type DemographicField } from '#domain';
import { dayMonthYear, partsOf } from '../calendar.js';
import type { Submission, Told } from '../generate/plan.js';
import type { WrittenText } from '../generate/plan.js';

/** The name that the harmonised list gives a code, e.g. `15 to 24`; as told where it is no code. */
export function inFull(field: DemographicField, told: Told): string | null {
  if (told === null) return null;
  if (told === 'prefer-not-to-say') return 'Prefer not to say';
  return HARMONISED[field]?.find(({ code }) => code === told)?.name ?? told;
}

/** `yes` -> `Yes` */
export function yesNo(told: Told): string | null {
  if (told === null) return null;
  if (told === 'prefer-not-to-say') return 'Prefer not to say';
  return told === 'yes' ? 'Yes' : 'No';
}

/** The ward as the person ticked it; a thin record says it half of the time. */
export function wardGiven({ given, person, seconds }: Submission): string | null {
  const ticked = given.mistakes.includes('anonymous') ? seconds % 2 === 0 : (seconds + person.index) % 10 < 8;
  const { ward } = given.home;
  return ticked && ward !== null ? (wardByCode(ward)?.name ?? null) : null;
}

export function textOf(submission: Submission, part: WrittenText['part']): string | null {
  return submission.texts.find((text) => text.part === part)?.text ?? null;
}

/** `dd/mm/yyyy`, or a day that never was where the row is spoilt. */
export function dateSlashed({ day, spoilt }: Submission): string {
  const parts = partsOf(day);
  return spoilt ? `31/02/${parts.year}` : dayMonthYear(parts);
}

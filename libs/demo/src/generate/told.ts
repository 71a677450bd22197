import { HARMONISED } from '#domain';
import { ageOn } from '../calendar.js';
import type { Person } from '../people/person.js';
import type { Random } from '../random.js';
import type { Submission, Told } from './plan.js';

const AGE_BANDS = (HARMONISED.age ?? []).map(({ code }) => code);

/** `37` -> `35-49` */
export function ageBand(age: number): string {
  let band = AGE_BANDS[0] ?? '';
  for (const candidate of AGE_BANDS) if (age >= Number.parseInt(candidate, 10)) band = candidate;
  return band;
}

/** What a person says of herself on one sheet; some leave it blank and some decline. */
export function tell(random: Random, person: Person, day: number): Submission['told'] {
  const willing = !random.chance(0.06);
  const told = (truth: string, declines: number): Told => {
    const roll = random.next();
    if (!willing || roll < 0.04) return null;
    return roll < 0.04 + declines ? 'prefer-not-to-say' : truth;
  };
  return {
    age: told(ageBand(ageOn(person.birth, day)), 0.02),
    sex: told(person.sex, 0.03),
    ethnicGroup: told(person.ethnicGroup, 0.05),
    disability: told(person.disabled ? 'yes' : 'no', 0.05),
  };
}

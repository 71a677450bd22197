import { dayMonthYear } from '../calendar.js';
import type { AsGiven } from '../mistakes/as-given.js';
import type { Person } from '../people/person.js';
import type { Random } from '../random.js';

/** Personal data that a writer put into a comment. */
export interface PlantedData {
  type:
    'person' | 'phone' | 'email' | 'address' | 'postcode' | 'nhs-number' | 'number-plate' | 'date-of-birth';
  /** Exactly as it stands in the text. */
  value: string;
}

/** A sentence that gives away who somebody is; of the writer or of somebody invented. */
export function givingAway(
  random: Random,
  person: Person,
  given: AsGiven,
): { sentence: string; planted: PlantedData[] } {
  const name = `${person.givenName} ${person.familyName}`;
  const phone = person.mobile ?? '07700 900999';
  switch (random.int(8)) {
    case 0:
      return {
        sentence: `Please ring me on ${phone}, ${name}.`,
        planted: [
          { type: 'phone', value: phone },
          { type: 'person', value: name },
        ],
      };
    case 1: {
      const email = person.email ?? 'nobody@example.org';
      return { sentence: `You can write to me at ${email}.`, planted: [{ type: 'email', value: email }] };
    }
    case 2: {
      const address = `${given.home.line}, ${given.home.postcode}`;
      return {
        sentence: `I live at ${address} if you want to see for yourself.`,
        planted: [
          { type: 'address', value: given.home.line },
          { type: 'postcode', value: given.home.postcode },
        ],
      };
    }
    case 3: {
      const plate = numberPlate(random);
      return {
        sentence: `The car is a blue one, registration ${plate}.`,
        planted: [{ type: 'number-plate', value: plate }],
      };
    }
    case 4: {
      const nhs = person.nhsNumber ?? '9990000018';
      const spaced = `${nhs.slice(0, 3)} ${nhs.slice(3, 6)} ${nhs.slice(6)}`;
      return { sentence: `My NHS number is ${spaced}.`, planted: [{ type: 'nhs-number', value: spaced }] };
    }
    case 5: {
      const born = dayMonthYear(person.birth);
      return { sentence: `My date of birth is ${born}.`, planted: [{ type: 'date-of-birth', value: born }] };
    }
    default: {
      const title = person.sex === 'female' ? random.pick(['Mrs', 'Ms', 'Miss']) : 'Mr';
      const other = `${title} ${person.familyName}`;
      return { sentence: `Signed, ${other}.`, planted: [{ type: 'person', value: other }] };
    }
  }
}

/** The form of a current plate with an area that DVLA does not give out (Q), so it belongs to no car. */
function numberPlate(random: Random): string {
  const letters = 'ABCDEFGHJKLMNOPRSTUVWXYZ';
  const letter = (): string => letters.charAt(random.int(letters.length));
  return `Q${letter()}${random.between(10, 73)} ${letter()}${letter()}${letter()}`;
}

import { two } from '../calendar.js';
import { nicknamesOf } from '../names/nicknames.js';
import type { Random } from '../random.js';
import type { Person } from './person.js';

/**
 * Identifiers that belong to nobody, unique within one generation.
 *
 * Telephone: first the numbers that Ofcom keeps for drama (07700 900000-900999, 01632 960000-960999). They are too few for
 * a city, so the rest are 07100 xxxxxx (a block for mobiles of which Ofcom has allotted nothing) and 01632 xxxxxx (an area
 * code that stands for no area). NHS numbers begin with 999, which is kept for tests, and have a valid check digit.
 * E-mail: example.org and example.net, reserved by RFC 2606.
 */
export class Identifiers {
  private mobiles = 0;
  private landlines = 0;
  private nhsNumbers = 0;
  private readonly emails = new Set<string>();

  mobile(): string {
    const number = this.mobiles++;
    if (number < 1000) return `07700 900${String(number).padStart(3, '0')}`;
    return `07100 ${scattered(number, 1_000_000)}`;
  }

  landline(): string {
    const number = this.landlines++;
    if (number < 1000) return `01632 960${String(number).padStart(3, '0')}`;
    return `01632 ${scattered(number, 700_000, 200_000)}`;
  }

  /** Ten digits without spaces; null once the 909,000 valid numbers of the test range are used up. */
  nhsNumber(): string | null {
    while (this.nhsNumbers < 1_000_000) {
      const nine = `999${scattered(this.nhsNumbers++, 1_000_000)}`;
      const check = nhsCheckDigit(nine);
      if (check !== null) return nine + check;
    }
    return null;
  }

  email(random: Random, who: Pick<Person, 'givenName' | 'familyName' | 'birth'>): string {
    const name = emailName(random, who);
    const domain = random.chance(0.6) ? 'example.org' : 'example.net';
    for (let extra = 0; ; extra++) {
      const email = `${name}${extra === 0 ? '' : extra + 1}@${domain}`;
      if (this.emails.has(email)) continue;
      this.emails.add(email);
      return email;
    }
  }
}

/** Consecutive numbers scattered over a range without repeats (a multiplier coprime to the range), six digits. */
function scattered(number: number, range: number, from = 0): string {
  return String(from + ((number * 387_961) % range)).padStart(6, '0');
}

/** The NHS number's modulus 11 check digit; null where it would be 10, so no such number exists. */
export function nhsCheckDigit(nine: string): string | null {
  let sum = 0;
  for (let at = 0; at < 9; at++) sum += Number(nine[at]) * (10 - at);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? null : String(check);
}

const HANDLES =
  'sunny harbour blue lucky tiger rover daisy star rocky wave maple pixie otter robin fern comet'.split(' ');

function emailName(random: Random, who: Pick<Person, 'givenName' | 'familyName' | 'birth'>): string {
  const plain = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');
  const short = random.chance(0.2) ? nicknamesOf(who.givenName)[0] : undefined;
  const given = plain(short ?? who.givenName);
  const family = plain(who.familyName);
  const year = two(who.birth.year % 100);
  switch (random.int(8)) {
    case 0:
      return `${given}${family}${year}`;
    case 1:
      return `${given[0]}${family}`;
    case 2:
      return `${given}.${family}${random.int(100)}`;
    case 3:
      return `${given}_${family[0]}${year}`;
    case 4:
      return `${random.pick(HANDLES)}${random.pick(HANDLES)}${random.int(1000)}`;
    case 5:
      return `${family}.${given}`;
    default:
      return `${given}.${family}`;
  }
}

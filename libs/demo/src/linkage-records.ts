import { PERIOD, HouseholdMaker } from './people/households.js';
import { CityHomes, WideHomes } from './people/homes.js';
import { asGiven } from './mistakes/as-given.js';
import { birthIso } from './mistakes/fields.js';
import type { Person } from './people/person.js';
import { Random } from './random.js';

/** Identifying fields of one synthetic submission, in the field names of the linkage benchmark. */
export interface LinkageLine {
  id: string;
  source: string;
  givenName: string | null;
  familyName: string | null;
  fullName: null;
  /** ISO, or `1974-03` or `1974`. */
  dateOfBirth: string | null;
  sex: string | null;
  email: string | null;
  phone: string | null;
  address: string | null;
  postcode: string | null;
  nationalId: string | null;
  systemId: null;
}

/** The sources of generated sets; only the health one asks for the NHS number. */
const SOURCES = ['council', 'police', 'health', 'vcs'] as const;

/** Above this many records the people no longer fit into the first city, and live at made-up postcodes. */
const CITY_LIMIT = 60_000;

/**
 * Records for measuring record linkage, with the truth: the same people and the same errors as the demonstration city
 * (`MISTAKES`), 2.5 records a person on average, one after the other, so that a set of any size can be streamed.
 * @param n number of records
 * @returns records in no order that would help an engine, each with the number of its person and the postcode of the home
 */
export function* recordsForLinkage({
  n,
  seed,
}: {
  n: number;
  seed: number;
}): Generator<{ record: LinkageLine; person: number; home: string }> {
  const random = new Random(seed, 'linkage');
  const homes = n <= CITY_LIMIT ? new CityHomes() : new WideHomes(n / RECORDS_PER_PERSON);
  const maker = new HouseholdMaker(random, homes);
  for (let made = 0; made < n;) {
    for (const person of maker.next())
      for (let left = recordCount(random); left > 0 && made < n; left--, made++)
        yield {
          record: line(random, person, `r${scrambled(made, n)}`),
          person: person.index,
          home: person.home.postcode,
        };
  }
}

const RECORDS_PER_PERSON = 2.5;

/** 1 to 8 answers, 2.5 on average. */
export function recordCount(random: Random): number {
  let count = 1;
  while (count < 8 && random.chance(0.6062)) count++;
  return count;
}

/** A number of its own for each record, so that neither ids nor their order tell who is who. */
function scrambled(number: number, n: number): string {
  const width = String(n).length;
  const size = 10 ** width;
  return String((number * 7_368_787) % size).padStart(width, '0');
}

function line(random: Random, person: Person, id: string): LinkageLine {
  const source = random.pick(SOURCES);
  const day = random.between(PERIOD.from, PERIOD.until);
  const given = asGiven(random, person, day, { partialBirth: true, paper: random.chance(0.2) });
  return {
    id,
    source,
    givenName: given.givenName,
    familyName: given.familyName,
    fullName: null,
    dateOfBirth: given.birth && birthIso(given.birth),
    sex: random.chance(0.15) ? null : person.sex,
    email: given.email,
    phone: given.phone,
    address: given.address,
    postcode: given.postcode,
    nationalId: source === 'health' ? given.nhsNumber : null,
    systemId: null,
  };
}

import { cityPostcodes, residentsBy } from '#domain';
import { hash, Weighted, type Random } from '../random.js';
import type { Home } from './person.js';

/** Where households live. */
export interface Homes {
  draw(random: Random): Home;
}

/**
 * How readily people answer, by deprivation fifth of where they live, 1 = most deprived. The most deprived fifth is
 * under-heard in the demonstration city, as it is in real consultations.
 */
export const RESPONSE_BY_FIFTH: Record<string, number> = {
  '1': 0.65,
  '2': 0.85,
  '3': 1,
  '4': 1.15,
  '5': 1.25,
};

/** Homes at live postcodes of the city, in proportion to census residents and how readily each fifth answers. */
export class CityHomes implements Homes {
  private readonly groups: Weighted<{ ward: string; fifth: string; postcodes: string[] }>;

  constructor() {
    const byPlace = new Map<string, { ward: string; fifth: string; postcodes: string[] }>();
    for (const { postcode, ward, lsoaImdFifth: fifth } of cityPostcodes()) {
      const key = `${ward.code}/${fifth}`;
      const group = byPlace.get(key) ?? { ward: ward.code, fifth, postcodes: [] };
      group.postcodes.push(postcode);
      byPlace.set(key, group);
    }
    this.groups = new Weighted(
      [...byPlace.values()].map((group) => {
        const people = residentsBy(group.ward, 'deprivation', group.fifth) ?? 0;
        return [group, people * (RESPONSE_BY_FIFTH[group.fifth] ?? 1)] as const;
      }),
    );
  }

  draw(random: Random): Home {
    const { ward, fifth, postcodes } = this.groups.draw(random);
    const postcode = random.pick(postcodes);
    return { line: line(random, postcode), postcode, ward, fifth };
  }
}

/** Two-letter postcode areas that Royal Mail does not use. */
const UNUSED_AREAS =
  'AF AS BC BE CC CD DC DS EB EE FA FF GA GR HB HH JA JB KB KC LB LC MB MC NB NC PB PC RB RC SB SC'.split(
    ' ',
  );
const UNIT_LETTERS = 'ABDEFGHJLNPQRSTUWXYZ';

/** Homes at made-up postcodes (areas that do not exist), about fifteen people to each, for sets larger than a city. */
export class WideHomes implements Homes {
  private readonly postcodes: number;

  constructor(people: number) {
    this.postcodes = Math.max(20, Math.round(people / 15));
  }

  draw(random: Random): Home {
    const postcode = madeUpPostcode(random.int(this.postcodes));
    return { line: line(random, postcode), postcode, ward: null, fifth: null };
  }
}

/** 400 units to a sector, eight sectors to a district, twenty districts to an area. */
function madeUpPostcode(number: number): string {
  const unit = number % 400;
  const sector = Math.floor(number / 400);
  const district = Math.floor(sector / 8);
  const area = UNUSED_AREAS[Math.floor(district / 20) % UNUSED_AREAS.length];
  const letters = `${UNIT_LETTERS[unit % 20]}${UNIT_LETTERS[Math.floor(unit / 20)]}`;
  return `${area}${(district % 20) + 1} ${(sector % 8) + 1}${letters}`;
}

const STREETS = (
  'Hawthorn Beech Maple Rowan Willow Alder Chestnut Sycamore Juniper Laburnum Primrose Bluebell Foxglove Bramble Heather ' +
  'Kestrel Merlin Curlew Heron Swift Tamar Lynher Tavy Meavy Walkham Admiral Signal Compass Lantern Anchor Orchard Mill ' +
  'Quarry Meadow Spring Summer Harvest Windsor Albert Gordon'
).split(' ');
const KINDS = 'Road Road Road Street Street Avenue Close Gardens Terrace Drive Crescent Way Lane Place'.split(
  ' ',
);

/** A postcode has one invented street; a tenth of its homes are flats. */
function line(random: Random, postcode: string): string {
  const which = hash(postcode);
  const street = `${STREETS[which % STREETS.length]} ${KINDS[(which >>> 8) % KINDS.length]}`;
  const house = `${random.between(1, 60)} ${street}`;
  return random.chance(0.1) ? `Flat ${random.between(1, 8)}, ${house}` : house;
}

import { WARDS } from '#domain';
import type { Random } from '../random.js';
import { localityOf } from '../story/localities.js';
import type { Slots } from './grammar.js';

const CENTRE = [
  'the city centre', 'the city centre', 'town', 'town', 'Union Street', 'Mutley Plain', 'the Barbican', 'Royal Parade', 'Armada Way',
  'New George Street',
]; // prettier-ignore
const SHOPS = [
  'the corner shop', 'the shops', 'the chip shop', 'the precinct', 'the supermarket', 'the post office', 'the off licence', 'the parade',
]; // prettier-ignore

const nameOfWard = new Map(WARDS.map((ward) => [ward.code, ward.name]));

/** What the slots of phrases stand for, for somebody who lives in that ward. */
export function placesOf(ward: string | null): Slots {
  const { areas, parks, streets } = localityOf(ward);
  return (slot: string, random: Random): string => {
    switch (slot) {
      case 'park':
        return random.chance(0.3) ? 'the park' : random.pick(parks);
      case 'street':
        return random.chance(0.35) ? 'our road' : random.pick(streets);
      case 'centre':
        return random.pick(CENTRE);
      case 'shop':
        return random.pick(SHOPS);
      case 'ward':
        return (ward !== null && nameOfWard.get(ward)) || 'the city';
      default:
        return random.chance(0.2) ? 'our area' : random.pick(areas);
    }
  };
}

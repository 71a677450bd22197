import type { CityHomes } from '../people/homes.js';
import type { Random } from '../random.js';

/** A community group that some people answer for. Its name is invented. */
export interface Group {
  /** `group-01` */
  id: string;
  name: string;
  ward: string;
  postcode: string;
}

const PLACES = [
  'Bluebell Lane', 'Lantern Row', 'Two Rivers', 'Kestrel Hill', 'Signal Street', 'Orchard Steps', 'Harbour Lights', 'Curlew Quay',
  'Compass Court', 'Foxglove Green', 'Anchor Yard', 'Heron Park', 'Primrose Bank', 'Old Ropewalk', 'Millstream', 'Tern Point',
]; // prettier-ignore

const KINDS = [
  'Residents Association', 'Neighbourhood Watch', 'Community Association', 'Youth Project', 'Boxing Club', 'Football Club',
  'Carers Group', 'Lunch Club', 'Allotment Association', 'Refugee Welcome Group', 'Recovery Fellowship', 'Disability Action',
  'Pride Social', 'Faith Forum', 'Men’s Shed', 'Women’s Network', 'Friends of the Park', 'Parent and Toddler Group',
]; // prettier-ignore

/** 64 groups; four bear each place name, so that names can be confused as real ones are. */
export function makeGroups(random: Random, homes: CityHomes): Group[] {
  const groups: Group[] = [];
  for (const place of PLACES)
    for (const kind of random.shuffle(KINDS).slice(0, 4)) {
      const home = homes.draw(random);
      const id = `group-${String(groups.length + 1).padStart(2, '0')}`;
      groups.push({ id, name: `${place} ${kind}`, ward: home.ward ?? '', postcode: home.postcode });
    }
  return groups;
}

import { WARDS, type Ward } from '#domain';
import { iso, partsOf } from '../calendar.js';
import { PERIOD } from '../people/households.js';
import { Random } from '../random.js';
import { localityOf } from '../story/localities.js';

/** A priority in the shape of data.police.uk. */
export interface Priority {
  issue: string;
  'issue-date': string;
  action: string | null;
  'action-date': string | null;
}

export interface PoliceEvent {
  title: string;
  description: string;
  address: string;
  type: string;
  start_date: string;
  end_date: string;
  contact_details: { email: string };
}

export interface Neighbourhood {
  id: string;
  name: string;
  priorities: Priority[];
  events: PoliceEvent[];
}

/** What a team says that it will look at, and what it then did. `$p` is a place of the ward. */
const ISSUES: readonly (readonly [issue: string, action: string])[] = [
  [
    'Off-road bikes on open ground near $p',
    'Two bikes were seized and barriers fitted at the main entrance.',
  ],
  [
    'Drug dealing reported around $p',
    'Warrants were carried out at two addresses and a closure order granted.',
  ],
  ['Speeding along roads near $p', 'Speed checks were made on six evenings; 41 drivers were warned.'],
  [
    'Groups causing alarm outside shops in $p',
    'A dispersal order was used at weekends and youth workers went along.',
  ],
  ['Thefts from vehicles parked in $p', 'Residents were given marking kits and patrols changed their hours.'],
  ['Shop theft in $p', 'A retail officer visits weekly and a radio link was set up.'],
  [
    'Feeling unsafe after dark around $p',
    'Evening foot patrols began and dark spots were reported to the council.',
  ],
  ['Fly-tipping and fires in lanes behind $p', 'Cameras were placed with the council and two fines issued.'],
  ['Anti-social parking at school time in $p', 'Officers stood with school staff for three weeks.'],
];

const EVENTS: readonly (readonly [title: string, type: string])[] = [
  ['Have your say', 'meeting'],
  ['Street surgery with your neighbourhood team', 'surgery'],
  ['Bike marking', 'other'],
  ['Coffee with a community officer', 'meeting'],
];

/** Priorities each half-year and an event each quarter for every ward, with some actions still to come. */
export function makeNeighbourhoods(seed: number): Neighbourhood[] {
  const random = new Random(seed, 'statements');
  return WARDS.map((ward) => ({
    id: `plymouth-${ward.name.toLowerCase().replace(/[^a-z]+/g, '-')}`,
    name: ward.name,
    priorities: priorities(random, ward),
    events: events(random, ward),
  }));
}

const midnight = (day: number): string => `${iso(partsOf(day))}T00:00:00`;

function priorities(random: Random, ward: Ward): Priority[] {
  const out: Priority[] = [];
  const issues = random.shuffle(ISSUES);
  for (let half = 0; half < 6; half++) {
    const [issue, action] = issues[half] as readonly [string, string];
    const day = PERIOD.from + half * 182 + random.int(30);
    const acted = day + random.between(40, 150);
    const done = acted <= PERIOD.until;
    out.push({
      issue: `<p>${issue.replace('$p', random.pick(localityOf(ward.code).areas))}</p>`,
      'issue-date': midnight(day),
      action: done ? `<p>${action}</p>` : null,
      'action-date': done ? midnight(acted) : null,
    });
  }
  return out;
}

function events(random: Random, ward: Ward): PoliceEvent[] {
  return Array.from({ length: 12 }, (_, quarter) => {
    const day = PERIOD.from + quarter * 91 + random.int(80);
    const [title, type] = random.pick(EVENTS);
    const area = random.pick(localityOf(ward.code).areas);
    const date = iso(partsOf(day));
    return {
      title: `${title}: ${area} (demonstration)`,
      description: `Your neighbourhood team will be in ${area}. Synthetic: this event did not take place.`,
      address: `Community hall, ${area}`,
      type,
      start_date: `${date}T18:00:00`,
      end_date: `${date}T19:30:00`,
      contact_details: { email: `${ward.code.toLowerCase()}@example.org` },
    };
  });
}

import { ageOn, dayNumber } from '../calendar.js';
import { recordCount } from '../linkage-records.js';
import type { Person } from '../people/person.js';
import { HouseholdMaker, PERIOD } from '../people/households.js';
import type { CityHomes } from '../people/homes.js';
import { Weighted, type Random } from '../random.js';
import { ENGAGEMENTS, type AgencyEngagement } from '../story/agencies.js';
import { ageBand } from './told.js';

/** One person answers one engagement once. */
export interface Turn {
  person: Person;
  engagement: AgencyEngagement;
}

/** Of those who may answer an engagement again, this share does so though it is not a standing feed. */
const TWICE = 0.02;

/** People until there are enough answers, and who answers what: everybody between one and eight times. */
export function whoAnswers(
  random: Random,
  homes: CityHomes,
  size: number,
): { people: Person[]; turns: Turn[] } {
  const maker = new HouseholdMaker(random.fork('people'), homes);
  const people: Person[] = [];
  const turns: Turn[] = [];
  const choosers = new Map<string, Weighted<AgencyEngagement>>();
  while (turns.length < size) {
    for (const person of maker.next()) {
      if (turns.length >= size) break;
      people.push(person);
      const chooser = chooserFor(person, choosers);
      const done = new Set<string>();
      for (let left = recordCount(random); left > 0 && turns.length < size; left--) {
        const engagement = chooser.draw(random);
        const standing = engagement.kind === 'standing-feed' || engagement.key === 'have-your-say';
        if (done.has(engagement.key) && !standing && !random.chance(TWICE)) continue;
        done.add(engagement.key);
        turns.push({ person, engagement });
      }
    }
  }
  return { people, turns };
}

/** Engagements by how likely people of this ward, age and sex are to answer; kept, since many people are alike. */
function chooserFor(
  person: Person,
  known: Map<string, Weighted<AgencyEngagement>>,
): Weighted<AgencyEngagement> {
  const middle = (PERIOD.from + PERIOD.until) >> 1;
  const age = ageBand(ageOn(person.birth, middle));
  const key = `${person.home.ward}/${age}/${person.sex}`;
  let chooser = known.get(key);
  if (!chooser) {
    chooser = new Weighted(
      ENGAGEMENTS.map((engagement) => {
        const here = !engagement.wards || engagement.wards.includes(person.home.ward ?? '');
        // A local engagement reaches fewer people, so those it reaches are likelier to answer.
        const local = engagement.wards ? 20 / engagement.wards.length : 1;
        const taste = (engagement.ages?.[age] ?? 1) * (engagement.sexes?.[person.sex] ?? 1);
        return [engagement, here ? engagement.weight * local * taste : 0] as const;
      }),
    );
    known.set(key, chooser);
  }
  return chooser;
}

/** Day numbers of an engagement, never beyond the period. */
export function windowOf(engagement: AgencyEngagement): readonly [number, number] {
  return [
    Math.max(PERIOD.from, dayNumber(engagement.opens)),
    Math.min(PERIOD.until, dayNumber(engagement.closes)),
  ];
}

/** A day on which it was open: standing feeds are even, others busy at the beginning and before the end. */
export function dayIn(random: Random, engagement: AgencyEngagement): number {
  const [first, last] = windowOf(engagement);
  const at = random.next();
  const even = engagement.kind === 'standing-feed' || engagement.kind === 'meeting';
  const eased = even ? at : random.chance(0.6) ? at * at : 1 - (1 - at) * (1 - at) * 0.5;
  return first + Math.floor(Math.min(0.9999, eased) * (last - first + 1));
}

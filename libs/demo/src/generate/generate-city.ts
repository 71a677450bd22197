import { dayNumber } from '../calendar.js';
import { holdConversation } from '../conversation/conversation.js';
import { groupAsWritten } from '../groups/aliases.js';
import { makeGroups, type Group } from '../groups/groups.js';
import { asGiven } from '../mistakes/as-given.js';
import { CityHomes } from '../people/homes.js';
import type { Person } from '../people/person.js';
import { Random } from '../random.js';
import { ENGAGEMENTS, type AgencyEngagement } from '../story/agencies.js';
import type { CityOptions, CityPlan, Submission } from './plan.js';
import { ExternalIds } from './external-ids.js';
import { tell } from './told.js';
import { truthOf, type Truth } from './truth.js';
import { dayIn, whoAnswers, type Turn } from './who-answers.js';
import { TextWriter } from './write-texts.js';

/** What is delivered, and the truth about it. Only tests and `npx hub demo --truth FILE` may look at the truth. */
export interface City {
  plan: CityPlan;
  truth: Truth;
}

/** What the demonstration has where nothing else is asked for. */
export const DEFAULT_CITY: CityOptions = { seed: 2014, size: 20_000 };

/**
 * Makes the demonstration city: who lives there, what they answered and how they wrote it down, and apart from that the
 * truth. Same options, same bytes.
 */
export function generateCity(options: Partial<CityOptions> = {}): City {
  const { seed, size } = { ...DEFAULT_CITY, ...options };
  const random = new Random(seed, 'city');
  const homes = new CityHomes();
  const groups = makeGroups(random.fork('groups'), homes);
  const { people, turns } = whoAnswers(random.fork('turns'), homes, size);
  const days = random.fork('days');
  const dated = turns.map((turn) => ({
    ...turn,
    day: dayIn(days, turn.engagement),
    seconds: timeOfDay(days),
  }));
  dated.sort((a, b) => a.day - b.day || a.seconds - b.seconds || a.person.index - b.person.index);
  const sheets = new SheetMaker(random, groups);
  const submissions = dated.map((turn) => sheets.make(turn));
  const conversation = holdConversation(random.fork('conversation'), people);
  const plan: CityPlan = { seed, people, groups, engagements: ENGAGEMENTS, submissions, conversation };
  return { plan, truth: truthOf(plan) };
}

/** Between seven in the morning and eleven at night, mostly in the evening. */
function timeOfDay(random: Random): number {
  return 25_200 + Math.floor(Math.max(random.next(), random.next()) * 57_600);
}

/** Of answer sheets that arrive as files with dates in words or slashes. */
const SPOILT = 0.002;

class SheetMaker {
  private readonly ids: ExternalIds;
  private readonly given: Random;
  private readonly told: Random;
  private readonly extras: Random;
  private readonly writer: TextWriter;

  constructor(
    random: Random,
    private readonly groups: readonly Group[],
  ) {
    this.ids = new ExternalIds(random.fork('ids'));
    this.given = random.fork('given');
    this.told = random.fork('told');
    this.extras = random.fork('extras');
    this.writer = new TextWriter(random.fork('texts'));
  }

  make({ person, engagement, day, seconds }: Turn & { day: number; seconds: number }): Submission {
    const channel = this.channelOf(engagement);
    const habits = { partialBirth: engagement.source === 'vcs-forms', paper: channel === 'paper' };
    const given = asGiven(this.given, person, day, habits);
    const texts = this.writer.write(person, given, engagement, day);
    const themes = texts.flatMap((text) => text.themes);
    return {
      engagement,
      externalId: this.ids.next(engagement),
      person,
      day,
      seconds,
      channel,
      given,
      told: tell(this.told, person, day),
      group: this.groupOf(person, engagement),
      texts,
      concerns: this.concernsOf(themes),
      score: this.scoreOf(
        texts.some((text) => text.stance === 'negative'),
        day,
      ),
      spoilt: SPOILABLE.test(engagement.source) && this.extras.chance(SPOILT * 3),
    };
  }

  private channelOf(engagement: AgencyEngagement): string {
    if (engagement.channel !== 'online') return engagement.channel;
    return this.extras.chance(0.12) ? 'paper' : 'online';
  }

  /** One person in seven belongs to a group of the ward and half of the time speaks for it. */
  private groupOf(person: Person, engagement: AgencyEngagement): Submission['group'] {
    const member = (person.index * 7919) % 7 === 0;
    if (!member || engagement.agency.kind === 'health' || !this.extras.chance(0.5)) return null;
    const near = this.groups.filter((group) => group.ward === person.home.ward);
    const among = near.length > 0 ? near : this.groups;
    const group = among[(person.index * 31) % among.length] as Group;
    return { id: group.id, written: groupAsWritten(this.extras, group.name) };
  }

  private concernsOf(themes: readonly string[]): string[] {
    const ticked = CONCERNS.filter(([, codes]) =>
      this.extras.chance(themes.some((theme) => codes.includes(theme)) ? 0.8 : 0.08),
    );
    return ticked.map(([label]) => label);
  }

  /** Scores fall a little over the years, as safety at night becomes a worry. */
  private scoreOf(sore: boolean, day: number): number | null {
    if (this.extras.chance(0.06)) return null;
    const years = (day - dayNumber('2022-06-01')) / 365.25;
    const mean = (sore ? 2.7 : 4) - 0.12 * years;
    return Math.max(1, Math.min(5, Math.round(mean + this.extras.normal() * 0.9)));
  }
}

const SPOILABLE = /^(police|fft-community|council-export)/;

/** Options of "what matters to you", with the themes behind them. */
const CONCERNS: readonly (readonly [string, readonly string[]])[] = [
  ['Anti-social behaviour', ['anti-social-behaviour', 'groups-and-intimidation', 'noise-and-neighbours', 'off-road-bikes', 'vandalism-and-graffiti']],
  ['Drugs and alcohol', ['drugs', 'drug-dealing', 'drug-use-in-public', 'street-drinking', 'substance-misuse-and-treatment']],
  ['Violence', ['violence', 'assault', 'knife-crime', 'robbery', 'night-time-violence', 'domestic-abuse']],
  ['Roads and parking', ['road-safety', 'speeding', 'parking', 'e-scooters']],
  ['Clean and bright streets', ['street-lighting', 'litter', 'fly-tipping', 'street-lighting-and-environment']],
  ['Seeing the police', ['police-visibility', 'police-response', 'policing']],
  ['Young people', ['activities-for-young-people', 'safety-of-young-people', 'behaviour-of-young-people']],
  ['Being out at night', ['safety-at-night', 'safety-on-transport', 'safety-of-women-and-girls']],
]; // prettier-ignore

import { ageOn, dayNumber, partsOf } from '../calendar.js';
import type { AsGiven } from '../mistakes/as-given.js';
import type { Person } from '../people/person.js';
import type { Random } from '../random.js';
import type { AgencyEngagement } from '../story/agencies.js';
import type { Situation } from '../story/mix.js';
import { CAMPAIGNS, campaignCopy, type Campaign } from '../texts/campaigns.js';
import { compose, type Asked } from '../texts/compose.js';
import { DISSENT } from '../texts/dissent.js';
import { expand, parse } from '../texts/grammar.js';
import { givingAway } from '../texts/personal.js';
import { placesOf } from '../texts/places.js';
import { NON_ANSWERS, SAFEGUARDING } from '../texts/sentences.js';
import type { WrittenText } from './plan.js';
import { ageBand } from './told.js';

/** How often a text is what. */
const SHARES = {
  blank: 0.07,
  nonAnswer: 0.05,
  moreLeftBlank: 0.45,
  givesAway: 0.04,
  safeguarding: 0.004,
  /** A person sends the same words to a second agency. */
  sentAgain: 0.03,
} as const;

/** Which of the comments that speak of a theme alone disagree with the rest: few, from the smallest city on. */
const DISSENTING: readonly number[] = [3, 25, 120];

const START = dayNumber('2022-06-01');
const campaignByCode = new Map(CAMPAIGNS.map((campaign) => [campaign.code, campaign]));
const dissentByTheme = new Map(
  Object.entries(DISSENT).map(([theme, patterns]) => [theme, patterns.map(parse)]),
);
const safeguardingPatterns = SAFEGUARDING.map(parse);

/** Writes what people say; remembers their earlier words, since some send them again. */
export class TextWriter {
  private readonly earlier = new Map<number, WrittenText>();
  private copies = 0;
  /** By theme: comments that speak of it alone. */
  private readonly alone = new Map<string, number>();
  /** Of their own: who disagrees moves nothing of what others say. */
  private readonly dissent: Random;

  constructor(private readonly random: Random) {
    this.dissent = random.fork('dissent');
  }

  /** One or two texts; blanks are left out. A blank main text is possible. */
  write(person: Person, given: AsGiven, engagement: AgencyEngagement, day: number): WrittenText[] {
    const { random } = this;
    const campaign = engagement.campaign ? campaignByCode.get(engagement.campaign) : undefined;
    if (campaign && random.chance(campaign.share)) return [this.copyOfCampaign(campaign, given)];
    const again = this.sentAgain(person);
    if (again) return [again];
    const clinic = engagement.agency.kind === 'health';
    const situation = situationOf(person, given, engagement, day);
    const texts: WrittenText[] = [];
    for (const [part, kind] of this.questions(engagement, clinic)) {
      const text = this.one(part, kind, situation, person, given);
      if (text) texts.push(text);
    }
    if (texts[0] && texts.length === 1) this.orDisagrees(texts[0], given);
    return texts;
  }

  /** A comment that speaks of one theme alone now and then says the opposite of what most ask for. */
  private orDisagrees(text: WrittenText, given: AsGiven): void {
    const [theme = '', ...more] = text.themes;
    const patterns = dissentByTheme.get(theme);
    if (!patterns || more.length > 0 || text.safeguarding || text.planted.length > 0) return;
    const place = (this.alone.get(theme) ?? 0) + 1;
    this.alone.set(theme, place);
    if (!DISSENTING.includes(place)) return;
    const words = expand(this.dissent.pick(patterns), this.dissent, placesOf(given.home.ward));
    Object.assign(text, {
      text: `${words[0]!.toUpperCase()}${words.slice(1)}.`,
      stance: 'neutral',
      dissents: true,
    } satisfies Partial<WrittenText>);
  }

  /** What is answered: a clinic's card has one comment, practices and workbooks ask one question, the others two. */
  private questions({ source }: AgencyEngagement, clinic: boolean): [WrittenText['part'], Asked['kind']][] {
    const { random } = this;
    if (source === 'gp-access') return [['main', random.chance(0.5) ? 'care' : 'problem']];
    if (clinic) return random.chance(0.15) ? [['more', 'wish']] : [['main', 'care']];
    if (source.startsWith('vcs-msforms') || random.chance(SHARES.moreLeftBlank)) return [['main', 'problem']];
    return [
      ['main', 'problem'],
      ['more', 'wish'],
    ];
  }

  private one(
    part: 'main' | 'more',
    kind: Asked['kind'],
    situation: Situation,
    person: Person,
    given: AsGiven,
  ): WrittenText | null {
    const { random } = this;
    const roll = random.next();
    if (roll < SHARES.blank) return null;
    const plain = { part, copyOf: null, planted: [], safeguarding: false };
    if (roll < SHARES.blank + SHARES.nonAnswer)
      return { ...plain, text: random.pick(NON_ANSWERS), themes: ['no-answer'], stance: null };
    const places = placesOf(given.home.ward);
    const comment = compose(random, situation, places, { kind });
    const written: WrittenText = { ...plain, ...comment };
    if (random.chance(SHARES.safeguarding)) {
      written.text += ` ${expand(random.pick(safeguardingPatterns), random, places)}.`;
      written.safeguarding = true;
    }
    if (random.chance(SHARES.givesAway)) {
      const { sentence, planted } = givingAway(random, person, given);
      written.text = random.chance(0.8) ? `${written.text} ${sentence}` : `${sentence} ${written.text}`;
      written.planted = planted;
    }
    if (part === 'main' && kind === 'problem') this.earlier.set(person.index, written);
    return written;
  }

  private copyOfCampaign(campaign: Campaign, given: AsGiven): WrittenText {
    const text = campaignCopy(this.random, campaign, placesOf(given.home.ward));
    return {
      part: 'main', text, themes: [...campaign.themes].sort(), stance: campaign.stance, copyOf: `campaign-${campaign.code}`,
      planted: [], safeguarding: false,
    }; // prettier-ignore
  }

  /** The person's earlier words; the earlier text is marked as the first of the copies. */
  private sentAgain(person: Person): WrittenText | null {
    const first = this.earlier.get(person.index);
    if (!first || !this.random.chance(SHARES.sentAgain)) return null;
    first.copyOf ??= `again-${String(++this.copies).padStart(3, '0')}`;
    return { ...first };
  }
}

function situationOf(person: Person, given: AsGiven, engagement: AgencyEngagement, day: number): Situation {
  return {
    ward: given.home.ward,
    agency: engagement.agency.kind,
    engagement,
    years: (day - START) / 365.25,
    month: partsOf(day).month,
    age: ageBand(ageOn(person.birth, day)),
    sex: person.sex,
  };
}

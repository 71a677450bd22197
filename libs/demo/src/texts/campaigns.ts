import type { Random } from '../random.js';
import { expand, parse, type Slots } from './grammar.js';
import { withSlips } from './slips.js';

/** A letter that many people send. */
export interface Campaign {
  code: string;
  /** Share of the engagement's answers that are copies. */
  share: number;
  themes: readonly string[];
  stance: 'negative' | 'neutral' | 'positive' | 'mixed';
  greetings: readonly string[];
  body: string;
  /** Sentences that some senders add; they bear no theme of their own. */
  own: readonly string[];
}

export const CAMPAIGNS: readonly Campaign[] = [
  {
    code: 'lights-on', share: 0.3, themes: ['street-lighting', 'safety-at-night'], stance: 'negative',
    greetings: ['Dear councillors,', 'Dear Sir or Madam,', 'To whom it may concern,', ''],
    body:
      'I am writing to object to the plan to switch off street lights after midnight. Dark streets are frightening to walk ' +
      'home through, above all for shift workers who have no choice. Saving a little on electricity is not worth the risk. ' +
      'I ask you to leave the lights on all night and to mend those that are already out.',
    own: ['I work nights myself.', 'My road is $street.', 'I hope that you will listen.', 'Yours faithfully.'],
  },
  {
    code: 'youth-club', share: 0.12, themes: ['activities-for-young-people'], stance: 'neutral',
    greetings: ['Hello,', 'Dear all,', '', 'To the board:'],
    body:
      'Our young people need somewhere to go. When the youth club closed they lost the one warm and free place where adults knew ' +
      'their names. Please fund youth workers and open the building again at least three evenings a week.',
    own: ['I have two teenagers.', 'We miss it in $place.', 'Thank you.'],
  },
  {
    code: 'twenty', share: 0.45, themes: ['speeding', 'road-safety'], stance: 'neutral',
    greetings: ['', 'Dear council,', 'Petition:'],
    body:
      'I support a 20 mph limit on all residential streets. Lower speed saves lives, makes it safer for children to cross, and ' +
      'costs drivers less than a minute.',
    own: ['Start with $street.', 'I sign for my family too.', 'Please do it soon.'],
  },
  {
    code: 'keep-our-pcso', share: 0.1, themes: ['police-visibility', 'trust-in-police'], stance: 'mixed',
    greetings: ['', 'Dear Chief Constable,', 'Hi,'],
    body:
      'Please do not take our PCSO away. Everyone knows and trusts her, and hers is the only uniform that we ever see on foot. If ' +
      'she goes, we will have no visible policing at all.',
    own: ['She helped my mother.', 'This is about $place.', 'Think again please.'],
  },
]; // prettier-ignore

const ownSentences = new Map(CAMPAIGNS.map(({ code, own }) => [code, own.map(parse)]));

/** One sender's copy: greeting and a sentence of one's own vary, a few slips creep in; the body stays recognisable. */
export function campaignCopy(random: Random, campaign: Campaign, places: Slots): string {
  const parts = [random.pick(campaign.greetings), campaign.body];
  if (random.chance(0.4))
    parts.push(expand(random.pick(ownSentences.get(campaign.code) ?? []), random, places));
  let text = parts.filter((part) => part !== '').join(random.chance(0.2) ? '\n' : ' ');
  if (random.chance(0.15)) text = text.replace('Please', 'Pls').replace('I ask you', 'We ask you');
  return random.chance(0.25) ? withSlips(random, text) : text;
}

import type { Measure, Wording } from './measure.js';

const LGA = 'Local Government Association, “Are you being served?”: resident satisfaction questions';
const CLS = 'Community Life Survey (DCMS)';
const OWN = 'In use by agencies before they shared a wording';

const SAFE = ['Very safe', 'Fairly safe', 'Neither safe nor unsafe', 'Fairly unsafe', 'Very unsafe'] as const;
const DEAL = ['A great deal', 'A fair amount', 'Not very much', 'Not at all'] as const;
const DEFINITELY = ['Definitely agree', 'Tend to agree', 'Tend to disagree', 'Definitely disagree'] as const;
const SATISFIED = [
  'Very satisfied',
  'Fairly satisfied',
  'Neither satisfied nor dissatisfied',
  'Fairly dissatisfied',
  'Very dissatisfied',
] as const;
const STRONGLY = ['Very strongly', 'Fairly strongly', 'Not very strongly', 'Not at all strongly'] as const;

/** The first two steps of a scale count. */
const wording = (code: string, text: string, options: readonly string[], source: string): Wording => ({
  code, text, options, counts: options.slice(0, 2), source,
}); // prettier-ignore

/** The measures that come with the hub. Wordings are data: the question sets of the field first, then others in use. */
export const MEASURES: readonly Measure[] = [
  {
    code: 'safe-by-day', name: 'Feeling safe by day', who: 'who feel safe',
    wordings: [
      wording('A', 'How safe or unsafe do you feel when outside in your local area during the day?', SAFE, LGA),
      wording('B', 'How safe do you feel walking alone in your area during the day?', SAFE, OWN),
    ],
  },
  {
    code: 'safe-after-dark', name: 'Feeling safe after dark', who: 'who feel safe',
    wordings: [
      wording('A', 'How safe or unsafe do you feel when outside in your local area after dark?', SAFE, LGA),
      wording('B', 'How safe do you feel walking alone in your area at night?', SAFE, OWN),
    ],
  },
  {
    code: 'belonging', name: 'Belonging to the neighbourhood', who: 'who feel that they belong',
    wordings: [wording('A', 'How strongly do you feel you belong to your immediate neighbourhood?', STRONGLY, CLS)],
  },
  {
    code: 'getting-on', name: 'People from different backgrounds get on', who: 'who agree',
    wordings: [
      wording('A', 'To what extent do you agree or disagree that your local area is a place where people from different backgrounds get on well together?', DEFINITELY, CLS),
    ],
  },
  {
    code: 'trust-in-agencies', name: 'Trust in agencies', who: 'with a fair amount of trust or more',
    wordings: [
      wording('A', 'How much do you trust your local council?', DEAL, LGA),
      wording('B', 'How much do you trust the police in your area?', DEAL, OWN),
    ],
  },
  {
    code: 'influence', name: 'Influence on local decisions', who: 'who agree that they can influence decisions',
    wordings: [
      wording('A', 'Do you agree or disagree that you can influence decisions affecting your local area?', DEFINITELY, CLS),
    ],
  },
  {
    code: 'area-satisfaction', name: 'Satisfaction with the area', who: 'who are satisfied',
    wordings: [
      wording('A', 'Overall, how satisfied or dissatisfied are you with your local area as a place to live?', SATISFIED, LGA),
    ],
  },
]; // prettier-ignore

export const measureOf = (code: string): Measure | null =>
  MEASURES.find((each) => each.code === code) ?? null;

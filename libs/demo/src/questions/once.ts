import type { AskedIn } from './demo-question.js';
import { AGREE, GOOD, SAFE } from './scales-asked.js';

/** Questions of one consultation each, one of every kind at least. */
export const ONCE: readonly AskedIn[] = [
  {
    question: {
      key: 'pay_first', text: 'If only one of these could be paid for first, which should it be?', kind: 'choice',
      options: ['Youth work and clubs', 'Better street lighting', 'Wardens on the street', 'Cameras', 'Safer crossings and traffic', 'Something else'],
      beside: ["Don't know", 'Prefer not to say'], lean: { shares: [34, 25, 18, 13, 7, 3], young: 0.5 },
    },
    engagements: ['budget-2025'],
  },
  {
    question: {
      key: 'noticed', text: 'Which of these have you noticed on your street in the last year?', kind: 'multi-choice',
      options: ['Street lamps out', 'Speeding', 'Litter and fly-tipping', 'Groups drinking or shouting', 'A crossing that is missing or broken', 'Drug dealing', 'Somebody followed or shouted at', 'None of these'],
      lean: { shares: [47, 42, 39, 28, 17, 15, 12, 8] },
    },
    engagements: ['budget-2025'],
  },
  {
    question: {
      key: 'good_here', text: 'How good or poor are these where you live?', kind: 'matrix', options: GOOD,
      items: ['Things for young people to do', 'The police you can see', 'Buses in the evening', 'Street lighting', 'Wardens', 'Pavements and crossings'],
      beside: ["Don't know", 'Not applicable'], lean: { middles: [-0.9, -0.6, -0.35, -0.05, 0, 0.3], deprived: -0.2 },
    },
    engagements: ['budget-2025'],
  },
  {
    question: {
      key: 'pay_more', text: 'How much more a month would your household pay for a safer street?', kind: 'number', options: [], unit: 'pounds a month',
      lean: { middle: 4, deprived: -2 },
    },
    engagements: ['budget-2025'],
  },
  {
    question: {
      key: 'in_order', text: 'Put these in the order in which they should be done', kind: 'ranking',
      options: ['Mend the lamps', 'More wardens', 'A youth club', 'Slower traffic', 'More cameras'], lean: { shares: [30, 22, 24, 14, 10] },
    },
    engagements: ['budget-2025'],
  },
  {
    question: {
      key: 'lamps_off', text: 'Lamps should be dimmed after midnight where nobody walks', kind: 'scale', options: AGREE, beside: ["Don't know"],
      lean: { middle: -0.5, women: -0.4, young: 0.1 },
    },
    engagements: ['lighting-after-midnight'],
  },
  {
    question: {
      key: 'lit_streets', text: 'How safe or unsafe do you feel here after midnight?', kind: 'matrix', options: SAFE,
      items: ['On lit main roads', 'On lit side streets', 'On dimmed side streets', 'In parks'], beside: ['Not applicable'],
      lean: { middles: [0.6, 0.3, -0.5, -1.1], women: -0.5 },
    },
    engagements: ['lighting-after-midnight'],
  },
  {
    question: {
      key: 'which_first', text: 'Which kind of street should stay lit first of all?', kind: 'ranking',
      options: ['Bus stops and taxi ranks', 'Main roads', 'Paths to school', 'Side streets', 'Parks'], lean: { shares: [32, 22, 20, 18, 8] },
    },
    engagements: ['lighting-after-midnight'],
  },
  {
    question: {
      key: 'out_after', text: 'Until what hour are you out on most nights? (24 is midnight)', kind: 'number', options: [], unit: 'hours',
      lean: { middle: 22, young: 2 },
    },
    engagements: ['lighting-after-midnight'],
  },
  {
    question: {
      key: 'home_by', text: 'How do you get home after an evening in the centre?', kind: 'multi-choice',
      options: ['On foot', 'By bus', 'By taxi', 'Somebody drives me', 'I drive', 'I do not go out'], lean: { shares: [38, 30, 34, 18, 16, 12] },
    },
    engagements: ['evening-economy'],
  },
  {
    question: {
      key: 'would_help', text: 'What would make an evening in the centre safer?', kind: 'matrix',
      options: ['Strongly support', 'Tend to support', 'Neutral', 'Tend to oppose', 'Strongly oppose'],
      items: ['Marshals at taxi ranks', 'Later buses', 'Earlier closing', 'A place to get help', 'More cameras'], beside: ["Don't know"],
      lean: { middles: [0.8, 1.1, -0.6, 0.9, 0.2], women: 0.15 },
    },
    engagements: ['evening-economy'],
  },
  {
    question: {
      key: 'how_often', text: 'How often are you in the centre after six?', kind: 'choice',
      options: ['Every day', 'Most days', 'At least once a week', 'At least once a month', 'Less than once a month', 'Never'],
      lean: { shares: [4, 9, 28, 27, 22, 10], young: 0.4 },
    },
    engagements: ['evening-economy'],
  },
  {
    question: {
      key: 'use_park', text: 'Would you use a park that was planned with you?', kind: 'choice', options: ['Yes', 'Maybe', 'No'], beside: ["Don't know"],
      lean: { shares: [62, 27, 11] },
    },
    engagements: ['parks-together'],
  },
  {
    question: {
      key: 'twenty', text: 'Do you support or oppose twenty miles an hour on residential streets?', kind: 'scale',
      options: ['Strongly support', 'Support', 'Neither support nor oppose', 'Oppose', 'Strongly oppose'], beside: ["Don't know"],
      lean: { middle: 0.8, young: -0.1 },
    },
    engagements: ['twenty-is-plenty'],
  },
]; // prettier-ignore

import type { EngagementPlan } from './engagement-plan.js';

const WEST = ['E05002080', 'E05002093', 'E05002084', 'E05002096', 'E05002094'];

/** What voluntary groups ask: forms of their own, and Microsoft Forms workbooks. */
export const vcs: readonly EngagementPlan[] = [
  {
    key: 'warm-welcome', source: 'vcs-forms', title: 'Warm welcome spaces: what we heard over soup',
    kind: 'conversation', participation: 'partnership', opens: '2022-11-14', closes: '2023-03-31', channel: 'event',
    decisionOwner: 'Warm welcome partnership', canStillChange: 'Hours and offers of each space', communities: ['Older people', 'People on low incomes'],
    weight: 2.2, ages: { '65-74': 1.8, '75+': 2.5 }, tilt: { 'mental-health-and-vulnerability': 4, 'homelessness-and-begging': 3 },
  },
  {
    key: 'safety-walks', source: 'vcs-forms', title: 'Women’s safety walks',
    kind: 'workshop', participation: 'partnership', opens: '2023-09-18', closes: '2024-03-22', channel: 'event',
    decisionOwner: 'Women’s network with the council', canStillChange: 'Lighting and routes that were walked', communities: ['Women and girls'],
    weight: 1.6, sexes: { female: 1, male: 0.03 }, tilt: { 'safety-of-women-and-girls': 8, 'safety-at-night': 4, 'street-lighting': 4 },
  },
  {
    key: 'youth-voice', source: 'vcs-forms', title: 'Youth voice: young people set the questions',
    kind: 'workshop', participation: 'empowerment', opens: '2024-01-22', closes: '2024-07-19', channel: 'event',
    decisionOwner: 'Youth council', canStillChange: 'The youth fund', communities: ['Young people'], weight: 1.8,
    ages: { '0-14': 25, '15-24': 9, '25-34': 0.2, '35-49': 0.1, '50-64': 0.1, '65-74': 0.03, '75+': 0.01 },
    tilt: { 'safety-of-young-people': 6, 'activities-for-young-people': 6, 'knife-crime': 4, 'trust-in-police': 3 },
  },
  {
    key: 'hate-reporting', source: 'vcs-forms', title: 'Third-party hate crime reporting: what people tell us',
    kind: 'standing-feed', participation: 'engagement', opens: '2022-10-10', closes: '2025-05-31', channel: 'event',
    decisionOwner: 'Equality forum', canStillChange: 'Where reporting centres are', communities: ['Minority ethnic communities', 'LGBT+ people', 'Disabled people'],
    weight: 2,
    tilt: {
      'hate-crime': 12, 'hate-crime-race': 12, 'hate-crime-religion': 10, 'hate-crime-sexual-orientation': 10, 'hate-crime-transgender': 10,
      'hate-crime-disability': 10, 'prevent-and-community-tension': 5, 'barriers-to-reporting-and-feedback': 2,
    },
  },
  {
    key: 'recovery-voices', source: 'vcs-forms', title: 'Recovery voices',
    kind: 'conversation', participation: 'partnership', opens: '2023-05-08', closes: '2024-04-26', channel: 'event',
    decisionOwner: 'Alliance of recovery groups', canStillChange: 'The treatment pathway', communities: ['People in recovery'], weight: 1.2,
    tilt: { 'substance-misuse-and-treatment': 14, 'homelessness-and-begging': 4, 'needles-and-drug-litter': 3 },
  },
  {
    key: 'residents-run-the-green', source: 'vcs-forms', title: 'Residents run the green',
    kind: 'meeting', participation: 'citizen-control', opens: '2024-04-08', closes: '2025-03-28', channel: 'event',
    decisionOwner: 'Residents’ trust', canStillChange: 'Everything: the trust holds the lease', communities: ['Residents of the west of the city'],
    weight: 1.4, wards: WEST, tilt: { litter: 4, 'off-road-bikes': 3, 'positive-feels-safe': 3, 'activities-for-young-people': 2 },
  },
  {
    key: 'new-neighbours', source: 'vcs-forms', title: 'New neighbours: refugees and migrants in the city',
    kind: 'meeting', participation: 'engagement', opens: '2024-08-19', closes: '2024-12-13', channel: 'event',
    decisionOwner: 'City of sanctuary group', canStillChange: 'Befriending and English classes', communities: ['Refugees and migrants'], weight: 1,
    tilt: { 'prevent-and-community-tension': 12, 'hate-crime-race': 8, 'exploitation-and-modern-slavery': 4 },
  },
  {
    key: 'carers-2025', source: 'vcs-forms', title: 'Carers’ conversation 2025',
    kind: 'conversation', participation: 'engagement', opens: '2025-02-03', closes: '2025-05-16', channel: 'online',
    decisionOwner: 'Carers’ strategy group', canStillChange: 'The carers’ strategy', communities: ['Carers'], weight: 1,
    tilt: { 'mental-health-and-vulnerability': 6, 'council-and-partner-services': 3, 'safety-on-transport': 2 },
  },
  {
    key: 'clubs-2023', source: 'vcs-msforms-clubs', title: 'Sports clubs and safer streets 2023',
    kind: 'survey', participation: 'consultation', opens: '2023-03-13', closes: '2023-05-26', channel: 'online',
    decisionOwner: 'Sports forum', canStillChange: 'Use of pitches in the evening', communities: ['Sports clubs', 'Young people'], weight: 1.4,
    tilt: { 'activities-for-young-people': 6, 'behaviour-of-young-people': 2, 'street-lighting': 2 },
  },
  {
    key: 'older-peoples-forum', source: 'vcs-msforms-older', title: 'Older people’s forum: getting about safely',
    kind: 'survey', participation: 'engagement', opens: '2024-09-09', closes: '2024-11-29', channel: 'paper',
    decisionOwner: 'Older people’s forum', canStillChange: 'What the forum campaigns for', communities: ['Older people'], weight: 1.6,
    ages: { '0-14': 0, '15-24': 0, '25-34': 0.02, '35-49': 0.05, '50-64': 0.5, '65-74': 3, '75+': 5 },
    tilt: { 'fraud-scams-and-cyber': 8, 'e-scooters': 4, parking: 3, 'safety-at-night': 2 },
  },
  {
    key: 'students-night-safety', source: 'vcs-msforms-students', title: 'Students’ union: home safe',
    kind: 'survey', participation: 'partnership', opens: '2024-11-11', closes: '2025-03-14', channel: 'online',
    decisionOwner: 'Students’ union with the university', canStillChange: 'The night bus and safe havens', communities: ['Students'], weight: 1.6,
    ages: { '0-14': 0, '15-24': 8, '25-34': 1.5, '35-49': 0.1, '50-64': 0.02, '65-74': 0, '75+': 0 },
    tilt: { 'safety-at-night': 7, 'sexual-violence': 5, 'safety-of-women-and-girls': 5, 'night-time-violence': 5, 'safety-on-transport': 4 },
  },
]; // prettier-ignore

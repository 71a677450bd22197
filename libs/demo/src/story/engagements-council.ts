import type { EngagementPlan } from './engagement-plan.js';

const everyone = ['Everyone in the city'];
const CENTRE = ['E05002081', 'E05002094', 'E05002097', 'E05002096'];

/** What the city council asks; all but the last through its survey platform. */
export const council: readonly EngagementPlan[] = [
  {
    key: 'safer-plymouth-2022', source: 'council-platform', title: 'Safer Plymouth: tell us how safe you feel, 2022',
    kind: 'survey', participation: 'consultation', opens: '2022-06-13', closes: '2022-09-30', channel: 'online',
    decisionOwner: 'Safer Plymouth board', canStillChange: 'The priorities of the 2023 plan', communities: everyone, weight: 7,
  },
  {
    key: 'safer-plymouth-2023', source: 'council-platform', title: 'Safer Plymouth: tell us how safe you feel, 2023',
    kind: 'survey', participation: 'consultation', opens: '2023-06-12', closes: '2023-09-29', channel: 'online',
    decisionOwner: 'Safer Plymouth board', canStillChange: 'The priorities of the 2024 plan', communities: everyone, weight: 7.5,
    campaign: 'youth-club',
  },
  {
    key: 'safer-plymouth-2024', source: 'council-platform', title: 'Safer Plymouth: tell us how safe you feel, 2024',
    kind: 'survey', participation: 'consultation', opens: '2024-06-10', closes: '2024-09-30', channel: 'online',
    decisionOwner: 'Safer Plymouth board', canStillChange: 'The priorities of the 2025 plan', communities: everyone, weight: 8,
  },
  {
    key: 'lighting-after-midnight', source: 'council-platform', title: 'Street lighting after midnight',
    kind: 'consultation', participation: 'consultation', opens: '2023-10-16', closes: '2024-01-12', channel: 'online',
    decisionOwner: 'Cabinet member for environment', canStillChange: 'Which streets, and from what hour', communities: everyone,
    weight: 4.5, tilt: { 'street-lighting': 14, 'safety-at-night': 3, 'safety-of-women-and-girls': 2 }, campaign: 'lights-on',
  },
  {
    key: 'evening-economy', source: 'council-platform', title: 'The city centre after six: an evening and night-time plan',
    kind: 'consultation', participation: 'engagement', opens: '2024-10-07', closes: '2025-01-17', channel: 'online',
    decisionOwner: 'Licensing committee', canStillChange: 'Opening hours, marshals, late buses', communities: ['Night-time workers', 'Students'],
    weight: 4, ages: { '15-24': 2, '25-34': 1.6, '75+': 0.4 },
    tilt: { 'night-time-violence': 6, 'safety-at-night': 4, 'safety-on-transport': 4, 'safety-of-women-and-girls': 2 },
  },
  {
    key: 'parks-together', source: 'council-platform', title: 'Parks together: designing out trouble',
    kind: 'workshop', participation: 'partnership', opens: '2023-03-06', closes: '2023-06-02', channel: 'event',
    decisionOwner: 'Parks partnership', canStillChange: 'Layout, lighting and planting of six parks', communities: ['Families', 'Friends of parks'],
    weight: 2, tilt: { 'off-road-bikes': 4, 'street-drinking': 3, litter: 3, 'activities-for-young-people': 3, 'street-lighting': 2 },
  },
  {
    key: 'have-your-say', source: 'council-platform', title: 'Have your say: ward meetings',
    kind: 'meeting', participation: 'engagement', opens: '2022-09-05', closes: '2025-05-23', channel: 'event',
    decisionOwner: 'Ward councillors', canStillChange: 'Ward priorities each quarter', communities: everyone, weight: 4,
    ages: { '65-74': 1.6, '75+': 1.6, '15-24': 0.5 }, tilt: { parking: 3, speeding: 2, 'council-and-partner-services': 2 },
  },
  {
    key: 'neighbourhood-pot', source: 'council-platform', title: 'The neighbourhood pot: residents decide on safety grants',
    kind: 'workshop', participation: 'empowerment', opens: '2024-02-05', closes: '2024-05-31', channel: 'event',
    decisionOwner: 'Residents of each ward', canStillChange: 'Every award', communities: everyone, weight: 2,
    tilt: { 'activities-for-young-people': 4, cctv: 2, 'positive-feels-safe': 2 },
  },
  {
    key: 'city-centre-order', source: 'council-platform', title: 'Public spaces protection order for the city centre: notice',
    kind: 'consultation', participation: 'information', opens: '2024-08-01', closes: '2024-10-31', channel: 'online',
    decisionOwner: 'Director of public protection', canStillChange: 'Nothing; remarks are passed on', communities: everyone, weight: 1.5,
    wards: CENTRE, tilt: { 'street-drinking': 6, 'homelessness-and-begging': 5, 'drug-use-in-public': 2 },
  },
  {
    key: 'twenty-is-plenty', source: 'council-platform', title: 'Petition: twenty is plenty on our streets',
    kind: 'petition', participation: 'engagement', opens: '2023-01-09', closes: '2023-04-28', channel: 'online',
    decisionOwner: 'Full council', canStillChange: 'Speed limits of residential streets', communities: ['Parents', 'Cyclists'],
    weight: 2.5, tilt: { speeding: 20, 'road-safety': 6 }, campaign: 'twenty',
  },
  {
    key: 'budget-2025', source: 'council-platform', title: 'Budget conversation 2025: what keeps your street safe?',
    kind: 'conversation', participation: 'consultation', opens: '2024-11-04', closes: '2025-02-07', channel: 'online',
    decisionOwner: 'Cabinet', canStillChange: 'Spending on wardens, lighting and youth work', communities: everyone, weight: 3,
    tilt: { 'council-and-partner-services': 3, 'activities-for-young-people': 1.6 },
  },
  {
    key: 'women-and-girls-plan', source: 'council-export', title: 'Ending violence against women and girls: the city’s plan',
    kind: 'consultation', participation: 'consultation', opens: '2023-02-20', closes: '2023-05-19', channel: 'online',
    decisionOwner: 'Commission on violence against women and girls', canStillChange: 'The actions of the plan', communities: ['Women and girls'],
    weight: 5, sexes: { female: 1, male: 0.35 }, ages: { '15-24': 1.6, '25-34': 1.4 },
    tilt: { 'safety-of-women-and-girls': 9, 'domestic-abuse': 5, 'sexual-violence': 5, 'safety-at-night': 2 },
  },
]; // prettier-ignore

/** What the council asks now and nobody has answered yet: what was answered ends with May 2025, and this goes on for years. */
export const councilOpen: readonly EngagementPlan[] = [
  {
    key: 'mend-it-first', source: 'council-platform', title: 'Mend it first: what is broken in your street?',
    kind: 'consultation', participation: 'engagement', opens: '2025-06-02', closes: '2030-12-31', channel: 'online',
    decisionOwner: 'Ward councillors', canStillChange: 'Which lamps, crossings and bins are mended first, each month', communities: everyone, weight: 0,
  },
  {
    key: 'night-buses-after-trial', source: 'council-platform', title: 'Shared taxis after midnight: how is the trial?',
    kind: 'consultation', participation: 'consultation', opens: '2025-06-16', closes: '2030-06-30', channel: 'online',
    decisionOwner: 'Cabinet member for transport', canStillChange: 'Stops, hours and fares; not whether a bus runs', communities: ['Night-time workers', 'Students'], weight: 0,
  },
]; // prettier-ignore

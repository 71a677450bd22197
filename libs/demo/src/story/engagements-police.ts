import type { EngagementPlan } from './engagement-plan.js';

const everyone = ['Everyone in the city'];
const EAST = ['E05002088', 'E05002089', 'E05002090', 'E05002091', 'E05002092'];
const NORTH = ['E05002078', 'E05002085', 'E05002095', 'E05002093', 'E05002084', 'E05002086'];

/** What the police ask in surveys and on doorsteps. Priorities and events are statements (statements.ts). */
export const police: readonly EngagementPlan[] = [
  {
    key: 'local-priorities-2022', source: 'police-survey-2022', title: 'Your local policing priorities 2022',
    kind: 'survey', participation: 'consultation', opens: '2022-10-03', closes: '2022-12-16', channel: 'online',
    decisionOwner: 'Neighbourhood inspectors', canStillChange: 'Neighbourhood priorities', communities: everyone, weight: 4.5,
    tilt: { 'police-visibility': 2.5, 'police-response': 2, 'barriers-to-reporting-and-feedback': 2 },
  },
  {
    key: 'local-priorities-2023', source: 'police-survey-2023', title: 'Your local policing priorities 2023',
    kind: 'survey', participation: 'consultation', opens: '2023-10-02', closes: '2023-12-15', channel: 'online',
    decisionOwner: 'Neighbourhood inspectors', canStillChange: 'Neighbourhood priorities', communities: everyone, weight: 4.5,
    tilt: { 'police-visibility': 2.5, 'police-response': 2, 'barriers-to-reporting-and-feedback': 2 }, campaign: 'keep-our-pcso',
  },
  {
    key: 'local-priorities-2024', source: 'police-survey-2024', title: 'Your local policing priorities 2024',
    kind: 'survey', participation: 'consultation', opens: '2024-09-30', closes: '2024-12-13', channel: 'online',
    decisionOwner: 'Neighbourhood inspectors', canStillChange: 'Neighbourhood priorities', communities: everyone, weight: 5,
    tilt: { 'police-visibility': 2.5, 'police-response': 2, 'barriers-to-reporting-and-feedback': 2 },
  },
  {
    key: 'doorstep-north', source: 'police-doorstep', title: 'Doorstep conversations in the north of the city',
    kind: 'conversation', participation: 'engagement', opens: '2024-03-04', closes: '2024-07-26', channel: 'doorstep',
    decisionOwner: 'Neighbourhood inspector, north', canStillChange: 'Patrols and problem-solving plans', communities: ['Residents of the north of the city'],
    weight: 2.5, wards: NORTH, tilt: { 'off-road-bikes': 4, 'drug-dealing': 2, 'behaviour-of-young-people': 2 },
  },
  {
    key: 'roads-east', source: 'police-roads-east', title: 'Speeding and racing in Plympton and Plymstock',
    kind: 'survey', participation: 'consultation', opens: '2023-04-17', closes: '2023-07-14', channel: 'paper',
    decisionOwner: 'Roads policing', canStillChange: 'Where speed is checked', communities: ['Residents of Plympton and Plymstock'],
    weight: 2, wards: EAST, tilt: { speeding: 10, 'road-safety': 4, parking: 3, 'drink-and-drug-driving': 4 },
  },
]; // prettier-ignore

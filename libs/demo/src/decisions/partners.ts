import { done, late, planned, type StoryDecision, underWay, willNotDo } from './story.js';

const LOCAL = 'devon-and-cornwall-police/local-and-seen';
const SAFE = 'plymouth-city-council/safe-streets';
const YOUNG = 'plymouth-city-council/young-people-thrive';

/** What the police of the demonstration decided on surveys, beside what their neighbourhood teams publish. Invented. */
export const policeDecisions: readonly StoryDecision[] = [
  {
    reference: 'P-2023-01', title: 'Two more foot patrols in every neighbourhood each week', decided: 'Two foot patrols a week are added.', on: '2023-03-06',
    by: 'Neighbourhood inspectors', model: 'after-asking', why: 'Being seen was asked for more than anything else.', engagement: 'local-priorities-2022',
    themes: ['police-visibility', 'policing'], priorities: [LOCAL], lead: 'Neighbourhood policing',
    actions: [done('Rosters changed', 'Neighbourhood policing', 700), done('Patrols published by ward', 'Communications', 650)],
  },
  {
    reference: 'P-2024-02', title: 'An answer within five days to every report on-line', decided: 'Each report on-line gets a personal answer in five days.', on: '2024-03-11',
    by: 'Chief superintendent', model: 'after-asking', why: 'People said that they never heard back.', engagement: 'local-priorities-2023',
    themes: ['police-response', 'barriers-to-reporting-and-feedback'], priorities: [LOCAL], lead: 'Contact centre',
    actions: [done('Twelve more people answer', 'Contact centre', 300), late('Publish how long answers took', 'Performance', 40), underWay('Ask those who reported', 'Performance', 70)],
  },
  {
    reference: 'P-2025-03', title: 'Every neighbourhood team keeps its community officer', decided: 'No post is cut in neighbourhoods.', on: '2025-02-24',
    by: 'Chief constable', model: 'agency', why: 'Letters and the survey said the same.', engagement: 'local-priorities-2024', themes: ['police-visibility', 'trust-in-police'],
    priorities: [LOCAL], lead: 'Neighbourhood policing', notDone: 'Stations do not open longer.', because: 'An open desk costs two patrols; nine in ten reports come by telephone or on-line.',
    actions: [done('Posts kept in the budget', 'Finance', 240), willNotDo('Open four stations in the evening', 'Estates', 'It would take two patrols off the street.')],
  },
  {
    reference: 'P-2024-04', title: 'Off-road bikes: seizures and barriers in the north', decided: 'A team of six works on bikes until the spring.', on: '2024-09-02',
    by: 'Neighbourhood inspector, north', model: 'with-advice', why: 'On the doorstep it was named in every second house.', engagement: 'doorstep-north',
    themes: ['off-road-bikes', 'drug-dealing'], wards: ['E05002078', 'E05002085', 'E05002095', 'E05002093', 'E05002084', 'E05002086'], priorities: [LOCAL], lead: 'Neighbourhood policing, north',
    actions: [done('14 bikes seized', 'Neighbourhood policing, north', 210, 'Calls about bikes fell from 90 to 52 a month.'), underWay('Barriers with the council', 'Parks', 35), planned('A place to ride', 'Youth service', 240)],
  },
  {
    reference: 'P-2023-05', title: 'Speed checks on nine roads of Plympton and Plymstock', decided: 'Nine roads are checked each month.', on: '2023-09-18',
    by: 'Roads policing', model: 'after-asking', why: 'The survey named the roads and the hours.', engagement: 'roads-east', themes: ['speeding', 'road-safety'],
    wards: ['E05002088', 'E05002089', 'E05002090', 'E05002091', 'E05002092'], priorities: [LOCAL, SAFE], lead: 'Roads policing',
    actions: [done('Checks begin', 'Roads policing', 560), late('A fixed camera on the worst road', 'Road safety partnership', 160)],
  },
]; // prettier-ignore

/** What health bodies of the demonstration decided. Invented. */
export const healthDecisions: readonly StoryDecision[] = [
  {
    reference: 'H-2024-01', title: 'Evening clinics open near main bus stops', decided: 'Five clinics move to stops with a bus until half past ten.', on: '2024-06-10',
    by: 'Primary care board', model: 'after-asking', why: 'Late appointments could not be reached by bus.', engagement: 'gp-access-2024',
    themes: ['council-and-partner-services', 'safety-on-transport'], priorities: ['nhs-devon/care-close-to-home'], lead: 'Primary care',
    actions: [done('Three clinics open', 'Primary care', 160), underWay('Leases of two more', 'Estates', 25)],
  },
  {
    reference: 'H-2024-02', title: 'No ringing at eight: appointments through the day', decided: 'Every practice gives a third of its appointments in the afternoon.', on: '2024-07-08',
    by: 'Primary care board', model: 'with-advice', why: 'Two weeks of ringing at eight was the commonest story.', engagement: 'gp-access-2024',
    themes: ['council-and-partner-services'], priorities: ['nhs-devon/care-close-to-home'], lead: 'Primary care',
    actions: [done('22 practices have changed', 'Primary care', 200), late('The last six practices', 'Primary care', 118)],
  },
  {
    reference: 'H-2025-03', title: 'A quiet room at the emergency door', decided: 'A room and a mental health nurse, day and night.', on: '2025-01-20',
    by: 'Director of nursing', model: 'agency', why: 'People in distress waited in the crowd.', engagement: 'fft-acute', themes: ['mental-health-and-vulnerability'],
    priorities: ['nhs-devon/mind-as-body'], lead: 'Emergency department', actions: [underWay('The room is built', 'Estates', 55), planned('Five nurses are hired', 'Nursing', 110)],
  },
  {
    reference: 'H-2024-04', title: 'Treatment for addiction starts within a week', decided: 'A first appointment within seven days of asking.', on: '2024-11-25',
    by: 'Community services board', model: 'after-asking', why: 'Those who had to wait were gone when their turn came.', engagement: 'fft-community',
    themes: ['substance-misuse-and-treatment', 'drugs'], organisations: ['Recovery Fellowship'], priorities: ['nhs-devon/mind-as-body'], lead: 'Recovery service',
    actions: [done('Two more clinics a week', 'Recovery service', 130), planned('Publish waiting times', 'Recovery service', 95)],
  },
]; // prettier-ignore

/** What the voluntary sector of the demonstration decided. Invented. */
export const voluntaryDecisions: readonly StoryDecision[] = [
  {
    reference: 'V-2024-01', title: 'Twelve walks with women, and three subways lit', decided: 'Walk twelve routes, and report each to the board.', on: '2024-05-13',
    by: 'Women’s network with the council', model: 'together', why: 'Those who walk know where they do not.', engagement: 'safety-walks',
    themes: ['safety-of-women-and-girls', 'street-lighting'], priorities: [SAFE], lead: 'Women’s network',
    actions: [done('Twelve walks', 'Women’s network', 330), late('Light three subways', 'Highways', 45), underWay('A report to the board', 'Women’s network', 15)],
  },
  {
    reference: 'V-2024-02', title: 'Young people share out the youth fund', decided: 'The youth council’s list is paid as it is.', on: '2024-09-16',
    by: 'Youth council', model: 'people', why: 'They set the questions, asked, and decided.', engagement: 'youth-voice',
    themes: ['activities-for-young-people', 'safety-of-young-people', 'knife-crime'], organisations: ['Youth Project', 'Boxing Club'], priorities: [YOUNG], lead: 'Youth council',
    actions: [done('Nineteen projects paid', 'Youth council', 260), planned('Young people visit each', 'Youth council', 80)],
  },
  {
    reference: 'V-2025-03', title: 'Reporting centres for hate crime in three more places', decided: 'A library, a mosque and a health centre take reports.', on: '2025-02-10',
    by: 'Equality forum', model: 'together', why: 'People did not know where to go, or would not go to a station.', engagement: 'hate-reporting',
    themes: ['hate-crime', 'barriers-to-reporting-and-feedback'], organisations: ['Faith Forum', 'Pride Social'], priorities: [SAFE], lead: 'Equality forum',
    actions: [done('The library takes reports', 'Libraries', 100), underWay('Two more centres are trained', 'Equality forum', 33)],
  },
  {
    reference: 'V-2024-04', title: 'Needles are collected within a day', decided: 'One number, and a team that comes the same day.', on: '2024-07-29',
    by: 'Alliance of recovery groups', model: 'together', why: 'Parents and people in recovery said the same.', engagement: 'recovery-voices',
    themes: ['needles-and-drug-litter', 'substance-misuse-and-treatment'], organisations: ['Recovery Fellowship'], priorities: [SAFE], lead: 'Alliance of recovery groups',
    actions: [done('One number for the city', 'Street services', 290), willNotDo('A box on every corner', 'Street services', 'Boxes were broken into twice in the trial.')],
  },
  {
    reference: 'V-2025-05', title: 'The green has a keeper whom residents chose', decided: 'The trust hires a keeper from its own money.', on: '2025-04-07',
    by: 'Residents’ trust', model: 'people', why: 'The trust holds the lease and decides.', engagement: 'residents-run-the-green',
    themes: ['litter', 'off-road-bikes'], wards: ['E05002093', 'E05002080'], priorities: [], lead: 'Residents’ trust',
    actions: [done('A keeper is hired', 'Residents’ trust', 190), planned('A fence on the west side', 'Residents’ trust', 130)],
  },
]; // prettier-ignore

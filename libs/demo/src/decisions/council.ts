import { done, late, planned, type StoryDecision, underWay, willNotDo } from './story.js';

const SAFE = 'plymouth-city-council/safe-streets';
const YOUNG = 'plymouth-city-council/young-people-thrive';
const CLEAN = 'plymouth-city-council/clean-and-green';

/** What the council of the demonstration decided. Invented. */
export const councilDecisions: readonly StoryDecision[] = [
  {
    reference: 'C-2024-01', title: '140 lamps on school routes are mended', decided: 'Mend every lamp on twelve school routes.', on: '2024-03-04',
    by: 'Safer Plymouth board', model: 'after-asking', why: 'People said they stopped walking there when the lamps went out.',
    engagement: 'lighting-after-midnight', themes: ['street-lighting', 'safety-at-night'], priorities: [SAFE], lead: 'Highways', portfolio: 'Environment',
    notDone: 'The large paths of Central Park stay dark after ten at night.', because: 'Bats roost there, and lamps would drive them away.',
    actions: [done('Mend 140 lamps', 'Highways', 120, 'Reports of broken lamps went from 60 to 25 a month.'), done('Tell the twelve schools', 'Education', 90), willNotDo('Light Central Park all night', 'Parks', 'Bats roost along the paths, and they are protected.')],
  },
  {
    reference: 'C-2024-02', title: 'Lights stay on until one in the morning on eight walking routes', decided: 'Light eight walking routes until 1:00.', on: '2024-04-22',
    by: 'Cabinet member for environment', model: 'after-asking', why: 'Late workers and students walk home by them.', engagement: 'lighting-after-midnight',
    themes: ['street-lighting', 'safety-of-women-and-girls'], wards: ['E05002081', 'E05002094'], priorities: [SAFE], lead: 'Highways', portfolio: 'Environment',
    actions: [done('Change the timers', 'Highways', 200), underWay('Walk the routes with women’s groups', 'Community safety', 60), planned('Report on energy and on reports to the police', 'Highways', 150)],
  },
  {
    reference: 'C-2024-03', title: 'No bus after midnight on route 34, and why', decided: 'Shared taxis from Royal Parade are tried instead.', on: '2025-02-17',
    by: 'Cabinet member for transport', model: 'after-asking', why: 'People wait at dark stops; a bus could not be paid for.', engagement: 'evening-economy',
    themes: ['safety-on-transport', 'safety-at-night'], priorities: [SAFE], lead: 'Public transport', portfolio: 'Transport', refused: true,
    because: 'A bus would cost £310,000 a year for about 40 riders a night. More than 120 a night would change that.',
    actions: [underWay('Try shared taxis from Royal Parade', 'Public transport', 45), planned('Count riders by hour', 'Public transport', 120)],
  },
  {
    reference: 'C-2024-04', title: 'Taxi marshals every Friday and Saturday', decided: 'Marshals at three ranks from ten to four.', on: '2025-03-10',
    by: 'Licensing committee', model: 'with-advice', why: 'Night workers asked for somebody who is there.', engagement: 'evening-economy',
    themes: ['night-time-violence', 'safety-at-night'], wards: ['E05002081', 'E05002097'], priorities: [SAFE], lead: 'Licensing',
    actions: [done('Hire eight marshals', 'Licensing', 150), late('Publish what marshals saw', 'Licensing', 26), underWay('Train them with the police', 'Community safety', 30)],
  },
  {
    reference: 'C-2023-05', title: 'Six parks are laid out anew with those who use them', decided: 'Each park’s friends and the council agree its plan.', on: '2023-09-12',
    by: 'Parks partnership', model: 'together', why: 'Corners where nobody sees you were named again and again.', engagement: 'parks-together',
    themes: ['off-road-bikes', 'street-drinking', 'litter'], organisations: ['Friends of the Park', 'Allotment Association'], priorities: [CLEAN, SAFE], lead: 'Parks',
    actions: [done('Plans for six parks', 'Parks partnership', 500), done('Barriers at four entrances', 'Parks', 300, 'Reports of bikes at these entrances fell from 34 to 15.'), late('Cut back planting along the paths', 'Parks', 71), underWay('Benches and lamps in two parks', 'Parks', 90)],
  },
  {
    reference: 'C-2024-06', title: 'Residents awarded 46 safety grants', decided: 'The awards of the residents’ meetings stand as they are.', on: '2024-06-24',
    by: 'Residents of each ward', model: 'people', why: 'The pot was promised to be theirs to share out.', engagement: 'neighbourhood-pot',
    themes: ['activities-for-young-people', 'cctv'], priorities: [YOUNG], lead: 'Neighbourhoods',
    actions: [done('Pay out 46 grants', 'Finance', 400), done('Visit what was paid for', 'Neighbourhoods', 250), planned('A second round', 'Neighbourhoods', 200)],
  },
  {
    reference: 'C-2024-07', title: 'Drinking in the street is banned in four streets of the centre', decided: 'The order is made for three years.', on: '2024-12-02',
    by: 'Director of public protection', model: 'agency', why: 'The law leaves the decision with the council; remarks were passed on.', engagement: 'city-centre-order',
    themes: ['street-drinking', 'homelessness-and-begging'], wards: ['E05002097'], priorities: [SAFE], lead: 'Public protection',
    notDone: 'Begging is not banned.', because: 'A fine helps nobody who begs; outreach was doubled instead.',
    actions: [done('Put up the signs', 'Public protection', 320), underWay('Two more outreach workers', 'Housing', 40)],
  },
  {
    reference: 'C-2023-08', title: 'Twenty miles an hour in 31 residential streets', decided: 'Set 20 where residents’ petitions and accident records agree.', on: '2023-07-17',
    by: 'Full council', model: 'after-asking', why: '31 streets met both tests.', engagement: 'twenty-is-plenty', themes: ['speeding', 'road-safety'],
    priorities: [SAFE], lead: 'Highways', portfolio: 'Transport', notDone: 'Not every residential street.', because: 'Signs without enforcement change little: streets with no recorded speeding wait.',
    actions: [done('Signs in 31 streets', 'Highways', 600, 'Mean speed fell from 26 to 23 miles an hour in 22 of them.'), late('Speed tables in five streets', 'Highways', 110), planned('Look at 20 more streets', 'Highways', 180)],
  },
  {
    reference: 'C-2025-09', title: 'Eight street wardens are kept', decided: 'The budget keeps the wardens and takes the money from new signs.', on: '2025-03-03',
    by: 'Cabinet', model: 'after-asking', why: 'People named wardens first of all that they would keep.', engagement: 'budget-2025',
    themes: ['council-and-partner-services', 'anti-social-behaviour'], priorities: [SAFE], lead: 'Community safety', portfolio: 'Finance',
    actions: [done('Eight posts in the budget', 'Finance', 260), underWay('Wardens’ hours moved to evenings', 'Community safety', 20)],
  },
  {
    reference: 'C-2025-10', title: 'Youth clubs open on Saturdays in five wards', decided: 'Five clubs open until nine on Saturdays.', on: '2025-03-17',
    by: 'Cabinet member for children', model: 'with-advice', why: 'Nothing is open when it is needed.', engagement: 'budget-2025',
    themes: ['activities-for-young-people', 'young-people'], wards: ['E05002080', 'E05002085', 'E05002093', 'E05002095', 'E05002084'], priorities: [YOUNG], lead: 'Youth service',
    actions: [done('Three clubs open', 'Youth service', 60), late('Two more clubs open', 'Youth service', 14), planned('Ask those who come', 'Youth service', 100)],
  },
  {
    reference: 'C-2023-11', title: 'The plan against violence against women and girls has 18 actions', decided: 'All 18 actions of the plan are taken on.', on: '2023-09-25',
    by: 'Commission on violence against women and girls', model: 'together', why: 'Women named the places and the hours.', engagement: 'women-and-girls-plan',
    themes: ['safety-of-women-and-girls', 'domestic-abuse', 'sexual-violence'], priorities: [SAFE], lead: 'Public health',
    actions: [done('Train 200 door staff', 'Licensing', 420), done('A safe space in the centre on weekend nights', 'Voluntary sector', 380), underWay('Lessons in every secondary school', 'Education', 75)],
  },
  {
    reference: 'C-2024-12', title: 'Litter bins are emptied twice a day near take-aways', decided: 'A second round from six in the evening.', on: '2024-08-05',
    by: 'Director of street services', model: 'agency', why: 'Ward meetings named the same 40 bins.', engagement: 'have-your-say', themes: ['litter', 'fly-tipping'],
    priorities: [CLEAN], lead: 'Street services', actions: [done('A second round', 'Street services', 280), willNotDo('Bins at every stop', 'Street services', 'Each costs £900 a year to empty.')],
  },
  {
    reference: 'C-2024-13', title: 'Speed is watched by residents in seven wards', decided: 'The council lends the devices; residents run the watch.', on: '2024-10-14',
    by: 'Ward councillors', model: 'together', why: 'Ward meetings asked to do it themselves.', engagement: 'have-your-say', themes: ['speeding'],
    wards: ['E05002079', 'E05002083', 'E05002087', 'E05002090', 'E05002091', 'E05002092', 'E05002095'], priorities: [SAFE], lead: 'Road safety',
    actions: [done('Fourteen devices lent', 'Road safety', 180), planned('Share what they count', 'Road safety', 50)],
  },
  {
    reference: 'C-2025-14', title: 'No cameras in every park, and why', decided: 'Cameras stay where the police ask for them.', on: '2025-04-14',
    by: 'Cabinet member for environment', model: 'after-asking', why: 'Layout and lamps did more in the parks that were changed.', engagement: 'budget-2025',
    themes: ['cctv'], priorities: [SAFE], lead: 'Parks', portfolio: 'Environment', refused: true,
    because: 'A camera costs £9,000 a year and saw nothing in nine of ten cases; the money goes to wardens.',
    actions: [willNotDo('Cameras in 22 parks', 'Parks', 'The money goes to wardens, whom people named first.')],
  },
  {
    reference: 'C-2025-15', title: 'Free parking in the evening is not given, and why', decided: 'Charges stay as they are.', on: '2025-02-03',
    by: 'Cabinet member for transport', model: 'agency', why: 'It was asked for at ward meetings.', engagement: 'have-your-say', themes: ['parking'], priorities: [],
    lead: 'Parking', portfolio: 'Transport', refused: true, because: 'It would cost £420,000 a year, which pays for the night taxis and marshals.',
    actions: [],
  },
  {
    reference: 'C-2025-16', title: 'Dark spots are walked with residents each autumn', decided: 'A walk in every ward before the clocks change.', on: '2025-05-12',
    by: 'Ward councillors', model: 'together', why: 'Who walks there knows where it is dark.', engagement: 'have-your-say', themes: ['safety-at-night', 'street-lighting'],
    priorities: [SAFE], lead: 'Community safety', actions: [planned('Twenty walks', 'Community safety', 300), planned('A list of lamps to mend', 'Highways', 330)],
  },
]; // prettier-ignore

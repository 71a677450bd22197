/** What a made-up participant is of: those who are out in the evening, and those who live beside where others are. */
export const CAMPS = ['out-late', 'at-home'] as const;
export type Camp = (typeof CAMPS)[number];

/** A statement of the conversation, and how each camp takes it. */
export interface StatementPlan {
  text: string;
  /** Put there by the host, or the camp of the participant who wrote it. */
  by: 'host' | Camp;
  /** Of a hundred of each camp who take a side, how many agree; in the order of CAMPS. */
  agree: readonly [number, number];
  /** Themes of the codebook that it speaks of. */
  themes: readonly string[];
  /** A participant's words that the council lets be quoted. */
  released?: boolean;
}

const host = (text: string, agree: StatementPlan['agree'], ...themes: string[]): StatementPlan => ({
  text,
  by: 'host',
  agree,
  themes,
});
const said = (
  by: Camp,
  text: string,
  agree: StatementPlan['agree'],
  theme: string,
  released = true,
): StatementPlan => ({ text, by, agree, themes: [theme], released });

/** In the order in which they were put: the host's first. Made up, like everything here. */
export const STATEMENTS: readonly StatementPlan[] = [
  host('Buses should run until two in the morning at weekends.', [94, 83], 'safety-on-transport'),
  host('There should be marshals at every taxi rank on Friday and Saturday nights.', [90, 91], 'safety-at-night'),
  host('Bars in the centre should close at midnight.', [8, 81], 'night-time-violence'),
  host('Pavement tables should be allowed until eleven.', [93, 24], 'noise-and-neighbours'),
  host('Street lamps on the way home should stay lit all night.', [92, 86], 'street-lighting'),
  host('Live music should stop at ten where people live near by.', [11, 84], 'noise-and-neighbours'),
  host('A late-night levy on licensed premises should pay for cleaning.', [31, 88], 'litter'),
  host('Half of the Sunday car parks should become places to sit.', [79, 17], 'parking'),
  host('A place to get help should be open in the centre until four.', [89, 87], 'safety-of-women-and-girls'),
  host('More cameras would make the centre safer.', [46, 71], 'cctv'),
  host('The city centre needs more police on foot after dark.', [77, 93], 'police-visibility'),
  host('Drinking in the street should be fined at once.', [14, 85], 'street-drinking'),
  host('There should be more to do in the evening that is not drinking.', [88, 90], 'activities-for-young-people'),
  host('Electric scooters should be slowed down in the centre at night.', [41, 78], 'e-scooters'),
  said('out-late', 'A night bus from the university every half hour would get me home without a lonely walk.', [95, 76], 'safety-on-transport'),
  said('at-home', 'Whoever lives above a bar should be told before its hours change.', [62, 95], 'noise-and-neighbours'),
  said('out-late', 'Closing everything at once puts hundreds of people on the street in the same minute.', [90, 33], 'night-time-violence'),
  said('at-home', 'Bottles and takeaway boxes should be gone by seven in the morning.', [84, 97], 'litter'),
  said('out-late', 'The subway by the station needs lamps that work.', [91, 82], 'street-lighting'),
  said('at-home', 'Noise at two in the morning is the only thing that I want changed.', [9, 79], 'noise-and-neighbours', false),
  said('out-late', 'Door staff should be trained to help somebody who is being followed.', [93, 88], 'safety-of-women-and-girls'),
  said('at-home', 'Parking permits should hold at night as well.', [22, 83], 'parking', false),
  said('out-late', 'Let the square have food stalls until midnight.', [92, 29], 'council-and-partner-services'),
  said('at-home', 'Groups shouting under windows should be moved on.', [38, 92], 'groups-and-intimidation', false),
  said('out-late', 'Toilets should be open as long as the bars are.', [94, 90], 'council-and-partner-services'),
  said('at-home', 'The last train should leave after the last show has ended.', [88, 80], 'safety-on-transport'),
]; // prettier-ignore

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** An agency beside the people who raised something with it. */
export interface HearingAgency {
  name: string;
  /** Released people; null where they are not told. */
  people: number | null;
  /** Is it large enough, and not told because its own answers were not checked? */
  unchecked: boolean;
}

/**
 * The heading over agencies: "Four agencies hear it; hidden for 2 more". What is hidden may be nobody, so it counts neither as hearing nor as
 * not hearing, and "only" is said where all others are shown as nobody. A figure that stands from one edition to the next may lack up to four
 * people who came since, so in a later edition "only" is out by so many at most.
 */
export function agenciesHeading(agencies: readonly HearingAgency[]): string {
  const hear = agencies.filter(({ people }) => (people ?? 0) > 0);
  const unchecked = agencies.filter((one) => one.unchecked).length;
  const hidden = agencies.filter((one) => one.people === null && !one.unchecked).length;
  const [one] = hear;
  if (!one && unchecked) return `Not checked enough to be told for ${unchecked}`;
  if (!one) return hidden ? `No agency is known to hear it; hidden for ${hidden}` : 'No agency hears it';
  const more = `${hidden ? `; hidden for ${hidden} more` : ''}${unchecked ? `; not checked enough for ${unchecked} more` : ''}`;
  if (hear.length === 1) return `${hidden + unchecked ? '' : 'Only '}${one.name} hears it${more}`;
  return `${NUMBERS[hear.length] ?? hear.length} agencies hear it${more}`;
}

/**
 * What stands beside people whose number is corrected by what people checked: what the computer counted, which is no count of those people and may
 * be fewer than they are.
 * @param submissions as they are written: "1,420"
 */
export const computerCounted = (submissions: string, distinctArguments: string): string =>
  `The number of people is corrected by what people checked. The computer counted ${submissions} submissions and ${distinctArguments} distinct arguments.`;

/** Behind the name of a number that is not corrected, where the people beside it are. */
export const AS_COMPUTER_COUNTED = ', as the computer counted';

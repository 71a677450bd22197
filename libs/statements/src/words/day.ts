const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** ISO date as people write it: 10 June 2025. */
export const dayWords = (day: string): string =>
  `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;

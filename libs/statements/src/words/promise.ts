/** How soon an agency promises an answer: "within a month", "within 6 months". */
export const withinMonths = (months: number): string =>
  months === 1 ? 'within a month' : `within ${months} months`;

/** ISO date of now where the agencies are: who writes at half past midnight in summer writes of a day that UTC has not begun. */
export const todayInLondon = (): string =>
  new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/London' });

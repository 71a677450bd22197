/**
 * The heading over gaps between women and men, one for each time that a question was asked: how often women are clearly lower, and how often
 * clearly higher. Each gap stands by its own 95% range, so of twenty times without a gap one is named by chance; both directions are told.
 * @param gaps women less men, in points
 */
export function gapsHeading(gaps: readonly { low: number; high: number }[]): string {
  if (gaps.length === 0) return 'Women and men can’t be told apart here';
  const lower = gaps.filter(({ high }) => high < 0).length;
  const higher = gaps.filter(({ low }) => low > 0).length;
  if (lower === 0 && higher === 0) return 'No clear gap between women and men';
  const said = [
    lower > 0 && `lower than men ${lower}`,
    higher > 0 && `higher ${lower > 0 ? '' : 'than men '}${higher}`,
  ];
  return `Women are ${said.filter(Boolean).join(' and ')} of ${gaps.length} ${gaps.length === 1 ? 'time' : 'times'}`;
}

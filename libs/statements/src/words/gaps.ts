import { benjaminiHochberg, chanceOfRange } from '../interval/normal.js';

/**
 * The heading over gaps between women and men, one for each time that a question was asked: how often women are clearly lower, and how often
 * clearly higher. A gap counts where its 95% range leaves none out and it stands when all times are tried at once (Benjamini and Hochberg), so
 * that of headings over no gap at all at most one of twenty names one.
 * @param gaps women less men, in points, with the 95% range
 */
export function gapsHeading(gaps: readonly { low: number; high: number }[]): string {
  if (gaps.length === 0) return 'Women and men can’t be told apart here';
  const stands = benjaminiHochberg(gaps.map(chanceOfRange));
  const lower = gaps.filter(({ high }, at) => stands[at] && high < 0).length;
  const higher = gaps.filter(({ low }, at) => stands[at] && low > 0).length;
  if (lower === 0 && higher === 0) return 'No clear gap between women and men';
  const said = [
    lower > 0 && `lower than men ${lower}`,
    higher > 0 && `higher ${lower > 0 ? '' : 'than men '}${higher}`,
  ];
  return `Women are ${said.filter(Boolean).join(' and ')} of ${gaps.length} ${gaps.length === 1 ? 'time' : 'times'}`;
}

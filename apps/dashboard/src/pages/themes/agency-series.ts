import { keyOf, peopleOf, type Figure } from '../../figures/figure';
import { listed } from '../../figures/format';

export interface AgencySeries {
  code: string;
  name: string;
  bars: { code: string; people: number | null; recent: boolean }[];
}

/** One series an agency over the same quarters, and the scale that all of them share. */
export function agencySeries(
  figures: readonly Figure[],
  quarters: readonly string[],
): { series: AgencySeries[]; max: number } {
  const names = new Map(
    figures.flatMap((figure) => {
      const key = keyOf(figure, 'AGENCY');
      return key ? [[key.code, key.name] as const] : [];
    }),
  );
  const cell = new Map(
    figures.map((figure) => [`${keyOf(figure, 'AGENCY')?.code} ${keyOf(figure, 'QUARTER')?.code}`, figure]),
  );
  const series = [...names].map(([code, name]) => ({
    code,
    name,
    bars: quarters.map((quarter, index) => {
      const people = peopleOf(cell.get(`${code} ${quarter}`));
      return { code: quarter, people, recent: index >= quarters.length - 4 };
    }),
  }));
  return { series, max: Math.max(1, ...series.flatMap((one) => one.bars.map((bar) => bar.people ?? 0))) };
}

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** "All four agencies hear it", "Only NHS Devon hears it". */
export function agencyMessage(figures: readonly Figure[]): string {
  const hear = figures.filter((figure) => peopleOf(figure) !== 0);
  if (hear.length === 0) return 'No agency hears it';
  if (hear.length === 1)
    return `Only ${listed(hear.map((figure) => keyOf(figure, 'AGENCY')?.name ?? ''))} hears it`;
  return `${NUMBERS[hear.length] ?? hear.length} agencies hear it`;
}

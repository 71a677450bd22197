import { keyOf, peopleOf, withheldReason, type Figure } from '../../figures/figure';

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

/** "Four agencies hear it; hidden for 2 more", "Only NHS Devon hears it": [c] may be nobody, so it is not counted as hearing. */
export function agencyMessage(figures: readonly Figure[]): string {
  const hear = figures.filter((figure) => (peopleOf(figure) ?? 0) > 0);
  const unchecked = figures.filter((figure) => withheldReason(figure) !== null).length;
  const hidden = figures.filter((figure) => peopleOf(figure) === null).length - unchecked;
  const [one] = hear;
  if (!one && unchecked) return `Not checked enough to be told for ${unchecked}`;
  if (!one) return hidden ? `No agency is known to hear it; hidden for ${hidden}` : 'No agency hears it';
  const more = `${hidden ? `; hidden for ${hidden} more` : ''}${unchecked ? `; not checked enough for ${unchecked} more` : ''}`;
  if (hear.length === 1)
    return `${hidden + unchecked ? '' : 'Only '}${keyOf(one, 'AGENCY')?.name ?? ''} hears it${more}`;
  return `${NUMBERS[hear.length] ?? hear.length} agencies hear it${more}`;
}

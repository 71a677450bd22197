import { agenciesHeading } from '#statements';
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

/** The heading over agencies, as the room words it. */
export const agencyMessage = (figures: readonly Figure[]): string =>
  agenciesHeading(
    figures.map((figure) => ({
      name: keyOf(figure, 'AGENCY')?.name ?? '',
      people: peopleOf(figure),
      unchecked: withheldReason(figure) !== null,
    })),
  );

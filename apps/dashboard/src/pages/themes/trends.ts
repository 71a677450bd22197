/** People by theme, then by quarter; null where hidden. */
export type Trends = ReadonlyMap<string, ReadonlyMap<string, number | null>>;

/** A table by theme and quarter as the hub gives it in columns: whole, and one list where a page has an object a cell. */
export interface TrendColumns {
  values: { dimension: string; codes: string[] }[];
  places: number[][];
  people: (number | null)[];
}

export function trendsOf({ values, places, people }: TrendColumns): Trends {
  const codes = (dimension: string): string[] => {
    const at = values.findIndex((one) => one.dimension === dimension);
    return (places[at] ?? []).map((place) => values[at]?.codes[place] ?? '');
  };
  const [themes, quarters] = [codes('THEME'), codes('QUARTER')];
  const trends = new Map<string, Map<string, number | null>>();
  people.forEach((value, row) => {
    const theme = themes[row] ?? '';
    const mine = trends.get(theme) ?? new Map<string, number | null>();
    trends.set(theme, mine.set(quarters[row] ?? '', value));
  });
  return trends;
}

/** One theme over these quarters. The hub answers zeros too, so a quarter that is missing is never drawn as one. */
export const trendOf = (trends: Trends, theme: string, quarters: readonly string[]): (number | null)[] =>
  quarters.map((quarter) => trends.get(theme)?.get(quarter) ?? null);

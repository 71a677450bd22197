import { GROUPS_SAID } from '#statements';
import { isPublished, isRest, type Figure } from '../../figures/figure';
import { capital } from '../../figures/format';
import type { Figures } from '../../figures/useFigures';

/** One group of residents: its share of the people heard against its share of residents. */
export interface GapRow {
  code: string;
  name: string;
  figure: Figure;
  /** Percent; null where hidden or the base is too small. */
  heard: { value: number; low: number; high: number } | null;
  residents: number | null;
  source: string | null;
  /** People who answered the question that tells this group. */
  base: number | null;
  gap: number | null;
  /** Age band, sex and so on; wards are shown apart. */
  characteristic: string;
  /** Heard clearly less than their share, as the hub judges it. */
  under: boolean;
}

/** A group as people say it: "Aged 15 to 24" for what the figures key as "Age: 15 to 24". */
function groupName(code: string, name: string): string {
  const said = GROUPS_SAID[code];
  if (said) return capital(said);
  const short = name.replace(/^[^:]+: /, '');
  return code.startsWith('age-band:') ? `Aged ${short}` : short;
}

const NAMES: Record<string, string> = {
  'age-band': 'Age',
  sex: 'Sex',
  'ethnic-group': 'Ethnic group',
  disability: 'Disability',
};

/** Groups with a known share of residents, the most under-heard first; those without a figure last, by name. */
export function gapRows({ nodes, underHeard }: Pick<Figures, 'nodes' | 'underHeard'>): GapRow[] {
  const under = new Set(underHeard?.codes);
  const rows = nodes.flatMap((figure): GapRow[] => {
    const key = figure.keys.at(-1);
    if (!key || isRest(key.code) || !figure.reference) return [];
    const published = isPublished(figure) ? figure : null;
    const heard = published?.share ?? null;
    const residents = figure.reference.value;
    return [
      {
        code: `${key.dimension} ${key.code}`,
        name: groupName(key.code, key.name),
        characteristic: key.code.split(':')[0] ?? '',
        figure,
        heard,
        residents,
        source: figure.reference.source,
        base: published?.base ?? null,
        gap: heard ? heard.value - residents : null,
        under: under.has(key.code),
      },
    ];
  });
  return rows.sort((one, other) => {
    if (one.gap === null || other.gap === null) {
      return one.gap === other.gap ? one.name.localeCompare(other.name, 'en-GB') : one.gap === null ? 1 : -1;
    }
    return one.gap - other.gap;
  });
}

/** Why groups have no share although enough people answered, each reason once. */
export const unmatchedReasons = (rows: readonly GapRow[]): string[] => [
  ...new Set(
    rows.flatMap(({ figure, characteristic }) =>
      isPublished(figure) && figure.shareReason
        ? [`${NAMES[characteristic] ?? capital(characteristic)}: ${figure.shareReason}`]
        : [],
    ),
  ),
];

/** Groups that can't be compared because many were asked by wider ones, by name. */
export const notCompared = (figures: readonly Figure[]): string[] =>
  figures.flatMap((figure) => {
    const key = figure.keys.at(-1);
    if (!key || isRest(key.code) || figure.reference || !isPublished(figure) || !figure.share) return [];
    return / as asked/.test(key.name) ? [] : [groupName(key.code, key.name)];
  });

/** Groups of people, and wards, in tables of their own. */
export const parted = (rows: readonly GapRow[]): { people: GapRow[]; wards: GapRow[] } => ({
  people: rows.filter((row) => row.characteristic !== 'ward'),
  wards: rows.filter((row) => row.characteristic === 'ward'),
});

/**
 * The heading where the hub judges nobody under-heard: of people who are chosen by what they said or who they are, few of a group may be few who
 * minded, or few who live here.
 */
export const BESIDE_RESIDENTS = 'Who they are, beside residents';

/** What a group in bold is. */
export const BOLD =
  'Bold: a fifth or more short of its share, beyond what chance explains when all groups are tried at once.';

/** Under such a filter nobody is in bold. */
export const NO_VERDICT =
  'Of people who raised one theme, or are of one community, nobody is said to be under-heard: fewer of a group may be fewer who minded, or who live here.';

/** Right end of the scale of gaps, the same for every row. */
export const gapMax = (rows: readonly GapRow[]): number =>
  Math.max(2, ...rows.map((row) => Math.abs(row.gap ?? 0)));

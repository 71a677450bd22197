import { isPublished, isRest, type Figure } from '../../figures/figure';
import { capital, inSentence, listed } from '../../figures/format';

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
  /** As a heading says it; null for a group that a heading does not name (a mere rest of the others, or children). */
  said: string | null;
  /** Heard less than their share, beyond what chance would explain. */
  under: boolean;
}

const GROUPS: Record<string, string> = {
  'sex:male': 'Men',
  'sex:female': 'Women',
  'disability:yes': 'Disabled people',
  'disability:no': 'People who are not disabled',
  'age-band:0-14': 'Children under 15',
};

/** A group as people say it: "Aged 15 to 24" for what the figures key as "Age: 15 to 24". */
function groupName(code: string, name: string): string {
  const short = name.replace(/^[^:]+: /, '');
  if (code.startsWith('age-band:')) return GROUPS[code] ?? `Aged ${short}`;
  return GROUPS[code] ?? short;
}

const NAMES: Record<string, string> = {
  'age-band': 'Age',
  sex: 'Sex',
  'ethnic-group': 'Ethnic group',
  disability: 'Disability',
};

/** Complements of a group that is named itself, and children, whom consultations rarely ask. */
const NOT_SAID = new Set(['disability:no', 'age-band:0-14']);

function saidName(code: string, name: string): string | null {
  if (NOT_SAID.has(code)) return null;
  const short = name.replace(/^[^:]+: /, '');
  if (code.startsWith('age-band:')) return `people aged ${short}`;
  if (code.startsWith('deprivation:')) return `people in the ${inSentence(short)}`;
  if (code.startsWith('ward:')) return `people in ${short}`;
  if (code.startsWith('ethnic-group:')) return `people of the group “${short}”`;
  return inSentence(GROUPS[code] ?? short);
}

/** Groups with a known share of residents, the most under-heard first; those without a figure last, by name. */
export function gapRows(figures: readonly Figure[]): GapRow[] {
  const rows = figures.flatMap((figure): GapRow[] => {
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
        said: saidName(key.code, key.name),
        figure,
        heard,
        residents,
        source: figure.reference.source,
        base: published?.base ?? null,
        gap: heard ? heard.value - residents : null,
        under: !!heard && heard.high < residents,
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

/** Who is missing, as a message: only gaps that are beyond chance are named. */
export function gapMessage(rows: readonly GapRow[]): string {
  if (!rows.some((row) => row.gap !== null)) return 'We cannot yet say who is missing';
  const under = rows.filter((row) => row.under && row.said !== null).slice(0, 2);
  if (under.length === 0) return 'Nobody is clearly under-heard';
  return capital(`${listed(under.map((row) => row.said ?? row.name))} are under-heard`);
}

/** Groups of people, and wards, in tables of their own. */
export const parted = (rows: readonly GapRow[]): { people: GapRow[]; wards: GapRow[] } => ({
  people: rows.filter((row) => row.characteristic !== 'ward'),
  wards: rows.filter((row) => row.characteristic === 'ward'),
});

/** Right end of the scale of gaps, the same for every row. */
export const gapMax = (rows: readonly GapRow[]): number =>
  Math.max(2, ...rows.map((row) => Math.abs(row.gap ?? 0)));

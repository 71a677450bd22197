import { isPublished, isRest, type Figure } from '../../figures/figure';
import { inSentence, listed } from '../../figures/format';

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

/** Who is missing, as a message: only gaps that are beyond chance are named. */
export function gapMessage(rows: readonly GapRow[]): string {
  const under = rows.filter((row) => row.under).slice(0, 2);
  if (!rows.some((row) => row.gap !== null)) return 'We cannot yet say who is missing';
  const [first, ...more] = under.map((row) => row.name);
  if (!first) return 'Nobody is clearly under-heard';
  const plain = (name: string) => name.replace(/^Aged /, 'people aged ');
  const words = listed([plain(first), ...more.map((name) => inSentence(plain(name)))]);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} are under-heard`;
}

/** Right end of the scale of gaps, the same for every row. */
export const gapMax = (rows: readonly GapRow[]): number =>
  Math.max(2, ...rows.map((row) => Math.abs(row.gap ?? 0)));

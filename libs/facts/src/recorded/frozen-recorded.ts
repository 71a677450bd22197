import { createHash } from 'node:crypto';
import { CRIME_KINDS, monthsBetween, type RecordingBreak } from '#domain';
import type { RecordedSource } from '#store';

/** A series of recorded crime as an edition has it: of one source, by ward, kind and month. */
export interface FrozenRecorded {
  source: string;
  agency: string;
  agencyName: string;
  title: string;
  licence: string;
  attribution: string;
  /** Day on which the latest of it was received. */
  received: string;
  breaks: RecordingBreak[];
  /** From the first to the last, without holes. */
  months: string[];
  /** Those of which nothing is held: not nought. */
  missing: string[];
  /** By ward and kind, a count a month. */
  counts: Record<string, Record<string, number[]>>;
  /** SHA-256 of what was counted, by whatever source and whenever received. */
  digest: string;
}

const LICENCE = 'Open Government Licence v3.0';
const ATTRIBUTION = 'data.police.uk';
const TITLE = 'Crime and anti-social behaviour recorded by police';

/** A source's counts as a series; a kind that was never recorded in a ward is nought there in every month that is held. */
export function frozenRecorded(source: RecordedSource): FrozenRecorded {
  const { counts: rows, breaks } = source;
  const held = [...new Set(rows.map(({ month }) => month))].sort();
  const months = monthsBetween(held[0] ?? '', held.at(-1) ?? '');
  const at = new Map(months.map((month, place) => [month, place]));
  const counts: FrozenRecorded['counts'] = {};
  for (const { ward, crime, month, count } of rows) {
    const kinds = (counts[ward] ??= {});
    const line = (kinds[crime] ??= months.map(() => 0));
    line[at.get(month)!] = count;
  }
  return {
    source: source.source,
    agency: source.agency,
    agencyName: source.agencyName,
    title: source.title ?? TITLE,
    licence: source.licence ?? LICENCE,
    attribution: source.attribution ?? ATTRIBUTION,
    received: source.received,
    breaks: breaks.flatMap(({ month, settled, reason }) =>
      month && reason ? [{ month, reason, settled: settled ?? null }] : [],
    ),
    months,
    missing: months.filter((month) => !held.includes(month)),
    counts,
    digest: createHash('sha256').update(JSON.stringify(rows)).digest('hex'),
  };
}

/** Counts of a ward, or of every ward, by month: of one kind, some or all. */
export function countsOf(
  { months, counts }: Pick<FrozenRecorded, 'months' | 'counts'>,
  ward: string | null,
  kinds: readonly string[] = CRIME_KINDS.map(({ code }) => code),
): number[] {
  const total = months.map(() => 0);
  for (const [code, byKind] of Object.entries(counts))
    if (ward === null || ward === code)
      for (const kind of kinds) byKind[kind]?.forEach((count, at) => (total[at]! += count));
  return total;
}

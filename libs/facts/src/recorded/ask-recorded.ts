import { CRIME_KINDS, type RecordingBreak } from '#domain';
import type { Queryable } from '#store';
import { counterOf } from '../ask/edition-counters.js';
import { findEdition } from '../ask/editions.js';
import type { Frozen } from '../frozen/frozen.js';
import { isUnsettled, lastYear, yearBefore } from './comparable.js';
import type { EngageNextSaid } from './engage-next.js';
import { countsOf, type FrozenRecorded } from './frozen-recorded.js';
import type { VoiceAndRecordSaid } from './voice-and-record.js';

export interface RecordedByMonth {
  /** `yyyy-mm` */
  month: string;
  /** Null where nothing is held of the month. */
  count: number | null;
  /** Null where the way of recording had settled; otherwise why it may not be compared. */
  unsettled: string | null;
}

export interface RecordedKind {
  kind: string;
  name: string;
  /** In the latest month. */
  month: number;
  /** In the last twelve months; null where these may not be added up. */
  year: number | null;
  /** In the twelve before; null where the two years may not be compared. */
  yearBefore: number | null;
}

/** A series of recorded crime of a ward or of the city, as an edition has it. */
export interface RecordedSeries extends Omit<FrozenRecorded, 'months' | 'counts'> {
  ward: string | null;
  months: RecordedByMonth[];
  /** The most frequent of the last twelve months first; of the latest month where no year can be told. */
  kinds: RecordedKind[];
  breaks: RecordingBreak[];
}

export type ThemeBeside = VoiceAndRecordSaid & { themeName: string; wardName: string };

/** What an edition has of recorded crime, and says beside it. */
export interface RecordedHere {
  series: RecordedSeries[];
  /** The twelve months that wards are compared in; null where none may be. */
  year: { months: string[]; sources: string[] } | null;
  beside: ThemeBeside[];
  next: EngageNextSaid[];
  /** Residents of the city by ward are those of its census. */
  residents: (ward: string | null) => number | null;
}

/**
 * Recorded crime of an edition, for a ward or the whole city, with what it sets beside it.
 * @param db opened as the published role @param number null = the latest @param ward null = the city
 * @returns null where there is no such edition, or it was made before this was kept
 */
export async function askRecorded(
  db: Queryable,
  number: number | null,
  ward: string | null,
): Promise<RecordedHere | null> {
  const found = await findEdition(db, number);
  if (!found) return null;
  const { frozen, vocabulary, census } = await counterOf(db, found);
  const kept: Frozen['recorded'] = frozen?.recorded ?? null;
  if (!kept) return null;
  return {
    series: kept.series.map((series) => seriesOf(series, ward)),
    year: kept.year,
    beside: kept.beside
      .filter((one) => ward === null || one.ward === ward)
      .map((one) => ({
        ...one,
        themeName: vocabulary.name('theme', one.theme),
        wardName: vocabulary.name('ward', one.ward),
      })),
    next: kept.next,
    residents: (of) => census.residents(of),
  };
}

function seriesOf(frozen: FrozenRecorded, ward: string | null): RecordedSeries {
  const { months, counts: _counts, ...about } = frozen;
  const all = countsOf(frozen, ward);
  const year = lastYear(frozen);
  const before = yearBefore(frozen);
  const sum = (line: readonly number[]): number => line.reduce((total, count) => total + count, 0);
  const kinds = CRIME_KINDS.map(({ code, name }): RecordedKind => {
    const line = countsOf(frozen, ward, [code]);
    return {
      kind: code,
      name,
      month: line.at(-1) ?? 0,
      year: year && sum(line.slice(-12)),
      yearBefore: before && sum(line.slice(-24, -12)),
    };
  });
  return {
    ...about,
    ward,
    months: months.map((month, at) => ({
      month,
      count: frozen.missing.includes(month) ? null : (all[at] ?? 0),
      unsettled: isUnsettled(frozen, month) ? reasonAt(frozen, month) : null,
    })),
    kinds: kinds.sort((a, b) => (b.year ?? b.month) - (a.year ?? a.month) || (a.kind < b.kind ? -1 : 1)),
  };
}

const reasonAt = ({ breaks }: Pick<FrozenRecorded, 'breaks'>, month: string): string | null =>
  breaks.filter((broken) => month >= broken.month).at(-1)?.reason ?? null;

import type { Ward } from '#domain';
import {
  compareRecorded,
  type RecordedComparison,
  recordMeasure,
  type Stands,
  standsOf,
  VOICE_AND_RECORD_RULE,
  voiceAndRecordWords,
  type VoiceBeside,
  voiceMeasure,
  Z95,
} from '#statements';
import type { KeptStatement } from '../statements/kept.js';
import { lastYear } from './comparable.js';
import { countsOf, type FrozenRecorded } from './frozen-recorded.js';

/** Kinds of crime that themes answer to: by codebook and theme. Themes without one are set beside no record. */
export type KindsOfThemes = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** What an edition says of one theme in one ward: what people raise beside what police recorded. Kept, and never worked out again. */
export interface VoiceAndRecordSaid {
  rule: { code: string; version: number };
  theme: string;
  ward: string;
  stands: Stands;
  /** One sentence to print. */
  words: string;
  voice: { verdict: string; difference: Interval | null; words: string | null } | null;
  record: { verdict: string; count: number; ratio: Interval | null; words: string | null } | null;
  /** Kinds of crime of the record. */
  kinds: string[];
}

interface Interval {
  value: number;
  low: number;
  high: number;
}

/** The twelve months of the record, and the sources whose counts are in it. */
export interface RecordYear {
  months: string[];
  series: FrozenRecorded[];
}

/** The last twelve months that every series with the latest of them can be compared in; null where there is none. */
export function yearOf(all: readonly FrozenRecorded[]): RecordYear | null {
  const years = all.flatMap((series) => {
    const months = lastYear(series);
    return months ? [{ months, series }] : [];
  });
  const last = years
    .map(({ months }) => months.at(-1)!)
    .sort()
    .at(-1);
  const same = years.filter(({ months }) => months.at(-1) === last);
  return same[0] ? { months: same[0].months, series: same.map(({ series }) => series) } : null;
}

export interface ToSetBeside {
  year: RecordYear | null;
  /** Themes with the kinds that they answer to. */
  themes: readonly { code: string; name: string; kinds: readonly string[] }[];
  wards: readonly Ward[];
  residents: (ward: string) => number | null;
  /** What the edition says of wards, by the rule for areas. */
  statements: readonly KeptStatement[];
}

/** Every theme that has kinds of recorded crime, in every ward. */
export function setBeside({ year, themes, wards, residents, statements }: ToSetBeside): VoiceAndRecordSaid[] {
  return themes.flatMap(({ code, name, kinds }) => {
    const records = year && recordsOf(year, kinds, wards, residents);
    const voices = new Map(
      statements
        .filter(({ theme, ward }) => theme === code && ward !== null)
        .map((kept) => [kept.ward, kept]),
    );
    return wards.map((ward): VoiceAndRecordSaid => {
      const kept = voices.get(ward.code);
      const voice = kept ? voiceOf(kept) : null;
      const record = records?.get(ward.code) ?? null;
      return {
        rule: VOICE_AND_RECORD_RULE,
        theme: code,
        ward: ward.code,
        stands: standsOf(voice?.verdict ?? null, record?.verdict ?? null),
        words: voiceAndRecordWords({ theme: name, area: ward.name, voice, record }),
        voice: voice && { ...voice, words: voiceMeasure(voice) },
        record: record && {
          verdict: record.verdict,
          count: record.count,
          ratio: record.verdict === 'cannot-compare' ? null : record.ratio,
          words: recordMeasure(record),
        },
        kinds: [...kinds],
      };
    });
  });
}

function recordsOf(
  { months, series }: RecordYear,
  kinds: readonly string[],
  wards: readonly Ward[],
  residents: ToSetBeside['residents'],
): Map<string, RecordedComparison> {
  const areas = wards.map(({ code }) => {
    const lines = series.map((one) => countsOf(one, code, kinds).slice(-months.length));
    const sum = months.map((_, at) => lines.reduce((total, line) => total + (line[at] ?? 0), 0));
    return { code, months: sum, residents: residents(code) ?? 0 };
  });
  return new Map(compareRecorded(areas).map((one) => [one.code, one]));
}

function voiceOf({ verdict, numbers }: KeptStatement): VoiceBeside {
  const difference = numbers && {
    value: numbers.difference,
    low: numbers.difference - Z95 * numbers.standardError,
    high: numbers.difference + Z95 * numbers.standardError,
  };
  return { verdict: verdict as VoiceBeside['verdict'], difference };
}

import type { RecordedComparison } from '../records/compare-recorded.js';
import { standsOf, type Stands } from '../records/voice-and-record.js';
import type { AreaComparison } from '../areas/compare-areas.js';
import { inSentence, listed } from './names.js';
import { rangeWords } from './range.js';

/** Names of where an area stands out, as a table and a filter tell them. */
export const STANDS_WORDS: Readonly<Record<Stands, string>> = {
  'voiced-and-recorded': 'Worried and recorded',
  'voiced-not-recorded': 'Worried and not recorded more',
  'recorded-not-voiced': 'Recorded and not voiced more',
  neither: 'Stands out in neither',
  'cannot-say': 'Can’t be said',
};

/** Printed wherever voice stands beside record. */
export const NO_CAUSE =
  'Two things side by side: what people who took part raise, and what police recorded and published. Neither explains the other. ' +
  'People raise what they see and fear; police record what is reported to them or found, and much is neither.';

export interface VoiceBeside {
  verdict: AreaComparison['verdict'];
  /** Difference of the area’s share from the rest of the city’s, from -1 to 1, and its standard error; null where none could be compared. */
  difference: { value: number; low: number; high: number } | null;
}

export interface VoiceAndRecord {
  /** Name of the theme and of the area. */
  theme: string;
  area: string;
  voice: VoiceBeside | null;
  record: RecordedComparison | null;
}

/** Where the area stands, in one sentence, and then what it rests on. */
export function voiceAndRecordWords({ theme, area, voice, record }: VoiceAndRecord): string {
  const stands = standsOf(voice?.verdict ?? null, record?.verdict ?? null);
  const what = inSentence(theme);
  if (stands === 'cannot-say') return `${area}, ${what}: ${whyNot(voice, record)}.`;
  const raised = { above: 'more', below: 'less', 'no-clear-difference': 'not clearly more or less' };
  const recorded = {
    above: 'recorded more',
    below: 'recorded less',
    'no-clear-difference': 'recorded neither clearly more nor clearly less',
  };
  const [said, kept] = [voice!.verdict as keyof typeof raised, record!.verdict as keyof typeof recorded];
  const joined = (said === 'above') === (kept === 'above') ? 'and' : 'while';
  return `People heard in ${area} raise ${what} ${raised[said]} than in the rest of the city, ${joined} police ${recorded[kept]} of its kinds there for each resident.`;
}

function whyNot(voice: VoiceBeside | null, record: RecordedComparison | null): string {
  const why = [
    voice === null ? 'people have not checked the coding of this theme enough to compare wards' : null,
    voice?.verdict === 'cannot-compare' ? 'too few people were heard there in the same consultations' : null,
    record === null ? 'no twelve months of recorded crime can be compared' : null,
    record?.verdict === 'cannot-compare' ? 'too little was recorded or expected there' : null,
  ].filter((each) => each !== null);
  return why.join('; ');
}

/** "4 more of 100 heard than in the rest of the city (1 to 7)" */
export function voiceMeasure({ difference }: VoiceBeside): string | null {
  if (!difference) return null;
  const [value, low, high] = [difference.value, difference.low, difference.high].map((each) => Math.round(100 * each)) as [number, number, number]; // prettier-ignore
  const size = value === 0 ? 'As many' : `${Math.abs(value)} ${value > 0 ? 'more' : 'fewer'}`;
  return `${size} of 100 heard ${value === 0 ? 'as' : 'than'} in the rest of the city (${rangeWords(signed(low), signed(high))})`;
}

/** "1.6 times the rest of the city for each resident (1.4 to 1.8)" */
export const recordMeasure = (record: RecordedComparison): string | null =>
  record.verdict === 'cannot-compare'
    ? null
    : `${record.ratio.value.toFixed(1)} times the rest of the city for each resident (${rangeWords(record.ratio.low.toFixed(1), record.ratio.high.toFixed(1))})`;

const signed = (value: number): string => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0');

/**
 * The heading over a table: which of its rows stand out in one and not in the other, and which in both.
 * @param of what the rows are: wards of one theme, or themes of one ward
 */
export function voiceAndRecordHeading(
  rows: readonly { area: string; stands: Stands }[],
  of: 'ward' | 'theme' = 'ward',
): string {
  const those = (stands: Stands): string[] =>
    rows.filter((row) => row.stands === stands).map(({ area }) => area);
  const said = (['voiced-and-recorded', 'voiced-not-recorded', 'recorded-not-voiced'] as const).flatMap(
    (stands) => {
      const some = those(stands);
      return some.length === 0
        ? []
        : [
            `${STANDS_WORDS[stands].toLowerCase()}: ${some.length > 3 ? `${some.length} ${of}s` : listed(some)}`,
          ];
    },
  );
  if (said.length > 0) return capital(said.join('; '));
  return rows.every(({ stands }) => stands === 'cannot-say')
    ? 'Voice and record can’t be put side by side yet'
    : `No ${of} stands out in what is raised or in what is recorded`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

import { CENSUS_CATEGORIES, type Census, DEPRIVATION_FIFTHS, HARMONISED, type Ward } from '#domain';
import {
  ENGAGE_RULE,
  type Part,
  type RecordedComparison,
  type UnderHeard,
  underHeard,
  underHeardWords,
  unvoicedWords,
} from '#statements';
import { answeredCode } from '../groups/declare.js';
import type { ReleasedCells } from '../statements/released-cells.js';
import type { VoiceAndRecordSaid } from './voice-and-record.js';

/** Whom, where or about what to ask next, and why. Kept with the edition. */
export interface EngageNextSaid {
  rule: { code: string; version: number };
  /** `area`: a ward; `community`: a group of people; `theme`: a theme in a ward. */
  kind: 'area' | 'community' | 'theme';
  /** Code of the ward, of the group (`age-band/15-24`), or of the theme. */
  code: string;
  name: string;
  /** Ward of a theme; null otherwise. */
  ward: string | null;
  wardName: string | null;
  /** The reason, in a sentence or two. */
  words: string;
}

/** So many of each kind: more is no order in which to go. */
const MOST = 5;

/** What "heard" is a share of, and what the categories of a characteristic are called in a list of several. */
const BY = [
  { by: 'age-band', census: 'age', known: 'of those heard whose age is known', name: (name: string) => (/^\d/.test(name) ? `People aged ${name}` : `People ${name.toLowerCase()}`) },
  { by: 'sex', census: 'sex', known: 'of those heard whose sex is known', name: (name: string) => `${name} people` },
  { by: 'ethnic-group', census: 'ethnic-group', known: 'of those heard whose ethnic group is known', name: (name: string) => name },
  { by: 'disability', census: 'disability', known: 'of those heard who said whether they are disabled', name: (name: string) => name },
  { by: 'deprivation', census: 'deprivation', known: 'of those heard whose postcode is known', name: (name: string) => `People of the ${name.charAt(0).toLowerCase()}${name.slice(1)}` },
] as const; // prettier-ignore
const OF_WARDS = 'of those heard whose ward is known';

/** From released figures of the edition and what it sets beside each other. */
export async function engageNext(
  cells: ReleasedCells,
  wards: readonly Ward[],
  census: Census,
  beside: readonly VoiceAndRecordSaid[],
  themeName: (code: string) => string,
): Promise<EngageNextSaid[]> {
  const found = underHeard([
    ...(await areaParts(cells, wards, census)),
    ...(await groupParts(cells, census)),
  ]);
  const wardName = (code: string): string => wards.find((ward) => ward.code === code)?.name ?? code;
  const areas = found.filter(({ by }) => by === 'ward').slice(0, MOST);
  const groups = found.filter(({ by }) => by !== 'ward').slice(0, MOST);
  return [
    ...areas.map((one) => ({
      ...placeless('area', one.code, wardName(one.code)),
      words: underHeardWords(one, OF_WARDS),
    })),
    ...groups.map((one) => ({
      ...placeless('community', `${one.by}/${one.code}`, groupName(one)),
      words: underHeardWords(one, BY.find(({ by }) => by === one.by)!.known),
    })),
    ...unvoiced(beside).map(({ theme, ward, record, voice }) => ({
      ...placeless('theme', theme, themeName(theme)),
      ward,
      wardName: wardName(ward),
      words: unvoicedWords(themeName(theme), record, voice),
    })),
  ];
}

const placeless = (
  kind: EngageNextSaid['kind'],
  code: string,
  name: string,
): Omit<EngageNextSaid, 'words'> => ({ rule: ENGAGE_RULE, kind, code, name, ward: null, wardName: null });

async function areaParts(cells: ReleasedCells, wards: readonly Ward[], census: Census): Promise<Part[]> {
  const heard = await cells.of('ward');
  const everybody = census.residents(null);
  return wards.map(({ code }) => ({
    by: 'ward',
    code,
    heard: heard(code),
    base: heard(answeredCode('ward')),
    residents: everybody ? (census.residents(code) ?? 0) / everybody : 0,
  }));
}

async function groupParts(cells: ReleasedCells, census: Census): Promise<Part[]> {
  const parts: Part[] = [];
  for (const { by, census: characteristic } of BY) {
    const heard = await cells.of(by);
    const codes = CENSUS_CATEGORIES[characteristic];
    const living = codes.map((code) => census.residentsBy(null, characteristic, code) ?? 0);
    const everybody = living.reduce((total, one) => total + one, 0);
    codes.forEach((code, at) =>
      parts.push({
        by,
        code,
        heard: heard(code),
        base: heard(answeredCode(by)),
        residents: everybody > 0 ? living[at]! / everybody : 0,
      }),
    );
  }
  return parts;
}

function groupName({ by, code }: Pick<UnderHeard, 'by' | 'code'>): string {
  const found = BY.find((one) => one.by === by)!;
  const names = by === 'deprivation' ? DEPRIVATION_FIFTHS : (HARMONISED[found.census as 'age'] ?? []);
  return found.name(names.find((one) => one.code === code)?.name ?? code);
}

interface Unvoiced {
  theme: string;
  ward: string;
  record: RecordedComparison;
  voice: 'below' | 'no-clear-difference' | 'cannot-compare';
}

/** Recorded more than in the rest of the city, and not raised more, or by too few heard to say; the widest ratio first, and one theme a ward. */
function unvoiced(beside: readonly VoiceAndRecordSaid[]): Unvoiced[] {
  return beside
    .flatMap(({ theme, ward, record, voice }): Unvoiced[] =>
      record?.verdict === 'above' && record.ratio && voice && voice.verdict !== 'above'
        ? [
            {
              theme,
              ward,
              record: { code: ward, verdict: 'above', count: record.count, ratio: record.ratio },
              voice: voice.verdict as Unvoiced['voice'],
            },
          ]
        : [],
    )
    .sort((a, b) => ratio(b) - ratio(a) || (a.ward < b.ward ? -1 : 1))
    .filter((one, at, all) => all.findIndex(({ ward }) => ward === one.ward) === at)
    .slice(0, MOST);
}

const ratio = ({ record }: Unvoiced): number => (record.verdict === 'cannot-compare' ? 0 : record.ratio.low);

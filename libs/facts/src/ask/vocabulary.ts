import {
  asAskedName,
  codesUnder,
  type Agency,
  type Codebook,
  type DemographicField,
  DEPRIVATION_FIFTHS,
  HARMONISED,
  NOT_KNOWN_CODES,
  PARTICIPATION_LEVELS,
  WARDS,
} from '#domain';
import type { Frozen } from '../frozen/frozen.js';
import type { EditionGroup } from '../groups/declare.js';
import {
  type Characteristic,
  type Dimension,
  type FactDimension,
  NO_COMMUNITY,
  NOT_ASKED,
  NOT_IN_ANY_THEME,
  NOT_KNOWN,
  OUTSIDE,
  restName,
} from '../dimensions.js';

/** What there is in an edition, or in the working facts, to cut and filter by. */
export interface Names {
  agencies: Agency[];
  engagements: {
    id: string;
    agency: string;
    title: string;
    participation: string | null;
    communities?: readonly string[];
  }[];
  /** `told`: the code that stands for one whose name was withdrawn. */
  communities: { code: string; name: string; told?: string | null }[];
  codebooks: Codebook[];
  /** What the edition was counted by; null of one made before it was kept, and of working facts. */
  frozen?: Frozen | null;
  /** Of working facts, which are counted as they are now. */
  working?: boolean;
}

interface Category {
  code: string;
  name: string;
}

/** Values of every dimension in their own order, with names. */
export class Vocabulary {
  private readonly categories = new Map<FactDimension, Category[]>();
  private readonly names = new Map<string, string>();
  private readonly parents = new Map<string, string>();
  private readonly homes = new Map<string, { agency: string; participation: string }>();
  private readonly declared = new Map<string, EditionGroup>();
  private readonly forGroups = new Set<string>();
  /** Withdrawn communities: what is told in place of their codes, and back. */
  private readonly told = new Map<string, string>();
  private readonly kept = new Map<string, string>();
  /** `codebook/theme` of the city's codebooks. */
  private readonly whole = new Map<string, string>();

  constructor(names: Names) {
    for (const { code, themes } of names.codebooks)
      for (const theme of themes) {
        if (theme.parent) this.parents.set(theme.code, theme.parent);
        this.whole.set(`${code}/${theme.code}`, theme.code);
      }
    for (const engagement of names.engagements)
      this.homes.set(engagement.id, {
        agency: engagement.agency,
        participation: engagement.participation ?? NOT_KNOWN,
      });
    for (const { id, communities = [] } of names.engagements)
      if (communities.some((community) => !EVERYBODY.test(community))) this.forGroups.add(id);
    this.set(
      'theme',
      names.codebooks.flatMap((book) => book.themes),
      [NOT_IN_ANY_THEME],
    );
    // Editions made before had no row for people who live elsewhere: their tables do not hold it.
    const elsewhere = names.frozen || names.working ? [OUTSIDE] : [];
    this.set('ward', names.frozen?.geography.wards ?? WARDS, [...elsewhere, NOT_KNOWN]);
    this.set('agency', names.agencies, []);
    this.set(
      'engagement',
      names.engagements.map(({ id, title }) => ({ code: id, name: title })),
      [],
    );
    this.set('community', names.communities, [NO_COMMUNITY]);
    for (const { code, told } of names.communities)
      if (told) {
        this.told.set(code, told);
        this.kept.set(told, code);
      }
    const unanswered = [...NOT_KNOWN_CODES, NOT_ASKED];
    this.set('age-band', HARMONISED.age ?? [], unanswered);
    this.set('sex', HARMONISED.sex ?? [], unanswered);
    this.set('ethnic-group', HARMONISED['ethnic-group'] ?? [], unanswered);
    this.set('disability', HARMONISED.disability ?? [], unanswered);
    this.set('deprivation', DEPRIVATION_FIFTHS, [NOT_KNOWN]);
    this.set(
      'participation',
      PARTICIPATION_LEVELS.map((code) => ({ code, name: sentence(code) })),
      [NOT_KNOWN],
    );
    for (const group of names.frozen?.groups ?? []) this.declare(group);
  }

  /** Every value in the dimension's own order; quarters come from the facts, so `quarters` says which there are. */
  values(dimension: FactDimension, quarters: readonly string[]): string[] {
    if (dimension === 'quarter') return [...quarters];
    return (this.categories.get(dimension) ?? []).map((category) => category.code);
  }

  /** Values that say something about the person or place. */
  known(dimension: FactDimension): string[] {
    return this.values(dimension, []).filter((code) => restName(code) === null);
  }

  /** Groups of a dimension that may be filtered by, in the order declared; bases of shares are no filter. */
  groups(dimension: FactDimension): EditionGroup[] {
    return [...this.declared.values()].filter((group) => group.dimension === dimension);
  }

  /** The declared group of that code; null where it is none. */
  group(dimension: FactDimension, code: string): EditionGroup | null {
    return this.declared.get(`${dimension}/${code}`) ?? null;
  }

  /** Does a value, or a group, hold the given value? */
  holds(dimension: FactDimension, holder: string, code: string): boolean {
    return holder === code || (this.group(dimension, holder)?.values.includes(code) ?? false);
  }

  has(dimension: FactDimension, code: string): boolean {
    if (this.group(dimension, code)) return true;
    if (dimension === 'quarter') return code === NOT_KNOWN || QUARTER.test(code);
    return this.names.has(`${dimension}/${code}`);
  }

  /** Name of a value; the code itself where there is none. */
  name(dimension: Dimension, code: string): string {
    const group = dimension === 'characteristic' ? null : this.group(dimension, code);
    if (group) return group.name;
    if (dimension === 'quarter') return quarterName(code);
    if (dimension !== 'characteristic')
      return this.names.get(`${dimension}/${code}`) ?? restName(code) ?? code;
    const { of, value } = readCharacteristic(code);
    return `${CHARACTERISTIC_NAMES[of]}: ${this.name(of, value)}`;
  }

  /**
   * Takes in answers of a characteristic that stand in no harmonised list but in these figures: kept as asked (an age band that
   * straddles two), or "don't know". What has a name here stays as it is.
   */
  learn(dimension: FactDimension, found: readonly string[]): void {
    const characteristic = ASKED_AS[dimension];
    if (!characteristic) return;
    const all = this.categories.get(dimension) ?? [];
    const rest = all.findIndex((category) => restName(category.code) !== null);
    const fresh = [...found]
      .filter((code) => !this.has(dimension, code))
      .sort((a, b) => Number.parseInt(a) - Number.parseInt(b) || (a < b ? -1 : 1));
    const named = (codes: readonly string[], name: (code: string) => string | null): Category[] =>
      codes.flatMap((code) => {
        const known = name(code);
        return known === null ? [] : [{ code, name: known }];
      });
    const asked = named(fresh, (code) => asAskedName(characteristic, code));
    this.set(dimension, [...all.slice(0, rest), ...asked, ...all.slice(rest), ...named(fresh, restName)], []);
  }

  /** Answers kept as asked, in these figures, that may be of a listed code: people who are missing from its own figure. */
  astride(dimension: FactDimension, code: string): string[] {
    const characteristic = ASKED_AS[dimension];
    if (!characteristic) return [];
    return this.known(dimension).filter(
      (each) => asAskedName(characteristic, each) !== null && codesUnder(characteristic, each).includes(code),
    );
  }

  /** The code of a value as it is told: not that of a community whose name was withdrawn, for it is made of the name. */
  toldCode(dimension: Dimension, code: string): string {
    return dimension === 'community' ? (this.told.get(code) ?? code) : code;
  }

  /** The community that is asked for; null for one that is told under another code: who guesses a label learns nothing. */
  askedCommunity(code: string): string | null {
    return this.told.has(code) ? null : (this.kept.get(code) ?? code);
  }

  /** The plain code of a theme that was named with its codebook; anything else as it is. */
  plainTheme(code: string): string {
    return this.whole.get(code) ?? code;
  }

  /** Broader theme, or null. */
  parentTheme(code: string): string | null {
    return this.parents.get(code) ?? null;
  }

  /** Agency and level of participation of an engagement: its cells with others can't exist. */
  homeOf(engagement: string): { agency: string; participation: string } | null {
    return this.homes.get(engagement) ?? null;
  }

  /** A broader theme is a value already; of other groups the code is a value of its own. */
  private declare(group: EditionGroup): void {
    const { dimension, code, kind, values } = group;
    if (kind === 'parent-theme') return;
    this.declared.set(`${dimension}/${code}`, group);
    if (dimension !== 'engagement') return;
    const homes = values.flatMap((value) => this.homes.get(value) ?? []);
    const [home] = homes;
    if (home) this.homes.set(code, home);
  }

  /** Was an engagement for everybody who lives here, and not for a group or a place? */
  isForEverybody(engagement: string): boolean {
    return !this.forGroups.has(engagement);
  }

  private set(dimension: FactDimension, categories: readonly Category[], rest: readonly string[]): void {
    const all = [...categories, ...rest.map((code) => ({ code, name: restName(code) ?? code }))];
    this.categories.set(dimension, all);
    for (const { code, name } of all) this.names.set(`${dimension}/${code}`, name);
  }
}

/** The whole of what was written: "Everyone over 65" and "All residents of Stonehouse" are groups. */
const EVERYBODY =
  /^(everyone|everybody|all residents|all people|the whole (city|area))(,? (who )?(lives? |living )?(in|of|across) ((the|our) (whole )?(city|area)|plymouth))?[.!]?$/i;

/** Dimensions whose answers may be kept as asked. */
const ASKED_AS: Partial<Record<FactDimension, DemographicField>> = {
  'age-band': 'age',
  sex: 'sex',
  'ethnic-group': 'ethnic-group',
  disability: 'disability',
};

/** Whether tables of a dimension may hold answers beyond its list, which only the facts tell. */
export const isAskedOfPeople = (dimension: string): dimension is FactDimension => dimension in ASKED_AS;

const CHARACTERISTIC_NAMES: Record<Characteristic, string> = {
  'age-band': 'Age',
  sex: 'Sex',
  'ethnic-group': 'Ethnic group',
  disability: 'Disability',
  deprivation: 'Deprivation',
  ward: 'Ward',
};

/** A key of the characteristic dimension holds both: `age-band:15-24`. */
export const writeCharacteristic = (of: Characteristic, value: string): string => `${of}:${value}`;
export function readCharacteristic(code: string): { of: Characteristic; value: string } {
  const at = code.indexOf(':');
  return { of: code.slice(0, at) as Characteristic, value: code.slice(at + 1) };
}

const QUARTER = /^\d{4}-Q[1-4]$/;
const MONTHS = ['January to March', 'April to June', 'July to September', 'October to December'];

function quarterName(code: string): string {
  if (!QUARTER.test(code)) return restName(code) ?? code;
  return `${MONTHS[Number(code.slice(-1)) - 1]} ${code.slice(0, 4)}`;
}

/** Every quarter from the first to the last that the facts hold, gaps included; "not known" last where it occurs. */
export function quartersBetween(found: readonly string[]): string[] {
  const known = found.filter((code) => QUARTER.test(code)).sort();
  const all: string[] = [];
  const last = known.at(-1);
  for (let quarter = known[0]; quarter && last && quarter <= last; quarter = nextQuarter(quarter))
    all.push(quarter);
  return found.includes(NOT_KNOWN) ? [...all, NOT_KNOWN] : all;
}

function nextQuarter(quarter: string): string {
  const year = Number(quarter.slice(0, 4));
  const part = Number(quarter.slice(-1));
  return part === 4 ? `${year + 1}-Q1` : `${year}-Q${part + 1}`;
}

const sentence = (code: string): string => code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ');

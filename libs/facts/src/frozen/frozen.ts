import type { CensusRows, BreakOfSeries, SeriesProposal, Ward } from '#domain';
import type { DisclosurePolicy } from '#disclosure';
import type { Factor, Grade } from '#statements';
import type { PartDocuments, WordingRow } from '#store';
import type { Freshness } from '../ask/freshness.js';
import type { EditionGroup } from '../groups/declare.js';
import type { SignedSeries } from '../groups/signed-series.js';
import type { Report } from '../reports/contract.js';
import type { KeptStatement } from '../statements/kept.js';
import type { EngageNextSaid } from '../recorded/engage-next.js';
import type { FrozenRecorded } from '../recorded/frozen-recorded.js';
import type { VoiceAndRecordSaid } from '../recorded/voice-and-record.js';
import type { FrozenSupport } from '../support/frozen-support.js';
import type { FrozenVotes } from '../votes/frozen-votes.js';

/** A series as its edition compares it. */
export interface FrozenSeries extends SeriesProposal {
  /** Its value of the dimension engagement. */
  code: string;
  /** Places of the quarters of each compared period in which it was open. */
  open: { before: number[]; now: number[] };
  /** Breaks that its agency declared, in order; absent where there are none. */
  breaks?: BreakOfSeries[];
  /** Those of them that lie within the two periods (days), and places of the quarters between which none does; absent where none lies within. */
  across?: { within: string[]; unbroken: { before: number[]; now: number[] } };
}

/** A period of four quarters that is compared with another. */
export interface FrozenPeriod {
  /** Its value of the dimension quarter. */
  code: string;
  name: string;
  quarters: string[];
}

/**
 * What an edition was counted by and what it says, as one document a part of `facts.part`. Whatever is asked of the edition is
 * answered from here, and from nothing that may change after it.
 */
export interface Frozen {
  /** The policy with all its parameters; its noise hangs on the hub's secret and is not in it. */
  policy: Omit<DisclosurePolicy, 'noise'>;
  reports: Report[];
  /** Rules of statements, with their versions. */
  rules: { code: string; version: number }[];
  groups: EditionGroup[];
  /** Null where the facts do not reach back two years. */
  periods: { before: FrozenPeriod; now: FrozenPeriod } | null;
  series: FrozenSeries[];
  /** Every series that a lead had signed, compared or not; absent of editions made before it was kept, where `series` has those that are compared. */
  signed?: SignedSeries[];
  geography: { wards: Ward[]; census: CensusRows };
  freshness: Freshness[];
  statements: KeptStatement[];
  /** How far each theme may be trusted; none of an edition made before that was kept. */
  grades: FrozenGrade[];
  /** Votes by engagement, released; none of an edition made before they were kept. */
  votes: FrozenVotes[];
  /** What platforms counted of others' support, by engagement, released; none of an edition made before it was kept. */
  support: FrozenSupport[];
  /** In which languages questions were put, as far as somebody says; none of an edition made before it was kept. */
  wordings: WordingRow[];
  /** Recorded crime and what is said beside it; null of an edition made before it was kept. */
  recorded: FrozenBeside | null;
}

/** Recorded crime as an edition has it, what it sets beside it, and where it says to ask next. */
export interface FrozenBeside {
  series: FrozenRecorded[];
  /** The twelve months that wards are compared in, and the sources whose counts those are; null where none may be. */
  year: { months: string[]; sources: string[] } | null;
  beside: VoiceAndRecordSaid[];
  next: EngageNextSaid[];
}

/** The grade of a theme by coder and codebook, without the counts of the audit: those are never public. */
export interface FrozenGrade {
  theme: string;
  grade: Grade;
  /** Codings of it wait for a person since the codebook changed: it has no figure. */
  recoding?: boolean;
  /** What its counts are corrected by; null where people coded it throughout, or its grade tells no figure. */
  factor?: Factor | null;
  /** Of agencies with enough of an audit of their own. */
  agencies?: Record<string, Factor>;
  /** What its coder's false alarms may add to a difference of wards; absent where nothing is corrected, and of editions made before it was kept. */
  allowance?: number;
  coder: string;
  codebook: string;
  codebookVersion: number;
}

/** Parts that are made of the others when an edition is published, and that editions made before they were kept have not: nothing is said in their place. */
export const SAID_LATER = {
  statements: [],
  grades: [],
  votes: [],
  support: [],
  wordings: [],
  recorded: null,
} satisfies Partial<Frozen>;

/** What an edition is counted by, before it says anything. */
export type CountedFrozen = Omit<Frozen, keyof typeof SAID_LATER>;

/** The parts of an edition; null of one that was made before they were kept. */
export const frozenOf = (parts: PartDocuments): Frozen | null =>
  'policy' in parts ? ({ ...SAID_LATER, ...parts } as unknown as Frozen) : null;

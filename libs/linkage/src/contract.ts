/**
 * The doors of record linkage. `link` groups everything at once, `matchOne` places one new record
 * among what is known; what happens behind them may be replaced, these shapes stay.
 */

/** One submission's identifying fields as given; the engine standardises. */
export interface LinkageRecord {
  /** Stable id of the submission. */
  id: string;
  /** Agency and source: two records of one source with different system ids are different people. */
  source: string;
  givenName: string | null;
  familyName: string | null;
  fullName: string | null;
  dateOfBirth: string | null;
  sex: string | null;
  email: string | null;
  phone: string | null;
  address: string | null;
  postcode: string | null;
  nationalId: string | null;
  systemId: string | null;
  /** Town or place, where the source asks for one apart from the address. */
  place?: string | null;
}

/** Versioned JSON document of rules and weights; saved with each run. */
export interface LinkageModel {
  code: string;
  version: number;
  /** Engine's own parameters, plain JSON. */
  parameters: Record<string, unknown>;
}

/** A person's word on a pair; survives re-linking. */
export interface LinkageDecision {
  a: string;
  b: string;
  verdict: 'same' | 'different' | 'unsure';
}

export interface LinkedPair {
  a: string;
  b: string;
  /** Match weight in bits (log2 of the likelihood ratio). */
  weight: number;
  probability: number;
  /** Name of the rule or the pattern that proposed the pair. */
  rule: string;
  /** Weight per field, in bits; adds up to `weight` less the prior. */
  evidence: { field: string; level: string; weight: number }[];
}

export interface LinkageResult {
  /** Every record is in exactly one cluster; a cluster's id is the smallest of its record ids. */
  clusters: { id: string; members: string[] }[];
  /** Pairs joined or in the grey band. */
  pairs: LinkedPair[];
  /** Pairs for clerical review, most informative first. */
  review: LinkedPair[];
  model: LinkageModel;
  /** Number of people, with the range that link uncertainty leaves. */
  people: { value: number; low: number; high: number };
  /** Records with too little to be linked (one telling field at most): counted as people, and reported apart. */
  thin?: string[];
  /** Records that hold nothing at all to compare, once placeholders are gone: they took no part. */
  bare?: string[];
  /** Precision and recall as the run itself estimates them, with 95% intervals. */
  quality?: { precision: Estimated; recall: Estimated };
}

/** A figure with the interval that its own uncertainty leaves. */
export interface Estimated {
  value: number;
  low: number;
  high: number;
}

/** What is known, prepared once so that single records are matched without re-reading it. */
export interface LinkageIndex {
  size: number;
}

/** A community group or organisation as named by a source. */
export interface GroupRecord {
  id: string;
  name: string;
  postcode: string | null;
}

/** Where one record belongs among what is known. */
export interface MatchOneResult {
  /** Cluster that the record joins; null where it is someone new. */
  cluster: string | null;
  /** Probability that it belongs there; 0 for someone new. */
  probability: number;
  /** Known records it was joined to, strongest first. */
  matches: LinkedPair[];
  /** Known records in the grey band, strongest first. */
  review: LinkedPair[];
}

import type { DemographicField } from './field.js';
import type { Engagement, Question } from './engagement.js';
import type { Rejection } from './outcome.js';
import type { RecordedRecord } from './recorded/recorded.js';
import type { Support } from './support.js';

/**
 * What a connector makes of one row: the hub's canonical record, before anything is stored.
 * Text is kept byte for byte as decoded; nothing here is cleaned beyond what the mapping says.
 */
export interface SubmissionRecord {
  kind: 'submission';
  /** Provenance: file name and row as a person counts it. */
  file: string;
  row: number;
  /** The partner's own id for this submission; null where the layout has none. */
  externalId: string | null;
  engagement: Engagement;
  /** ISO date, or null where the source does not say. */
  submittedOn: string | null;
  channel: string | null;
  /** Identifying fields: these go to the vault and nowhere else. */
  respondent: Respondent;
  demographics: DemographicAnswer[];
  answers: Answer[];
  communities: CommunityMention[];
  /** Area as the source says it (ward or neighbourhood name or code); postcode is in `respondent`. */
  place: string | null;
  /** Of a statement that others vote on: the host's moderators took it out of the vote. Absent otherwise. */
  takenOut?: true;
  /** What others did for or against what it says, as the platform counted; each act once. Absent where it counts nothing. No part of what it is known by. */
  support?: Support[];
}

/** Something an agency itself says (a police priority, an event): never counted as a submission. */
export interface StatementRecord {
  kind: 'statement';
  file: string;
  row: number;
  externalId: string | null;
  engagement: Engagement;
  statementKind: 'priority' | 'action' | 'event';
  issuedOn: string | null;
  text: string;
  /** What the agency says it did about it. */
  action: string | null;
  actionOn: string | null;
  place: string | null;
}

/**
 * A participant's vote on somebody's comment: an answer that attaches to an existing submission, never a
 * submission itself. Kept by (agency, engagement, comment, voter); where a voter changed their mind several
 * records bear the same comment and voter, and the one with the latest `votedAt` stands, whatever the order of
 * arrival.
 */
export interface VoteRecord {
  kind: 'vote';
  file: string;
  row: number;
  /** Identifies this casting of the vote: comment, voter and instant together. */
  externalId: string | null;
  engagement: Engagement;
  /** `externalId` of the SubmissionRecord that is voted on, in the same engagement. */
  commentId: string;
  /** Pseudonym of the participant within the engagement, as the source gives it. */
  voter: string;
  /** 1 agrees, -1 disagrees, 0 passes. */
  value: -1 | 0 | 1;
  /** ISO instant (UTC), or null where the source does not say. */
  votedAt: string | null;
}

export type CanonicalRecord = SubmissionRecord | StatementRecord | VoteRecord;

/** Codes that a partner made of identifying fields, with a key that the hub does not hold. */
export interface EncodedRespondent {
  /** Partners of one project share a key: only their codes are comparable. */
  project: string;
  kind: 'keys' | 'clk';
  /** Match-keys in the encoder's order, blank where it could not make one; or one filter of 1,024 bits in base64url. */
  codes: string[];
}

/** Identifying fields as given; every one may be null. */
export interface Respondent {
  givenName: string | null;
  familyName: string | null;
  /** Where the source has only one name field. */
  fullName: string | null;
  /** As given: full, partial (`1974`, `1974-03`) or unusual; linkage standardises. */
  dateOfBirth: string | null;
  email: string | null;
  phone: string | null;
  address: string | null;
  postcode: string | null;
  nhsNumber: string | null;
  /** Id of the person (not the submission) in the partner's system. */
  systemId: string | null;
  /** Codes instead of, or beside, what identifies. */
  encoded?: EncodedRespondent | null;
}

export const noRespondent = (): Respondent => ({
  givenName: null,
  familyName: null,
  fullName: null,
  dateOfBirth: null,
  email: null,
  phone: null,
  address: null,
  postcode: null,
  nhsNumber: null,
  systemId: null,
});

/** Three fields, never merged: the answer as asked, which wording was asked, and the harmonised code. */
export interface DemographicAnswer {
  characteristic: DemographicField;
  /** As the person answered; null for a blank. */
  asAsked: string | null;
  /** Id of the wording (source column or question), e.g. `fft-age-bands`. */
  wording: string;
  /** Harmonised code; codes map upwards only. `not-asked` is never stored: it is the absence of the row. */
  code: string | 'blank' | 'prefer-not-to-say' | 'unmapped';
  /** Set where the code is the mapping's own, not the hub's reading of the answer. */
  byMapping?: boolean;
}

export interface Answer {
  question: Question;
  /** Free text, byte for byte as a connector gives it; as it is kept, as it was meant (text/repair.ts). */
  text: string | null;
  /** Byte for byte, where what is kept was mended. */
  original?: string | null;
  /** ISO 639 code of the language of the text; null where it can't be told. No part of what the answer is known by. */
  language?: string | null;
  /** Chosen options as labelled by the source. */
  options: string[];
  /** Score or vote. */
  value: number | null;
}

export interface CommunityMention {
  kind: 'geography' | 'interest' | 'identity' | 'organisation';
  label: string;
}

/** One row of a delivered file before mapping; `row` as a person counts it. */
export interface RawRow {
  file: string;
  row: number;
  /** Cells by column label, in file order; null for an empty cell. */
  cells: Record<string, string | null>;
  /** Hash of all cells as they arrived, whatever a mapping makes of them: what the row is known again by. */
  arrived?: string;
}

export type RowOutcome =
  | {
      ok: true;
      record: CanonicalRecord | RecordedRecord;
      /** Cells of the row that could not be used: the record stands without them. */
      notUsed?: Rejection[];
    }
  | {
      ok: false;
      rejections: Rejection[];
      /** Which submission the row would have made, where its own id can be read: what finds it once its person is erased. */
      meant?: MeantSubmission;
    };

/** The partner's own id in a row that was not taken; without an engagement where the row does not say one. */
export interface MeantSubmission {
  engagement: string | null;
  externalId: string;
}

import type { Conversation } from '../conversation/conversation.js';
import type { Group } from '../groups/groups.js';
import type { AsGiven } from '../mistakes/as-given.js';
import type { Person } from '../people/person.js';
import type { AgencyEngagement } from '../story/agencies.js';
import type { PlantedData } from '../texts/personal.js';
import type { Stance } from '../texts/compose.js';

export interface CityOptions {
  seed: number;
  /** Number of submissions. */
  size: number;
}

/** A demographic answer: harmonised code, declined, or left blank. */
export type Told = string | 'prefer-not-to-say' | null;

export interface WrittenText {
  /** `main`: what is wrong, or how it was; `more`: what should change. */
  part: 'main' | 'more';
  text: string;
  themes: readonly string[];
  stance: Stance | null;
  /** Code of the campaign whose letter this is, or of an earlier text of the same person that is used again. */
  copyOf: string | null;
  planted: readonly PlantedData[];
  safeguarding: boolean;
  /** It disagrees with what most people ask for on its theme. */
  dissents?: true;
}

/** One answer sheet, as its layout then writes it down. */
export interface Submission {
  engagement: AgencyEngagement;
  externalId: string;
  person: Person;
  /** Day number. */
  day: number;
  /** Seconds since midnight. */
  seconds: number;
  channel: string;
  given: AsGiven;
  told: { age: Told; sex: Told; ethnicGroup: Told; disability: Told };
  /** The group a person answers for, as written. */
  group: { id: string; written: string } | null;
  texts: readonly WrittenText[];
  /** Ticked options of "what matters to you". */
  concerns: readonly string[];
  /** 1-5: how safe, or how good. */
  score: number | null;
  /** A date that never was stands in the row, so intake must refuse it. */
  spoilt: boolean;
}

/** Everything there is to deliver, and nothing of how it came about is in it but the people themselves. */
export interface CityPlan {
  seed: number;
  people: readonly Person[];
  groups: readonly Group[];
  engagements: readonly AgencyEngagement[];
  /** In order of day within their source. */
  submissions: readonly Submission[];
  /** People vote on statements; what they write there stands beside the submissions. */
  conversation: Conversation;
}

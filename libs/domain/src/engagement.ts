export const ENGAGEMENT_KINDS = [
  'consultation',
  'survey',
  'workshop',
  'meeting',
  'conversation',
  'petition',
  'standing-feed',
] as const;
export type EngagementKind = (typeof ENGAGEMENT_KINDS)[number];

/** How far people can shape the outcome, least first (the ladder of the 2014 framework). */
export const PARTICIPATION_LEVELS = [
  'information',
  'consultation',
  'engagement',
  'partnership',
  'empowerment',
  'citizen-control',
] as const;
export type ParticipationLevel = (typeof PARTICIPATION_LEVELS)[number];

/** An occasion on which an agency asked citizens something. */
export interface Engagement {
  /** Stable within the agency: what the partner's system calls it. */
  key: string;
  title: string;
  kind: EngagementKind;
  participation: ParticipationLevel | null;
  /** ISO dates. */
  opens: string | null;
  closes: string | null;
  /** How answers came in, e.g. `online`, `paper`, `event`. */
  channel: string | null;
  decisionOwner: string | null;
  /** In the agency's words. */
  canStillChange: string | null;
  /** Labels of the communities the engagement is aimed at. */
  targetCommunities: string[];
  url: string | null;
}

/** An engagement of which only key and title are known. */
export function bareEngagement(key: string, title: string): Engagement {
  return {
    key,
    title,
    kind: 'survey',
    participation: null,
    opens: null,
    closes: null,
    channel: null,
    decisionOwner: null,
    canStillChange: null,
    targetCommunities: [],
    url: null,
  };
}

export interface Question {
  /** Stable within the engagement. */
  key: string;
  text: string;
  kind: 'free-text' | 'choice' | 'multi-choice' | 'scale' | 'matrix' | 'ranking' | 'number' | 'vote';
  /** Options in the order asked, where the source says so. */
  options?: readonly string[];
}

/** How a question was asked, as a mapping or a delivery describes it: beside the answers, so that it makes no row another one. */
export interface QuestionShape {
  key: string;
  kind: Question['kind'];
  /** In the order asked; empty where nobody says. */
  options: readonly string[];
  /** Of an item of a matrix: the question that its items share, and what the item is. */
  matrix: { key: string; text: string; item: string } | null;
  /** What a number counts, e.g. "pounds a month". */
  unit: string | null;
  /** Were the options read off a file's cells, and not said by whoever asked? Absent: as it was said of the same list before. */
  learnt?: boolean;
}

/** In which languages a question was put, as a mapping says: beside the answers, as its shape is. */
export interface QuestionWording {
  key: string;
  /** Of its text: a code of ISO 639; null where nobody says. */
  language: string | null;
  /** The same question in other languages, by code; of an item of a matrix, the question that its items share. */
  others: Readonly<Record<string, string>>;
}

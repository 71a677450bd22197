const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How often something may be asked for in a stretch of time, by one and by all together. */
export interface Limit {
  /** By one signed-in session. Signed-in people never count with the others at their address. */
  session: number;
  /** By one address: a whole council may be behind it. An IPv6 network of /64 is one address. */
  address: number;
  /** By everybody who is not signed in. */
  all: number;
  every: number;
}

/** The kinds of thing that are limited; docs/security-and-privacy.md has them as a table. */
export const LIMITS = {
  question: { session: 1_200, address: 900, all: 9_000, every: MINUTE },
  /** Cookies of no session that is known yet: each takes a look into the database. */
  'session-look-up': { session: 120, address: 120, all: 3_000, every: MINUTE },
  'sign-in': { session: 20, address: 20, all: 300, every: 10 * MINUTE },
  upload: { session: 120, address: 1, all: 1, every: HOUR },
  /** A file that is shown as it would be read: once as it is chosen, and again with each change. */
  look: { session: 1_500, address: 1, all: 1, every: HOUR },
  identity: { session: 60, address: 1, all: 1, every: HOUR },
  /** Records beside each other in a possible match: a reviewer decides on one of two records in some 18 seconds. */
  'match-details': { session: 400, address: 1, all: 1, every: HOUR },
  'problem-report': { session: 30, address: 20, all: 2_000, every: HOUR },
  /** Codes by which people find what became of their answer: slips are read by many behind one address, guesses are not. */
  'answer-code': { session: 60, address: 60, all: 3_000, every: 10 * MINUTE },
} as const satisfies Record<string, Limit>;

export type LimitedKind = keyof typeof LIMITS;

/**
 * What others can do for or against a proposal on the platforms that the hub knows: Go Vocal's likes, dislikes, votes and picks (in a basket), Decidim's
 * supports and endorsements, Commonplace's agreements. The platform counts accounts, and says only how many: nobody is known by it.
 */
export const SUPPORT_ACTS = [
  'likes',
  'dislikes',
  'supports',
  'endorsements',
  'agreements',
  'votes',
  'picks',
] as const;
export type SupportAct = (typeof SUPPORT_ACTS)[number];

/** How often others did it, as the platform counted: never people. */
export interface Support {
  act: SupportAct;
  /** A whole number, 0 or more. */
  times: number;
}

/** More than any platform counts, and what the store can hold. */
export const MOST_SUPPORT = 2_000_000_000;

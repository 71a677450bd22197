import type { Support } from '#domain';

/** A proposal on a platform, and what others did for or against it. */
export interface SupportedProposal {
  /** Its first words; in an edition those that a person released, null where none were. */
  text: string | null;
  /** What may be told of it, each act once, in the order of `SUPPORT_ACTS`: what the platform counted, never people. */
  counts: Support[];
}

/** Support of one engagement as an edition keeps it: nothing under fifty, and nothing of how many proposals that leaves out. */
export interface FrozenSupport {
  engagement: string;
  /** Day (ISO) on which the newest of its counts was delivered. */
  countedOn: string;
  /** The most supported first. */
  proposals: SupportedProposal[];
}

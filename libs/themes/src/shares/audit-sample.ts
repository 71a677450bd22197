import { createHash } from 'node:crypto';

/** Fewer audit codings than this give intervals too wide to publish. */
export const AUDIT_SIZE = 200;
/** Share of the audit sample that a second person codes too. */
export const DOUBLE_CODED = 0.1;

export interface AuditSample {
  /** Responses to be coded blind, and never trained on. */
  ids: string[];
  /** Those of them that a second coder gets too. */
  twice: string[];
}

/**
 * A random sample of responses for audit: the smallest hashes of seed and id. The order given does not matter, and
 * when responses are added later, those drawn before stay the first choice unless a new one falls among them.
 */
export function auditSample(ids: string[], seed: string, size: number = AUDIT_SIZE): AuditSample {
  const hashed = ids.map((id) => ({ id, hash: createHash('sha256').update(`${seed}\n${id}`).digest('hex') }));
  hashed.sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0));
  const drawn = hashed.slice(0, size).map(({ id }) => id);
  return { ids: drawn, twice: drawn.slice(0, Math.ceil(drawn.length * DOUBLE_CODED)) };
}

/** A number from 0 to below 1 that has nothing to do with what was said: the same for the same seed and id. */
export const hashShare = (seed: string, id: string): number =>
  createHash('sha256').update(`${seed}\n${id}`).digest().readUIntBE(0, 6) / 2 ** 48;

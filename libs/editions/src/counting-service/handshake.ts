import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Both sides show that they know the secret of the state file, and neither says it: whoever listens in the counting
 * process's place learns nothing and is told nothing.
 */
export interface Challenge {
  nonce: string;
}
export interface Proof extends Challenge {
  proof: string;
}

export const newNonce = (): string => randomBytes(24).toString('hex');

/** @param side who proves: an answer is of no use for the other direction */
export const proofOf = (secret: string, side: 'server' | 'client', nonce: string): string =>
  createHmac('sha256', secret).update(`${side}\n${nonce}`).digest('hex');

export function proves(said: unknown, secret: string, side: 'server' | 'client', nonce: string): boolean {
  const [a, b] = [Buffer.from(String(said)), Buffer.from(proofOf(secret, side, nonce))];
  return a.length === b.length && timingSafeEqual(a, b);
}

import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { KeyPads } from '#store';

const BLOCK = 64;
const OUTER = 0x5c;
const INNER = 0x36;

/** A new secret for a hub: 32 random bytes in hexadecimal. */
export const newSecret = (): string => randomBytes(32).toString('hex');

/** Keys of a hub's own: HMAC-SHA-256 of a name. @param secret hexadecimal */
export function keyer(secret: string): (name: string) => Buffer {
  const key = Buffer.from(secret, 'hex');
  return (name) => createHmac('sha256', key).update(name).digest();
}

/**
 * The halves of HMAC-SHA-256 for a hub's secret (RFC 2104), so that the database can make keys without knowing how.
 * @param secret hexadecimal
 */
export function keyPads(secret: string): KeyPads {
  let key: Buffer = Buffer.from(secret, 'hex');
  if (key.length > BLOCK) key = createHash('sha256').update(key).digest();
  const block = Buffer.alloc(BLOCK);
  key.copy(block);
  return { outer: block.map((byte) => byte ^ OUTER), inner: block.map((byte) => byte ^ INNER) };
}

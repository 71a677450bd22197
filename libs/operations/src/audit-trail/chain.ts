import { createHash } from 'node:crypto';

/** One entry as the chain has it: its number, and the SHA-256 of its canonical line. */
export type Link = [id: number, hash: string];

/** Some entries that were taken into the chain together, signed. One line of the file. */
export interface Head {
  /** When it was signed. */
  at: string;
  /** The entries since the head before, in order. */
  links: Link[];
  /** SHA-256 over the head before and every link since, in order. */
  head: string;
  /** Ed25519 over `at` and `head`. */
  signature: string;
}

export const START = '0'.repeat(64);

export const linkOf = (id: number, line: string): Link => [
  id,
  createHash('sha256').update(line).digest('hex'),
];

/** The head after these links. */
export const headAfter = (before: string, links: readonly Link[]): string =>
  links.reduce(
    (head, [id, hash]) => createHash('sha256').update(`${head}\n${id}\n${hash}`).digest('hex'),
    before,
  );

export const signedText = ({ at, head }: Pick<Head, 'at' | 'head'>): Buffer =>
  Buffer.from(`hub audit\n${at}\n${head}`);

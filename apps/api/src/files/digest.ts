import { createHash, timingSafeEqual } from 'node:crypto';
import { Transform } from 'node:stream';
import { FileProblem } from './problem.js';

const ALGORITHMS: Readonly<Record<string, string>> = { 'sha-256': 'sha256', 'sha-512': 'sha512' };

/** The digests of `Content-Digest` (RFC 9530) that the hub can compute: name of the algorithm and the bytes told. */
export function toldDigests(header: string | undefined): { hash: string; told: Buffer }[] {
  return (header ?? '').split(',').flatMap((one) => {
    const found = /^\s*([a-z0-9-]+)=:([A-Za-z0-9+/=]+):\s*$/.exec(one);
    const hash = found?.[1] === undefined ? undefined : ALGORITHMS[found[1]];
    return found?.[2] === undefined || hash === undefined
      ? []
      : [{ hash, told: Buffer.from(found[2], 'base64') }];
  });
}

/**
 * Lets a body through as it comes and compares it at its end with what its sender says it is.
 * @throws FileProblem (as the stream's error) where they differ: a byte was lost or changed on the way
 */
export function comparing(digests: ReturnType<typeof toldDigests>): Transform {
  const hashes = digests.map(({ hash, told }) => ({ hash: createHash(hash), told }));
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      for (const { hash } of hashes) hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      const same = hashes.every(({ hash, told }) => {
        const found = hash.digest();
        return found.length === told.length && timingSafeEqual(found, told);
      });
      done(
        same
          ? null
          : new FileProblem(
              400,
              'digest-differs',
              'The file did not arrive as it was sent (Content-Digest). Send it again.',
            ),
      );
    },
  });
}

import { createHash, timingSafeEqual } from 'node:crypto';
import { Transform } from 'node:stream';

const ALGORITHMS: Readonly<Record<string, string>> = { 'sha-256': 'sha256', 'sha-512': 'sha512' };

type Told = { hash: string; told: Buffer }[];

/** What is answered, under the code `digest-differs` and the status 400, where a byte was lost or changed on the way. */
export const digestsDiffer = 'The file did not arrive as it was sent (Content-Digest). Send it again.';

/** The digests of `Content-Digest` (RFC 9530) that the hub can compute: name of the algorithm and the bytes told. */
export function toldDigests(header: string | string[] | undefined): Told {
  return String(header ?? '')
    .split(',')
    .flatMap((one) => {
      const found = /^\s*([a-z0-9-]+)=:([A-Za-z0-9+/=]+):\s*$/.exec(one);
      const hash = found?.[1] === undefined ? undefined : ALGORITHMS[found[1]];
      return found?.[2] === undefined || hash === undefined
        ? []
        : [{ hash, told: Buffer.from(found[2], 'base64') }];
    });
}

/** A body that is followed as it comes. */
export function following(digests: Told): { update(chunk: Buffer): void; isSame(): boolean } {
  const hashes = digests.map(({ hash, told }) => ({ hash: createHash(hash), told }));
  return {
    update: (chunk) => hashes.forEach(({ hash }) => hash.update(chunk)),
    /** Once all of it is there: is it what its sender says it is? */
    isSame: () =>
      hashes.every(({ hash, told }) => {
        const found = hash.digest();
        return found.length === told.length && timingSafeEqual(found, told);
      }),
  };
}

/** Whether a body that is there whole is what its sender says it is. */
export function isAsTold(digests: Told, body: Buffer): boolean {
  const all = following(digests);
  all.update(body);
  return all.isSame();
}

/**
 * Lets a body through as it comes and compares it at its end with what its sender says it is.
 * @param differs the stream's error where it is something else
 */
export function comparing(digests: Told, differs: () => Error): Transform {
  const all = following(digests);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      all.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(all.isSame() ? null : differs());
    },
  });
}

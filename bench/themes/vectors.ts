import { appendFileSync, closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { embedAll, parallelEmbedder, tryEmbedder } from '#themes';
import type { EmbeddingCache, EmbeddingLookup } from '#themes';

const HASH = 32;

/** Vectors in a file of records: hash (32 characters) and 32-bit numbers. Only ever appended to. */
class FileCache implements EmbeddingCache {
  private readonly held = new Map<string, Float32Array>();

  constructor(
    private readonly file: string,
    size: number,
  ) {
    const record = HASH + size * 4;
    const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
    for (let at = 0; at + record <= bytes.length; at += record) {
      const vector = new Float32Array(size);
      Buffer.from(vector.buffer).set(bytes.subarray(at + HASH, at + record));
      this.held.set(bytes.toString('latin1', at, at + HASH), vector);
    }
  }

  get(hash: string): Float32Array | undefined {
    return this.held.get(hash);
  }

  set(hash: string, vector: Float32Array): void {
    this.held.set(hash, vector);
    appendFileSync(
      this.file,
      Buffer.concat([Buffer.from(hash, 'latin1'), Buffer.from(vector.buffer.slice(0))]),
    );
  }
}

/** Looks up vectors, those of this run and of runs before; undefined for all where embeddings are off or absent. */
export async function vectorsOf(
  texts: string[],
  wanted: boolean,
  threads: number,
  tell: (line: string) => void,
): Promise<EmbeddingLookup> {
  if (!wanted) return () => undefined;
  const { embedder, reason } = await tryEmbedder(() => parallelEmbedder(threads));
  if (!embedder) {
    tell(`without embeddings: ${reason}`);
    return () => undefined;
  }
  // In the checkout: a folder of that name in the temporary one could be anybody's.
  const folder = join(process.cwd(), 'node_modules', '.cache', 'bench');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${embedder.id.replaceAll(/[^\w.]+/g, '-')}.vectors`);
  closeSync(openSync(file, 'a'));
  const lookup = await embedAll(texts, embedder, new FileCache(file, embedder.size), (done, of) =>
    tell(`embedded ${done} of ${of} new texts`),
  );
  await embedder.close();
  return lookup;
}

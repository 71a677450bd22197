import { createHash } from 'node:crypto';
import type { Embedder, EmbeddingCache, EmbeddingLookup } from './contract.js';

/** Texts are embedded and kept in lots of this many, so that progress can be shown and a stop loses little. */
const LOT = 256;

/** The key under which a text's vector is kept: embedder and content, spaces at the ends left out. */
export function contentHash(embedderId: string, text: string): string {
  return createHash('sha256').update(embedderId).update('\n').update(text.trim()).digest('hex').slice(0, 32);
}

/**
 * Makes the vectors that a cache does not hold yet.
 * @param onProgress told how many of the missing texts are done, after each lot
 * @returns looks up the vector of any text that is in the cache
 */
export async function embedAll(
  texts: string[],
  embedder: Embedder,
  cache: EmbeddingCache = new Map(),
  onProgress: (done: number, of: number) => void = () => {},
): Promise<EmbeddingLookup> {
  const missing = new Map<string, string>();
  for (const text of texts) {
    const hash = contentHash(embedder.id, text);
    if (!cache.get(hash)) missing.set(hash, text);
  }
  const entries = [...missing];
  for (let at = 0; at < entries.length; at += LOT) {
    const lot = entries.slice(at, at + LOT);
    const vectors = await embedder.embed(lot.map(([, text]) => text));
    lot.forEach(([hash], i) => cache.set(hash, vectors[i]!));
    onProgress(Math.min(at + LOT, entries.length), entries.length);
  }
  return (text) => cache.get(contentHash(embedder.id, text));
}

/** An embedder, or null with the reason where its packages are missing: then models do without embeddings. */
export async function tryEmbedder(
  open: () => Promise<Embedder>,
): Promise<{ embedder: Embedder | null; reason: string }> {
  try {
    return { embedder: await open(), reason: '' };
  } catch (error) {
    return { embedder: null, reason: (error as Error).message.split('\n')[0]! };
  }
}

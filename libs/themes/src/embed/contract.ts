/** Turns texts into vectors of meaning. Implementations are deterministic: the same text gives the same bytes. */
export interface Embedder {
  /** Name and version of model and package: part of a trained model's version. */
  id: string;
  /** Length of each vector. */
  size: number;
  /** One vector of length 1 for each text, in order. */
  embed(texts: string[]): Promise<Float32Array[]>;
  close(): Promise<void>;
}

/** Vectors kept by the hash of the text's content. A Map will do; the store's table or a file may stand behind it. */
export interface EmbeddingCache {
  get(hash: string): Float32Array | undefined;
  set(hash: string, vector: Float32Array): unknown;
}

/** The vector of a text, from those made before; undefined where it was not made. */
export type EmbeddingLookup = (text: string) => Float32Array | undefined;

import { parentPort } from 'node:worker_threads';
import { sentenceEmbedder } from './sentence.js';

/** Thread behind parallel.ts: a list of texts in, a list of vectors out. */
const ready = sentenceEmbedder();

parentPort?.on('message', (texts: string[]) => {
  ready
    .then((embedder) => embedder.embed(texts))
    .then((vectors) => parentPort?.postMessage({ vectors }))
    .catch((error: Error) => parentPort?.postMessage({ error: error.message }));
});

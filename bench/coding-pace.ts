import { parseArgs } from 'node:util';
import { generateCity } from '#demo';
import {
  code,
  embedAll,
  findCodebooks,
  groupArguments,
  isNoAnswer,
  parallelEmbedder,
  saferPlymouth,
  train,
} from '#themes';
import type { EmbeddingCache, Response, TrainingExample } from '#themes';

/**
 * How fast comments of the demonstration city are coded: `npm run --silent bench:coding-pace`. Cold (nothing kept),
 * cached (vectors kept by content), learning from so many codings, the first time in the process and once more, and
 * grouping ten times as many texts by copies. The last line printed is JSON.
 */
const { values } = parseArgs({
  options: {
    comments: { type: 'string', default: '10000' },
    codings: { type: 'string', default: '1000' },
    threads: { type: 'string', default: '2' },
    characters: { type: 'string', default: '140' },
    json: { type: 'boolean', default: false },
  },
});
const [wanted, codings, threads] = [values.comments, values.codings, values.threads].map(Number) as [
  number,
  number,
  number,
];

let most = 0;
const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 100);
const told = commentsOf(wanted);
const responses = told.map(({ response }) => response);
const cache = new Map<string, Float32Array>();
const embedder = await parallelEmbedder(threads);
const began = performance.now();
const rules = (await findCodebooks()).get(saferPlymouth.code)?.rules ?? [];
await embedAll(
  told.slice(0, codings).map(({ response }) => response.text),
  embedder,
  cache,
);
const prepared = performance.now();
const lookup = await embedAll([], embedder, cache);
const model = learn();
const learned = performance.now();
await codeAll(cache);
const cold = performance.now();
await codeAll(cache);
const cached = performance.now();
const again = learn();
const relearned = performance.now();
await embedder.close();
clearInterval(watch);
const many = Array.from({ length: 10 * responses.length }, (_, i) => ({ id: `g${i}`, text: twoOf(i) }));
const from = performance.now();
groupArguments(many);
const grouped = performance.now();

const result = {
  comments: responses.length,
  meanCharacters: responses.reduce((sum, { text }) => sum + text.length, 0) / responses.length,
  themesLearned: (model.parameters['themes'] as { labels: string[] }).labels.length,
  coldSeconds: (cold - learned + (prepared - began)) / 1000,
  cachedSeconds: (cached - cold) / 1000,
  learnSeconds: (relearned - cached) / 1000,
  firstLearnSeconds: (learned - prepared) / 1000,
  sameModel: again.version === model.version,
  modelMegabytes: JSON.stringify(model).length / 1e6,
  memoryMegabytes: most / 1e6,
  grouped: many.length,
  groupSeconds: (grouped - from) / 1000,
};
if (!values.json) console.table(Object.entries(result).map(([figure, value]) => ({ figure, value })));
console.log(JSON.stringify(result));

/** Synthetic comments that say something, with the themes they were made from: one text, or more until the mean is as asked. */
function commentsOf(count: number): TrainingExample[] {
  const { plan } = generateCity({ size: 2 * count });
  const texts = plan.submissions
    .flatMap((submission) => submission.texts)
    .filter(({ text }) => !isNoAnswer(text));
  const comments: TrainingExample[] = [];
  let [at, written] = [0, 0];
  while (comments.length < count && at < texts.length) {
    const parts = [texts[at++]!];
    written += parts[0]!.text.length;
    while (written < Number(values.characters) * (comments.length + 1) && at < texts.length) {
      written += texts[at]!.text.length + 1;
      parts.push(texts[at++]!);
    }
    comments.push({
      response: { id: `r${comments.length}`, question: null, text: parts.map(({ text }) => text).join(' ') },
      themes: [...new Set(parts.flatMap(({ themes }) => themes))],
    });
  }
  return comments;
}

/** A comment, and another after it: distinct texts in any number. */
function twoOf(i: number): string {
  const at = (k: number): string => responses[k % responses.length]!.text;
  return `${at(i)} ${at(i * 7 + 131 * Math.floor(i / responses.length))}`;
}

function learn(): ReturnType<typeof train> {
  return train(told.slice(0, codings), saferPlymouth, {
    rules,
    embeddings: lookup,
    embedderId: embedder.id,
  });
}

async function codeAll(known: EmbeddingCache): Promise<void> {
  const vectors = await embedAll(
    responses.map(({ text }: Response) => text),
    embedder,
    known,
  );
  code(responses, saferPlymouth, model, vectors);
}

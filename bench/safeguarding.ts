import { parseArgs } from 'node:util';
import { findRisk, judgeRisk, openRiskScorer, parallelEmbedder, safeguardingReasons } from '#themes';
import { readRows } from './themes/read.js';

/**
 * `npm run --silent bench:safeguarding -- --data FILE.csv --text COLUMN [--label COLUMN] [--json]`
 *
 * Which comments phrases and the model of risk flag. With a column of labels, `1` where somebody is at risk: how many of those are found,
 * by each and by both, and how many of them stand in the first fifty of the queue.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    text: { type: 'string' },
    label: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
if (!values.data || !values.text) throw new Error('--data FILE.csv and --text COLUMN are needed');
const FIRST = 50;
const LOT = 500;

const rows = readRows(values.data, {
  text: values.text, label: null, labels: values.label ?? '*', question: null, bands: null, train: values.data, test: null, out: null,
  curve: [], strategy: 'random', embeddings: false, seeds: 1, threads: 1, json: true,
} as never).filter(({ text }) => text.trim() !== ''); // prettier-ignore
const began = performance.now();
const scorer = openRiskScorer();
const embedder = await parallelEmbedder(2);
const all: { atRisk: boolean; phrases: boolean; model: boolean; score: number }[] = [];
for (let at = 0; at < rows.length; at += LOT) {
  const lot = rows.slice(at, at + LOT);
  const texts = lot.map(({ text }) => text);
  const readings = await findRisk(texts, scorer, (pieces) => embedder.embed(pieces));
  lot.forEach(({ text, labels }, i) =>
    all.push({
      atRisk: values.label !== undefined && labels.length > 0,
      phrases: safeguardingReasons(text).length > 0,
      model: readings[i]!.stretches.length > 0,
      score: judgeRisk(text, readings[i]!)?.score ?? 0,
    }),
  );
}
await embedder.close();

const share = (of: typeof all): Record<string, number> => {
  const part = (many: number): number => Math.round((1000 * many) / of.length) / 1000;
  return {
    phrases: part(of.filter(({ phrases }) => phrases).length),
    model: part(of.filter(({ model }) => model).length),
    both: part(of.filter(({ phrases, model }) => phrases || model).length),
  };
};
const atRisk = all.filter((one) => one.atRisk);
const queue = all.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
const report = {
  comments: all.length,
  flagged: share(all.filter((one) => !one.atRisk)),
  ...(values.label !== undefined && {
    atRisk: atRisk.length,
    recall: share(atRisk),
    inFirstFifty: queue.slice(0, FIRST).filter((one) => one.atRisk).length,
  }),
  seconds: Math.round((performance.now() - began) / 1000),
};
if (values.json) console.log(JSON.stringify(report));
else console.log(report);

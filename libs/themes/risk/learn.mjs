/**
 * Learns the model of risk from the sentences beside it: `npm run --silent build:server && node libs/themes/risk/learn.mjs FILE.csv COLUMN`,
 * where FILE holds real comments in which next to nobody is at risk. Draws `demonstration.txt`, writes `vectors.int8` and `model.json`, and
 * prints what was measured on the way. The same sentences, packages and comments give the same files.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = (path) => new URL(`../../../dist/libs/${path}`, import.meta.url);
const { generateCity } = await import(built('demo/src/index.js'));
const { parallelEmbedder, randomOf, riskPieces, safeguardingReasons } = await import(
  built('themes/src/index.js')
);
const { kernelRidge } = await import(built('themes/src/safeguarding/learnt/kernel-ridge.js'));
const { learnRisk, PULL } = await import(built('themes/src/safeguarding/learnt/learn.js'));
const { Likeness } = await import(built('themes/src/safeguarding/learnt/likeness.js'));
const { RiskScorer } = await import(built('themes/src/safeguarding/learnt/scorer.js'));
const { meaningByte, shippedSentences, vectorOf } = await import(
  built('themes/src/safeguarding/learnt/files.js')
);
const { byWords } = await import(built('themes/src/words/word-vectors.js'));
const { readRows } = await import(new URL('../../../dist/bench/themes/read.js', import.meta.url));

/** Sentences of the demonstration that are learnt from: so many by chance, and so many of those that read most like risk by their words. */
const [DRAWN, HARDEST] = [800, 400];
/** Comments by which thresholds are held. */
const HELD_BY = 7000;
/** Of those at risk so many may stop at the words; flagged by phrases and model may be so many of the others. */
const [STOPPED, FLAGGED] = [0.015, 0.0195];
const [LEARNT_FROM, MEASURED_ON] = [77, 4021];

const [file, column] = process.argv.slice(2);
if (!file || !column) throw new Error('learn.mjs FILE.csv COLUMN');
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const random = randomOf(1);
const drawn = (list, many) =>
  list
    .map((one) => [random(), one])
    .sort((a, b) => a[0] - b[0])
    .slice(0, many)
    .map(([, one]) => one);
const cityOf = (seed) =>
  generateCity({ seed, size: 4200 }).plan.submissions.flatMap(({ texts }) =>
    texts.filter(({ text, safeguarding }) => !safeguarding && text.trim() !== '').map(({ text }) => text),
  );

const ofCity = [
  ...new Set(cityOf(LEARNT_FROM).flatMap((text) => riskPieces(text).map((piece) => piece.text))),
];
writeFileSync(here('demonstration.txt'), '');
const byChance = drawn(ofCity, DRAWN);
writeFileSync(
  here('demonstration.txt'),
  `${[...new Set([...byChance, ...hardestOf(ofCity)])].sort().join('\n')}\n`,
);
const sentences = shippedSentences();
const embedder = await parallelEmbedder(2);
const bytes = (await embedder.embed(sentences.map(({ text }) => text))).map(meaningByte);
const compared = sentences.map(({ text }, i) => ({ text, meaning: vectorOf(bytes[i]) }));
const { model, outside, quickOutside } = learnRisk(
  sentences,
  compared,
  new Likeness(compared, byWords()),
  embedder.id,
);
const atRisk = [...sentences.keys()].filter((i) => sentences[i].kind !== null);
const quick = atRisk.map((i) => quickOutside[i]).sort((a, b) => a - b);
model.passes = quick[Math.floor(STOPPED * quick.length)];

const options = { text: column, label: null, labels: '*', question: null, train: file, embeddings: false };
const real = drawn(readRows(file, options).map(({ text }) => text).filter((text) => text.trim() !== ''), HELD_BY); // prettier-ignore
const scorer = new RiskScorer(model, sentences, compared);
const tops = {
  demonstration: await scoresOf(drawn(cityOf(MEASURED_ON), HELD_BY)),
  real: await scoresOf(real),
};
await embedder.close();
model.threshold = Math.max(...Object.values(tops).map(lowestFor));
writeFileSync(here('vectors.int8'), Buffer.concat(bytes.map((one) => Buffer.from(one.buffer))));
writeFileSync(here('model.json'), `${JSON.stringify(model, null, 2)}\n`);

const found = (i) => outside[i] >= model.threshold && quickOutside[i] >= model.passes;
const byPhrase = (i) => safeguardingReasons(sentences[i].text).length > 0;
const share = (list, is) => Math.round((1000 * list.filter(is).length) / list.length) / 1000;
// eslint-disable-next-line no-console -- it is a tool whose output this is
console.log({
  sentences: sentences.length,
  atRisk: atRisk.length,
  thresholds: Object.fromEntries(Object.entries(tops).map(([name, all]) => [name, lowestFor(all)])),
  leftOut: {
    model: share(atRisk, found),
    phrases: share(atRisk, byPhrase),
    both: share(atRisk, (i) => found(i) || byPhrase(i)),
  },
  read: Object.fromEntries(Object.entries(tops).map(([name, all]) => [name, share(all, ({ read }) => read)])),
  flagged: Object.fromEntries(
    Object.entries(tops).map(([name, all]) => [
      name,
      share(all, ({ phrase, score }) => phrase || score >= model.threshold),
    ]),
  ),
});

/** Those that read most like risk to what is learnt, by words alone, from our own sentences. */
function hardestOf(texts) {
  const own = shippedSentences();
  const compared = own.map(({ text }) => ({ text, meaning: null }));
  const likeness = new Likeness(compared, byWords());
  const targets = own.map(({ kind }) => (kind === null ? -1 : 1));
  const { weights } = kernelRidge(compared.map((one) => likeness.to(one)), targets, PULL); // prettier-ignore
  const scored = texts.map((text) => [
    likeness.to({ text, meaning: null }).reduce((sum, like, i) => sum + weights[i] * (like + 1), 0),
    text,
  ]);
  return scored
    .sort((a, b) => b[0] - a[0])
    .slice(0, HARDEST)
    .map(([, text]) => text);
}

/** Of each text: whether a phrase flags it, and the score of its surest piece. */
async function scoresOf(texts) {
  const worth = texts.map((text) => riskPieces(text).filter((piece) => scorer.passes(piece.text)));
  const wanted = [...new Set(worth.flatMap((pieces) => pieces.map(({ text }) => text)))];
  const vectors = await embedder.embed(wanted);
  const score = new Map(wanted.map((text, i) => [text, scorer.judge(text, vectors[i]).score]));
  return worth.map((pieces, i) => ({
    phrase: safeguardingReasons(texts[i]).length > 0,
    read: pieces.length > 0,
    score: Math.max(-9, ...pieces.map(({ text }) => score.get(text))),
  }));
}

/** The lowest threshold at which not more are flagged than may be. */
function lowestFor(all) {
  const room = Math.floor(FLAGGED * all.length) - all.filter(({ phrase }) => phrase).length;
  const scores = all.flatMap(({ phrase, score }) => (phrase ? [] : score)).sort((a, b) => b - a);
  return room < 0 ? Infinity : scores[room] + 1e-6;
}

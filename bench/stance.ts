import { repairText } from '#domain';
import {
  agreementOfKinds,
  byWords,
  fewInput,
  type KindAgreement,
  learnPoolSpace,
  type LinearExample,
  openPoolSpace,
  predictLinear,
  randomOf,
  shuffled,
  trainLinear,
} from '#themes';
import { kindByRules, kindOf } from './stance/kinds.js';
import { readStanceOptions } from './stance/options.js';
import { readRows } from './themes/read.js';
import { vectorsOf } from './themes/vectors.js';

/** Stance, or proposal and reason, learnt of few codings, beside rules: `npm run --silent bench:stance`. The last line printed is JSON. */
const options = readStanceOptions(process.argv.slice(2));
const tell = (line: string): void => void (options.json || console.error(line));
const read = (file: string): { text: string; question: string | null; kind: string }[] =>
  readRows(file, {
    train: file,
    test: null,
    text: options.text,
    label: options.kinds,
    labels: null,
    question: options.question,
    bands: null,
    out: null,
    json: options.json,
    curve: [],
    strategy: 'random',
    seeds: options.seeds,
    embeddings: true,
    threads: 2,
  }).map((row) => ({
    text: repairText(row.text).text,
    question: row.question,
    kind: kindOf(row.labels[0]!, options.of),
  }));
const data = read(options.data);
const test = options.test === null ? [] : read(options.test);
const rows = [...data, ...test];
const sentences = await vectorsOf(
  rows.map(({ text }) => text),
  true,
  2,
  tell,
);
// As in the product: a codebook's coder knows all its answers; sentences are few, and what rules say of them goes in.
const kept = options.of === 'stance' ? learnPoolSpace(rows) : null;
const space = kept && openPoolSpace(kept);
const senses = { sentences, words: byWords(), space };
const truth = rows.map(({ kind }) => kind);
const byRules = rows.map(({ text }) => kindByRules(text, options.of));
const examples = rows.map(({ text, question, kind }, i): LinearExample => ({
  ...fewInput(text, question, senses),
  labels: [kind],
  ...(options.of === 'saying' && { flags: [byRules[i]!] }),
}));
const judged = test.length > 0 ? test.map((_, i) => data.length + i) : [...rows.keys()];
const [truthThere, rulesThere] = [truth, byRules].map((all) => judged.map((row) => all[row]!)) as [
  string[],
  string[],
];

const result = {
  texts: judged.length,
  kinds: counted(truthThere),
  rules: { ...agreementOfKinds(truthThere, rulesThere)!, kinds: ofEachKind() },
  curve: options.codings.filter((n) => n < data.length).map(curveAt),
};
if (!options.json) {
  console.table(result.kinds);
  console.table([short({ kappa: result.rules.kappa, macroF1: result.rules.macroF1 })], ['kappa', 'macroF1']);
  console.table(
    Object.fromEntries(Object.entries(result.rules.kinds).map(([kind, of]) => [kind, short(of)])),
  );
  console.table(result.curve.map(short));
}
console.log(JSON.stringify(result));

/** To three places, for people. */
function short(numbers: Record<string, number | null>): Record<string, number | null> {
  return Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [
      name,
      value === null ? null : Math.round(value * 1000) / 1000,
    ]),
  );
}

function counted(kinds: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of [...kinds].sort()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** Precision and recall of rules for each kind; null where there is nothing to judge by. */
function ofEachKind(): Record<string, { precision: number | null; recall: number | null }> {
  return Object.fromEntries(
    [...new Set(truthThere)].sort().map((kind) => {
      const both = rulesThere.filter((one, i) => one === kind && truthThere[i] === kind).length;
      const [told, there] = [rulesThere, truthThere].map((all) => all.filter((one) => one === kind).length);
      return [kind, { precision: told ? both / told : null, recall: there ? both / there : null }];
    }),
  );
}

/** So many texts drawn at random are coded as people did, all others judged; the rules beside, on the same others. */
function curveAt(codings: number): Record<string, number> {
  const runs = Array.from({ length: options.seeds }, (_, seed) => runOf(codings, seed + 1));
  const mean = (of: (run: Run) => number): number =>
    runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
  const kappa = mean(({ learnt }) => learnt.kappa);
  const spread = (of: (run: Run) => number): number => Math.sqrt(mean((run) => of(run) ** 2));
  return {
    codings,
    kappa,
    /** Standard error over the seeds. */
    error: spread(({ learnt }) => learnt.kappa - kappa) / Math.sqrt(Math.max(1, runs.length - 1)),
    macroF1: mean(({ learnt }) => learnt.macroF1),
    rulesKappa: mean(({ rules }) => rules.kappa),
    rulesMacroF1: mean(({ rules }) => rules.macroF1),
    /** What the coder says of itself, and how far that is from the truth (root of the mean square). */
    saidKappa: mean(({ left }) => left.kappa),
    saidOff: spread(({ left, learnt }) => left.kappa - learnt.kappa),
  };
}

interface Run {
  learnt: KindAgreement;
  rules: KindAgreement;
  left: KindAgreement;
}

function runOf(codings: number, seed: number): Run {
  const order = shuffled([...data.keys()], randomOf(seed));
  const coded = order.slice(0, codings);
  const asked = test.length > 0 ? judged : order.slice(codings);
  const kinds = [...new Set(coded.map((row) => truth[row]!))].sort();
  const { model, outside } = trainLinear(
    coded.map((row) => examples[row]!),
    kinds,
    'one',
    undefined,
    space && space.vocabulary,
  );
  const likeliest = (chances: Float64Array): string => kinds[chances.indexOf(Math.max(...chances))]!;
  const of = (which: readonly number[], said: readonly string[]): KindAgreement =>
    agreementOfKinds(
      which.map((row) => truth[row]!),
      said,
    )!;
  return {
    learnt: of(
      asked,
      asked.map((row) => likeliest(predictLinear(model, examples[row]!))),
    ),
    rules: of(
      asked,
      asked.map((row) => byRules[row]!),
    ),
    left: of(coded, outside.map(likeliest)),
  };
}

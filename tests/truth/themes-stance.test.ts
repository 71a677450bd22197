import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import {
  agreementOfKinds,
  byWords,
  fewInput,
  learnKinds,
  learnPoolSpace,
  openKinds,
  openPoolSpace,
  randomOf,
  shuffled,
  sideByRules,
} from '#themes';
import { sharedData } from '../support/shared-data.js';

/** Synthetic answers on a ban of gambling advertisements (i.AI, MIT): their themes are for it (A to F) or against it (G to L). */
const file = sharedData('comments', 'themefinder-eval-synthetic', 'generation', 'eval_sentiments.csv');
const CODINGS = 100;
const SEEDS = 5;

function sideOf(topics: string): string {
  const said = [...topics.matchAll(/'([A-L])': \{/g)].map(([, theme]) => theme! <= 'F');
  if (said.length === 0) return 'neither';
  return said.every(Boolean) ? 'for' : said.some(Boolean) ? 'both' : 'against';
}

(file ? test : test.skip)(
  `a stance learnt of ${CODINGS} codings agrees with people, without a sentence model${file ? '' : ': skipped, no data'}`,
  () => {
    const rows = (
      parse(readFileSync(file!), { columns: true }) as { response: string; target_topics: string }[]
    ).map(({ response, target_topics: topics }) => ({
      text: response,
      question: null,
      side: sideOf(topics),
    }));
    const space = openPoolSpace(learnPoolSpace(rows)!);
    const examples = rows.map(({ text, side }) => ({
      ...fewInput(text, null, { sentences: null, words: byWords(), space }),
      labels: [side],
    }));
    const byRules = rows.map(({ text }) => sideByRules(text)!);
    const truth = rows.map(({ side }) => side);
    const runs = Array.from({ length: SEEDS }, (_, seed) => {
      const order = shuffled([...rows.keys()], randomOf(seed + 1));
      const [coded, asked] = [order.slice(0, CODINGS), order.slice(CODINGS)];
      const of = <T>(which: readonly number[], all: readonly T[]): T[] => which.map((row) => all[row]!);
      const learnt = learnKinds(of(coded, examples), of(coded, byRules), space.vocabulary)!;
      const sideBy = openKinds(learnt, space.vocabulary)!;
      const { kappa } = agreementOfKinds(of(asked, truth), of(asked, examples).map(sideBy))!;
      return { kappa, said: learnt.leftOut.kappa };
    });
    const mean = (of: (run: (typeof runs)[number]) => number): number =>
      runs.reduce((sum, run) => sum + of(run), 0) / SEEDS;
    expect(mean(({ kappa }) => kappa)).toBeGreaterThanOrEqual(0.7);
    // What it says of itself is neither flattering nor far off.
    expect(Math.abs(mean(({ said }) => said) - mean(({ kappa }) => kappa))).toBeLessThan(0.1);
    expect(agreementOfKinds(truth, byRules)!.kappa).toBeLessThan(0.1);
  },
);

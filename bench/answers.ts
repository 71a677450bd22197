import { attackAnswers } from './answers/interval-attack.js';
import { above, crowded, peopleOf, publishEditions } from './answers/in-editions.js';
import { guessAnswers } from './answers/linear-attack.js';
import { type Cut, madeUpAnswers, type MadeUpAnswers } from './answers/made-up-answers.js';
import { publishAnswers } from './answers/published-answers.js';
import { weightedEngagements, type WeightingCase } from './answers/weighting.js';
import { BASES, errorsByBase, type HiddenShares, hiddenShares } from './answers/usefulness.js';

/**
 * `npm run --silent bench:answers -- [--seed 14] [--rounds 20] [--json]`: closed answers as rule D publishes them against an attacker who draws
 * intervals and one who solves for everybody's answer, and what is left to read, by the number of people who answered.
 */
const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const seed = option('seed', 14);
const rounds = option('rounds', 20);
const percent = (share: number): string => `${(100 * share).toFixed(share > 0 && share < 0.1 ? 1 : 0)}%`;

const mixed = (many: number): number[] => Array.from({ length: many }, (_, at) => 2 + (at % 6));
const interval = [
  [100, 10],
  [300, 10],
  [1_000, 10],
  [3_000, 10],
  [1_000, 40],
  [3_000, 40],
].map(([people, questions]) => {
  const from = madeUpAnswers({ people: people!, seed, options: mixed(questions!), first: 0.4 });
  return { people, questions, ...attackAnswers(from, publishAnswers(from)) };
});
/** Three editions, of whose people one in ten leaves and as many come between two; crowded: nine in ten of an area live in one ward, and every cut is told. */
const editions = [
  [100, 10],
  [300, 10],
  [1_000, 10],
  [3_000, 10],
  [1_000, 40],
].flatMap(([people, questions]) =>
  [false, true].flatMap((crowd) => {
    const step = Math.ceil(people! / 10);
    const all = madeUpAnswers({ people: people! + 2 * step, seed, options: mixed(questions!), first: 0.4 });
    const who = (edition: number): number[] =>
      Array.from({ length: people! }, (_, at) => edition * step + at);
    const from = [0, 1, 2].map((edition) => peopleOf(crowd ? crowded(all) : all, who(edition)));
    return publishEditions(from, { everyCut: crowd }).map((edition, at) => ({
      ...{ people, questions, crowded: crowd, edition: at + 1 },
      ...attackAnswers(edition.from, edition.cells, at === 0 ? null : edition.stood),
      'above a whole': above(edition),
    }));
  }),
);
const yes = (people: number): MadeUpAnswers =>
  madeUpAnswers({ people, seed, options: Array.from({ length: 40 }, () => 2), first: 0.93 });
const zerosTold = [100, 200, 300].map((people) => {
  const from = yes(people);
  const { attribute, wrong } = attackAnswers(from, publishAnswers(from, { zerosTold: true, everyCut: true }));
  return { people, attribute, wrong, 'as published': attackAnswers(from, publishAnswers(from)).attribute };
});

const linear = [100, 200, 500, 1_500, 3_000].map((people) => {
  const from = madeUpAnswers({ people, seed, options: Array.from({ length: 40 }, () => 2), first: 0.6 });
  const { guessed, commoner } = guessAnswers(from, publishAnswers(from));
  const crossed = people > 1_500 ? null : guessAnswers(from, publishAnswers(from), true).guessed;
  return { people, guessed: percent(guessed), commoner: percent(commoner), 'with cross-tabs': crossed === null ? 'not run' : percent(crossed) };
}); // prettier-ignore

const hidden = [50, 200, 500, 2_000].flatMap((people) =>
  [5, 2].map((options) => {
    const all = Array.from({ length: rounds }, (_, at) =>
      hiddenShares(
        publishAnswers(madeUpAnswers({ people, seed: seed + at, options: [options], first: 0.4 }), {
          everyCut: true,
        }),
      ),
    );
    const mean = (cut: Cut | 'none'): string =>
      percent(all.reduce((sum, each) => sum + each[cut], 0) / all.length);
    const cuts = Object.keys(all[0]!) as (keyof HiddenShares)[];
    return { people, options, ...Object.fromEntries(cuts.map((cut) => [cut, mean(cut)])) };
  }),
);

const errors = [2, 5].flatMap((options) => {
  const found: number[][] = BASES.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (const people of [200, 1_000, 4_000]) {
      const from = madeUpAnswers({
        people,
        seed: seed + round,
        options: [options, options, options],
        first: 0.4,
      });
      errorsByBase(from, publishAnswers(from, { everyCut: true })).forEach((each, at) => {
        for (const error of each) found[at]!.push(error);
      });
    }
  return found.map((each, at) => {
    const sorted = each.sort((a, b) => a - b);
    return {
      options,
      base: BASES[at]!.join(' to under '),
      shown: sorted.length,
      mean: Number((sorted.reduce((sum, error) => sum + error, 0) / sorted.length).toFixed(2)),
      p95: Number(sorted[Math.floor(0.95 * sorted.length)]!.toFixed(1)),
    };
  });
});

const CASES: Record<string, WeightingCase> = {
  '200 people': { people: 200 },
  '500': { people: 500 },
  '1,000': { people: 1_000 },
  '2,000': { people: 2_000 },
  'strong selection, 500': { people: 500, selection: 1.6 },
  'strong selection, 1,000': { people: 1_000, selection: 1.6 },
  '1% left the question out, 1,000': { people: 1_000, unanswered: 0.01 },
  '2% left the question out, 1,000': { people: 1_000, unanswered: 0.02 },
  '4% left the question out, 1,000': { people: 1_000, unanswered: 0.04 },
  '40% did not say age, 1,000': { people: 1_000, silent: 0.4 },
  'opinion decides who answers, 1,000': { people: 1_000, opinion: 1.65 },
};
const weighting = Object.fromEntries(
  Object.entries(CASES).map(([name, kind]) => {
    const { refused, ...found } = weightedEngagements(kind, 50 * rounds, seed);
    const [why] = Object.entries(refused).sort(([, a], [, b]) => b - a);
    const told = Object.entries(found).map(([key, value]) => [key, Number(value.toFixed(3))]);
    return [name, { ...Object.fromEntries(told), 'mostly refused because': why?.[0] ?? '' }];
  }),
);

if (process.argv.includes('--json'))
  console.log(JSON.stringify({ interval, editions, zerosTold, linear, hidden, errors, weighting }));
else {
  console.log('interval attacker, every table that rule D allows');
  console.table(interval);
  console.log('the same over three editions, areas beside wards');
  console.table(editions);
  console.log('the same where 93% say yes and zeros are told, as the hub never does: attributes proved');
  console.table(zerosTold);
  console.log('linear attacker who knows everybody’s other answers: answers guessed right');
  console.table(linear);
  console.log('hidden, of cells with people, whatever cut rule D allows');
  console.table(hidden);
  console.log('points that a shown percentage is out by');
  console.table(errors);
  console.log('weighted to residents by rule E, from what is published');
  console.table(weighting);
}

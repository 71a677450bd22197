import { parseArgs } from 'node:util';
import { borderOf, emergingTopics, type HeardComment, heardUntil, randomOf, termsOf } from '#themes';
import { MadeUpComments } from './emerging/made-up-comments.js';
import { readRows } from './themes/read.js';

/**
 * `npm run --silent bench:emerging -- [--share .03] [--week 120] [--years 10] [--topics 100] [--before 60] [--data FILE.csv --text COLUMN --labels C1,C2] [--json]`
 *
 * Found: in how many of so many streams a topic of that share of the week's comments is told within eight weeks, and after how many.
 * False: topics told in a year in which nothing is new. Made-up words; or with `--data` real comments in a random order, the topic being
 * those with one of the labels, which are taken out of all the rest.
 */
const { values } = parseArgs({
  options: {
    share: { type: 'string', default: '0.03' },
    week: { type: 'string', default: '120' },
    years: { type: 'string', default: '10' },
    topics: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    before: { type: 'string', default: '60' },
    data: { type: 'string' },
    text: { type: 'string' },
    labels: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const [share, aWeek, years, topics, seed] = [values.share, values.week, values.years, values.topics, values.seed].map(Number) as [
  number, number, number, number, number,
]; // prettier-ignore
const BEFORE = Number(values.before);
const WITHIN = 8;

let ids = 0;
const heard = (text: string, week: number): HeardComment => {
  const id = String(ids++);
  return { id, week, stream: 'feed', by: id, terms: termsOf(text) };
};

/** Gives quiet comments and those of a topic, each time others while there are any. */
interface Source {
  quiet(): string;
  onTopic(): string;
}

function made(round: number): Source {
  const words = new MadeUpComments(seed * 1_000 + round);
  const topic = words.topic();
  return { quiet: () => words.comment(), onTopic: () => words.onTopic(topic) };
}

function read(): (round: number) => Source {
  const rows = readRows(values.data!, {
    text: values.text!, label: null, labels: values.labels!, question: null, bands: null, train: values.data!, test: null, out: null,
    curve: [], strategy: 'random', embeddings: false, seeds: 1, threads: 1, json: true,
  } as never).filter(({ text }) => text.trim() !== ''); // prettier-ignore
  const labels = [...new Set(rows.flatMap((row) => row.labels))].sort();
  return (round) => {
    const random = randomOf(seed * 1_000 + round);
    const label = labels[round % labels.length]!;
    const mixed = rows.map((row) => ({ row, at: random() })).sort((a, b) => a.at - b.at);
    const [on, off] = [true, false].map((wanted) =>
      mixed.filter(({ row }) => row.labels.includes(label) === wanted).map(({ row }) => row.text),
    ) as [string[], string[]];
    const next = (texts: string[]) => () => texts.pop() ?? '';
    return { quiet: next(off), onTopic: next(on) };
  };
}

const sourceOf = values.data ? read() : made;
const waited: number[] = [];
const told: string[] = [];
for (let round = 0; round < topics; round++) {
  const source = sourceOf(round);
  const random = randomOf(round + 7);
  const own = new Set<string>();
  const stream: HeardComment[] = [];
  const weekOf = (week: number, isNew: boolean): void => {
    for (let at = 0; at < aWeek; at++) {
      const on = isNew && random() < share;
      const one = heard(on ? source.onTopic() : source.quiet(), week);
      if (on) own.add(one.id);
      stream.push(one);
    }
  };
  for (let week = 0; week < BEFORE; week++) weekOf(week, false);
  const border = await borderOf(heardUntil(BEFORE - 1, stream));
  for (let week = BEFORE; week < BEFORE + WITHIN; week++) {
    weekOf(week, true);
    const found = (await emergingTopics(heardUntil(week, stream), { border })).find(
      ({ comments }) => comments.filter((id) => own.has(id)).length * 2 >= comments.length,
    );
    if (!found) continue;
    waited.push(week - BEFORE + 1);
    if (told.length < 5) told.push(found.words.join(', '));
    break;
  }
}
let falseOnes = 0;
for (let year = 0; year < years; year++) {
  const source = sourceOf(10_000 + year);
  const stream: HeardComment[] = [];
  const known = new Map<string, number>();
  let border = Infinity;
  for (let week = 0; week < BEFORE + 52; week++) {
    for (let at = 0; at < aWeek; at++) stream.push(heard(source.quiet(), week));
    if (week < BEFORE) continue;
    if ((week - BEFORE) % 13 === 0) border = await borderOf(heardUntil(week, stream));
    for (const { words } of await emergingTopics(heardUntil(week, stream), { border })) {
      const again = words.some((word) => week - (known.get(word) ?? -99) <= WITHIN);
      for (const word of words) known.set(word, week);
      if (!again) falseOnes++;
    }
  }
}
waited.sort((a, b) => a - b);
const result = {
  share,
  aWeek,
  topics,
  found: waited.length / topics,
  withinFourWeeks: waited.filter((weeks) => weeks <= 4).length / topics,
  medianWeeks: waited[Math.floor(waited.length / 2)] ?? null,
  falseAYear: years > 0 ? falseOnes / years : null,
};
console.log(
  `${topics} topics of ${share * 100}% of ${aWeek} comments a week: ${Math.round(result.found * 100)}% told within ${WITHIN} weeks, ` +
    `${Math.round(result.withinFourWeeks * 100)}% within four; ${result.falseAYear ?? '-'} false ones a year. First told: ${told.join(' / ')}`,
);
if (values.json) console.log(JSON.stringify(result));

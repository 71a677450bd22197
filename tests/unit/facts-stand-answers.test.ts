import { assemble } from '#counting';
import { policyP } from '#disclosure';
import { standAnswers, optionValue } from '../../libs/facts/src/standing/stand-answers.js';
import { fromStored, ReleasedTable, shownOf, toStored } from '../../libs/facts/src/standing/stored.js';
import type { AskedQuestions } from '../../libs/facts/src/ask/results/asked-questions.js';

const POLICY = policyP('secret');
const QUESTION = { engagement: 'city/survey', key: 'aware', position: 0, text: 'Aware?', kind: 'choice', matrix: null, stem: null, item: null, unit: null } as const; // prettier-ignore
const option = (place: number, code: string, role: 'base' | 'option') => ({
  engagement: 'city/survey', question: 'aware', place, code, label: code, role,
}); // prettier-ignore
const asked = (first: number): AskedQuestions =>
  new Map([['city/survey', [{ ...QUESTION, options: [option(first, 'answered', 'base'), option(first + 1, 'yes', 'option'), option(first + 2, 'no', 'option')] }]]]); // prettier-ignore

/** People who answered, one submission each: so many yes, the others no; places begin at `first`. */
function tableOf(yes: number, no: number, first: number) {
  const count = yes + no;
  const each = <T extends Uint8Array | Int32Array>(column: T, of: (at: number) => number): T => column.map((_, at) => of(at)) as T; // prettier-ignore
  const values = Array.from({ length: first + 3 }, (_, place) => String(place));
  return assemble({
    count,
    person: each(new Int32Array(count), (at) => at),
    argument: new Int32Array(count).fill(-1),
    personKey: each(new Uint8Array(count), (at) => (at * 37) % 256),
    submissionKey: each(new Uint8Array(count), (at) => (at * 53) % 256),
    argumentKey: new Uint8Array(count),
    health: new Uint8Array(count),
    single: {
      engagement: { values: ['city/survey'], column: new Uint8Array(count) },
      ward: { values: ['north'], column: new Uint8Array(count) },
    },
    sets: {
      option: {
        values,
        above: Int32Array.from(values, () => -1),
        filterNarrows: false,
        start: each(new Int32Array(count + 1), (at) => 2 * at),
        items: each(new Int32Array(2 * count), (at) =>
          at % 2 === 0 ? first : (at - 1) / 2 < yes ? first + 1 : first + 2,
        ),
      },
    },
  } as unknown as Parameters<typeof assemble>[0]);
}

const shown = async (standing: ReturnType<typeof standAnswers>, code: string) => {
  const stored = await toStored(standing);
  const table = new ReleasedTable(await shownOf(stored.dimensions, stored.shown));
  return table.find([optionValue('city/survey', 'aware', code)]);
};

test('an answer’s figure stays until five people have moved, also where its place in the list is another one', async () => {
  const first = standAnswers(tableOf(90, 60, 0), asked(0), null, [], POLICY, null);
  const told = await shown(first, 'yes');
  expect(told).toMatchObject({ hidden: false });
  let last = await fromStored(await toStored(first));
  for (const [moved, place] of [[1, 0], [2, 4], [3, 4], [4, 0]] as const) {
    last = await fromStored(await toStored(standAnswers(tableOf(90 + moved, 60, place), asked(place), null, [], POLICY, last)));
    expect(await shown(last, 'yes')).toEqual(told);
  } // prettier-ignore
  const at = last.layout.values[0]!.indexOf(optionValue('city/survey', 'aware', 'yes'));
  const setBy = (standing: typeof last) => standing.setBy[[...standing.cells].indexOf(at)];
  expect(setBy(last)).toBe(90);
  last = standAnswers(tableOf(95, 60, 0), asked(0), null, [], POLICY, last);
  expect(setBy(last)).toBe(95);
});

test('an option that nobody chose is hidden, and never told as none', async () => {
  const standing = standAnswers(tableOf(90, 0, 0), asked(0), null, [], POLICY, null);
  expect(await shown(standing, 'no')).toMatchObject({ hidden: true });
});

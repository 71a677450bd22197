import { assemble, type SubmissionColumns } from '#counting';
import { policyP } from '#disclosure';
import { tooFewForCut } from '#statements';
import { messageOf, wholeOf } from '../../libs/facts/src/ask/results/answers-of.js';
import { optionValue } from '../../libs/facts/src/standing/answer-table.js';
import { withGroups } from '../../libs/facts/src/groups/grouped-columns.js';
import { standAnswers } from '../../libs/facts/src/standing/stand-answers.js';
import { fromStored, ReleasedTable, shownOf, toStored } from '../../libs/facts/src/standing/stored.js';
import type { AskedQuestions } from '../../libs/facts/src/ask/results/asked-questions.js';

const POLICY = policyP('secret');
const QUESTION = { engagement: 'city/survey', key: 'aware', position: 0, text: 'Aware?', kind: 'choice', matrix: null, stem: null, item: null, unit: null, language: null, otherWordings: [] }; // prettier-ignore
const option = (place: number, code: string, role: 'base' | 'option') => ({
  engagement: 'city/survey', question: 'aware', place, code, label: code, role,
}); // prettier-ignore
const asked = (first: number): AskedQuestions =>
  new Map([['city/survey', [{ ...QUESTION, options: [option(first, 'answered', 'base'), option(first + 1, 'yes', 'option'), option(first + 2, 'no', 'option')] }]]]); // prettier-ignore

/** People who answered, one submission each: so many yes, the others no; places begin at `first`. */
const tableOf = (yes: number, no: number, first: number) => assemble(columnsOf(yes, no, first));

/** @param homes ward of each of them; all in the north where nothing is said */
function columnsOf(yes: number, no: number, first: number, homes: readonly string[] = []): SubmissionColumns {
  const count = yes + no;
  const each = <T extends Uint8Array | Int32Array>(column: T, of: (at: number) => number): T => column.map((_, at) => of(at)) as T; // prettier-ignore
  const values = Array.from({ length: first + 3 }, (_, place) => String(place));
  const wards = homes.length > 0 ? [...new Set(homes)] : ['north'];
  return {
    count,
    person: each(new Int32Array(count), (at) => at),
    argument: new Int32Array(count).fill(-1),
    personKey: each(new Uint8Array(count), (at) => (at * 37) % 256),
    submissionKey: each(new Uint8Array(count), (at) => (at * 53) % 256),
    argumentKey: new Uint8Array(count),
    health: new Uint8Array(count),
    single: {
      engagement: { values: ['city/survey'], column: new Uint8Array(count) },
      ward: {
        values: wards,
        column: each(new Uint8Array(count), (at) => wards.indexOf(homes[at] ?? 'north')),
      },
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
  } as unknown as SubmissionColumns;
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

test('an area is counted as people, and gives way to a ward that holds nearly all of them', async () => {
  const many = (ward: string, people: number): string[] => new Array<string>(people).fill(ward);
  // Of those who say yes in the area all but two live in one ward; of those who say no as many in each.
  const yes = [...many('north', 60), ...many('south', 2), ...many('west', 28)];
  const no = [...many('north', 30), ...many('south', 30), ...many('west', 30)];
  const columns = columnsOf(yes.length, no.length, 0, [...yes, ...no]);
  const wards = ['north', 'south', 'west'];
  const byWard = standAnswers(assemble(columns), asked(0), 'ward', wards, POLICY, null);
  const kept = await fromStored(await toStored(byWard));
  const told = new ReleasedTable(kept);
  const area = { dimension: 'ward', code: 'area:a', name: 'A', kind: 'area', values: ['north', 'south'], turn: 402 } as const;
  const grouped = assemble(withGroups(columns, [area]));
  const parts = { wards: new Map([[area.code, area.values]]), told: kept, before: null, changed: new Set<string>() };
  const standing = standAnswers(grouped, asked(0), 'area', [area.code], POLICY, null, parts);
  const table = new ReleasedTable(await fromStored(await toStored(standing)));
  const of = (from: ReleasedTable, code: string, value: string) => from.find([optionValue('city/survey', 'aware', code), value])!;
  const people = (code: string): number => {
    const cell = of(table, code, area.code);
    return cell.hidden ? -1 : cell.people;
  };
  expect(of(told, 'yes', 'north').hidden).toBe(false);
  expect(people('yes')).toBe(-1);
  expect(Math.abs(people('no') - 60)).toBeLessThanOrEqual(5);
  expect(Math.abs(people('answered') - 122)).toBeLessThanOrEqual(5);
}); // prettier-ignore

const AREA = { dimension: 'ward', code: 'area:a', name: 'A', kind: 'area', values: ['north', 'south'], turn: 402 } as const; // prettier-ignore
const WARDS = ['north', 'south', 'west'];

/** What is told of those who say yes, edition after edition of so many in the north and the south, beside thirty in the west. */
function editions(...counts: readonly (readonly [north: number, south: number])[]) {
  let [ward, area] = [null, null] as [ReturnType<typeof standAnswers> | null, ReturnType<typeof standAnswers> | null];
  return counts.map(([north, south]) => {
    const homes = [...new Array<string>(north).fill('north'), ...new Array<string>(south).fill('south'), ...new Array<string>(30).fill('west')];
    const no = WARDS.flatMap((each) => new Array<string>(60).fill(each));
    const columns = columnsOf(homes.length, no.length, 0, [...homes, ...no]);
    const before = ward;
    ward = standAnswers(assemble(columns), asked(0), 'ward', WARDS, POLICY, before);
    const parts = { wards: new Map([[AREA.code, AREA.values]]), told: ward, before, changed: new Set<string>() };
    area = standAnswers(assemble(withGroups(columns, [AREA])), asked(0), 'area', [AREA.code], POLICY, area, parts);
    const told = (table: typeof ward, value: string): number | null => {
      const cell = new ReleasedTable(table!).find([optionValue('city/survey', 'aware', 'yes'), value])!;
      return cell.hidden ? null : cell.people;
    };
    return { north: told(ward, 'north'), south: told(ward, 'south'), area: told(area, AREA.code) };
  });
} // prettier-ignore

test.each([[60, 8], [70, 12], [100, 10], [53, 7], [90, 8]] as const)(
  'an area of %i and %i gives way in a later edition too, where its own figure stands and a ward’s is told anew', (north, south) => {
    const [first, second, third] = editions([north, south], [north + south - 2, 2], [north + south - 2, 2]);
    expect(first!.area).not.toBeNull();
    expect(second!.north).not.toBeNull();
    expect(second!.area).toBeNull();
    expect(third!.area).toBeNull();
  },
); // prettier-ignore

test('no area is told with fewer people than a ward in it, whichever of the two stands', () => {
  const fewer: unknown[] = [];
  for (const north of [40, 43, 46, 49, 52])
    for (const south of [8, 12])
      for (const move of [-6, 5, 9])
        for (const less of [0, 4]) {
          const after = [north + move, Math.max(0, south - move - less)] as const;
          const told = editions([north, south], after, [after[0] - 4, after[1] + 9]);
          if (told.some((each) => each.north !== null && each.area !== null && each.north > each.area))
            fewer.push([north, south, after]);
        }
  expect(fewer).toEqual([]);
});

test('one person who moves from ward to ward changes nothing that is told of the area', () => {
  for (const south of [5, 6, 7, 8, 12]) {
    const [first, second] = editions([60, south], [61, south - 1]);
    expect(second).toEqual(first);
  }
});

test('an area whose wards are told anew, and leave no few people, stands', () => {
  const [first, second] = editions([60, 40], [65, 35]);
  expect(first!.area).not.toBeNull();
  expect(second!.area).toBe(first!.area);
});

it('says of a base that gave way that it is hidden, and not that few answered', () => {
  const question = { kind: 'multi-choice', options: [] } as unknown as Parameters<typeof messageOf>[0];
  const answers = (people: number | null, base: number | null) =>
    ({
      base,
      net: null,
      options: [{ code: 'a', label: 'A', role: 'option', people, percent: null, side: null }],
    }) as unknown as Parameters<typeof messageOf>[1];
  expect(messageOf(question, answers(120, null))).toMatch(/^How many people answered is hidden/);
  expect(messageOf(question, answers(20, 40))).toMatch(/^Fewer than 50 people answered/);
  expect(messageOf(question, answers(null, null))).toMatch(/^Fewer than 50 people answered/);
});

it('takes the answers for the whole where the base alone is hidden, so that cuts and measures have one', () => {
  const question = { kind: 'choice', options: [] } as unknown as Parameters<typeof wholeOf>[0];
  const chosen = (people: (number | null)[]) =>
    people.map((each) => ({ role: 'option' as const, people: each }));
  expect(wholeOf(question, { base: 480, options: chosen([300, null]) })).toBe(480);
  expect(wholeOf(question, { base: null, options: [...chosen([300, 195]), { role: 'dont-know', people: 40 }] })).toBe(495); // prettier-ignore
  expect(wholeOf(question, { base: null, options: chosen([300, null]) })).toBeNull();
  expect(tooFewForCut(null, 'sex')).toBe('How many people answered is hidden: nothing finer is told.');
  expect(tooFewForCut(495, 'sex')).toBeNull();
});

it('says why a question shows no answers, where these are no list', () => {
  const told = (label: string) => {
    const options = [{ code: 'other', label, role: 'other', people: 1_830, percent: 100, side: null }];
    return messageOf(
      { kind: 'choice', options } as unknown as Parameters<typeof messageOf>[0],
      { base: 1_830, net: null, options } as unknown as Parameters<typeof messageOf>[1],
    );
  };
  expect(told('Too many different answers for a list')).toBe('So many different answers were given that none is shown'); // prettier-ignore
  expect(told('Other answers')).toBe('No answer was given by ten people or more, so none is shown');
});

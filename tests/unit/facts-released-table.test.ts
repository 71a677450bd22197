import type { Counted } from '#counting';
import { policyP } from '#disclosure';

import { everyTable, fixedDimensions, type CountedLayout } from '../../libs/facts/src/standing/layout.js';
import { stand, type Standing } from '../../libs/facts/src/standing/stand.js';
import { fromStored, ReleasedTable, shownOf, toStored } from '../../libs/facts/src/standing/stored.js';

/** Counts of one cell of sexes and wards, whatever is asked; the margins are those of everybody. */
const counting =
  (people: number, key = 7) =>
  (dimensions: readonly string[]): Counted => ({
    dimensions,
    values: dimensions.map((dimension) => [dimension === 'ward' ? 'north' : 'female']),
    keys: dimensions.map(() => Int32Array.of(0)),
    submissions: Int32Array.of(dimensions.length < 2 ? 900 : people),
    people: Int32Array.of(dimensions.length < 2 ? 900 : people),
    arguments: Int32Array.of(people),
    personKeys: Uint8Array.of(key),
    submissionKeys: Uint8Array.of(key),
    argumentKeys: Uint8Array.of(key),
    health: Uint8Array.of(0),
  });

const POLICY = policyP('secret');
const layout: CountedLayout = {
  dimensions: ['ward', 'agency'],
  values: [
    ['north', 'south'],
    ['male', 'female'],
  ],
};
const of = async (standing: Standing, keys: string[]) => {
  const { dimensions, shown } = await toStored(standing);
  return new ReleasedTable(await shownOf(dimensions, shown)).find(keys);
};

test('what is stored is what was released, and a figure stays until five have moved from where it was set', async () => {
  const first = stand(layout, counting(90), POLICY, null);
  const shown = await of(first, ['north', 'female']);
  expect(shown).toMatchObject({ hidden: false });
  let last = await fromStored(await toStored(first));
  // One more person an edition, with keys that would bear another figure: four editions say the same, the fifth may move.
  for (const people of [91, 92, 93, 94]) {
    last = await fromStored(await toStored(stand(layout, counting(people, people * 3), POLICY, last)));
    expect(await of(last, ['north', 'female'])).toEqual(shown);
    expect([...last.setBy]).toEqual([90]);
  }
  last = stand(layout, counting(95), POLICY, last);
  expect([...last.setBy]).toEqual([95]);
});

test('a cell that nobody is in is a zero in a table of places, and hidden in one about people', async () => {
  const places = stand(layout, counting(90), POLICY, null);
  expect(await of(places, ['south', 'male'])).toMatchObject({ hidden: false, people: 0 });
  const about: CountedLayout = {
    dimensions: ['ward', 'sex'],
    values: [
      ['north', 'south'],
      ['male', 'female'],
    ],
  };
  const people = stand(about, counting(90), POLICY, null);
  expect(await of(people, ['south', 'male'])).toMatchObject({ hidden: true });
  // A zero that was told stays told, and what was hidden hidden, while fewer than five come.
  const four = stand(layout, counting(4), POLICY, stand(layout, counting(0), POLICY, null));
  expect(await of(four, ['north', 'female'])).toMatchObject({ hidden: false, people: 0 });
});

test('a value that is new in an edition moves nothing of the others', async () => {
  const first = stand(layout, counting(90), POLICY, null);
  const wider: CountedLayout = {
    dimensions: ['ward', 'agency'],
    values: [
      ['east', 'north', 'south'],
      ['male', 'other', 'female'],
    ],
  };
  const next = stand(wider, counting(93, 99), POLICY, first);
  expect(await of(next, ['north', 'female'])).toEqual(await of(first, ['north', 'female']));
  expect(await of(next, ['east', 'other'])).toMatchObject({ hidden: false, people: 0 });
  expect(await of(next, ['west', 'male'])).toBeNull();
});

test('every question of up to three values has its table', () => {
  const tables = new Set(everyTable().map((table) => table.join()));
  expect(tables.size).toBe(everyTable().length);
  expect(tables.has(fixedDimensions(['engagement', 'theme'], ['ward', 'agency']).join())).toBe(true);
  expect(tables.has(fixedDimensions(['community', 'community'], ['theme']).join())).toBe(true);
  expect(tables.has(fixedDimensions(['community', 'community'], ['community']).join())).toBe(true);
});

test('a cell that is asked for by the places of its values is the one that its keys name', () => {
  const about: CountedLayout = {
    dimensions: ['ward', 'sex'],
    values: [
      ['north', 'south'],
      ['male', 'female', 'other'],
    ],
  };
  for (const standing of [
    stand(layout, counting(90), POLICY, null),
    stand(about, counting(90), POLICY, null),
  ]) {
    const table = new ReleasedTable(standing);
    const [wards, others] = standing.layout.values as [string[], string[]];
    for (const ward of [...wards, 'west'])
      for (const other of [...others, 'nothing'])
        expect(table.peopleAt(table.valueAt(0, ward), table.valueAt(1, other))).toBe(
          table.people([ward, other]),
        );
  }
  const alone = new ReleasedTable(
    stand({ dimensions: ['ward'], values: [['north', 'south']] }, counting(90), POLICY, null),
  );
  for (const ward of ['north', 'south', 'west'])
    expect(alone.peopleAt(alone.valueAt(0, ward))).toBe(alone.people([ward]));
});

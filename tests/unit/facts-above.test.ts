import { Groups } from '#disclosure';
import { withoutAbove } from '../../libs/facts/src/standing/above.js';
import { HIDDEN, type Standing } from '../../libs/facts/src/standing/stand.js';
import { ReleasedTable } from '../../libs/facts/src/standing/stored.js';

/** A whole table as it is told: people by cell, in order; null where hidden. */
function table(values: Record<string, string[]>, people: (number | null)[]): Standing {
  const told = Int32Array.from(people, (count) => count ?? HIDDEN);
  return {
    layout: { dimensions: Object.keys(values) as Standing['layout']['dimensions'], values: Object.values(values) },
    rest: 'zero',
    cells: Int32Array.from(people, (_, cell) => cell),
    people: told,
    submissions: told,
    arguments: told,
    setBy: told,
  };
} // prettier-ignore

const AGENCIES = { agency: ['a', 'b'] };
const THEMES = { theme: ['t', 'u'] };
const shown = async (standing: Standing, wholes: Standing[], groups = new Groups([])): Promise<number[]> => {
  const tables = new Map(wholes.map((each) => [each.layout.dimensions.join(), new ReleasedTable(each)]));
  const told = await withoutAbove(standing, groups, (name) => Promise.resolve(tables.get(name) ?? null));
  expect([...told.submissions]).toEqual([...told.people]);
  expect(told.setBy).toBe(standing.setBy);
  return [...told.people];
};

test('a figure that stands above what is told of its whole is hidden, whichever dimension is dropped', async () => {
  const cells = table({ ...THEMES, ...AGENCIES }, [100, 20, 60, 50]);
  const wholes = [table(THEMES, [95, 110]), table(AGENCIES, [150, 45])];
  expect(await shown(cells, wholes)).toEqual([HIDDEN, 20, 60, HIDDEN]);
  // The same figure is not above, and a whole that is hidden or not there is none.
  expect(await shown(cells, [table(THEMES, [100, null])])).toEqual([100, 20, 60, 50]);
});

test('of a group and its part the one that gives way is hidden', async () => {
  const cells = table({ agency: ['a', 'b', 'a or b'] }, [40, 10, 35]);
  const group = { dimension: 'agency', code: 'a or b', values: ['a', 'b'] };
  expect(await shown(cells, [], new Groups([{ ...group, turn: 2 }]))).toEqual([40, 10, HIDDEN]);
  expect(await shown(cells, [], new Groups([group]))).toEqual([HIDDEN, 10, 35]);
});

import fc from 'fast-check';
import {
  cellId,
  LARGEST_NOISE,
  noiseOf,
  noiseTable,
  policyP,
  quotesAllowed,
  release,
  sumOfParts,
  type CountCell,
  type DisclosurePolicy,
  type Previous,
  type ReleasedCell,
} from '#disclosure';

/** Policy P with no noise, to see the other parts by themselves. */
const still: DisclosurePolicy = {
  ...policyP('secret'),
  refuseHiddenOver: 1,
  noise: {
    people: new Array(256).fill(0),
    submissions: new Array(256).fill(0),
    arguments: new Array(256).fill(0),
  },
};
const cell = (people: number, larger: number[] = [], more: Partial<CountCell> = {}): CountCell => ({
  keys: ['a'],
  people,
  submissions: people,
  arguments: people,
  noiseKeys: { people: 0, submissions: 0, arguments: 0 },
  larger: larger.map((count) => ({ people: count, noiseKey: 0 })),
  ...more,
});
function shown(one: CountCell, policy = still, dimensions = ['ward'], previous?: Previous): number | '[c]' {
  const outcome = release({ dimensions, filters: {}, cells: [one] }, policy, previous);
  if (!outcome.ok) throw new Error(outcome.code);
  const [out] = outcome.table.cells;
  return out!.hidden ? '[c]' : out!.people;
}

describe('noise', () => {
  test('has mean 0 and variance 2, never goes beyond 3, and only the secret knows its order', () => {
    const table = noiseTable('secret', 'people');
    expect(table).toHaveLength(256);
    expect(table.reduce((sum, noise) => sum + noise, 0)).toBe(0);
    expect(table.reduce((sum, noise) => sum + noise ** 2, 0)).toBe(2 * 256);
    expect(Math.max(...table.map(Math.abs))).toBe(LARGEST_NOISE);
    expect(noiseTable('secret', 'people')).toEqual(table);
    for (const other of [noiseTable('another', 'people'), noiseTable('secret', 'submissions')]) {
      const same = other.filter((noise, at) => noise === table[at]).length;
      expect(same).toBeLessThan(110);
      expect([...other].sort()).toEqual([...table].sort());
    }
  });

  test('is of the set of people: the same sum of keys, the same noise, however large the sum', () => {
    const table = noiseTable('secret', 'people');
    fc.assert(fc.property(fc.nat(1e6), (sum) => expect(noiseOf(table, sum)).toBe(noiseOf(table, sum + 256))));
  });

  test('hides a count that it carries below the threshold, and is never added to none', () => {
    const low = { ...still, noise: { ...still.noise!, people: new Array(256).fill(-3) } };
    expect([shown(cell(7), low), shown(cell(8), low), shown(cell(13), low), shown(cell(0), low)]).toEqual([
      '[c]',
      5,
      10,
      0,
    ]);
  });
});

describe('the guard', () => {
  test('hides a cell that is all but 1 to 4 of any larger set', () => {
    expect([shown(cell(50, [200, 54])), shown(cell(50, [51, 200])), shown(cell(0, [3]))]).toEqual([
      '[c]',
      '[c]',
      '[c]',
    ]);
    expect(shown(cell(50, [200, 60]))).toBe(50);
  });

  test('hides a cell that is all of a small larger set, and shows one that is all of a large one', () => {
    expect([shown(cell(29, [29])), shown(cell(40, [40])), shown(cell(0, [0]))]).toEqual(['[c]', 40, 0]);
  });

  test('hides a cell whose figure is not lower than that of a larger set: 5 beside 5 could only be 5 of 10', () => {
    const up: DisclosurePolicy = {
      ...still,
      noise: { ...still.noise!, people: still.noise!.people.map((_, key) => (key === 1 ? -3 : 0)) },
    };
    const beside = { ...cell(5), larger: [{ people: 10, noiseKey: 1 }] };
    expect(shown(beside, up)).toBe('[c]');
    expect(shown(cell(5, [10]))).toBe(5);
  });
});

describe('thresholds and tables', () => {
  test('cells with rows of an NHS source are hidden under 8', () => {
    expect([
      shown(cell(7)),
      shown(cell(7, [], { health: true })),
      shown(cell(8, [], { health: true })),
    ]).toEqual([5, '[c]', 10]);
  });

  test('at most three values a cell, dimensions and filters together; a table that is mostly hidden is refused', () => {
    const wide = { dimensions: ['ward', 'theme'], filters: { agency: ['a'], quarter: ['b'] }, cells: [] };
    expect(release(wide, still)).toMatchObject({ ok: false, code: 'too-many-filters' });
    const mostly = { dimensions: ['ward'], filters: {}, cells: [cell(2), cell(3), cell(90)] };
    expect(release(mostly, policyP('secret'))).toMatchObject({ ok: false, code: 'mostly-hidden' });
    expect(release({ ...mostly, cells: [cell(2), cell(90)] }, policyP('secret')).ok).toBe(true);
  });

  test('a cell without what the policy needs is never shown', () => {
    const { noiseKeys: _keys, ...bare } = cell(50, [90]);
    expect(() => shown(bare)).toThrow(/keys/);
    const { larger: _larger, ...alone } = cell(50);
    expect(() => shown(alone)).toThrow(/larger/);
  });
});

describe('figures that stay', () => {
  const before: Previous = new Map<string, ReleasedCell>([
    [cellId(['a']), { keys: ['a'], hidden: false, people: 20, submissions: 20, arguments: 20 }],
    [cellId(['b']), { keys: ['b'], hidden: true }],
  ]);

  test('until five people have entered or left', () => {
    expect(shown(cell(25, [], { moved: 4 }), still, ['ward'], before)).toBe(20);
    expect(shown(cell(25, [], { moved: 5 }), still, ['ward'], before)).toBe(25);
    expect(shown(cell(3, [], { moved: 17 }), still, ['ward'], before)).toBe('[c]');
    expect(shown(cell(8, [], { keys: ['b'], moved: 4 }), still, ['ward'], before)).toBe('[c]');
    expect(shown(cell(8, [], { keys: ['new'] }), still, ['ward'], before)).toBe(10);
    expect(() => shown(cell(25), still, ['ward'], before)).toThrow(/moved/);
  });
});

describe('lists and quotes', () => {
  test('a list is the sum of its released parts, whatever was hidden', () => {
    const part = fc.oneof(
      fc.constant<ReleasedCell>({ keys: ['x'], hidden: true }),
      fc.nat(90).map<ReleasedCell>((n) => ({
        keys: ['x'],
        hidden: false,
        people: 5 * n,
        submissions: 10 * n,
        arguments: 5 * n,
      })),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 20 }), (parts) => {
        const visible = parts.flatMap((each) => (each.hidden ? [] : [each.people]));
        const sum = sumOfParts(parts);
        if (visible.length === 0) return expect(sum).toEqual({ hidden: true });
        return expect(sum).toMatchObject({
          people: visible.reduce((total, people) => total + people, 0),
          hiddenParts: parts.length - visible.length,
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('no quote from a cell under 10, nor from a hidden one', () => {
    expect([5, 9, 10, null].map(quotesAllowed)).toEqual([false, false, true, false]);
  });
});

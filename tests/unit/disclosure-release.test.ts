import fc from 'fast-check';
import { EXACT_POLICY, hiddenReason, release, SIMPLE_POLICY, type CountCell } from '#disclosure';
import { rate, share } from '#statements';

const cell = (people: number, submissions = people, args = people, key = 'a'): CountCell => ({
  keys: [key],
  people,
  submissions,
  arguments: args,
});
const table = (cells: CountCell[], dimensions = ['ward'], filters: Record<string, string[]> = {}) => ({
  dimensions,
  filters,
  cells,
});
const released = (...asked: Parameters<typeof release>) => {
  const outcome = release(...asked);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.table;
};

describe('what may be shown of a table', () => {
  test('1 to 4 people are hidden and the rest is rounded to 5, submissions and arguments with them', () => {
    const cells = released(table([1, 4, 5, 7, 8, 12].map((n) => cell(n, 3 * n, n + 1))), SIMPLE_POLICY).cells;
    expect(cells.map((c) => (c.hidden ? '[c]' : [c.people, c.submissions, c.arguments]))).toEqual([
      '[c]',
      '[c]',
      [5, 15, 5],
      [5, 20, 10],
      [10, 25, 10],
      [10, 35, 15],
    ]);
  });

  test('a hidden cell carries nothing but its keys', () => {
    expect(released(table([cell(3, 400, 2, 'E05002078')]), SIMPLE_POLICY).cells).toEqual([
      { keys: ['E05002078'], hidden: true },
    ]);
  });

  test('a zero is told, but not in a table that describes people by dimension or by filter', () => {
    expect(released(table([cell(0)]), SIMPLE_POLICY).cells[0]).toMatchObject({ hidden: false, people: 0 });
    expect(released(table([cell(0)], ['ward', 'age-band']), SIMPLE_POLICY).cells[0]?.hidden).toBe(true);
    expect(
      released(table([cell(0)], ['ward'], { disability: ['yes'] }), SIMPLE_POLICY).cells[0]?.hidden,
    ).toBe(true);
  });

  test('the sentence is there only where something is hidden, and is the same for every cause', () => {
    const note = hiddenReason(SIMPLE_POLICY);
    expect(released(table([cell(8)]), SIMPLE_POLICY).note).toBeNull();
    expect(released(table([cell(3)]), SIMPLE_POLICY).note).toBe(note);
    expect(released(table([cell(0)], ['sex']), SIMPLE_POLICY).note).toBe(note);
  });

  test('a third filter is refused as a value; an empty list is no filter', () => {
    const three = { ward: ['a'], agency: ['b'], sex: ['female'] };
    expect(release(table([cell(50)], ['theme'], three), SIMPLE_POLICY)).toMatchObject({
      ok: false,
      code: 'too-many-filters',
    });
    expect(release(table([cell(50)], ['theme'], { ...three, sex: [] }), SIMPLE_POLICY).ok).toBe(true);
    expect(release(table([cell(50)], ['theme'], three), EXACT_POLICY).ok).toBe(true);
  });

  test('whatever is asked, no unrounded and no small number of people comes out', () => {
    const counts = fc.record({ people: fc.nat(300), more: fc.nat(50), share: fc.nat(300) });
    fc.assert(
      fc.property(fc.array(counts), (rows) => {
        const cells = rows.map((row) =>
          cell(row.people, row.people + row.more, Math.min(row.share, row.people)),
        );
        for (const out of released(table(cells), SIMPLE_POLICY).cells)
          if (!out.hidden)
            expect([out.people % 5, out.submissions % 5, out.arguments % 5]).toEqual([0, 0, 0]);
        cells.forEach((given, at) => {
          const out = released(table(cells), SIMPLE_POLICY).cells[at];
          expect(out?.hidden).toBe(given.people > 0 && given.people < 5);
        });
      }),
      { numRuns: 50 },
    );
  });

  test('an analyst’s working figures are exact', () => {
    expect(released(table([cell(1, 2, 1), cell(0)], ['sex']), EXACT_POLICY).cells).toEqual([
      { keys: ['a'], hidden: false, people: 1, submissions: 2, arguments: 1 },
      { keys: ['a'], hidden: false, people: 0, submissions: 0, arguments: 0 },
    ]);
  });
});

describe('shares and rates', () => {
  test('no share of a base under 30', () => {
    expect(share(10, 25, SIMPLE_POLICY.minimumBase)).toBeNull();
    expect(share(10, 30, SIMPLE_POLICY.minimumBase)).not.toBeNull();
  });

  test('Wilson: 81 of 263, the worked example of Newcombe (1998), is 30.8% (25.5 to 36.6)', () => {
    const found = share(81, 263, SIMPLE_POLICY.minimumBase);
    expect(found?.value).toBeCloseTo(30.8, 1);
    expect(found?.low).toBeCloseTo(25.53, 1);
    expect(found?.high).toBeCloseTo(36.62, 1);
  });

  test('a part that rounding carried above its base is the whole', () => {
    expect(share(35, 30, SIMPLE_POLICY.minimumBase)).toMatchObject({ value: 100, high: 100 });
    expect(share(0, 30, SIMPLE_POLICY.minimumBase)).toMatchObject({ value: 0, low: 0 });
  });

  test('Byar: 60 people among 3,009 residents are 19.9 per 1,000 (15.2 to 25.7); none under 10 people', () => {
    const found = rate(60, 3009);
    expect(found?.value).toBeCloseTo(19.94, 2);
    expect(found?.low).toBeCloseTo(15.21, 1);
    expect(found?.high).toBeCloseTo(25.67, 1);
    expect(rate(5, 3009)).toBeNull();
    expect(rate(60, 0)).toBeNull();
  });
});

import { describe, expect, it } from '@jest/globals';
import { cellReleaser, Groups, policyPWithGroups, release, ToldBefore } from '#disclosure';

const groups = new Groups([
  { dimension: 'quarter', code: 'now', values: ['q5', 'q6', 'q7', 'q8'] },
  { dimension: 'quarter', code: 'last five', values: ['q4', 'q5', 'q6', 'q7', 'q8'] },
  { dimension: 'ward', code: 'north', values: ['a', 'b'] },
]);

describe('declared groups', () => {
  it('are larger sets of what they hold, group in group too', () => {
    expect(groups.holders('quarter', 'q5')).toEqual(['now', 'last five']);
    expect(groups.holders('quarter', 'now')).toEqual(['last five']);
    expect(groups.holders('quarter', 'q4')).toEqual(['last five']);
    expect(groups.holders('theme', 'q5')).toEqual([]);
    const cell = [
      { dimension: 'ward', code: 'a' },
      { dimension: 'quarter', code: 'now' },
    ];
    expect(groups.largerThan(cell)).toEqual([
      [{ dimension: 'quarter', code: 'now' }],
      [
        { dimension: 'ward', code: 'north' },
        { dimension: 'quarter', code: 'now' },
      ],
      [{ dimension: 'ward', code: 'a' }],
      [
        { dimension: 'ward', code: 'a' },
        { dimension: 'quarter', code: 'last five' },
      ],
    ]);
  });

  it('give way to what is told before them: values, then narrower groups', () => {
    const some = new Groups([
      { dimension: 'quarter', code: 'now', values: ['q5', 'q6', 'q7', 'q8'] },
      { dimension: 'quarter', code: 'pair', values: ['q6', 'q7'], turn: 2 },
      { dimension: 'quarter', code: 'last five', values: ['q4', 'q5', 'q6', 'q7', 'q8'], turn: 5 },
    ]);
    expect(some.holders('quarter', 'q6')).toEqual(['now']);
    expect(some.holders('quarter', 'pair')).toEqual(['now']);
    expect(some.holders('quarter', 'now')).toEqual([]);
    expect(some.before('quarter', 'pair')).toEqual(['q6', 'q7']);
    expect(some.before('quarter', 'last five').toSorted()).toEqual([
      'now',
      'pair',
      'q4',
      'q5',
      'q6',
      'q7',
      'q8',
    ]);
    expect(some.before('quarter', 'now')).toEqual([]);
  });

  it('hide the group and not the value where one to four people tell them apart, or none and they are few', () => {
    const { noise: _none, ...policy } = policyPWithGroups('secret');
    const releaser = cellReleaser(policy, ['quarter']);
    const group = (people: number, within: number, figure = 5 * Math.round(within / 5)): boolean =>
      releaser({
        ...{ keys: ['pair'], people, submissions: people, arguments: people },
        larger: [{ people: 900, noiseKey: 1 }],
        smaller: [{ people: within, figure }],
      }).hidden;
    expect([50, 51, 54, 55, 60].map((people) => group(people, 50))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
    expect([20, 24, 26].map((people) => group(people, 20))).toEqual([true, true, false]);
    // Figures that touch though other people are in the group would leave one pair of counts possible.
    expect([group(57, 52, 55), group(57, 52, 50)]).toEqual([true, false]);
    expect(group(50, 0)).toBe(false);
  });

  it('hold what is told two groups deep, where the group between is hidden', () => {
    const told = new ToldBefore(4);
    told.note(0, 50, { keys: [], hidden: false, people: 50, submissions: 50, arguments: 50 }, []);
    told.note(1, 3, { keys: [], hidden: true }, []);
    told.note(2, 53, { keys: [], hidden: true }, [0, 1]);
    expect(told.within([1, 2])).toEqual([{ people: 50, figure: 50 }]);
    expect(told.within([1, 3])).toEqual([]);
  });

  it('are not asked what they hold of nobody, unless a figure of an edition before stands there', () => {
    const told = new ToldBefore(3);
    expect([told.canHold(0), told.canHold(1)]).toEqual([false, true]);
    told.note(0, 0, { keys: [], hidden: false, people: 0, submissions: 0, arguments: 0 }, []);
    expect(told.canHold(0)).toBe(false);
    told.note(1, 0, { keys: [], hidden: false, people: 5, submissions: 5, arguments: 5 }, []);
    expect(told.canHold(0)).toBe(true);
  });

  it('are refused where they hold nothing or share a code', () => {
    const group = { dimension: 'ward', code: 'x', values: ['a'] };
    expect(() => new Groups([{ ...group, values: [] }])).toThrow('holds nothing');
    expect(() => new Groups([group, group])).toThrow('two groups');
  });

  it('come with a policy that tells no zero of a ward or an option', () => {
    const policy = policyPWithGroups('secret');
    const none = {
      keys: ['x'],
      people: 0,
      submissions: 0,
      arguments: 0,
      larger: [{ people: 90, noiseKey: 1 }],
    };
    const hidden = (dimension: string): boolean => {
      const outcome = release(
        { dimensions: [dimension], filters: {}, cells: [none] },
        { ...policy, refuseHiddenOver: 1 },
      );
      return !outcome.ok || outcome.table.cells[0]!.hidden;
    };
    expect(['ward', 'option', 'theme'].map(hidden)).toEqual([true, true, false]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { Groups, policyPWithGroups, release } from '#disclosure';

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

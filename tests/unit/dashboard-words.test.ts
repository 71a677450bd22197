import { describe, expect, it } from '@jest/globals';
import { csvOf } from '../../apps/dashboard/src/tables/columns.js';
import {
  count,
  day,
  listed,
  moment,
  percent,
  range,
  signed,
} from '../../apps/dashboard/src/figures/format.js';

describe('numbers and dates as they are written', () => {
  it('has commas, a real minus, ranges in words and shares by their base', () => {
    expect(count(12_480)).toBe('12,480');
    expect(range(12_310, 12_690)).toBe('12,310\u00a0to\u00a012,690');
    const said = {
      key: 'said',
      head: 'Said',
      cell: () => null,
      csv: { values: () => [`Rose (${range(3, 9)})`, 4] },
    };
    expect(csvOf([said], [{}]).rows).toEqual([['Rose (3 to 9)', 4]]);
    expect([signed(1.23), signed(-1.9), signed(0.01), signed(1240, 0)]).toEqual([
      '+1.2',
      '−1.9',
      '0.0',
      '+1,240',
    ]);
    expect([percent(24.96, 11_640), percent(24.96, 999)]).toEqual(['25.0%', '25%']);
  });

  it('writes days and times as people do, in the city’s own time', () => {
    expect(day('2025-06-10')).toBe('10 June 2025');
    expect(moment('2025-06-10T08:30:00Z')).toBe('10 June 2025, 9:30');
  });

  it('lists words so that an "and" of their own does not mislead', () => {
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
    expect(listed(['young people', 'lighting and environment'])).toBe(
      'young people, and lighting and environment',
    );
  });
});

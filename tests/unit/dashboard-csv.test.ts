import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvCell, csvText, parseCsv, unguarded } from '../../apps/dashboard/src/tables/csv.js';

describe('CSV of the dashboard', () => {
  it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', ' =1', '＝1', '%0A', '|calc'])(
    'makes %j safe',
    (text) => {
      expect(csvCell(text).replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  it('leaves numbers numbers, negative ones too', () => {
    expect([csvCell(-4.5), csvCell(0), csvCell(null), csvCell('plain')]).toEqual(['-4.5', '0', '', 'plain']);
  });

  it('no cell can begin a formula, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(csvCell(text).replace(/^"/, '')).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
  });

  it('gives back every cell that it wrote, guards removed', () => {
    const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\r\n]/g, ' '));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        // Text that already begins with a guard cannot be told from a guarded one.
        fc.pre(rows.flat().every((text) => !text.startsWith("'") && !text.startsWith('\uFEFF')));
        const read = parseCsv(csvText(['a', 'b', 'c'], rows)).slice(1);
        expect(read.map((row) => row.map(unguarded))).toEqual(rows);
      }),
    );
  });

  it('reads quoted commas, quotes and line breaks', () => {
    expect(parseCsv('\uFEFFa,b\r\n"x, ""y""","two\r\nlines"\r\n')).toEqual([
      ['a', 'b'],
      ['x, "y"', 'two\r\nlines'],
    ]);
  });
});

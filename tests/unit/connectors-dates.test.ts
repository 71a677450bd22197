import { decideOrder, parseDate } from '../../libs/connectors/src/mapping/dates.js';

const column = (...values: string[]): { row: number; value: string }[] =>
  values.map((value, at) => ({ row: at + 2, value }));

describe('dates', () => {
  test.each([
    [
      'a day over 12 settles the whole column',
      column('04/09/2013', '13/09/2013'),
      { ok: true, order: 'day-first' },
    ],
    [
      'a month place over 12 settles it the other way',
      column('04/09/2013', '09/13/2013'),
      { ok: true, order: 'month-first' },
    ],
    ['nothing over 12 is a question', column('04/09/2013', '05/10/2013'), { ok: false, why: 'unknown' }],
    [
      'both ways is a question that names the rows',
      column('13/09/2013', '09/14/2013'),
      { ok: false, why: 'mixed', dayFirstRow: 2, monthFirstRow: 3 },
    ],
    ['ISO dates need no order', column('2013-09-04', '2013-10-05'), { ok: true }],
    ['nor do dates whose day is their month', column('03/03/2013'), { ok: true }],
    [
      'a date that never was settles nothing',
      column('45/99/2013', '04/09/2013'),
      { ok: false, why: 'unknown' },
    ],
  ])('%s', (_, given, expected) => expect(decideOrder(given)).toMatchObject(expected));

  test.each([
    ['04/09/2013', 'day-first', '2013-09-04'],
    ['04/09/2013', 'month-first', '2013-04-09'],
    ['4.9.13 10:30', 'day-first', '2013-09-04'],
    ['2013-09-04T23:59:00+01:00', 'day-first', '2013-09-04'],
    ['20130904', 'day-first', '2013-09-04'],
    ['3 March 2024', 'day-first', '2024-03-03'],
    ['04-Mar-1961', 'day-first', '1961-03-04'],
    ['1st Sept 2020', 'day-first', '2020-09-01'],
    ['March 5, 2021', 'day-first', '2021-03-05'],
    ['Wed Jul 27 21:56:00 WIB 2022', 'day-first', '2022-07-27'],
    ['1658933760180', 'day-first', '2022-07-27'],
    ['29/02/2024', 'day-first', '2024-02-29'],
    ['1900-02-29', 'day-first', null],
    ['29/02/2023', 'day-first', null],
    ['13/13/2013', 'day-first', null],
    ['2013', 'day-first', null],
    ['soon', 'day-first', null],
    ['04/09/20135', 'day-first', null],
  ] as const)('%s read %s is %s', (written, order, expected) =>
    expect(parseDate(written, order)).toBe(expected),
  );
});

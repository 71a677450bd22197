import { connector, readingOf, type DeliveredFile, type FileReading } from '#connectors';

import { makeWorkbook, textRow } from '../support/make-workbook.js';
import { known, many, read, TODAY } from '../support/read-sheet.js';

const kinds = ({ questions }: FileReading): [string, string][] =>
  questions.map(({ text, kind }) => [text, kind]);

describe('workbooks of several sheets', () => {
  const answers = (from: number): string =>
    textRow(1, ['Ref', 'How often do you come?', 'Comments']) +
    many(8, (at) =>
      textRow(at + 2, [`R${from + at}`, ['Daily', 'Weekly'][at % 2]!, `Lamps are out in lane ${at}`]),
    ).join('');
  const sheet = (name: string, rows: string, state?: 'hidden') => ({
    name,
    rows,
    ...(state ? { state } : {}),
  });

  it('are read at the third sheet where the answers are there, a hidden list beside', async () => {
    const reading = await read(
      makeWorkbook({
        sheets: [
          sheet('Summary', textRow(1, ['Daily', '4']) + textRow(2, ['Weekly', '4'])),
          sheet('Lookup', textRow(1, ['Code', 'Meaning']) + textRow(2, ['1', 'Daily']), 'hidden'),
          sheet('Paper forms', answers(0)),
        ],
      }),
      'third.xlsx',
    );
    expect(reading).toMatchObject({ sheet: 'Paper forms', people: 8, asks: [], status: 'ready' });
  });

  it.each([
    ['another sheet with the same columns', sheet('April', answers(50)), 'sheet'],
    ['a hidden one with the same columns', sheet('Old', answers(50), 'hidden'), 'hidden-sheet'],
  ])('are asked about where there is %s', async (_what, second, about) => {
    const reading = await read(makeWorkbook({ sheets: [sheet('March', answers(0)), second] }), 'two.xlsx');
    expect(reading).toMatchObject({ sheet: 'March', people: 8 });
    expect(reading.asks.map((each) => each.about)).toEqual([about]);
  });

  it('are asked about where a short sheet has much of the columns, named by another hand', async () => {
    const paper =
      textRow(1, ['ref ', 'How often do you come?', 'What they said', 'Typed by']) +
      textRow(2, ['P1', 'Daily', 'More seats at the stop', 'JB']);
    const reading = await read(
      makeWorkbook({ sheets: [sheet('Online', answers(0)), sheet('Paper', paper)] }),
      'paper.xlsx',
    );
    expect(reading).toMatchObject({ sheet: 'Online', people: 8 });
    expect(reading.asks).toMatchObject([{ about: 'sheet', why: expect.stringContaining('"Paper"') }]);
  });

  it('are read at the main sheet where another holds its repeated parts, and that is said', async () => {
    const members =
      textRow(1, ['household/age', 'household/sex', '_index', '_parent_table_name', '_parent_index']) +
      many(30, (at) => textRow(at + 2, [`${at}`, 'female', `${at}`, 'main', `${at % 8}`])).join('');
    const reading = await read(
      makeWorkbook({ sheets: [sheet('main', answers(0)), sheet('household', members)] }),
      'repeats.xlsx',
    );
    expect(reading).toMatchObject({ sheet: 'main', people: 8 });
    expect(reading.asks).toMatchObject([{ about: 'sheet', why: expect.stringContaining('"household"') }]);
  });

  it('keep a person’s own label below a heading', async () => {
    const rows =
      textRow(1, ['Ref', 'About the bus', '', 'What people said']) +
      textRow(2, ['', 'How often?', 'Happy with it?', 'Comments']) +
      many(9, (at) =>
        textRow(at + 3, [
          `R${at}`,
          ['Daily', 'Never'][at % 2]!,
          ['Yes', 'No'][at % 2]!,
          `It is late at stop ${at}`,
        ]),
      ).join('');
    const reading = await read(makeWorkbook({ sheets: [sheet('S', rows)] }), 'headings.xlsx');
    expect(reading.questions.at(-1)).toMatchObject({
      text: 'What people said - Comments',
      kind: 'free-text',
    });
  });
});

describe('a web page under another name', () => {
  const page = (table: string): string =>
    `<html><head><title>R &amp; D</title><style>td{x:1}</style></head><body>${table}</body></html>`;
  const row = (cells: string[], tag = 'td'): string =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;

  it('is read by its largest table: spans, line ends and character references as a browser shows them', async () => {
    const rows = many(12, (at) =>
      row([
        `R${at}`,
        ['Daily', 'Weekly'][at % 2]!,
        at ? `It isn&#39;t lit &amp; it&nbsp;floods<br>at ${at}` : '&lt;none&gt; of it',
      ]),
    );
    const reading = await read(
      page(`<table><tr><td>menu</td></tr></table><TABLE border=1>
        <tr><td colspan=3>Survey of the lanes</td></tr>${row(['Ref', 'How often do you come?', 'Comments'], 'th')}${rows.join('\n')}</TABLE>`),
      'report.xls',
    );
    expect(reading).toMatchObject({ people: 12, headerRows: [2], status: 'ready' });
    expect(kinds(reading)).toEqual([
      ['How often do you come?', 'scale'],
      ['Comments', 'free-text'],
    ]);
  });

  it('costs no more where signs are never closed', async () => {
    const before = process.cpuUsage();
    for (const sign of ['<!-- ', '<td', '<', '<!-- -->', '<td><!--'])
      await read(page(`<table><tr><td>${sign.repeat(60_000)}`), 'report.xls');
    await read('<!---->'.repeat(2_000), 'report.xls');
    await read([
      ['Ref', `Which?${'? ('.repeat(10_000)}`, `Which?${'? ('.repeat(9_999)}`],
      ['1', 'a', 'b'],
    ]);
    // Unbounded, each of these takes minutes. Processor time: a busy machine makes nobody slower.
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(20);
  });

  it.each([
    ['a page without a table', page('<p>Please sign in</p>'), 'format-unknown'],
    [
      'a workbook in the XML of 2003',
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      'format-unknown',
    ],
  ])('is refused with the reason: %s', async (_what, text, code) => {
    const reading = await read(text, 'report.xls');
    expect(reading).toMatchObject({ status: 'refused', asks: [{ about: code }] });
  });
});

describe('a workbook with a sheet a month', () => {
  const month = (name: string, from: number): { name: string; rows: string } => ({
    name,
    rows:
      textRow(1, ['Ref', 'How often do you come?', 'Comments']) +
      many(8, (at) =>
        textRow(at + 2, [
          `R${from + at}`,
          ['Daily', 'Weekly'][at % 2]!,
          `Lamps are out in lane ${from + at}`,
        ]),
      ).join(''),
  });
  const file = (...sheets: ReturnType<typeof month>[]): DeliveredFile => ({
    name: 'months.xlsx',
    mediaType: null,
    bytes: makeWorkbook({ sheets }),
  });

  it('is held where one comes that the mapping does not know, and read where a person leaves it out', async () => {
    const first = file(month('June', 0), month('May', 50));
    const { mapping } = await readingOf(first, known, null, TODAY);
    const spreadsheet = (await connector('spreadsheet'))!;
    expect((await spreadsheet.read([first], mapping)).status).toBe('read');
    const next = file(month('June', 0), month('May', 50), month('July', 90));
    const outcome = await spreadsheet.read([next], mapping);
    expect(outcome).toMatchObject({ status: 'held', code: 'sheet-unknown' });
    expect((await readingOf(next, known, mapping, TODAY)).reading.asks).toMatchObject([
      { about: 'sheet', why: expect.stringMatching(/"July" has the same columns/) as unknown },
    ]);
    const suggested = outcome.status === 'held' ? outcome.suggestedMapping : null;
    expect(await spreadsheet.read([next], suggested)).toMatchObject({ status: 'read', files: [{ rows: 8 }] });
  });
});

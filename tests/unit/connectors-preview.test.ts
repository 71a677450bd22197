import { preview, suggestMapping, toSafeCsv } from '#connectors';
import { parse } from 'csv-parse/sync';
import { deliver, fileOf } from '../support/deliver-file.js';

const SHEET = `Response ID,Submitted,Full name,E-mail,Post code,How old are you?,Ethnic group,Ward,IP address,How safe do you feel? (1-5),What one thing would you change about your area and why?
1,21/03/2024,Synthia Example,synthia@example.org,PL4 8AA,16-24,White British,Drake,192.0.2.1,4,Synthetic: the street lamp at the corner has been broken for a year
2,22/03/2024,Testa Sample,testa@example.org,PL1 1AA,35-49,Asian,Stoke,192.0.2.2,2,Synthetic: more buses in the evening would let me visit my sister
`;

describe('a sheet nobody has described', () => {
  const labels = SHEET.split('\n')[0]?.split(',') ?? [];
  const rows = parse(SHEET, { columns: true }) as Record<string, string>[];

  test('gets a mapping with a reason for every column', () => {
    const { mapping, columns, questions } = suggestMapping(labels, rows);
    expect(columns.map(({ as }) => as)).toEqual([
      'submission-id',
      'date',
      'respondent',
      'respondent',
      'respondent',
      'demographic',
      'demographic',
      'place',
      'ignore',
      'question',
      'question',
    ]);
    for (const { confidence, reason } of columns) {
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(reason).not.toMatch(/Synthia|example\.org/);
    }
    expect(mapping.columns.slice(-2)).toMatchObject([{ kind: 'number' }, { kind: 'free-text' }]);
    expect(questions.join(' ')).toContain('engagement');
  });

  test('has more columns than a mapping may name, and is shown all the same', async () => {
    const labels = Array.from({ length: 2_500 }, (_, at) => `Question ${at + 1}`);
    const wide = `${labels.join(',')}\n${labels.map(() => 'Synthetic').join(',')}\n`;
    const [seen] = await preview([fileOf('wide.csv', wide)]);
    expect(seen).toMatchObject({ ok: true, rowCount: 1 });
  });

  test('that reads the sheet at once', async () => {
    const { mapping } = suggestMapping(labels, rows);
    const { records, rejections } = await deliver('spreadsheet', mapping, [fileOf('a.csv', SHEET)]);
    expect(rejections).toEqual([]);
    expect(records).toMatchObject([
      {
        externalId: '1',
        submittedOn: '2024-03-21',
        place: 'Drake',
        respondent: { email: 'synthia@example.org' },
      },
      {},
    ]);
  });

  test('is shown as decoded, with what was taken for granted', async () => {
    const bytes = Uint8Array.from([
      ...new TextEncoder().encode('name;caf'),
      0xe9,
      ...new TextEncoder().encode('\nx;y\nx\n'),
    ]);
    const [shown] = await preview([fileOf('a.csv', bytes)]);
    expect(shown).toMatchObject({
      ok: true,
      kind: 'csv',
      encoding: 'windows-1252',
      header: ['name', 'café'],
      rowCount: 2,
      unusable: 1,
      rows: [{ row: 2, cells: ['x', 'y'] }],
    });
    expect(shown?.ok && shown.assumptions.join(' ')).toContain('Windows-1252');
    const [other] = await preview([fileOf('a.csv', bytes)], {
      layout: { encoding: 'iso-8859-15', headerRows: 0 },
    });
    expect(other).toMatchObject({ ok: true, encoding: 'iso-8859-15', header: ['A', 'B'], rowCount: 3 });
    expect(await preview([fileOf('a.xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1]))])).toMatchObject([
      { ok: false, status: 'refused', code: 'format-unknown' },
    ]);
  });

  test('says which columns of a given mapping are missing or unknown', async () => {
    const mapping = { engagement: { key: 'k', title: 'T' }, columns: [{ column: 'gone', as: 'place' }] };
    const [shown] = await preview([fileOf('a.csv', 'here\nx\n')], mapping);
    expect(shown).toMatchObject({ ok: true, missing: ['gone'], unknown: ['here'] });
  });
});

describe('CSV that leaves the hub', () => {
  test('runs nowhere as a formula and reads back as it was', () => {
    const cells = [
      '=1+1',
      '+44 20',
      '-5',
      '-cmd',
      '@SUM',
      '\t=x',
      ' =1',
      '＝1',
      'plain',
      'a,"b"\nc',
      '12.5',
      null,
      '|x',
      '%0A',
      "'=x",
    ];
    const csv = toSafeCsv(
      cells.map((_, at) => `c${at}`),
      [cells],
    );
    const [, row] = parse(csv, { bom: true }) as string[][];
    expect(row).toEqual([
      "'=1+1",
      "'+44 20",
      '-5',
      "'-cmd",
      "'@SUM",
      "'\t=x",
      "' =1",
      "'＝1",
      'plain',
      'a,"b"\nc',
      '12.5',
      '',
      "'|x",
      "'%0A",
      "'=x",
    ]);
  });
});

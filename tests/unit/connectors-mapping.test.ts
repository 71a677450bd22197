import { deliver, fileOf, rejectedRows } from '../support/deliver-file.js';

const question = (column: string | number, key: string, more: object = {}): object => ({
  column,
  as: 'question',
  key,
  kind: 'free-text',
  ...more,
});
const ENGAGEMENT = { key: 'k', title: 'T' };
const mappingOf = (columns: object[], more: object = {}): Record<string, unknown> => ({
  engagement: ENGAGEMENT,
  columns,
  ...more,
});

describe('columns that moved', () => {
  const mapping = mappingOf([
    { column: 'Postcode', as: 'respondent', field: 'postcode' },
    question('Your comment', 'comment'),
  ]);

  test('a renamed column holds the delivery; the suggested mapping reads it', async () => {
    const file = fileOf('a.csv', 'Your comments,Post code\nhello,PL1 1AA\n');
    const { outcome } = await deliver('spreadsheet', mapping, [file]);
    expect(outcome).toMatchObject({
      status: 'held',
      code: 'column-missing',
      reason: expect.stringContaining('"Postcode"') as string,
    });
    const suggested = (outcome as { suggestedMapping: unknown }).suggestedMapping;
    const { records } = await deliver('spreadsheet', suggested, [file]);
    expect(records).toMatchObject([
      { respondent: { postcode: 'PL1 1AA' }, answers: [{ question: { key: 'comment' }, text: 'hello' }] },
    ]);
  });

  test('columns in another order are no matter', async () => {
    const { records } = await deliver('spreadsheet', mapping, [
      fileOf('a.csv', 'Your comment,Postcode\nhello,PL1 1AA\n'),
    ]);
    expect(records).toMatchObject([{ respondent: { postcode: 'PL1 1AA' }, answers: [{ text: 'hello' }] }]);
  });

  test('an unknown column holds the delivery by its letter, unless others are to be passed over', async () => {
    const file = fileOf('a.csv', 'Postcode,Your comment,Jane Planted\nPL1 1AA,hello,x\n');
    const { outcome } = await deliver('spreadsheet', mapping, [file]);
    expect(outcome).toMatchObject({
      status: 'held',
      code: 'column-unknown',
      reason: expect.stringContaining('Column C') as string,
    });
    expect(JSON.stringify({ ...outcome, suggestedMapping: null })).not.toContain('Planted');
    const { records, outcome: read } = await deliver('spreadsheet', { ...mapping, otherColumns: 'ignore' }, [
      file,
    ]);
    expect(records.length).toBe(1);
    // What nobody asked for goes no further.
    expect(read.status === 'read' && Object.keys(read.rows[0]?.cells ?? {})).toEqual([
      'Postcode',
      'Your comment',
    ]);
  });

  test('no-break and doubled blanks and case in labels make no difference', async () => {
    const { records } = await deliver('spreadsheet', mapping, [
      fileOf('a.csv', 'POSTCODE ,Your\u00a0 comment\nPL1 1AA,hello\n'),
    ]);
    expect(records.length).toBe(1);
  });
});

describe('rows', () => {
  const mapping = mappingOf([question(1, 'text'), { column: 2, as: 'place' }]);

  test('ragged, blank and broken rows are rejected with their place, and none is lost', async () => {
    const text = 'text,ward\nfine,Drake\nshort\nlong,Drake,more\n,\nNA,?\n,Stoke\n"bro"ken,x\n\nlast,Drake\n';
    const delivered = await deliver('spreadsheet', mapping, [fileOf('a.csv', text)]);
    expect(delivered.rejections.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, null, 'row-short'],
      [4, 'C', 'row-long'],
      [5, null, 'row-empty'],
      [8, null, 'quote-stray'],
      [6, null, 'row-empty'],
    ]);
    expect(delivered.records.map(({ row }) => row)).toEqual([2, 7, 10]);
    expect(delivered.rows).toBe(delivered.records.length + rejectedRows(delivered));
    expect(delivered.outcome.status === 'read' && delivered.outcome.unread?.map(({ row }) => row)).toEqual([
      3, 4, 5, 8,
    ]);
  });

  test('a place without an answer is still a submission', async () => {
    const { records } = await deliver('spreadsheet', mapping, [fileOf('a.csv', 'text,ward\n,Stoke\n')]);
    expect(records).toMatchObject([{ kind: 'submission', place: 'Stoke', answers: [] }]);
  });

  test('a file without labels goes by position', async () => {
    const { records } = await deliver('spreadsheet', { ...mapping, layout: { headerRows: 0 } }, [
      fileOf('a.csv', 'one,Drake\ntwo\n'),
    ]);
    expect(records).toMatchObject([
      { row: 1, place: 'Drake', answers: [{ text: 'one' }] },
      { row: 2, place: null, answers: [{ text: 'two' }] },
    ]);
  });

  test('a cell whose text was damaged before it came is set aside, its row is not; a column that nobody reads is no matter', async () => {
    const delivered = await deliver('spreadsheet', { ...mapping, otherColumns: 'ignore' }, [
      fileOf('a.csv', 'text,ward,x\nlo\ufffdst,a,b\nkept,a,\ufffd\n'),
    ]);
    expect(delivered.notUsed).toMatchObject([{ row: 2, column: 'A', code: 'text-damaged' }]);
    expect(delivered.rejections).toEqual([]);
    expect(delivered.records).toMatchObject([
      { row: 2, answers: [] },
      { row: 3, answers: [{ text: 'kept' }] },
    ]);
  });

  test('Excel’s hint of the delimiter moves no row number', async () => {
    const { records } = await deliver('spreadsheet', mapping, [
      fileOf('a.csv', 'sep=;\ntext;ward\nx;Drake\n'),
    ]);
    expect(records).toMatchObject([{ row: 3, answers: [{ text: 'x' }], place: 'Drake' }]);
  });
});

describe('layouts', () => {
  test('two header rows with the upper one over several columns, one option a column', async () => {
    const text = 'Id,Which matter?,,Comment\n,Buses,Parks,\n1,1,0,hi\n2,,Parks,\n';
    const mapping = mappingOf(
      [
        { column: 'Id', as: 'submission-id' },
        {
          as: 'options',
          key: 'matter',
          text: 'Which matter?',
          columns: { 'Which matter? - Buses': 'Buses', 'Which matter? - Parks': 'Parks' },
        },
        question('Comment', 'comment'),
      ],
      { layout: { headerRows: 2 } },
    );
    const { records, outcome } = await deliver('spreadsheet', mapping, [fileOf('a.csv', text)]);
    expect(outcome.status).toBe('read');
    expect(records).toMatchObject([
      { externalId: '1', answers: [{ options: ['Buses'] }, { text: 'hi' }] },
      { externalId: '2', answers: [{ options: ['Parks'] }] },
    ]);
  });

  test('titles above and totals below are no data', async () => {
    const text = 'Export of 3 May\n\ntext,ward\nx,Drake\nTotal,1\n';
    const { records } = await deliver(
      'spreadsheet',
      mappingOf([question('text', 't'), { column: 'ward', as: 'place' }], {
        layout: { skipRows: 1, footerRows: 1 },
      }),
      [fileOf('a.csv', text)],
    );
    expect(records.map(({ row }) => row)).toEqual([4]);
  });

  test('a column says which engagement, another which question a row answers', async () => {
    const mapping = {
      columns: [
        { column: 'survey', as: 'engagement-key' },
        { column: 'title', as: 'engagement-title' },
        question('comment', 'c', {
          by: {
            column: 'type',
            questions: { a: { key: 'why', text: 'Why?' }, b: { key: 'how', text: 'How?' } },
          },
        }),
      ],
    };
    const delivered = await deliver('spreadsheet', mapping, [
      fileOf('a.csv', 'survey,title,type,comment\ns1,One,a,x\ns2,Two,b,y\ns2,Two,c,z\n,,a,w\n'),
    ]);
    expect(delivered.records).toMatchObject([
      { engagement: { key: 's1', title: 'One' }, answers: [{ question: { key: 'why', text: 'Why?' } }] },
      { engagement: { key: 's2', title: 'Two' }, answers: [{ question: { key: 'how' } }] },
    ]);
    expect(delivered.rejections).toMatchObject([
      { row: 4, column: 'type', code: 'question-unknown' },
      { row: 5, code: 'engagement-missing' },
    ]);
  });
});

describe('values', () => {
  test('value maps, blanks, numbers and harmonised codes', async () => {
    const mapping = mappingOf([
      question('score', 'score', { kind: 'number', values: { 'Very good': '5', 9: null } }),
      { column: 'age', as: 'demographic', characteristic: 'age', wording: 'bands' },
      { column: 'sex', as: 'demographic', characteristic: 'sex', values: { 1: 'male' } },
    ]);
    const { records, rejections, notUsed } = await deliver('spreadsheet', mapping, [
      fileOf(
        'a.csv',
        'score,age,sex\nvery  good,16-24,1\n9,26-39,F\n3,NULL,Prefer not to say\nseven or 8,80+,X\n',
      ),
    ]);
    const codes = records.map(
      (record) => record.kind === 'submission' && record.demographics.map(({ code }) => code),
    );
    expect(codes).toEqual([
      ['15-24', 'male'],
      ['26-39', 'female'],
      ['blank', 'prefer-not-to-say'],
      [expect.any(String), expect.any(String)],
    ]);
    expect(records).toMatchObject([
      { answers: [{ value: 5 }] },
      { answers: [] },
      { answers: [{ value: 3 }] },
      { answers: [] },
    ]);
    expect(rejections).toEqual([]);
    expect(notUsed).toMatchObject([{ row: 5, column: 'score', code: 'number-invalid' }]);
    expect(JSON.stringify(notUsed)).not.toContain('seven');
  });

  test('dates that the column can’t settle hold the delivery; the mapping’s answer settles them', async () => {
    const mapping = mappingOf([{ column: 'date', as: 'date' }, question('text', 't')]);
    const file = fileOf('a.csv', 'date,text\n04/09/2013,x\n05/10/2013,y\n');
    const { outcome } = await deliver('spreadsheet', mapping, [file]);
    expect(outcome).toMatchObject({ status: 'held', code: 'date-order-unknown' });
    const { records } = await deliver(
      'spreadsheet',
      (outcome as { suggestedMapping: unknown }).suggestedMapping,
      [file],
    );
    expect(records).toMatchObject([{ submittedOn: '2013-09-04' }, { submittedOn: '2013-10-05' }]);
  });

  test.each([
    ['pl4 oaa', 'PL4 0AA'],
    ['PL48AA', 'PL4 8AA'],
    ['EC1A 1BB', 'EC1A 1BB'],
    ['PLO 1AA', 'PL0 1AA'],
    ['somewhere', 'somewhere'],
    ['PL4', 'PL4'],
  ])('postcode %s becomes %s', async (given, expected) => {
    const { records } = await deliver(
      'spreadsheet',
      mappingOf([{ column: 'p', as: 'respondent', field: 'postcode' }]),
      [fileOf('a.csv', `p\n${given}\n`)],
    );
    expect(records).toMatchObject([{ respondent: { postcode: expected } }]);
  });

  test('free text is kept to the last blank', async () => {
    const text = '  =SUM(A1)\n<b>“quoted”</b> \u00a0';
    const { records } = await deliver('spreadsheet', mappingOf([question('t', 't')]), [
      fileOf('a.json', JSON.stringify([{ t: text }])),
    ]);
    expect(records).toMatchObject([{ answers: [{ text }] }]);
  });
});

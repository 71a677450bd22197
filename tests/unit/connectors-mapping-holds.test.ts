import { connector, type Connector } from '#connectors';
import { fileOf } from '../support/deliver-file.js';

const spreadsheet = (await connector('spreadsheet')) as Connector;
const engagement = { key: 'k', title: 'Synthetic' };

describe('a mapping that contradicts itself is refused in plain words', () => {
  test.each([
    [
      'a key twice',
      [
        { column: 'A', as: 'question', key: 'x' },
        { column: 'B', as: 'question', key: 'x' },
      ],
      /same key "x"/,
    ],
    [
      'two ids',
      [
        { column: 'A', as: 'submission-id' },
        { column: 'B', as: 'submission-id' },
        { column: 'C', as: 'place' },
      ],
      /both the id/,
    ],
  ])('%s', (_, columns, words) => {
    expect(spreadsheet.checkMapping({ engagement, columns })?.reason).toMatch(words);
  });

  test('half of a question and its answer', () => {
    const mapping = {
      engagement,
      columns: [{ column: 'A', as: 'place' }],
      lines: { person: 'P', question: 'Q' },
    };
    expect(spreadsheet.checkMapping(mapping)?.reason).toMatch(/lines/);
  });
});

describe('a file that contradicts its mapping is held', () => {
  test('by a date that can’t have the order that was said', async () => {
    const mapping = {
      engagement,
      columns: [
        { column: 'Date', as: 'date', order: 'day-first' },
        { column: 'Comment', as: 'question', key: 'c' },
      ],
    };
    const outcome = await spreadsheet.read(
      [fileOf('a.csv', 'Date,Comment\n03/04/2026,x\n03/29/2026,y\n')],
      mapping,
    );
    expect(outcome).toMatchObject({
      status: 'held',
      code: 'date-order-contradicted',
      rejections: [{ row: 3 }],
    });
    const fine = await spreadsheet.read(
      [fileOf('a.csv', 'Date,Comment\n03/04/2026,x\n29/03/2026,y\n')],
      mapping,
    );
    expect(fine.status).toBe('read');
  });

  test('by questions that changed places around labels that stand twice', async () => {
    const mapping = {
      engagement,
      columns: [
        { column: 'Close the baths?', as: 'question', key: 'baths', kind: 'choice' },
        { column: 'Why?', as: 'question', key: 'baths-why' },
        { column: 'Close the farm?', as: 'question', key: 'farm', kind: 'choice' },
        { column: 'Why? (2)', as: 'question', key: 'farm-why' },
      ],
    };
    const march = 'Close the baths?,Why?,Close the farm?,Why?\nYes,a,No,b\n';
    const april = 'Close the farm?,Why?,Close the baths?,Why?\nNo,b,Yes,a\n';
    expect((await spreadsheet.read([fileOf('a.csv', march)], mapping)).status).toBe('read');
    expect(await spreadsheet.read([fileOf('a.csv', april)], mapping)).toMatchObject({
      status: 'held',
      code: 'columns-moved',
    });
  });

  test('by a column that its rule for leaving out rows needs', async () => {
    const mapping = {
      engagement,
      columns: [{ column: 'Comment', as: 'question', key: 'c' }],
      leaveOut: [{ column: 'Status', values: ['test'], why: 'test' }],
    };
    expect(await spreadsheet.read([fileOf('a.csv', 'Comment\nx\n')], mapping)).toMatchObject({
      status: 'held',
      code: 'column-missing',
    });
    const read = await spreadsheet.read([fileOf('a.csv', 'Comment,Status\nx,Test\ny,Done\n')], mapping);
    expect(read).toMatchObject({ status: 'read', files: [{ rows: 1 }], leftOut: [{ row: 2, why: 'test' }] });
  });
});

describe('what a mapping may say of several columns and lines', () => {
  const records = async (text: string, mapping: unknown): Promise<unknown[]> => {
    const outcome = await spreadsheet.read([fileOf('a.csv', text)], mapping);
    if (outcome.status !== 'read') throw new Error(outcome.reason);
    return outcome.rows.map((row) => {
      const made = spreadsheet.toRecord(row, outcome.context);
      return made.ok && made.record.kind === 'submission'
        ? made.record.answers.map(({ question, options, text: words }) => [question.key, words ?? options])
        : made;
    });
  };

  test('chosen and not-chosen cells, a matrix, an order by places', async () => {
    const mapping = {
      engagement,
      columns: [
        {
          as: 'options',
          key: 'uses',
          text: 'Uses',
          columns: { A: 'Pool', B: 'Gym' },
          chosen: ['1'],
          notChosen: ['2'],
        },
        { as: 'matrix', key: 'fine', text: 'Fine?', columns: { C: 'Lamps', D: 'Bins' } },
        { as: 'ranking', key: 'first', text: 'First?', cells: 'place', columns: { E: 'Homes', F: 'Jobs' } },
      ],
    };
    expect(await records('A,B,C,D,E,F\n1,2,Good,Poor,2,1\n', mapping)).toEqual([
      [
        ['uses', ['Pool']],
        ['fine.lamps', ['Good']],
        ['fine.bins', ['Poor']],
        ['first', ['Jobs', 'Homes']],
      ],
    ]);
  });

  test('options that hold the delimiter, and the same answer in another language', async () => {
    const mapping = {
      engagement,
      columns: [
        {
          column: 'Uses',
          as: 'question',
          key: 'u',
          kind: 'multi-choice',
          delimiter: ', ',
          options: ['Pool', 'Gyms, courts'],
        },
        { column: 'en', as: 'question', key: 't', otherLanguages: ['cy'] },
      ],
    };
    expect(await records('Uses,en,cy\n"Gyms, courts, Pool",,testun\n', mapping)).toEqual([
      [
        ['u', ['Gyms, courts', 'Pool']],
        ['t', 'testun'],
      ],
    ]);
  });

  test('lines of one person are one record', async () => {
    const mapping = {
      engagement,
      lines: { person: 'P', question: 'Q', answer: 'A' },
      columns: [
        { column: 'P', as: 'submission-id' },
        { column: 'Uses?', as: 'question', key: 'u', kind: 'multi-choice', delimiter: '\n' },
      ],
    };
    expect(await records('P,Q,A\n1,Uses?,Pool\n1,Uses?,Gym\n2,Uses?,Gym\n', mapping)).toEqual([
      [['u', ['Pool', 'Gym']]],
      [['u', ['Gym']]],
    ]);
  });
});

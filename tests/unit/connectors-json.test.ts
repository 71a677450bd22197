import { parseJson } from '../../libs/connectors/src/reading/json-parse.js';
import { deliver, fileOf } from '../support/deliver-file.js';

const FIRST = {
  engagement: { key: 'k', title: 'T' },
  columns: [{ column: 1, as: 'question', key: 'text', text: 'Text', kind: 'free-text' }],
  otherColumns: 'ignore',
};

const texts = async (json: string, name = 'rows.json'): Promise<(string | null)[]> => {
  const { records } = await deliver('spreadsheet', FIRST, [fileOf(name, json)]);
  return records.map((record) => (record.kind === 'submission' ? (record.answers[0]?.text ?? null) : null));
};

describe('JSON', () => {
  test.each([
    ['a list of objects', '[{"a": "x", "b": 1}, {"b": 2, "a": "y"}]', ['x', 'y']],
    ['an object with one list of objects', '{"page": 1, "rows": [{"a": "x"}, {"a": "y"}]}', ['x', 'y']],
    ['a list of lists', '[["x", 1], ["y", 2]]', ['x', 'y']],
    ['bare values', '["x", 12345678901234567890, true, null]', ['x', '12345678901234567890', 'true']],
    ['one object', '{"a": "x"}', ['x']],
    ['one value', '"x"', ['x']],
    ['nothing', '[]', []],
    ['objects within objects', '[{"a": {"b": {"c": "x"}}}]', ['x']],
  ])('%s', async (_, json, expected) => expect(await texts(json)).toEqual(expected));

  test('one object a line, where a broken line costs itself only', async () => {
    const { records, rejections, rows } = await deliver('spreadsheet', FIRST, [
      fileOf('rows.ndjson', '{"a": "x"}\n\n{"a": oops}\n{"a": "y"}\n'),
    ]);
    expect([records.length, rows]).toEqual([2, 3]);
    expect(rejections).toEqual([
      expect.objectContaining({
        row: 3,
        code: 'json-invalid',
        reason: expect.stringContaining('column 7') as string,
      }),
    ]);
  });

  test('a fault is named by line and column', async () => {
    const { outcome } = await deliver('spreadsheet', FIRST, [
      fileOf('rows.json', '[\n  {"a": "x"},\n  {"a" "y"}\n]'),
    ]);
    expect(outcome).toMatchObject({
      status: 'refused',
      code: 'json-invalid',
      reason: expect.stringContaining('line 3, column 8') as string,
    });
  });

  test('two lists of objects leave it to a person, whose answer settles it', async () => {
    const file = fileOf('rows.json', '{"people": [{"n": "p"}], "answers": [{"t": "x"}, {"t": "y"}]}');
    const { outcome } = await deliver('spreadsheet', FIRST, [file]);
    expect(outcome).toMatchObject({
      status: 'held',
      code: 'json-rows-ambiguous',
      suggestedMapping: { layout: { rowsAt: 'people' } },
    });
    const settled = await deliver('spreadsheet', { ...FIRST, layout: { rowsAt: 'answers' } }, [file]);
    expect(settled.records.length).toBe(2);
  });

  test('hostile keys pollute nothing', async () => {
    expect(await texts('[{"__proto__": "x", "constructor": "y"}]')).toEqual(['x']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('takes exactly what JSON is', () => {
    for (const good of ['0', '-0.1e-9', '"\\u00e9\\n"', ' [1 , 2 ] ', '{"a":{"a":[]}}', '""'])
      expect(() => parseJson(good)).not.toThrow();
    for (const bad of [
      '01',
      '1.',
      '.5',
      '+1',
      'NaN',
      '[1,]',
      '{"a":1,}',
      "{'a':1}",
      '"\t"',
      '"\\x"',
      '[1] x',
      '{"a":1 "b":2}',
      '',
      '[',
      '"a',
      'nul',
      '\ufeff1',
    ])
      expect(() => parseJson(bad)).toThrow(/line 1/);
    expect(() => parseJson('['.repeat(1_000_000))).toThrow(/Nested deeper/);
  });
});

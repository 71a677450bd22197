import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';

import { countWorkbookRows } from '../support/count-workbook-rows.js';
import { startHub, type TestHub } from '../support/hub.js';
import { push, takeOnAgency, takeOnSource, type PushAnswer } from '../support/push.js';
import { bytesOf, filesUnder, sharedData } from '../support/shared-data.js';

/** A partner is answered within this, whatever the file. */
const LIMIT_MS = 10_000;
const FINAL = ['accepted', 'repeated', 'held', 'refused'];

interface Sent {
  path: string;
  name: string;
  answer: PushAnswer;
}

/**
 * Some 1,300 files one after the other take minutes: by default every eighth is posted, besides those whose rows are
 * known. HUB_TEST_ALL_FILES=1 posts all. The readers themselves meet every file in tests/unit/connectors-bad-input.
 */
const STEP = process.env.HUB_TEST_ALL_FILES === '1' ? 1 : 8;
const KNOWN = /\.xlsx$|csv-spectrum|[\\/]y_[^\\/]*\.json$/;
const corpus = sharedData('badinput');
(corpus ? describe : describe.skip)('files that break other readers, posted to one running hub', () => {
  const folder = corpus ?? '';
  const sent: Sent[] = [];
  let hub: TestHub;
  let key: string;

  const firstOfItsBytes = (one: Sent): Sent =>
    sent.find(({ answer }) => answer.body.delivery === one.answer.body.delivery) ?? one;
  const sameKind = (a: Sent, b: Sent): boolean => extname(a.path) === extname(b.path);

  const post = (name: string, bytes: Uint8Array | string): Promise<PushAnswer> =>
    push(hub.address, 'any', key, { name, bytes });

  beforeAll(async () => {
    hub = await startHub();
    await takeOnAgency(hub, 'city');
    key = await takeOnSource(
      hub,
      'city',
      'any',
      // Many of these files hold the same rows; without a word on that the first that repeats any would be held.
      {
        ...JSON.parse(readFileSync('docs/examples/mappings/first-column-is-the-text.json', 'utf8')),
        eachFile: 'cumulative',
      },
    );
    const files = [/\.xlsx$/, /\.json$/, /\.csv$/].flatMap((ending) => filesUnder(folder, ending));
    for (const path of files.filter((path, at) => at % STEP === 0 || KNOWN.test(path)))
      sent.push({ path, name: basename(path), answer: await post(basename(path), bytesOf(path)) });
    print(sent);
  }, 600_000);
  afterAll(() => hub?.stop());

  test('each is answered for good, and in time', () => {
    if (STEP === 1) expect(kinds(sent)).toEqual({ xlsx: 99, csv: 720, json: 474 });
    else expect(sent.length).toBeGreaterThan(300);
    expect(
      sent.filter(({ answer }) => answer.ms >= LIMIT_MS).map(({ name, answer }) => [name, answer.ms]),
    ).toEqual([]);
    expect(
      sent
        .filter(({ answer }) => !isFinal(answer))
        .map(({ name, answer }) => [name, answer.status, answer.text]),
    ).toEqual([]);
  });

  test('each receipt adds up, and what is not taken names its place', () => {
    for (const one of sent) {
      const { status, body } = one.answer;
      // The same bytes under another name are the delivery they were before, with the name they had then.
      const name = firstOfItsBytes(one).name;
      if (status === 400) {
        expect([name, body.code]).toEqual([name, 'nothing-sent']);
        continue;
      }
      const { rows, accepted, repeated, rejected, leftOut, rejections = [], note } = body;
      const parts = [accepted, repeated, rejected, leftOut];
      expect([name, rows]).toEqual([name, parts.reduce((sum: number, part) => sum + (part ?? 0), 0)]);
      if (body.status === 'held' || body.status === 'refused') {
        expect([name, note]).toEqual([name, expect.stringMatching(/.{15,}/s)]);
        expect([name, rejections.length > 0]).toEqual([name, true]);
      }
      for (const { file, row, reason } of rejections) {
        expect([name, file]).toEqual([name, name]);
        expect([name, reason]).toEqual([name, expect.stringMatching(/.{10,}/)]);
        if (body.status === 'accepted') expect([name, row]).toEqual([name, expect.any(Number)]);
      }
    }
  });

  test('as many rows are read as an independent count finds', () => {
    const found = (
      ending: RegExp,
      count: (one: Sent) => number | null,
    ): [string, number | undefined, number][] =>
      sent
        .filter((one) => ending.test(one.path) && isRead(one.answer) && sameKind(one, firstOfItsBytes(one)))
        .flatMap((one) => {
          const expected = count(one);
          return expected === null ? [] : [[one.path.slice(folder.length), one.answer.body.rows, expected]];
        });
    // The sheet of one stands under a path that the simple counter does not follow, so it can't be compared.
    const workbooks = found(/\.xlsx$/, ({ path }) =>
      path.endsWith('wtf_path.xlsx') ? null : countWorkbookRows(bytesOf(path)),
    );
    const spectrum = found(/csv-spectrum.*\.csv$/, ({ path }) =>
      rowsOfJson(path.replace('/csvs/', '/json/').replace(/\.csv$/, '.json')),
    );
    const valid = found(/\/y_[^/]*\.json$/, ({ path }) => rowsOfJson(path));
    const wrong = [...workbooks, ...spectrum, ...valid].filter(([, rows, expected]) => rows !== expected);
    expect(wrong).toEqual([]);
    expect(workbooks.length).toBeGreaterThanOrEqual(80);
    expect(spectrum.length).toBe(
      filesUnder(folder, /\.csv$/).filter((path) => path.includes('csv-spectrum')).length,
    );
    const holdRows = filesUnder(folder, /\.json$/).filter(
      (path) => basename(path).startsWith('y_') && rowsOfJson(path) > 0,
    );
    expect(holdRows.filter((path) => !valid.some(([read]) => folder + read === path))).toEqual([]);
  });

  test('the hub lives, and takes a good file after them all', async () => {
    expect(hub.process.exitCode).toBeNull();
    expect(hub.output()).not.toMatch(/uncaught|unhandled|"next":"bug"|intake-failed/i);
    const answer = await post('good.csv', 'text\nThe last of many and a good one\nAnother good one\n');
    expect(answer.body).toMatchObject({ status: 'accepted', rows: 2, accepted: 2, rejected: 0 });
    expect((await fetch(`${hub.address}/health`)).status).toBe(200);
  }, 150_000);
});

const isFinal = ({ status, body }: PushAnswer): boolean =>
  (status === 200 && FINAL.includes(body.status ?? '')) || (status === 400 && body.code === 'nothing-sent');

/** A file that was read to its end and of which nothing could be taken is refused, and says how many rows it had. */
const READ_IN_VAIN = /^(There is no row of answers|No row could be taken)/;
const isRead = ({ body }: PushAnswer): boolean =>
  body.status === 'accepted' || body.status === 'repeated' || READ_IN_VAIN.test(body.note ?? '');

function rowsOfJson(path: string): number {
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return Array.isArray(value) ? value.length : 1;
}

const kinds = (all: Sent[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { path } of all) {
    const kind = path.split('.').pop() ?? '';
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
};

/** What became of the files, for whoever reads the run. */
function print(all: Sent[]): void {
  const lines = ['kind  accepted repeated held refused empty   rows  slowest'];
  for (const kind of Object.keys(kinds(all))) {
    const these = all.filter(({ path }) => path.endsWith(`.${kind}`)).map(({ answer }) => answer);
    const count = (status: string): string =>
      String(these.filter(({ body }) => body.status === status).length).padStart(7);
    const rows = these.reduce((sum, { body }) => sum + (body.rows ?? 0), 0);
    const empty = these.filter(({ status }) => status === 400).length;
    lines.push(
      `${kind.padEnd(5)} ${FINAL.map(count).join(' ')} ${String(empty).padStart(5)} ${String(rows).padStart(6)} ${Math.max(...these.map(({ ms }) => ms))} ms`,
    );
  }
  console.log(lines.join('\n'));
}

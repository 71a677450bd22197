import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connector, readingOf, type SheetMapping } from '#connectors';
import type { SubmissionRecord } from '#domain';
import { contentHash } from '../../libs/pipeline/src/intake/identity.js';
import { deliver, fileOf } from '../support/deliver-file.js';
import { type Cell, csv, known, many, TODAY } from '../support/read-sheet.js';

const MAPPING = {
  engagement: { key: 'ideas', title: 'Ideas' },
  columns: [
    { as: 'submission-id', column: 'Id' },
    { as: 'question', column: 'Idea', key: 'idea' },
    { as: 'support', column: 'Likes', act: 'likes' },
    { as: 'support', column: 'Dislikes', act: 'dislikes', optional: true },
  ],
};

const supportOf = async (rows: string): Promise<unknown[]> =>
  (await deliver('spreadsheet', MAPPING, [fileOf('ideas.csv', `Id,Idea,Likes\n${rows}`)])).records.map(
    (record) => (record as SubmissionRecord).support,
  );

/** What a file that nobody has described is taken for: its layout, its columns, and those that count support. */
async function taken(
  content: Uint8Array | readonly Cell[][],
  name = 'a.csv',
): Promise<{ layout: string | null; columns: SheetMapping['columns']; counts: Record<string, string> }> {
  const bytes = content instanceof Uint8Array ? content : new TextEncoder().encode(csv(content));
  const { reading, mapping } = await readingOf({ name, mediaType: null, bytes }, known, null, TODAY);
  const { columns } = mapping!;
  const counts = columns.flatMap((rule) => (rule.as === 'support' ? [[String(rule.column), rule.act]] : []));
  return { layout: reading.layout, columns, counts: Object.fromEntries(counts) as Record<string, string> };
}

describe('a column of what others did', () => {
  test('is read as whole numbers, with thousands and with zero; nothing where the cell is empty', async () => {
    expect(
      await supportOf('1,More lamps,12\n2,More benches,"1,204"\n3,More trees,0\n4,More shade,\n'),
    ).toEqual([
      [{ act: 'likes', times: 12 }],
      [{ act: 'likes', times: 1204 }],
      [{ act: 'likes', times: 0 }],
      undefined,
    ]);
  });

  test('what is no such number is set aside, with its place and a reason, and the row used without it', async () => {
    const rows = ['lots', '-3', '2.5', '12%', '99999999999'].map((cell, at) => `${at},An idea,${cell}`);
    const { records, notUsed } = await deliver('spreadsheet', MAPPING, [
      fileOf('ideas.csv', `Id,Idea,Likes\n${rows.join('\n')}\n`),
    ]);
    expect(records.map((record) => (record as SubmissionRecord).support)).toEqual(rows.map(() => undefined));
    expect(notUsed.map(({ file, row, column, code }) => [file, row, column, code])).toEqual(
      rows.map((_, at) => ['ideas.csv', at + 2, 'Likes', 'count-invalid']),
    );
    expect(notUsed[0]!.reason).not.toContain('lots');
  });

  test('makes no submission by itself', async () => {
    const { records, rejections } = await deliver('spreadsheet', MAPPING, [
      fileOf('ideas.csv', 'Id,Idea,Likes\n1,,40\n'),
    ]);
    expect(records).toEqual([]);
    expect(rejections.map(({ code }) => code)).toEqual(['row-empty']);
  });

  test('of one act there is one', async () => {
    const columns = [...MAPPING.columns, { as: 'support', column: 'Upvotes', act: 'likes' }];
    const spreadsheet = await connector('spreadsheet');
    expect(spreadsheet!.checkMapping({ ...MAPPING, columns })!.reason).toContain(
      '"Likes" and "Upvotes" both count likes',
    );
  });

  test('a proposal that more people like is the same proposal', async () => {
    const [before, after, other] = (
      await deliver('spreadsheet', MAPPING, [
        fileOf('ideas.csv', 'Id,Idea,Likes\n1,More lamps,12\n1,More lamps,340\n1,Fewer lamps,12\n'),
      ])
    ).records;
    expect(contentHash(after!)).toBe(contentHash(before!));
    expect(contentHash(other!)).not.toBe(contentHash(before!));
  });
});

describe('the exports of tools', () => {
  const fixtureOf = (code: string, file: string): Uint8Array =>
    readFileSync(join(process.cwd(), 'libs', 'connectors', 'src', code, 'fixture', file));

  test.each([
    ['go-vocal', 'inputs.csv', { Likes: 'likes', Dislikes: 'dislikes' }],
    ['decidim', 'proposals.csv', { 'endorsements/total_count': 'endorsements' }],
    ['commonplace', 'contributions.csv', { Agreements: 'agreements' }],
  ])('%s: its counts are support, and kept as its mapping says', async (code, file, counts) => {
    const bytes = fixtureOf(code, file);
    expect(await taken(bytes, file)).toMatchObject({ layout: code, counts });
    const mapping = JSON.parse(new TextDecoder().decode(fixtureOf(code, 'mapping.json'))) as unknown;
    const { records } = await deliver(code, mapping, [fileOf(file, bytes)]);
    expect(records.length).toBeGreaterThan(5);
    for (const record of records)
      expect((record as SubmissionRecord).support!.map(({ act }) => act)).toEqual(Object.values(counts));
  });

  test('Decidim: supports and likes are counts, and the names of those who gave them are not read', async () => {
    const { layout, columns, counts } = await taken([
      ['id', 'component/id', 'participatory_space/id', 'title/en', 'body/en', 'supports', 'likes/total_count', 'likes/user_likes', 'followers', 'published_at'],
      ...many(20, (at) => [
        at,
        7,
        1,
        `Synthetic proposal ${at}`,
        `A made-up reason number ${at} why the lamps should stay on`,
        at * 3,
        at,
        'Synthia Example, Testa Sample',
        at,
        '2026-02-03T10:15:00',
      ]),
    ]); // prettier-ignore
    expect(layout).toBe('decidim');
    expect(counts).toEqual({ supports: 'supports', 'likes/total_count': 'likes' });
    expect(columns.find((rule) => 'column' in rule && rule.column === 'likes/user_likes')).toMatchObject({
      as: 'ignore',
    });
  });

  test('where two columns count the same, the first does', async () => {
    const { layout, counts } = await taken([
      ['ID', 'Title', 'Author name', 'Published at', 'Likes', 'Upvotes', 'Dislikes', 'Comments', 'URL'],
      ...many(20, (at) => [
        `id${at}`,
        `A synthetic idea, number ${at}`,
        ['Synthia Example', 'Testa Sample'][at % 2]!,
        '02/03/2026',
        at,
        at,
        0,
        1,
        `https://city.example.org/ideas/${at}`,
      ]),
    ]);
    expect(layout).toBe('go-vocal');
    expect(counts).toEqual({ Likes: 'likes', Dislikes: 'dislikes' });
  });

  test('a question that bears the name of a count is asked, not counted', async () => {
    const { counts } = await taken([
      ['ID', 'Title', 'Author name', 'Published at', 'Votes', 'Likes', 'Dislikes', 'URL'],
      ...many(20, (at) => [
        `id${at}`,
        `A synthetic idea, number ${at}`,
        ['Synthia Example', 'Testa Sample'][at % 2]!,
        '02/03/2026',
        ['For', 'Against', 'Not sure'][at % 3]!,
        at,
        0,
        `https://city.example.org/ideas/${at}`,
      ]),
    ]);
    expect(counts).toEqual({ Likes: 'likes', Dislikes: 'dislikes' });
  });
});

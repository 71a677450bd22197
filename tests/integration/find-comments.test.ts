import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { erasePeople } from '#facts';
import { indexComments } from '#pipeline';
import { Database, type CommentFilter } from '#store';

import { findComments } from '../../apps/api/src/analyst/find/find-comments.js';
import type { FoundComments } from '../../apps/api/src/analyst/find/find.type.js';
import { Shelves } from '../../apps/api/src/analyst/find/shelves.js';
import { loadDemonstration } from '../../apps/cli/src/demonstration/load.js';
import { Progress } from '../../apps/cli/src/demonstration/progress.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { plantSession } from '../support/plant-rows.js';

/** Comments are found by words and by meaning, by those who may read them and nobody else. */

let database: TestDatabase;
let worker: Database;
let workbench: Database;
const sessions = new Map<string, string>();
const shelves = new Shelves();

beforeAll(async () => {
  database = await testDatabase();
  worker = await Database.open(database.urlFor('worker'));
  workbench = await Database.open(database.urlFor('workbench'));
  const linker = await Database.open(database.urlFor('linker'));
  await loadDemonstration(
    { worker, linker },
    {
      seed: 11,
      size: 400,
      progress: new Progress(() => undefined, false),
      dataDir: join(process.env.HUB_TEST_STATE!, 'find-comments'),
      refine: false,
    },
  );
  await linker.close();
  const { rows } = await database.admin.query<{ code: string }>(
    'SELECT code FROM engagement.agency ORDER BY 1',
  );
  const codes = rows.map(({ code }) => code);
  sessions.set('all', await plantSession(database.admin, ['analyst'], codes));
  for (const code of codes) sessions.set(code, await plantSession(database.admin, ['analyst'], [code]));
  sessions.set('partner', await plantSession(database.admin, ['partner'], codes));
  await indexComments(worker);
}, 240_000);
afterAll(async () => {
  await Promise.all([worker?.close(), workbench?.close()]);
  await database?.drop();
});

const find = (who: string, words: string, filter: CommentFilter = {}, first = 20): Promise<FoundComments> =>
  workbench.transaction(
    (tx) => findComments(tx, shelves, { words, filter, first, skip: 0 }),
    sessions.get(who)!,
  );

async function one<Row>(sql: string, values: unknown[] = []): Promise<Row> {
  return (await database.admin.query(sql, values)).rows[0] as Row;
}

/** Some comment of an agency, with its words put in place of what it said. */
async function say(
  agency: string,
  text: string,
  masks: { start: number; end: number }[] = [],
): Promise<string> {
  const { submission, answer } = await one<{ submission: string; answer: string }>(
    `SELECT a.submission, a.id AS answer FROM engagement.answer a JOIN coding.coded c ON c.submission = a.submission
     WHERE a.agency = $1 AND a.text IS NOT NULL AND c.has_text AND NOT c.no_answer AND a.text NOT LIKE '%planted%' LIMIT 1`,
    [agency],
  );
  await database.admin.query('UPDATE engagement.answer SET text = $2 WHERE id = $1', [
    answer,
    `${text} (planted)`,
  ]);
  const spans = masks.map((span) => ({ answer: Number(answer), span, type: 'person' }));
  await database.admin.query('UPDATE coding.coded SET personal_data = $2 WHERE submission = $1', [
    submission,
    JSON.stringify(spans),
  ]);
  await indexComments(worker);
  return submission;
}

const saidBy = ({ nodes }: FoundComments): string[] => nodes.map(({ submission }) => submission);

test('counts of words equal an independent count, and each filter finds what its count said', async () => {
  const found = await find('all', 'lights after dark');
  const { n } = await one<{ n: number }>(
    `SELECT count(*)::int AS n FROM engagement.answer a JOIN coding.coded c ON c.submission = a.submission AND c.has_text AND NOT c.no_answer
     WHERE to_tsvector('english', a.text) @@ to_tsquery('english', 'lights | dark')`,
  );
  expect(found.byWords).toBe(n);
  expect(found.comments).toBe(found.byWords + found.byMeaning);
  expect(n).toBeGreaterThan(10);
  for (const dimension of ['agency', 'ward', 'engagement', 'theme'] as const) {
    const count = found.counts.find((one) => one.dimension === dimension && one.code !== '')!;
    expect((await find('all', 'lights after dark', { [dimension]: [count.code] })).comments).toBe(
      count.comments,
    );
  }
});

test('what holds both words comes before what holds the commoner one, and asked words are marked', async () => {
  const { agency } = await one<{ agency: string }>(
    'SELECT agency FROM engagement.answer WHERE text IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1',
  );
  const both = await say(agency, 'A zebra crossing by the school would help.');
  await say(agency, 'The crossing is fine.');
  const found = await find('all', 'zebra crossings');
  expect(saidBy(found)[0]).toBe(both);
  const marked = found.nodes[0]!.segments.filter(({ asked }) => asked).map(({ text }) => text);
  expect(marked).toEqual(['zebra', 'crossing']);
  expect(found.nodes[0]!.segments.map(({ text }) => text).join('')).toBe(
    'A zebra crossing by the school would help. (planted)',
  );
});

test('what says it in other words is found by its meaning', async () => {
  const { agency } = await one<{ agency: string }>(
    'SELECT agency FROM engagement.answer WHERE text IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1',
  );
  const near = await say(agency, 'My physician and the hospital were kind.');
  const found = await find('all', 'doctors and nurses', {}, 50);
  const node = found.nodes.find(({ submission }) => submission === near);
  expect(node?.foundBy).toBe('meaning');
  expect(node?.segments.some(({ near: is }) => is)).toBe(true);
});

test('a misspelt word finds what was meant, by the words that the asker may read alone', async () => {
  const [agency, other] = [...sessions.keys()].filter((key) => key !== 'all' && key !== 'partner');
  const own = await say(agency!, 'The trampolinist was a joy to watch.');
  expect(saidBy(await find(agency!, 'trampolnist'))[0]).toBe(own);
  expect((await find(agency!, 'trampolnist')).byWords).toBe(1);
  expect((await find(other!, 'trampolnist')).byWords).toBe(0);
});

test('words are counted as the comments hold them, whatever was said anew or erased', async () => {
  const differ = `
    SELECT coalesce(k.word, h.word) AS word, k.comments AS kept, h.comments AS held FROM coding.index_word k FULL JOIN (
      SELECT w.lexeme AS word, i.agency, count(*)::int AS comments FROM coding.comment_index i CROSS JOIN LATERAL unnest(i.words) w GROUP BY 1, 2) h
    ON h.word = k.word AND h.agency = k.agency WHERE k.comments IS DISTINCT FROM h.comments
    UNION ALL
    SELECT 'all', k.words, h.words FROM coding.index_size k JOIN (
      SELECT i.agency, count(*)::int AS comments, sum(length(i.words)) AS words FROM coding.comment_index i GROUP BY 1) h ON h.agency = k.agency
    WHERE (k.comments, k.words) IS DISTINCT FROM (h.comments, h.words)`;
  const [agency] = [...sessions.keys()].filter((key) => key !== 'all' && key !== 'partner');
  await erasePeople(worker, [await say(agency!, 'Sesquipedalian sesquipedalian words.')]);
  expect((await database.admin.query(differ)).rows).toEqual([]);
  const { n } = await one<{ n: number }>(
    `SELECT count(*)::int AS n FROM coding.index_word WHERE word LIKE 'sesquip%'`,
  );
  expect(n).toBe(0);
});

test('no analyst finds a word that only another agency was told, and nobody without the right finds any', async () => {
  const codes = [...sessions.keys()].filter((key) => key !== 'all' && key !== 'partner');
  const withText = (
    await database.admin.query<{ agency: string }>(
      'SELECT DISTINCT agency FROM coding.comment_index ORDER BY 1',
    )
  ).rows.map(({ agency }) => agency);
  for (const agency of withText) {
    const word = `quizzaciously${agency.replaceAll(/[^a-z]/g, '')}`;
    const own = await say(agency, `Canary ${word} here`);
    for (const code of codes) {
      const found = await find(code, word);
      expect(saidBy(found)).toEqual(code === agency ? [own] : []);
      expect(found.comments).toBe(code === agency ? 1 : 0);
    }
    expect((await find('partner', word)).comments).toBe(0);
  }
  expect(withText.length).toBeGreaterThan(2);
});

test('nobody is found by a name: what is personal is neither searched nor shown', async () => {
  const [agency] = [...sessions.keys()].filter((key) => key !== 'all' && key !== 'partner');
  const text = 'Ask Zebedee Ottershaw about the allotments.';
  const own = await say(agency!, text, [{ start: 4, end: 21 }]);
  expect((await find('all', 'Zebedee Ottershaw')).byWords).toBe(0);
  const [found] = (await find('all', 'allotments')).nodes.filter(({ submission }) => submission === own);
  expect(found?.segments.map(({ text: shown, masked }) => masked ?? shown)).toEqual([
    'Ask ',
    'person',
    ' about the ',
    'allotments',
    '. (planted)',
  ]);
});

test('what is erased is found by nobody, and nothing of it stays in the index', async () => {
  const [agency] = [...sessions.keys()].filter((key) => key !== 'all' && key !== 'partner');
  const own = await say(agency!, 'Gone tomorrow: floccinaucinihilipilification.');
  expect(saidBy(await find('all', 'floccinaucinihilipilification'))).toEqual([own]);
  await erasePeople(worker, [own]);
  expect((await find('all', 'floccinaucinihilipilification')).comments).toBe(0);
  const left = await one<{ n: number }>(
    'SELECT count(*)::int AS n FROM coding.comment_index WHERE submission = $1',
    [own],
  );
  expect(left.n).toBe(0);
});

test('that comments were read is written down, and what was asked is not', async () => {
  const word = `unheard-${randomUUID().slice(0, 8)}`;
  await find('all', `street ${word}`);
  const last = await one<{ subject: string; detail: unknown }>(
    `SELECT subject, detail FROM audit.event WHERE action = 'comments-read' ORDER BY id DESC LIMIT 1`,
  );
  expect(last.subject).toBe('search');
  expect(JSON.stringify(last)).not.toContain(word);
});

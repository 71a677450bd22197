import { join } from 'node:path';
import { askFigures, erasePeople, publishEdition, type Figure } from '#facts';
import { codeSubmissions, forgetVectors, replayCoding, runCoder, wholeTexts } from '#pipeline';
import {
  addRun,
  askCoder,
  countPile,
  countToRecode,
  Database,
  keepAuditDraw,
  keepCodebook,
  keepEmbeddings,
  newestCodebook,
  readCoderRun,
  readEmbeddings,
  readPile,
  readThemeShares,
  type ThemeShareRow,
  signComment,
  signOffModel,
  submissionsWithText,
  textsOf,
  withdrawCoding,
  type Transaction,
} from '#store';
import { changeCodebook, contentHash, isNoAnswer, sentenceEmbedderId, type CodebookChange } from '#themes';

import { loadDemonstration } from '../../apps/cli/src/demonstration/load.js';
import { Progress } from '../../apps/cli/src/demonstration/progress.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { plantSession } from '../support/plant-rows.js';

const SIZE = 700;

let database: TestDatabase;
let worker: Database;
let workbench: Database;
let session: string;

beforeAll(async () => {
  database = await testDatabase();
  worker = await Database.open(database.urlFor('worker'));
  workbench = await Database.open(database.urlFor('workbench'));
  const linker = await Database.open(database.urlFor('linker'));
  await loadDemonstration(
    { worker, linker },
    {
      seed: 7,
      size: SIZE,
      progress: new Progress(() => undefined, false),
      dataDir: join(process.env.HUB_TEST_STATE!, 'workbench'),
      refine: false,
    },
  );
  await linker.close();
  const { rows } = await database.admin.query<{ code: string }>('SELECT code FROM engagement.agency');
  session = await plantSession(
    database.admin,
    ['analyst', 'editor', 'duty'],
    rows.map(({ code }) => code),
  );
}, 240_000);
afterAll(async () => {
  await Promise.all([worker?.close(), workbench?.close()]);
  await database?.drop();
});

const asAnalyst = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  workbench.transaction(work, session);

async function one<Row>(sql: string, values: unknown[] = []): Promise<Row> {
  return (await database.admin.query(sql, values)).rows[0] as Row;
}

/** Themes that figures count for a submission. */
const themesOf = async (submission: string): Promise<string[]> =>
  (
    await one<{ themes: string[] | null }>(
      `SELECT array_agg(theme ORDER BY theme) AS themes FROM coding.current_assignment WHERE submission = $1 AND decision = 'assign'`,
      [submission],
    )
  ).themes ?? [];

/** Trains, signs off and codes everything anew, as the worker does; ends in a new edition. */
async function learnAndSignOff(): Promise<number | null> {
  const train = await asAnalyst((tx) => askCoder(tx, 'train'));
  await runCoder(worker, train, { vectors: false });
  const { model } = (await asAnalyst((tx) => readCoderRun(tx, train)))!;
  const recode = await asAnalyst((tx) => signOffModel(tx, model ?? '', 'It agrees better.'));
  const { note } = await runCoder(worker, recode!, { vectors: false });
  return (await publishEdition(worker, { note })).edition;
}

async function change(wanted: CodebookChange): Promise<void> {
  await asAnalyst(async (tx) => {
    const made = changeCodebook((await newestCodebook(tx))!, wanted);
    expect(await keepCodebook(tx, made.codebook, wanted, made.mapping)).toBe(true);
  });
}

const theme = (code: string) => ({
  code,
  name: code,
  parent: null,
  definition: `About ${code}.`,
  include: [],
  exclude: [],
  examples: [],
});

test('every theme of the codebook has a grade, of the coder that speaks, from what people decided in the audit', async () => {
  const { model, codebook_version: version } = await one<{ model: string; codebook_version: number }>(
    `SELECT model_version AS model, codebook_version FROM coding.coded LIMIT 1`,
  );
  const { rows } = await database.admin.query<Record<string, unknown>>(
    `SELECT g.theme, g.grade, g.model_version AS model, g.codebook_version AS version, g.findings
     FROM coding.codebook b JOIN jsonb_array_elements(b.document->'themes') t ON true LEFT JOIN coding.theme_grade g ON g.theme = t->>'code'
     WHERE b.version = $1`,
    [version],
  );
  expect(rows.length).toBeGreaterThan(20);
  expect(new Set(rows.map((row) => `${row.model} ${row.version}`))).toEqual(new Set([`${model} ${version}`]));
  const { audited } = await one<{ audited: number }>(
    `SELECT count(DISTINCT submission)::int AS audited FROM coding.current_coding WHERE purpose = 'audit' AND outcome = 'themes'`,
  );
  expect(audited).toBeGreaterThan(0);
  const found = rows.map(({ findings }) => findings as { positives: number });
  expect(Math.max(...found.map(({ positives }) => positives))).toBeLessThanOrEqual(audited);
  expect(Math.max(...found.map(({ positives }) => positives))).toBeGreaterThan(0);
});

describe('a person’s word', () => {
  it('stands over the coder’s with who, when and what it replaced, and taking it back lets the coder speak again', async () => {
    const [submission = ''] = await asAnalyst((tx) => readPile(tx, 'batch', 1));
    const before = await themesOf(submission);
    const signing = {
      submission,
      purpose: 'training',
      place: 'first',
      outcome: 'themes',
      note: 'Clear.',
    } as const;
    const coding = await asAnalyst((tx) => signComment(tx, { ...signing, themes: ['fireworks'] }));
    await codeSubmissions(worker);
    expect(await themesOf(submission)).toEqual(['fireworks']);
    const line = await one<Record<string, unknown>>(
      `SELECT a.source, a.actor, h.note, (SELECT count(*)::int FROM coding.current_assignment o WHERE o.submission = a.submission AND o.decision = 'absent' AND o.supersedes IS NOT NULL) AS dropped
       FROM coding.current_assignment a JOIN coding.human_coding h ON h.id = a.coding WHERE a.submission = $1 AND a.theme = 'fireworks'`,
      [submission],
    );
    expect(line).toMatchObject({
      source: 'human',
      actor: expect.stringMatching(/^planted/),
      note: 'Clear.',
      dropped: before.length,
    });
    expect(await asAnalyst((tx) => withdrawCoding(tx, coding!))).toBe(true);
    await codeSubmissions(worker);
    expect(await themesOf(submission)).toEqual(before);
    expect(await asAnalyst((tx) => withdrawCoding(tx, coding!))).toBe(false);
  });

  it('is not asked for by the batch of what the audit has drawn since', async () => {
    const batch = await asAnalyst((tx) => readPile(tx, 'batch', 1_000));
    const drawn = { submission: batch[0]!, drawnFor: 'person', twice: false };
    await worker.transaction((tx) => keepAuditDraw(tx, [drawn], []));
    expect(await asAnalyst((tx) => readPile(tx, 'batch', 1_000))).toEqual(batch.slice(1));
    expect(await asAnalyst((tx) => countPile(tx, 'batch'))).toBe(batch.length - 1);
    expect(await asAnalyst((tx) => readPile(tx, 'audit', 10_000))).toContain(drawn.submission);
    await database.admin.query('DELETE FROM coding.audit_sample WHERE submission = $1', [drawn.submission]);
  });

  it('is not taken for training on the blind audit sample, nor for audit outside it', async () => {
    const { audited, other } = await one<{ audited: string; other: string }>(
      `SELECT (SELECT submission FROM coding.audit_sample LIMIT 1) AS audited, (SELECT submission FROM coding.batch_item LIMIT 1) AS other`,
    );
    const sign = (submission: string, purpose: 'training' | 'audit', themes = ['litter']) =>
      asAnalyst((tx) =>
        signComment(tx, { submission, purpose, place: 'first', outcome: 'themes', themes, note: '' }),
      );
    await expect(sign(audited, 'training')).rejects.toMatchObject({ driverError: { code: 'HB003' } });
    await expect(sign(audited, 'training')).rejects.toThrow('blind');
    await expect(sign(other, 'audit')).rejects.toThrow('blind');
    await expect(sign(other, 'training', ['no-such-theme'])).rejects.toThrow('no such theme');
    expect(
      await one(
        `SELECT count(*)::int AS n FROM coding.human_coding h JOIN coding.audit_sample a USING (submission) WHERE h.purpose = 'training'`,
      ),
    ).toEqual({ n: 0 });
  });
});

describe('a model that is signed off', () => {
  it('codes everything anew into a new edition; what was published stays, and codes again byte for byte, also after a split, a merge and a retirement', async () => {
    const facts = `SELECT md5(string_agg(f::text, '' ORDER BY f::text)) AS sum FROM facts.fact f WHERE edition = 1`;
    const before = await one(facts);
    expect(await learnAndSignOff()).toBe(2);
    const mixed = await one<{ n: number }>(
      `SELECT count(DISTINCT model_version)::int AS n FROM coding.current_assignment WHERE source <> 'human' AND decision <> 'absent'`,
    );
    expect(mixed.n).toBe(1);

    await change({ kind: 'split', theme: 'litter', into: [theme('bins'), theme('street-litter')] });
    await change({ kind: 'merge', themes: ['fireworks', 'noise-and-neighbours'], into: theme('noise') });
    await change({ kind: 'retire', theme: 'cctv' });
    const waiting = await one(`SELECT version FROM facts.codebook WHERE edition = 2`);
    expect(await learnAndSignOff()).toBe(3);

    const gone = await one<{ n: number }>(
      `SELECT count(*)::int AS n FROM facts.fact WHERE edition = 3 AND theme IN ('litter', 'fireworks', 'noise-and-neighbours', 'cctv')`,
    );
    const merged = await one<{ n: number }>(
      `SELECT count(*)::int AS n FROM facts.fact WHERE edition = 3 AND theme = 'noise'`,
    );
    expect([gone.n, merged.n > 0]).toEqual([0, true]);
    expect([waiting, await one(`SELECT version FROM facts.codebook WHERE edition = 3`)]).toEqual([
      { version: 1 },
      { version: 4 },
    ]);
    expect(await one(facts)).toEqual(before);
    for (const edition of [1, 2, 3]) {
      const replay = (await replayCoding(worker, edition))!;
      expect([edition, replay.submissions > 300, replay.historyUnchanged]).toEqual([edition, true, true]);
      expect([edition, replay.again]).toEqual([edition, replay.kept]);
    }
    expect(await replayCoding(worker, 99)).toBeNull();
  });

  it('tells no figure of the parts of a theme that was split until people have said again: no false zero in any edition', async () => {
    const published = await Database.open(database.urlFor('published'));
    const figureOf = async (edition: number, code: string): Promise<Figure | undefined> => {
      const answer = await askFigures(
        published,
        { report: 'themes-by-community', by: ['theme'], edition },
        { kind: 'public' },
      );
      if (!answer.ok) throw new Error(answer.reason);
      return answer.table.figures.find(({ keys }) => keys[0]!.code === code);
    };
    expect(await figureOf(1, 'bins')).toBeUndefined();
    expect(await figureOf(3, 'litter')).toBeUndefined();
    for (const part of ['bins', 'street-litter'])
      expect(await figureOf(3, part)).toMatchObject({ hidden: true, withheld: 'to-be-re-coded' });
    // What goes is told before anybody signs, by the codes of before.
    const { comparison } = await one<{
      comparison: { themes: { theme: string; goes: boolean; before: number }[] };
    }>(`SELECT comparison FROM coding.run WHERE kind = 'train' ORDER BY id DESC LIMIT 1`);
    const goes = comparison.themes.filter((each) => each.goes).map((each) => each.theme);
    expect(goes.sort()).toEqual(['cctv', 'fireworks', 'litter', 'noise-and-neighbours']);
    expect(comparison.themes.find((each) => each.theme === 'litter')!.before).toBeGreaterThan(0);

    const { rows: open } = await database.admin.query<{ submission: string; purpose: 'training' | 'audit' }>(
      `SELECT DISTINCT submission, purpose FROM coding.current_coding WHERE 'litter' = ANY (themes) AND codebook_version = 1`,
    );
    expect(open.length).toBeGreaterThan(10);
    expect(await asAnalyst(countToRecode)).toBe(new Set(open.map(({ submission }) => submission)).size);
    const piles = {
      training: await asAnalyst((tx) => readPile(tx, 'batch', 1000)),
      audit: await asAnalyst((tx) => readPile(tx, 'audit', 5000)),
    };
    for (const { submission, purpose } of open) {
      expect(piles[purpose]).toContain(submission);
      const signing = { submission, purpose, place: 'first', outcome: 'themes', note: '' } as const;
      await asAnalyst((tx) => signComment(tx, { ...signing, themes: ['street-litter'] }));
    }
    expect(await asAnalyst(countToRecode)).toBe(0);
    await codeSubmissions(worker);
    expect(await learnAndSignOff()).toBe(4);
    // Nobody said that one is of bins: of these the coder still can't speak, of the others it has learned.
    expect(await figureOf(4, 'bins')).toMatchObject({ hidden: true, withheld: 'to-be-re-coded' });
    const told = (await figureOf(4, 'street-litter'))!;
    expect(told.hidden ? told.withheld : told.people.value).not.toBe('to-be-re-coded');
    expect(told.hidden ? null : told.people.value).not.toBe(0);
    await published.close();
  }, 180_000);

  it('is compared with the one before on comments that neither learned from', async () => {
    const { comparison } = await one<{ comparison: { audited: number; f1After: number; themes: unknown[] } }>(
      `SELECT comparison FROM coding.run WHERE kind = 'train' ORDER BY id LIMIT 1`,
    );
    expect(comparison.audited).toBeGreaterThan(200);
    expect(comparison.f1After).toBeGreaterThan(0.4);
    expect(comparison.themes.length).toBeGreaterThan(20);
  });
});

describe('honest shares', () => {
  it('are frozen with each edition, each with its interval, its method and its ties', async () => {
    const published = await Database.open(database.urlFor('published'));
    // The sample is most of this small hub's comments: an exact count, which the public is not told.
    expect(await readThemeShares(published, 1)).toEqual([]);
    await published.close();
    const { rows: shares } = await database.admin.query<ThemeShareRow>(
      `SELECT scope, theme, value, low, high, audited, method, tied_with AS "tiedWith" FROM facts.theme_share WHERE edition = 1`,
    );
    const all = shares.filter(({ scope }) => scope === 'all');
    expect(all.length).toBeGreaterThan(40);
    for (const share of all) {
      expect(share.low).toBeLessThanOrEqual(share.value);
      expect(share.high).toBeGreaterThanOrEqual(share.value);
      expect(share.method).toMatch(/\d+ audit codings/);
    }
    expect(all.some(({ tiedWith }) => tiedWith.length > 0)).toBe(true);
    await expect(
      database.admin.query(`UPDATE facts.theme_share SET value = 1 WHERE edition = 1`),
    ).rejects.toThrow('a published edition never changes');
  });
});

describe('other work of the coder', () => {
  it('proposes groups of texts that nobody named, and flags comments that may mean danger', async () => {
    const run = await addRun(worker, 'propose', 'test');
    await runCoder(worker, run, { vectors: false });
    const { suggestions, flagged } = await one<{ suggestions: number; flagged: number }>(
      `SELECT (SELECT count(*)::int FROM coding.suggestion) AS suggestions, (SELECT count(*)::int FROM coding.safeguarding) AS flagged`,
    );
    expect([suggestions > 0, flagged > 0]).toEqual([true, true]);
    const queued = await one<{ n: number }>(
      `SELECT count(*)::int AS n FROM coding.coded c WHERE c.safeguarding AND NOT EXISTS (SELECT FROM coding.safeguarding s WHERE s.submission = c.submission)`,
    );
    expect(queued.n).toBe(0);
  });

  it('forgets what the sentence model made of texts that were erased, and nothing else', async () => {
    const wholes = wholeTexts(await textsOf(worker, await submissionsWithText(worker)), isNoAnswer);
    const hash = ({ response }: (typeof wholes)[number]): string =>
      contentHash(sentenceEmbedderId(), response!.text);
    const times = new Map<string, number>();
    for (const whole of wholes) times.set(hash(whole), (times.get(hash(whole)) ?? 0) + 1);
    await keepEmbeddings(worker, new Map([...times.keys()].map((key) => [key, new Float32Array(512)])));
    const own = wholes.find((whole) => times.get(hash(whole)) === 1)!;
    await erasePeople(worker, [own.submission]);
    const asked = await one<{ n: number }>(
      `SELECT count(*)::int AS n FROM intake.outbox WHERE job = 'forget-vectors'`,
    );
    expect(asked.n).toBe(1);
    expect(await forgetVectors(worker)).toBeGreaterThan(0);
    const left = await readEmbeddings(worker, [...times.keys()]);
    expect(left.has(hash(own))).toBe(false);
    const held = wholeTexts(await textsOf(worker, await submissionsWithText(worker)), isNoAnswer);
    expect(held.every((whole) => left.has(hash(whole)))).toBe(true);
    expect(await forgetVectors(worker)).toBe(0);
  });
});

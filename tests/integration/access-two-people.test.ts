import { publishEdition, refreshWorkingFacts } from '#facts';
import {
  commandProposals,
  Database,
  endRun,
  keepCodebook,
  mayPublish,
  proposePublication,
  readCoderRun,
  saveThemeGrades,
  sessionAnswers,
  sessionProposals,
  setAccount,
  shutOut,
  signaturesOf,
  signOffModel,
  type ThemeGradeRow,
  type Transaction,
  wordsOfPublication,
} from '#store';
import type { Codebook } from '#domain';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { plantHub, plantThemes } from '../support/small-hub.js';

const SIZE = { submissions: 400, people: 300 };
const REASON = 'It agrees better with people on the audit, and nothing got worse.';
let database: TestDatabase;
let workbench: Database;
let worker: Database;
let published: Database;
let owner: Database;
/** Names by account; each has a session of that name. */
const NAMES = {
  ann: 'analyst',
  bob: 'analyst',
  cas: 'analyst',
  ed: 'editor',
  eve: 'editor',
  lee: 'lead',
  lou: 'lead',
  lia: 'lead',
} as const;
type Who = keyof typeof NAMES;

beforeAll(async () => {
  database = await testDatabase();
  await plantHub(database.admin, SIZE);
  await plantThemes(database.admin, SIZE);
  [workbench, worker, published, owner] = (await Promise.all(
    (['workbench', 'worker', 'published', 'owner'] as const).map((role) =>
      Database.open(database.urlFor(role)),
    ),
  )) as [Database, Database, Database, Database];
  await refreshWorkingFacts(worker);
});
afterAll(async () => {
  await Promise.all([workbench, worker, published, owner].map((one) => one?.close()));
  await database?.drop();
});

/** Makes exactly these accounts, each of the agencies named, with a session of its name. */
async function accounts(held: Partial<Record<Who, string[]>>): Promise<void> {
  await database.admin.query('DELETE FROM access.account');
  await database.admin.query('TRUNCATE access.proposal');
  for (const [name, agencies] of Object.entries(held) as [Who, string[]][]) {
    await setAccount(
      owner,
      name,
      agencies.map((agency) => ({ role: NAMES[name], agency })),
    );
    await database.admin.query(
      `INSERT INTO access.session (token_hash, account_id, expires_at) SELECT $1, id, now() + interval '1 hour' FROM access.account WHERE name = $1`,
      [name],
    );
  }
}
const as = <T>(who: Who, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  workbench.transaction(work, who);
const waiting = (who: Who) => as(who, (tx) => sessionProposals(tx, false));
const agree = (who: Who, id: number) => as(who, (tx) => sessionAnswers(tx, id, true, ''));

let models = 0;
interface Compared {
  theme: string;
  before: number;
  after: number;
  goes?: boolean;
  times?: number | null;
  gradeBefore?: string | null;
}

/** A model that a person may let speak; what it would change, theme by theme. */
async function model(themes: Compared[] = []): Promise<string> {
  const version = `model-${++models}`;
  const { rows } = await database.admin.query<{ code: string; version: number }>(
    'SELECT code, version FROM coding.codebook LIMIT 1',
  );
  await database.admin.query(
    `INSERT INTO coding.model (version, kind, document, codebook, codebook_version) VALUES ($1, 'learned', '{}', $2, $3)`,
    [version, rows[0]!.code, rows[0]!.version],
  );
  await database.admin.query(
    `INSERT INTO coding.run (kind, state, actor, model_version, comparison) VALUES ('train', 'done', 'ann', $1, $2)`,
    [version, JSON.stringify({ themes })],
  );
  return version;
}
const signed = async (version: string): Promise<number> =>
  (await database.admin.query('SELECT 1 FROM coding.sign_off WHERE model_version = $1', [version]))
    .rowCount ?? 0;
const jobs = async (job: string): Promise<number> =>
  (await database.admin.query('SELECT 1 FROM intake.outbox WHERE job = $1', [job])).rowCount ?? 0;

test('a coder speaks once a second analyst has agreed, never by one’s own word twice', async () => {
  await accounts({ ann: ['city'], bob: ['city'], ed: ['city'] });
  const version = await model();
  const before = await jobs('coder-run');
  const run = await as('ann', (tx) => signOffModel(tx, version, REASON));
  expect(await as('ann', (tx) => readCoderRun(tx, run!))).toMatchObject({ state: 'proposed', actor: 'ann' });
  expect([await signed(version), await jobs('coder-run')]).toEqual([0, before]);
  // Asked again it is the same that waits.
  expect(await as('bob', (tx) => signOffModel(tx, version, 'me too'))).toBe(run);
  const [one] = await waiting('bob');
  expect(one).toMatchObject({
    kind: 'sign-off',
    subject: version,
    reason: REASON,
    proposedBy: 'ann',
    mine: false,
    maySecond: true,
  });
  expect(await waiting('ann')).toMatchObject([{ mine: true, maySecond: false }]);
  // An editor has not the right, and is not told that there is anything.
  expect(await waiting('ed')).toEqual([]);
  await expect(agree('ann', one!.id)).rejects.toThrow('another person with the same right');
  await expect(agree('ed', one!.id)).rejects.toThrow('nothing of that number');
  expect(await signed(version)).toBe(0);
  await agree('bob', one!.id);
  expect([await signed(version), await jobs('coder-run')]).toEqual([1, before + 1]);
  expect(await as('ann', (tx) => readCoderRun(tx, run!))).toMatchObject({ state: 'waiting' });
  await expect(agree('bob', one!.id)).rejects.toThrow('decided this already');
});

test('who is declined, or thinks better of it, changes nothing, and may propose again', async () => {
  await accounts({ ann: ['city'], bob: ['city'] });
  const version = await model();
  const run = await as('ann', (tx) => signOffModel(tx, version, REASON));
  const [one] = await waiting('bob');
  await as('bob', (tx) => sessionAnswers(tx, one!.id, false, 'Parks got worse.'));
  expect(await as('ann', (tx) => readCoderRun(tx, run!))).toMatchObject({
    state: 'failed',
    stage: 'Not agreed to',
  });
  expect(await as('ann', (tx) => sessionProposals(tx, true))).toMatchObject([
    { state: 'declined', second: 'bob', remark: 'Parks got worse.' },
  ]);
  await as('ann', (tx) => signOffModel(tx, version, REASON));
  const [again] = await waiting('ann');
  await as('ann', (tx) => sessionAnswers(tx, again!.id, false, ''));
  expect(await as('ann', (tx) => sessionProposals(tx, true))).toMatchObject([
    { state: 'withdrawn', second: null },
    {},
  ]);
  expect(await signed(version)).toBe(0);
});

test('what moves a figure of the city by over a tenth wants the second of another agency, where there is one', async () => {
  await accounts({ ann: ['city'], bob: ['city'], cas: ['force'] });
  const small = await model([
    { theme: 'lighting', before: 200, after: 219 },
    { theme: 'rare', before: 10, after: 40 },
    // Many comments more, which the audit takes back: the city's figure hardly moves. What is not told moves none.
    { theme: 'litter', before: 100, after: 160, times: 1.08, gradeBefore: 'ready' },
    { theme: 'noise', before: 100, after: 300, times: null, gradeBefore: 'learning' },
  ]);
  await as('ann', (tx) => signOffModel(tx, small, REASON));
  const [near] = await waiting('bob');
  expect(near).toMatchObject({ elsewhere: false, maySecond: true });
  await agree('bob', near!.id);
  const large = await model([{ theme: 'lighting', before: 200, after: 221 }]);
  await as('ann', (tx) => signOffModel(tx, large, REASON));
  const [far] = await waiting('bob');
  expect(far).toMatchObject({ elsewhere: true, maySecond: false });
  for (const moves of [
    // As many comments, of which fewer are right; a figure that would be told no more; a theme that goes.
    { before: 30, after: 30, times: 0.88, gradeBefore: 'indicative' },
    { before: 30, after: 30, times: null, gradeBefore: 'ready' },
    { before: 30, after: 30, times: 1, gradeBefore: 'ready', goes: true },
  ]) {
    const version = await model([{ theme: 'litter', ...moves }]);
    await as('ann', (tx) => signOffModel(tx, version, REASON));
    expect((await waiting('bob')).find(({ subject }) => subject === version)).toMatchObject({
      elsewhere: true,
    });
  }
  await expect(agree('bob', far!.id)).rejects.toThrow('somebody of another agency');
  expect((await waiting('cas')).every(({ maySecond }) => maySecond)).toBe(true);
  // Where nobody of another agency is left, a colleague agrees.
  await shutOut(owner, 'cas', true);
  await agree('bob', far!.id);
  expect(await signed(large)).toBe(1);
});

test('a codebook changes once a second editor has agreed; one change at a time', async () => {
  await accounts({ ed: ['city'], eve: ['city'] });
  const { rows } = await database.admin.query<{ document: Codebook }>(
    `SELECT b.document FROM coding.codebook b JOIN coding.codebook_now() n ON n.codebook = b.code AND n.version = b.version`,
  );
  const book = rows[0]!.document;
  const next = (note: string): Codebook => ({ ...book, version: book.version + 1, note });
  const versions = async () =>
    (
      await database.admin.query(
        'SELECT version, note FROM coding.codebook c JOIN (VALUES (1)) x ON true ORDER BY version DESC LIMIT 1',
      )
    ).rows[0];
  const before = await versions();
  expect(await as('ed', (tx) => keepCodebook(tx, next('Split'), { kind: 'split' }, {}))).toBe(true);
  expect(await versions()).toEqual(before);
  expect(await as('eve', (tx) => keepCodebook(tx, next('Rename'), { kind: 'rename' }, {}))).toBe(false);
  const [one] = await waiting('eve');
  expect(one).toMatchObject({ kind: 'codebook', reason: 'Split', elsewhere: true });
  await agree('eve', one!.id);
  expect(await versions()).toEqual({ version: book.version + 1, note: 'Split' });
});

test('where one account has the right it acts alone, with its reason, and the edition says one person', async () => {
  await accounts({ ann: ['city'], lee: ['city'] });
  const version = await model();
  const run = await as('ann', (tx) => signOffModel(tx, version, REASON));
  expect(await signed(version)).toBe(1);
  await endRun(worker, run!, { state: 'done' });
  const id = await as('lee', (tx) =>
    proposePublication(tx, 'The summer’s consultations are in, and the board meets on Monday.'),
  );
  expect(await as('lee', (tx) => sessionProposals(tx, true))).toMatchObject([
    { id, state: 'done', alone: true },
  ]);
  expect(await jobs('publish')).toBe(1);
  const { edition } = await publishEdition(worker, { proposal: Number(id) });
  expect(await signaturesOf(published, edition!)).toMatchObject([
    { kind: 'sign-off', proposedBy: 'ann', second: null, alone: true, reason: REASON },
    { kind: 'publication', proposedBy: 'lee', second: null, alone: true },
  ]);
  await expect(
    database.admin.query(`UPDATE facts.edition_signature SET alone = false WHERE edition = ${edition}`),
  ).rejects.toThrow();
});

test('an edition that something else makes does not say that it is what a lead published: that waits for its own job', async () => {
  await accounts({ lee: ['city'] });
  const id = await as('lee', (tx) => proposePublication(tx, REASON));
  await database.admin.query(
    `UPDATE engagement.submission SET ward = 'E05002082' WHERE id IN (SELECT id FROM engagement.submission ORDER BY id LIMIT 30)`,
  );
  const { edition } = await publishEdition(worker);
  expect((await signaturesOf(published, edition!)).map(({ kind }) => kind)).not.toContain('publication');
  const [own] = await as('lee', (tx) => sessionProposals(tx, true));
  expect(own).toMatchObject({ id, state: 'done', outcome: null });
});

test('a command publishes in a lead’s name, and as the second of what another lead proposed', async () => {
  await accounts({ lee: ['city'], lou: ['force'] });
  const by = (actor: string) =>
    Database.open(database.urlFor('owner'), { giver: { actor, person: 'someone' } });
  const [stranger, lee, lou] = await Promise.all(['os:root', 'lee', 'lou'].map(by));
  try {
    await expect(mayPublish(stranger!, '')).rejects.toThrow('say in whose name with --by');
    expect(await mayPublish(lee!, REASON)).toMatchObject({ now: false, by: 'lee' });
    // The same person twice is still one.
    expect(await mayPublish(lee!, REASON)).toMatchObject({ now: false, by: 'lee' });
    expect(await commandProposals(lou!, false)).toMatchObject([{ kind: 'publication', maySecond: true }]);
    expect(await mayPublish(lou!, '')).toMatchObject({ now: true });
    expect(await commandProposals(lou!, true)).toMatchObject([
      { state: 'done', proposedBy: 'lee', second: 'lou', alone: false },
    ]);
    await accounts({});
    expect(await mayPublish(stranger!, '')).toMatchObject({ now: true });
  } finally {
    await Promise.all([stranger, lee, lou].map((one) => one?.close()));
  }
});

const WORDS = { note: 'The summer survey is in.', correction: 'One source was counted twice.' };

test('note and correction are proposed with an edition: the second reads them, and the job that makes it finds them', async () => {
  await accounts({ lee: ['city'], lou: ['force'] });
  const id = await as('lee', (tx) => proposePublication(tx, REASON, WORDS));
  expect(await waiting('lou')).toMatchObject([{ id, ...WORDS, maySecond: true }]);
  // One that would say something else is told of the one that waits; the same again is that one.
  await expect(
    as('lou', (tx) => proposePublication(tx, REASON, { ...WORDS, note: 'Nothing new.' })),
  ).rejects.toThrow('another note or correction');
  expect(await as('lee', (tx) => proposePublication(tx, REASON, WORDS))).toBe(id);
  expect(await wordsOfPublication(worker, id)).toBeNull();
  await agree('lou', id);
  const { rows } = await database.admin.query<{ payload: { proposal: number } }>(
    `SELECT payload FROM intake.outbox WHERE job = 'publish' ORDER BY id DESC LIMIT 1`,
  );
  expect(rows[0]!.payload).toEqual({ proposal: id });
  expect(await wordsOfPublication(worker, rows[0]!.payload.proposal)).toEqual(WORDS);
});

test('a command publishes with the words that were proposed, and says so where it has others', async () => {
  await accounts({ lee: ['city'], lou: ['force'] });
  const by = (actor: string) =>
    Database.open(database.urlFor('owner'), { giver: { actor, person: 'someone' } });
  const [lee, lou] = await Promise.all(['lee', 'lou'].map(by));
  try {
    expect(await mayPublish(lee!, REASON, WORDS)).toMatchObject({ now: false, by: 'lee' });
    const other = { note: 'Another.', correction: null };
    await expect(mayPublish(lee!, REASON, other)).rejects.toThrow('another note or correction');
    await expect(mayPublish(lou!, '', other)).rejects.toThrow('another note or correction');
    expect(await commandProposals(lou!, false)).toMatchObject([WORDS]);
    expect(await mayPublish(lou!, '')).toEqual({ now: true, proposal: expect.any(Number), words: WORDS });
  } finally {
    await Promise.all([lee, lou].map((one) => one?.close()));
  }
});

test('whoever publishes alone says why, by command as in the browser', async () => {
  await accounts({ lee: ['city'] });
  const lee = await Database.open(database.urlFor('owner'), { giver: { actor: 'lee', person: 'someone' } });
  try {
    await expect(mayPublish(lee, 'It is time.')).rejects.toThrow('40 letters or more, with --reason');
    expect(await commandProposals(lee, true)).toEqual([]);
    expect(await mayPublish(lee, REASON, WORDS)).toEqual({
      now: true,
      proposal: expect.any(Number),
      words: WORDS,
    });
  } finally {
    await lee.close();
  }
});

test('an edition that moves a figure of the city by over a tenth wants a second of another agency', async () => {
  await accounts({ lee: ['city'], lou: ['city'] });
  await publishEdition(worker);
  const propose = async (): Promise<boolean> => {
    await database.admin.query('TRUNCATE access.proposal');
    const id = await as('lee', (tx) => proposePublication(tx, REASON));
    return (await waiting('lee')).find((one) => one.id === id)!.elsewhere;
  };
  expect(await propose()).toBe(false);
  const moved = (part: number) =>
    database.admin.query(
      `UPDATE coding.assignment SET theme = 'lighting' WHERE id IN (SELECT id FROM coding.assignment WHERE theme = 'litter' ORDER BY id
         LIMIT (SELECT ceil($1::numeric * count(*)) FROM coding.assignment WHERE theme = 'litter'))`,
      [part],
    );
  await moved(0.02);
  await refreshWorkingFacts(worker);
  expect(await propose()).toBe(false);
  // Proposed while nothing moved; what comes in until the second agrees may move it.
  await accounts({ lee: ['city'], lou: ['city'], lia: ['force'] });
  const id = await as('lee', (tx) => proposePublication(tx, REASON));
  expect(await waiting('lou')).toMatchObject([{ id, elsewhere: false, maySecond: true }]);
  await moved(0.5);
  await refreshWorkingFacts(worker);
  await expect(agree('lou', id)).rejects.toThrow('somebody of another agency');
  await agree('lia', id);
  expect(await as('lee', (tx) => sessionProposals(tx, true))).toMatchObject([
    { id, state: 'done', second: 'lia', elsewhere: true },
  ]);
  expect(await propose()).toBe(true);
  // Whoever is alone needs nobody's, in the browser or by command.
  await accounts({ lee: ['city'] });
  const lee = await Database.open(database.urlFor('owner'), { giver: { actor: 'lee', person: 'someone' } });
  await as('lee', (tx) => proposePublication(tx, REASON));
  await mayPublish(lee, REASON).finally(() => lee.close());
  const alone = { state: 'done', alone: true, elsewhere: false };
  expect(await as('lee', (tx) => sessionProposals(tx, true))).toMatchObject([alone, alone]);
});

test('it is the figures that an edition would print that move it: as the audit corrects them, new ones, and that of everybody', async () => {
  await accounts({ lee: ['city'], lou: ['city'] });
  const moves = async (): Promise<boolean> =>
    (await database.admin.query<{ moves: boolean }>('SELECT facts.publication_moves() AS moves')).rows[0]!
      .moves;
  /** A theme that people found so often for each time that the coder gave it. */
  const found = (
    theme: string,
    times: number,
    more: Partial<ThemeGradeRow> = {},
    codings = 300,
  ): ThemeGradeRow => {
    const all = { value: 0.9, low: 0.8, high: 0.95 };
    const share = { value: 0.2 * times, low: 0.19 * times, high: 0.21 * times };
    const counts = { codings, positives: 60, auditedYes: 60 };
    const findings = { share, coded: 0.2, precision: all, recall: all, ...counts };
    const by = { model: 'made-up', codebook: 'small', codebookVersion: 1 };
    return {
      theme,
      grade: 'ready',
      ...by,
      findings,
      agencies: {},
      former: null,
      recoding: 0,
      wanted: null,
      ...more,
    };
  };
  const grade = (...grades: ThemeGradeRow[]) => worker.transaction((tx) => saveThemeGrades(tx, grades));
  const learning = { grade: 'learning' } as const;
  await grade(found('litter', 1), found('noise', 1, learning));
  expect(await publishEdition(worker)).toMatchObject({ status: 'published' });
  await refreshWorkingFacts(worker);
  expect(await moves()).toBe(false);
  // As many people counted, told as half as many again: only once the audit has moved by five codings does an edition say so.
  await grade(found('litter', 1.5, {}, 304), found('noise', 1, learning));
  expect(await moves()).toBe(false);
  await grade(found('litter', 1.5, {}, 305), found('noise', 1, learning));
  expect(await moves()).toBe(true);
  await grade(found('litter', 1.05, {}, 305), found('noise', 1, learning));
  expect(await moves()).toBe(false);
  // A theme that had no figure has one; one that had has none.
  await grade(found('litter', 1), found('noise', 1, {}, 305));
  expect(await moves()).toBe(true);
  await grade(found('litter', 1, { recoding: 3 }), found('noise', 1, learning));
  expect(await moves()).toBe(true);
  await grade(found('litter', 1), found('noise', 1, learning));
  expect(await moves()).toBe(false);
  // Everybody, though no theme that is told moves.
  await database.admin.query(
    `DELETE FROM facts.fact f WHERE edition = 0 AND person_key % 5 = 0
       AND NOT EXISTS (SELECT FROM facts.fact t WHERE t.edition = 0 AND t.person_key = f.person_key AND t.theme = 'litter')`,
  );
  expect(await moves()).toBe(true);
  await refreshWorkingFacts(worker);
  expect(await moves()).toBe(false);
});

test('two people who agree to the same thing in one moment do it once; the workbench can’t propose in another’s name', async () => {
  await accounts({ ann: ['city'], bob: ['city'], cas: ['city'] });
  const version = await model();
  await as('ann', (tx) => signOffModel(tx, version, REASON));
  const [one] = await waiting('bob');
  const both = await Promise.allSettled([agree('bob', one!.id), agree('cas', one!.id)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await signed(version)).toBe(1);
  for (const call of [
    `access.propose('sign-off', 'x', '{}', '', false)`,
    `access.answer_proposal(1, true, '')`,
    'access.do_proposal(1, true)',
  ])
    await expect(as('ann', (tx) => tx.query(`SELECT ${call}`))).rejects.toThrow('permission denied');
});

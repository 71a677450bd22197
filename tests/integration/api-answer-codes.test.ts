import { randomBytes } from 'node:crypto';
import { writeAnswerCode } from '#decisions';
import { publishEdition } from '#facts';
import { adoptDecision, Database, readQuoteWords, takenBack } from '#store';
import { plantHub, plantThemes } from '../support/small-hub.js';
import { codeOf, startApi, type TestApi } from './api-server.js';

const SIZE = { submissions: 600, people: 260 };
/** The delivery of the city. */
const DELIVERY = 1;

let api: TestApi;
let partner: string;
let worker: Database;
/** Codes as the partner was told them, by row. */
let codes: { row: number; code: string }[];

beforeAll(async () => {
  api = await startApi(
    async (database) => {
      await plantHub(database.admin, SIZE);
      await plantThemes(database.admin, SIZE);
      worker = await Database.open(database.urlFor('worker'));
      await publishEdition(worker);
    },
    [],
    ['127.0.0.1'],
  );
  partner = await api.signIn('Partner', ['partner'], ['city']);
});
afterAll(async () => {
  await worker?.close();
  await api?.stop();
});

const MAKE = `mutation { makeAnswerCodes(delivery: "${DELIVERY}") { file row externalId code } }`;

/** One try at the page, by default each from an address of its own. */
let tried = 0;
async function post(fields: Record<string, string>, address = `10.1.${tried >> 8}.${tried++ & 255}`) {
  const before = performance.now();
  const response = await fetch(`${api.address}/answer`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': address },
    body: new URLSearchParams(fields).toString(),
  });
  const text = await response.text();
  return { status: response.status, text, ms: performance.now() - before, headers: response.headers };
}

test('a partner is told the codes of an own delivery once; only their keyed hashes are kept', async () => {
  const others = await api.signIn('Other', ['partner'], ['force']);
  const analyst = await api.signIn('Analyst', ['analyst'], ['city']);
  expect((await api.ask(MAKE, { as: others })).data.makeAnswerCodes).toEqual([]);
  expect(codeOf(await api.ask(MAKE, { as: analyst }))).toBe('NOT_ALLOWED');
  expect(codeOf(await api.ask(MAKE))).toBe('NOT_SIGNED_IN');
  codes = (await api.ask(MAKE, { as: partner })).data.makeAnswerCodes;
  const held = await api.database.admin.query<{ row: number }>(
    `SELECT "row" FROM engagement.submission WHERE delivery = $1 ORDER BY "row"`,
    [DELIVERY],
  );
  expect(codes.map(({ row }) => row)).toEqual(held.rows.map(({ row }) => row));
  expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length);
  expect(codes[0]?.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  expect((await api.ask(MAKE, { as: partner })).data.makeAnswerCodes).toEqual([]);
  const dump = await api.database.admin.query(
    `SELECT encode(digest, 'escape') || encode(digest, 'hex') AS kept FROM decisions.answer_code`,
  );
  const bare = codes.map(({ code }) => code.replaceAll('-', ''));
  const kept = JSON.stringify(dump.rows);
  expect(bare.filter((code) => kept.includes(code))).toEqual([]);
});

/** A code of an answer that was put to lighting, and where it was said. */
async function lightingCode(): Promise<{ code: string; id: string; engagement: string }> {
  const { rows } = await api.database.admin.query<{ id: string; row: number; engagement: string }>(
    `SELECT s.id, s."row", s.agency || '/' || s.engagement AS engagement FROM engagement.submission s
     WHERE s.delivery = $1 AND s.withdrawn_at IS NULL AND s.linked_at IS NULL AND s.ward IS NOT NULL
       AND EXISTS (SELECT FROM coding.current_assignment x WHERE x.submission = s.id AND x.theme = 'lighting') ORDER BY s."row" LIMIT 1`,
    [DELIVERY],
  );
  const { id, row, engagement } = rows[0]!;
  return { id, engagement, code: codes.find((one) => one.row === row)!.code };
}

test('a resident finds by the code what was decided, and neither words nor ward', async () => {
  const { code, id, engagement } = await lightingCode();
  await worker.transaction((tx) =>
    adoptDecision(tx, {
      agency: 'city', reference: 'L-1', public: true, title: 'Lamps are mended', decided: 'Mend every lamp.', decidedOn: '2026-01-10', why: null,
      willDo: false, notDone: null, notDoneBecause: 'There is no money this year.', decidedBy: 'The board', model: 'agency', lead: null, portfolio: null,
      engagements: [engagement], themes: ['lighting'], wards: [], communities: [], priorities: [],
      evidence: [{ figure: 'themes-by-community/theme=lighting', edition: 1 }], quotes: [],
      actions: [{ what: 'Ask for money', owner: 'Highways', due: '2031-05-15', state: 'planned', doneOn: null, because: null, effect: null, effectFigure: null }],
    }, null),
  ); // prettier-ignore
  const page = await post({ code: ` ${code.toLowerCase().replaceAll('-', '')} ` });
  expect(page.status).toBe(200);
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(page.text).toContain(`Receipt <strong>${code}</strong>`);
  expect(page.text).toContain('Theme lighting');
  expect(page.text).toContain('Lamps are mended');
  expect(page.text).toContain('Because: There is no money this year.');
  expect(page.text).toMatch(/Planned<\/span> Ask for money, by Highways, due 15 May 2031/);
  const { rows } = await api.database.admin.query<{ ward: string }>(
    'SELECT ward FROM engagement.submission WHERE id = $1',
    [id],
  );
  expect(page.text).not.toContain(rows[0]!.ward);
  expect(page.text).not.toContain(id);
  expect(api.log()).not.toContain(code);
  expect((await fetch(`${api.address}/answer`)).status).toBe(200);
});

test('a thousand guessed codes find nothing, and answer as a withdrawn, an erased and an impossible one do', async () => {
  const [withdrawn, erased] = [codes.at(-1)!, codes.at(-2)!];
  const of = `delivery = ${DELIVERY} AND "row" =`;
  await api.database.admin.query(`UPDATE engagement.submission SET withdrawn_at = now() WHERE ${of} ${withdrawn.row}`);
  await api.database.admin.query(
    `DELETE FROM decisions.answer_code c USING engagement.submission s WHERE s.id = c.submission AND s.${of.replace(' AND ', ' AND s.')} ${erased.row}`,
  );
  const alike = [await post({ code: withdrawn.code }), await post({ code: erased.code }), await post({ code: 'not a code' })];
  const guesses: Awaited<ReturnType<typeof post>>[] = [];
  for (let batch = 0; batch < 10; batch++) {
    const tries = Array.from({ length: 100 }, () => post({ code: writeAnswerCode(randomBytes(12)) }));
    guesses.push(...(await Promise.all(tries)));
  }
  expect(new Set([...guesses, ...alike].map(({ status }) => status))).toEqual(new Set([404]));
  expect(new Set([...guesses, ...alike].map(({ text }) => text)).size).toBe(1);
  expect(Math.min(...[...guesses, ...alike].map(({ ms }) => ms))).toBeGreaterThan(690);
  // A right code takes no less, and says nothing by the clock.
  expect((await post({ code: codes[0]!.code })).ms).toBeGreaterThan(690);
}); // prettier-ignore

test('whoever guesses from one address is soon told to wait', async () => {
  const tries = Array.from({ length: 70 }, () => post({ code: '0000-0000-0001' }, '10.9.9.9'));
  const answers = await Promise.all(tries);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
  expect(answers.find(({ status }) => status === 429)?.headers.get('retry-after')).toMatch(/^\d+$/);
});

test('“we read it wrong” reaches people, and an answer that is taken back counts no more', async () => {
  const { code, id } = await lightingCode();
  const misread = await post({ code, say: 'misread' });
  expect(misread.text).toContain('A person looks at it again');
  await post({ code, say: 'misread' });
  const problems = await api.database.admin.query('SELECT figure FROM facts.problem');
  expect(problems.rows).toEqual([{ figure: `submission/${id}` }]);
  const analyst = await api.signIn('Analyst', ['analyst'], ['city']);
  const [{ id: report }] = (await api.ask('{ figureProblems { id } }', { as: analyst })).data.figureProblems;
  const looked = (as: string) => api.ask(`mutation { answerFigureProblem(id: "${report}", answer: "It speaks of lamps.", inPublic: true) }`, { as });
  // Nobody of another agency, who could not open the comment, says that somebody has looked; analyst of another and nothing here.
  const elsewhere = await api.signIn('Elsewhere', ['analyst', 'lead'], ['force']);
  expect((await api.ask('{ figureProblems { id } }', { as: elsewhere })).data.figureProblems).toEqual([]);
  expect((await api.ask('{ waits { kind } }', { as: elsewhere })).data.waits).toEqual([]);
  expect(codeOf(await looked(elsewhere))).toBe('NOT_FOUND');
  expect((await api.ask('{ waits { kind many } }', { as: analyst })).data.waits).toContainEqual({ kind: 'problems-to-answer', many: 1 });
  await looked(analyst);
  const again = (await post({ code })).text;
  expect(again).toMatch(/A person looked at it again on \d+ \w+ \d{4}/);
  expect(again).not.toContain('It speaks of lamps');
  // What is still read wrong is said again.
  expect((await post({ code, say: 'misread' })).text).toContain('You told us that we read it wrong. A person looks at it again.');
  expect((await api.database.admin.query('SELECT answered_at IS NULL AS open FROM facts.problem ORDER BY id')).rows).toEqual([{ open: false }, { open: true }]);
  const lead = await api.signIn('Lead', ['lead'], ['city']);
  const toErase = async (as: string) => (await api.ask('{ waits { kind many title } }', { as })).data.waits.filter(({ kind }: { kind: string }) => kind === 'answers-to-erase');
  expect(await toErase(lead)).toEqual([]);
  const taken = await post({ code, say: 'taken-back' });
  expect([taken.status, taken.text.includes('Your answer is taken back')]).toEqual([200, true]);
  expect((await post({ code })).status).toBe(404);
  expect((await post({ code, say: 'taken-back' })).status).toBe(404);
  expect(await toErase(lead)).toEqual([{ kind: 'answers-to-erase', many: 1, title: expect.stringContaining('npx hub erase --taken-back') }]);
  expect(await toErase(elsewhere)).toEqual([]);
  expect(await takenBack(worker)).toEqual([id]);
  const { rows } = await api.database.admin.query(
    'SELECT withdrawn_at IS NOT NULL AS withdrawn FROM engagement.submission WHERE id = $1',
    [id],
  );
  expect(rows).toEqual([{ withdrawn: true }]);
  const asked = await api.database.admin.query(`SELECT count(*)::int AS many FROM intake.outbox WHERE job = 'refresh'`);
  expect(asked.rows[0].many).toBe(1);
  const trail = await api.database.admin.query(`SELECT actor, action FROM audit.event WHERE action LIKE 'answer-%' ORDER BY id`);
  expect(trail.rows.at(-1)).toEqual({ actor: 'whoever holds the code', action: 'answer-taken-back' });
}); // prettier-ignore

test('an answer is counted since the edition that counts it, whatever was corrected since; what waits is in none', async () => {
  const { admin } = api.database;
  const { code, id } = await lightingCode();
  const heard = async (of: string): Promise<string> => /Heard<\/strong><br>([^<]*)/.exec((await post({ code: of })).text)?.[1] ?? '';
  expect(await heard(code)).toBe('1 April 2026, and counted since edition 1.');
  // As a correction leaves it: it is received anew, after every edition.
  await admin.query(`UPDATE engagement.submission SET heard_on = received_at::date, received_at = now(), linked_at = NULL WHERE id = $1`, [id]);
  expect(await heard(code)).toBe('1 April 2026, and counted since edition 1.');
  // One new person came before the next edition, which is made without them.
  await admin.query(
    `INSERT INTO engagement.submission (id, agency, source, engagement, delivery, file, "row", content_hash, submitted_on, received_at)
     SELECT gen_random_uuid(), agency, source, engagement, delivery, file, 90000, 'alone', submitted_on, '2026-04-02' FROM engagement.submission WHERE id = $1`,
    [id],
  );
  const made = (await api.ask(MAKE, { as: partner })).data.makeAnswerCodes as { row: number; code: string }[];
  await publishEdition(worker);
  expect(await heard(made.find(({ row }) => row === 90_000)!.code)).toBe('2 April 2026, and not in an edition yet.');
}); // prettier-ignore

test('words that were released go from past editions with the answer that is taken back, and only these', async () => {
  const { admin } = api.database;
  const { rows } = await admin.query<{ id: string; row: number }>(
    `SELECT s.id, s."row" FROM engagement.submission s WHERE s.delivery = $1 AND s.withdrawn_at IS NULL AND EXISTS (
       SELECT FROM coding.current_assignment x WHERE x.submission = s.id AND x.theme = 'lighting') ORDER BY s."row" LIMIT 2`,
    [DELIVERY],
  );
  const [gone, stays] = rows as [(typeof rows)[0], (typeof rows)[0]];
  const release = (id: string, words: string) =>
    admin.query(
      `INSERT INTO coding.released_quote (submission, agency, text, actor) VALUES ($1, 'city', $2, 'made-up')
       ON CONFLICT (submission) DO UPDATE SET text = excluded.text`,
      [id, words],
    );
  await release(gone.id, 'Lamps, as first released');
  await release(stays.id, 'Lamps, says another');
  await publishEdition(worker);
  await release(gone.id, 'Lamps, released anew');
  await publishEdition(worker);
  const quotes = await admin.query<{ edition: number; quote: string }>(
    'SELECT edition, id::text AS quote FROM facts.quote WHERE edition > 1',
  );
  const published = await Database.open(api.database.urlFor('published'));
  const told = async (): Promise<string[]> => [
    ...new Set((await readQuoteWords(published, quotes.rows)).map(({ words }) => words)),
  ].sort();
  const all = ['Lamps, as first released', 'Lamps, released anew', 'Lamps, says another'];
  expect(await told()).toEqual(all);
  const code = codes.find((one) => one.row === gone.row)!.code;
  expect((await post({ code, say: 'taken-back' })).text).toContain('are gone');
  expect(await told()).toEqual(['Lamps, says another']);
  const kept = await admin.query('SELECT submission FROM coding.released_quote UNION SELECT submission FROM coding.quote_history');
  expect(kept.rows).toEqual([{ submission: stays.id }]);
  await published.close();
}); // prettier-ignore

test('a form of another site takes nobody’s answer back', async () => {
  const { code } = codes[3]!;
  const response = await fetch(`${api.address}/answer`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
    body: new URLSearchParams({ code, say: 'taken-back' }).toString(),
  });
  expect(await response.text()).not.toContain('is taken back');
  expect((await post({ code })).status).toBe(200);
});

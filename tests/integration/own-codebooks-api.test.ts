import { runOwnCodebook } from '#pipeline';
import { Database } from '#store';
import { libraryComments } from '../support/libraries.js';
import { plantHub } from '../support/small-hub.js';
import { codeOf, startApi, type TestApi } from './api-server.js';

/** What the page of a codebook asks: comments where somebody wants them, and by which themes answers are coded. */
const COMMENTS = libraryComments(120);

let api: TestApi;
let worker: Database;
let analyst: string;
beforeAll(async () => {
  api = await startApi(async ({ admin }) => {
    await plantHub(admin, { submissions: 12 * COMMENTS.length, people: 900 });
    // Coded already, as `coding.coded` says.
    await admin.query('UPDATE engagement.submission SET coded_at = now(), linked_at = now()');
    await admin.query(
      `INSERT INTO engagement.question (agency, engagement, key, text, kind) VALUES ('city', 'survey-0', 'words', 'What should change?', 'free-text')`,
    );
    await admin.query(
      `INSERT INTO engagement.answer (agency, submission, engagement, question, text)
       SELECT s.agency, s.id, s.engagement, 'words', ($1::text[])[s.n] FROM (
         SELECT *, row_number() OVER (ORDER BY id) AS n FROM engagement.submission WHERE agency = 'city' AND engagement = 'survey-0') s
       WHERE s.n <= $2`,
      [COMMENTS.map(({ text }) => text), COMMENTS.length],
    );
  });
  worker = await Database.open(api.database.urlFor('worker'));
  analyst = await api.signIn('Analyst', ['editor', 'analyst'], ['city']);
  await ask(
    `mutation { makeCodebook(codebook: { code: "libraries", name: "Libraries", agency: "city", engagement: "survey-0", questions: ["words"] }) { taught } }`,
  );
  await work();
});
afterAll(async () => {
  await worker?.close();
  await api?.stop();
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any
async function ask(query: string): Promise<any> {
  const answer = await api.ask(query, { as: analyst });
  expect([query.slice(0, 60), codeOf(answer)]).toEqual([query.slice(0, 60), null]);
  return answer.data;
}

/** Does what waits for the worker, by words alone. */
async function work(): Promise<void> {
  const { rows } = await api.database.admin.query<{ id: string }>(
    `SELECT id FROM coding.codebook_run WHERE state = 'waiting' ORDER BY id`,
  );
  for (const { id } of rows) await runOwnCodebook(worker, Number(id), { vectors: false });
}

/** Comments of codebooks that were written down as read. */
async function read(): Promise<number> {
  const { rows } = await api.database.admin.query<{ n: number }>(
    `SELECT coalesce(sum((detail->>'comments')::int), 0)::int AS n FROM audit.event WHERE action = 'comments-read' AND subject = 'codebook'`,
  );
  return rows[0]!.n;
}

interface Line {
  id: string;
  code: string;
  comments: number;
}
const linesOf = async (): Promise<Line[]> =>
  (
    (await ask(
      '{ codebookDraft(code: "libraries") { themes { id code comments } runs { state } taught } }',
    )) as {
      codebookDraft: { themes: Line[] };
    }
  ).codebookDraft.themes;

test('a codebook is looked at without reading a comment; those of one theme are read, and written down, when it is opened', async () => {
  const [largest] = await linesOf();
  await ask(
    `mutation { shapeTheme(codebook: "libraries", theme: "${largest!.id}", state: KEPT) { themes { name } } }`,
  );
  expect(await read()).toBe(0);
  const { draftTheme } = await ask(
    `{ draftTheme(codebook: "libraries", theme: "${largest!.id}") { code nearest { answer yes segments { text } } } }`,
  );
  expect(draftTheme.code).toBe(largest!.code);
  expect(draftTheme.nearest).toHaveLength(5);
  expect(await read()).toBe(5);
  const [near] = draftTheme.nearest;
  await ask(
    `mutation { markComment(codebook: "libraries", theme: "${largest!.id}", answer: "${near.answer}", yes: false) { taught } }`,
  );
  const again = await ask(
    `{ draftTheme(codebook: "libraries", theme: "${largest!.id}") { nearest { answer yes } } }`,
  );
  expect(again.draftTheme.nearest[0]).toEqual({ answer: near.answer, yes: false });
  expect(
    (await ask(`{ draftTheme(codebook: "none-such", theme: "${largest!.id}") { code } }`)).draftTheme,
  ).toBeNull();
});

test('comments of all themes of a codebook are read at once', async () => {
  const before = await read();
  const { codebookDraft } = await ask(
    '{ codebookDraft(code: "libraries") { themes { comments nearest { answer } } } }',
  );
  const shown = (codebookDraft.themes as { nearest: unknown[] }[]).reduce(
    (sum, one) => sum + one.nearest.length,
    0,
  );
  expect(shown).toBeGreaterThan(50);
  expect((await read()) - before).toBe(shown);
});

test('an answer is coded by the themes of the newest version, whatever is shaped since', async () => {
  const newest = async (): Promise<string[]> =>
    (
      await ask('{ codebookDraft(code: "libraries") { newestThemes { code } } }')
    ).codebookDraft.newestThemes.map(({ code }: { code: string }) => code);
  expect(await newest()).toEqual([]);
  await ask('mutation { codeByDraft(codebook: "libraries") { taught } }');
  await work();
  const kept = await newest();
  expect(kept).toHaveLength(1);
  await ask('mutation { addTheme(codebook: "libraries", name: "Toilets") { taught } }');
  expect(await newest()).toEqual(kept);
  const { nextToCode } = await ask('{ nextToCode(codebook: "libraries") { answer } }');
  const code = (theme: string) =>
    api.ask(
      `mutation { codeAnswer(codebook: "libraries", answer: "${nextToCode.answer}", outcome: THEMES, themes: ["${theme}"], side: AGAINST) { taught checked } }`,
      { as: analyst },
    );
  expect(codeOf(await code('toilets'))).toBe('BAD_REQUEST');
  const { taught, checked } = (await code(kept[0]!)).data.codeAnswer;
  expect(taught + checked).toBe(1);
  const { rows } = await api.database.admin.query<{ side: string }>('SELECT side FROM coding.answer_word');
  expect(rows).toEqual([{ side: 'against' }]);
  // Nothing is told of sides before enough people said them.
  const { runs } = (
    await ask(
      '{ codebookDraft(code: "libraries") { runs { coding { stance { codings needed kappa themes { for } } } } } }',
    )
  ).codebookDraft;
  expect(runs[0].coding.stance).toEqual({ codings: 0, needed: 50, kappa: null, themes: [] });
});

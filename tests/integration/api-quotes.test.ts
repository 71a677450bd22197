import { WARDS } from '#domain';
import { publishEdition } from '#facts';
import { Database } from '#store';
import { plantHub, plantThemes } from '../support/small-hub.js';
import { plantQuestions } from '../support/thirty-questions.js';
import { startApi, type TestApi } from './api-server.js';

/** Quotes are found by ward however many there are, and a report that names many answers is no crowd. */
const SIZE = { submissions: 2_400, people: 1_000 };
const ENGAGEMENT = 'city/survey-0';
/** Wards of the small hub whose people speak of lighting. */
const [LONG, SHORT] = [WARDS[0]!.code, WARDS[1]!.code];

let api: TestApi;
let officer: string;
let community: string;
beforeAll(async () => {
  api = await startApi(async (database) => {
    const { admin } = database;
    await plantHub(admin, SIZE);
    await plantThemes(admin, SIZE);
    await plantQuestions(admin, { agency: 'city', engagement: 'survey-0' });
    const worker = await Database.open(database.urlFor('worker'));
    await publishEdition(worker);
    await worker.close();
    await admin.query('ALTER TABLE facts.quote DISABLE TRIGGER USER');
    for (const [ward, text, many] of [
      [LONG, 'A quote of many words of which there are more than anybody looks at', 250],
      [SHORT, 'Short', 1],
    ] as const)
      await admin.query(
        `INSERT INTO facts.quote (edition, agency, theme, ward, engagement, text)
         SELECT 1, 'city', 'lighting', $1, $2, $3 || ' ' || n FROM generate_series(1, $4) n`,
        [ward, ENGAGEMENT, text, many],
      );
    const { rows } = await admin.query(
      `SELECT c.code, count(DISTINCT f.person_key) AS people FROM facts.fact f, unnest(f.communities) AS c(code)
       WHERE f.edition = 1 AND f.theme = 'lighting' GROUP BY 1 ORDER BY 2 DESC LIMIT 1`,
    );
    ({ code: community } = rows[0]);
    await admin.query(
      `INSERT INTO facts.quote (edition, agency, theme, ward, engagement, question, communities, dissents, text)
       SELECT 1, 'city', 'lighting', q.ward, $2, q.question, q.communities, q.dissents, q.text FROM (VALUES
         ($1, 'open-1', ARRAY[$3], true, 'They are fine'), ($1, 'open-2', '{}', false, 'To another question'),
         ('not-known', 'open-3', ARRAY[$3], false, 'From somewhere')) AS q(ward, question, communities, dissents, text)`,
      [SHORT, ENGAGEMENT, community],
    );
    await admin.query('ALTER TABLE facts.quote ENABLE TRIGGER USER');
  });
  officer = await api.signIn('Officer', ['officer'], ['city']);
});
afterAll(() => api?.stop());

const quotes = async (of: string): Promise<{ words: string; ward: { code: string } | null }[]> =>
  (await api.ask(`{ quotes(${of}) { words ward { code } } }`)).data.quotes;

test('the quotes of a ward are told behind however many of others, those that give most to go by first, at most twenty', async () => {
  const all = await quotes('theme: "lighting"');
  expect(all).toHaveLength(20);
  // One that disagrees comes at once, however short.
  expect(all[1]!.words).toBe('They are fine');
  expect(all.filter(({ words }) => words.startsWith('A quote of many words'))).toHaveLength(19);
  expect(await quotes(`ward: "${SHORT}"`)).toEqual(
    ['Short 1', 'They are fine', 'To another question'].map((words) =>
      expect.objectContaining({ words, ward: { code: SHORT } }),
    ),
  );
  expect(await quotes(`ward: "${SHORT}", theme: "litter"`)).toEqual([]);
});

test('quotes of a question are of its own answers; of a closed one there are none', async () => {
  expect(await quotes(`engagement: "${ENGAGEMENT}"`)).toHaveLength(20);
  expect((await quotes(`engagement: "${ENGAGEMENT}", question: "open-1"`)).map(({ words }) => words)).toEqual(
    ['They are fine'],
  );
  expect(await quotes(`engagement: "${ENGAGEMENT}", question: "one-1"`)).toEqual([]);
  expect(await quotes('question: "open-1"')).toEqual([]);
});

test('a community’s quotes are of its people, and neither they nor the same words elsewhere tell a ward', async () => {
  // "They are fine" is told with its ward, in which under ten of the community speak of it.
  expect(await quotes(`community: "${community}"`)).toEqual([{ words: 'From somewhere', ward: null }]);
  expect(await quotes(`community: "${community}", ward: "${SHORT}"`)).toEqual([]);
  expect(await quotes('community: "no-such-community"')).toEqual([]);
});

test('a report may name more answers than the hub works out tables at once', async () => {
  const { answers } = (
    await api.ask(
      `{ answers(engagement: "${ENGAGEMENT}") { questions { key all { options { code people } } } } }`,
    )
  ).data;
  const place = ENGAGEMENT.split('/');
  const ids = answers.questions.flatMap(
    (question: { key: string; all: { options: { code: string; people: number | null }[] } }) =>
      question.all.options.flatMap(({ code, people }) =>
        people === null ? [] : [['answers', ...place, question.key, code].map(encodeURIComponent).join('/')],
      ),
  );
  expect(ids.length).toBeGreaterThan(60);
  const input = {
    agency: 'city', slug: 'many-answers', title: 'Many answers', kind: 'consultation', subject: ENGAGEMENT, forWhom: 'The board', edition: 1,
    texts: [
      { code: 'point', text: `Decide. ${ids.map((id: string) => `[[${id}]]`).join(', ')}, and [[answers/city/survey-0/none/none]].` },
      { code: 'limits', text: 'People chose to speak.' },
    ],
  }; // prettier-ignore
  const saved = await api.ask(
    `mutation ($input: ReportInput!) { saveReport(input: $input) { checks { code stops { words } } } }`,
    { variables: { input }, as: officer },
  );
  expect(saved.errors).toEqual([]);
  const stops = saved.data.saveReport.checks.flatMap((check: { code: string; stops: { words: string }[] }) =>
    check.stops.map(({ words }) => [check.code, words]),
  );
  expect(stops).toEqual([
    ['absent-figure', 'answers/city/survey-0/none/none is no published figure of this edition.'],
  ]);
});

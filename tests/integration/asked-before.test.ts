import { publishEdition } from '#facts';
import { Database } from '#store';
import { plantHub, plantThemes } from '../support/small-hub.js';
import { plantQuestions } from '../support/thirty-questions.js';
import { startApi, type TestApi } from './api-server.js';

/** An analyst sees who asked about a subject before, of all agencies, as the latest edition has it. */

const SIZE = { submissions: 1_200, people: 480, seed: 5 };
const WAIT = 'Would you wait alone at the bus stop after eight?';
const NURSES = 'How were the doctors and nurses at your last visit?';
/** [agency, engagement, key, wording, options; none: in one's own words] */
const ASKED: [string, string, string, string, string[]][] = [
  ['health', 'survey-0', 'wait', WAIT, ['Yes', 'No']],
  ['force', 'survey-1', 'wait', 'Would you wait alone at the bus-stop after eight', ['Yes', 'No']],
  ['city', 'survey-0', 'else', 'Is there anything else?', []],
  ['city', 'survey-0', 'bins', 'How often are your bins emptied?', ['Weekly', 'Seldom']],
  ['city', 'survey-1', 'park', 'Which parks and playgrounds do you use?', ['None', 'Some']],
  ['city', 'survey-2', 'pay', 'Could you pay more council tax for libraries?', ['Yes', 'No']],
  ['together', 'survey-0', 'visit', NURSES, ['Kind', 'Not kind']],
  ['together', 'survey-1', 'money', 'What would you spend money on first?', []],
];

let api: TestApi;
let worker: Database;
let analyst: string;

beforeAll(async () => {
  api = await startApi(async ({ admin }) => {
    await plantHub(admin, SIZE);
    await plantThemes(admin, SIZE);
    await admin.query(
      `UPDATE engagement.engagement SET title = 'Evening buses', opens = '2022-09-01', closes = '2022-11-30' WHERE agency = 'city' AND key = 'survey-0'`,
    );
    await admin.query(
      `UPDATE engagement.engagement SET opens = '2024-11-01', closes = '2025-03-31' WHERE agency = 'force' AND key = 'survey-1'`,
    );
    for (const [agency, engagement, key, text, options] of ASKED) {
      if (options.length > 0)
        await plantQuestions(admin, { agency, engagement }, [
          { key, kind: 'choice', options, skew: 1, none: 20 },
        ]);
      else await plantOpen(admin, agency, engagement, key);
      await admin.query(
        'UPDATE engagement.question SET text = $4 WHERE agency = $1 AND engagement = $2 AND key = $3',
        [agency, engagement, key, text],
      );
    }
  });
  worker = await Database.open(api.database.urlFor('worker'));
  analyst = await api.signIn('Analyst', ['analyst'], ['city']);
});
afterAll(async () => {
  await worker?.close();
  await api?.stop();
});

async function plantOpen(
  admin: TestApi['database']['admin'],
  agency: string,
  engagement: string,
  key: string,
): Promise<void> {
  await admin.query(
    `INSERT INTO engagement.question (agency, engagement, key, text, kind, options, position) VALUES ($1, $2, $3, '', 'free-text', '{}', 50)`,
    [agency, engagement, key],
  );
  await admin.query(
    `INSERT INTO engagement.answer (agency, submission, engagement, question, text)
     SELECT agency, id, engagement, $3, 'Made-up words' FROM engagement.submission WHERE agency = $1 AND engagement = $2`,
    [agency, engagement, key],
  );
}

const ASK = `query ($words: String!) { askedBefore(words: $words) { edition wordings agencies nodes { text foundBy times askings {
  engagement title question opens closes people agency { code } decided { title state } } } } }`;
const ask = async (words: string, as = analyst) =>
  (await api.ask(ASK, { variables: { words }, as })).data.askedBefore;

test('nothing is told before an edition is', async () => {
  expect(await ask('bus stops')).toEqual({ edition: null, wordings: 0, agencies: 0, nodes: [] });
});

describe('of an edition', () => {
  beforeAll(async () => {
    await publishEdition(worker);
  });

  test('a question is found by its words, once for all who asked it, the latest first, with how many answered', async () => {
    const { edition, nodes } = await ask('waiting alone at bus stops');
    expect(edition).toBe(1);
    expect(nodes[0]).toMatchObject({ times: 2, foundBy: expect.stringMatching(/WORDS|BOTH/) });
    expect(nodes[0].askings.map(({ engagement }: { engagement: string }) => engagement)).toEqual([
      'force/survey-1',
      'health/survey-0',
    ]);
    const [latest] = nodes[0].askings;
    expect(latest).toMatchObject({ agency: { code: 'force' }, opens: '2024-11-01', closes: '2025-03-31' });
    for (const { engagement, question, people } of nodes[0].askings) {
      const { data } = await api.ask(
        `{ answers(engagement: "${engagement}", question: "${question}", edition: 1) { questions { all { base } } } }`,
      );
      expect(data.answers.questions[0].all.base).toBeGreaterThan(0);
      expect(people).toBe(data.answers.questions[0].all.base);
    }
  });

  test('agencies are counted of all that was found, not of what is listed', async () => {
    const words = 'waiting alone at bus stops, council tax for libraries, parks and playgrounds';
    const { nodes, wordings, agencies } = await ask(words);
    const all = nodes.flatMap(({ askings }: { askings: { agency: { code: string } }[] }) => askings);
    const codes = new Set(all.map(({ agency }: { agency: { code: string } }) => agency.code));
    expect(nodes).toHaveLength(wordings);
    expect(codes.size).toBeGreaterThan(2);
    expect(agencies).toBe(codes.size);
    const { data } = await api.ask(
      `query ($words: String!) { askedBefore(words: $words, first: 1) { wordings agencies nodes { text } } }`,
      { variables: { words }, as: analyst },
    );
    expect(data.askedBefore.nodes).toHaveLength(1);
    expect(data.askedBefore).toMatchObject({ wordings, agencies });
  });

  test('one that says it in other words is found by its meaning', async () => {
    const { nodes } = await ask('physicians at the hospital');
    expect(nodes.map(({ text }: { text: string }) => text)).toContain(NURSES);
    expect(nodes.find(({ text }: { text: string }) => text === NURSES).foundBy).toBe('MEANING');
  });

  test('a general question is found by what it was asked about, and what speaks of other things is not', async () => {
    const { nodes } = await ask('evening buses');
    const texts = nodes.map(({ text }: { text: string }) => text);
    expect(texts).toContain('Is there anything else?');
    expect(texts).not.toContain(NURSES);
    const [asking] = nodes.find(({ text }: { text: string }) => text === 'Is there anything else?').askings;
    const { data } = await api.ask(
      '{ answers(engagement: "city/survey-0", edition: 1) { open { key people } } }',
    );
    expect(asking.people).toBe(data.answers.open.find(({ key }: { key: string }) => key === 'else').people);
    expect((await ask('trampolines for otters')).nodes).toEqual([]);
  });

  test('what was decided after it stands beside it', async () => {
    const officer = await api.signIn('Officer', ['officer'], ['city']);
    const input = {
      agency: 'city', reference: 'BUS-1', public: true, title: 'Later buses', decided: 'Buses run until one.', decidedOn: '2025-03-04',
      decidedBy: 'The board', model: 'AFTER_ASKING', willDo: true, themes: [], wards: [], engagements: ['city/survey-0'],
      evidence: [{ figure: 'themes-by-community/theme=lighting', edition: 1 }],
      actions: [{ what: 'Run them', owner: 'Transport', due: '2020-01-01', state: 'PLANNED' }],
    }; // prettier-ignore
    const SAVE = `mutation ($input: DecisionInput!) { saveDecision(input: $input) { problems { field reason } } }`;
    expect((await api.ask(SAVE, { variables: { input }, as: officer })).data.saveDecision.problems).toEqual(
      [],
    );
    const { nodes } = await ask('evening buses');
    const [asking] = nodes.find(({ text }: { text: string }) => text === 'Is there anything else?').askings;
    expect(asking.decided).toEqual([{ title: 'Later buses', state: 'LATE' }]);
  });

  test('what is not published yet is not told, and the next edition tells it', async () => {
    await api.database.admin.query(
      `UPDATE engagement.question SET text = 'Where should a lido be built?' WHERE agency = 'city' AND key = 'bins'`,
    );
    expect((await ask('lido')).nodes).toEqual([]);
    await publishEdition(worker);
    expect((await ask('lido')).nodes.map(({ text }: { text: string }) => text)).toEqual([
      'Where should a lido be built?',
    ]);
  });
});

test('it is for analysts, and asks for words', async () => {
  const partner = await api.signIn('Partner', ['partner'], ['city']);
  const code = async (words: string, as?: string) =>
    (await api.ask(ASK, { variables: { words }, ...(as ? { as } : {}) })).errors[0]!.extensions.code;
  expect(await code('bus stops', partner)).toBe('NOT_ALLOWED');
  expect(await code('bus stops')).toBe('NOT_SIGNED_IN');
  expect(await code('b', analyst)).toBe('BAD_REQUEST');
});

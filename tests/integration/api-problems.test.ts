import { plantHub } from '../support/small-hub.js';
import { codeOf, startApi, type TestApi } from './api-server.js';

const SAID = 'Zebedee Canary of 1 Canary Row says this is too low';
let api: TestApi;
beforeAll(async () => {
  api = await startApi(({ admin }) => plantHub(admin, { submissions: 20, people: 10 }));
});
afterAll(() => api?.stop());

const report = (figure: string, note: string) =>
  api.ask('mutation ($figure: String!, $note: String!) { reportProblem(figure: $figure, note: $note) }', {
    variables: { figure, note },
  });
const PROBLEMS = '{ figureProblems { id figure note answer answeredBy told } }';
const ANSWERS = '{ publicAnswers { figure answer } }';
const answer = (id: string, words: string, inPublic: boolean, as?: string) =>
  api.ask(
    'mutation ($id: ID!, $answer: String!, $inPublic: Boolean!) { answerFigureProblem(id: $id, answer: $answer, inPublic: $inPublic) }',
    { variables: { id, answer: words, inPublic }, ...(as ? { as } : {}) },
  );

test('what somebody says of a figure is read and answered by analysts and leads, and of it the public learns the answer alone', async () => {
  expect((await report('1/themes/lighting', SAID)).data.reportProblem).toBe(true);
  expect((await report('1/themes/parks', 'Another')).data.reportProblem).toBe(true);
  const analyst = await api.signIn('Ana Analyst', ['analyst'], ['city']);
  const lead = await api.signIn('Lee Lead', ['lead'], ['force']);
  const open = (await api.ask(PROBLEMS, { as: lead })).data.figureProblems;
  expect(open).toMatchObject([
    { figure: '1/themes/parks', answer: null },
    { figure: '1/themes/lighting', note: SAID, answer: null },
  ]);
  const found = 'The figure is of people, not of comments: it stands.';
  expect((await answer(open[1].id, found, true, analyst)).data.answerFigureProblem).toBe(true);
  expect((await answer(open[0].id, 'Not for print', false, lead)).data.answerFigureProblem).toBe(true);
  expect((await api.ask(PROBLEMS, { as: analyst })).data.figureProblems).toMatchObject([
    { answer: 'Not for print', answeredBy: 'Lee Lead', told: false },
    { answer: found, answeredBy: 'Ana Analyst', told: true },
  ]);
  const told = await api.ask(ANSWERS);
  expect(told.data.publicAnswers).toEqual([{ figure: '1/themes/lighting', answer: found }]);
  expect(told.raw).not.toMatch(/Canary|Ana/);
});

test('nobody else reads them or answers, and an answer must say something', async () => {
  const analyst = await api.signIn('Ana Analyst', ['analyst'], ['city']);
  const partner = await api.signIn('Pat Partner', ['partner', 'reviewer', 'editor'], ['city']);
  expect(codeOf(await api.ask(PROBLEMS))).toBe('NOT_SIGNED_IN');
  expect(codeOf(await api.ask(PROBLEMS, { as: partner }))).toBe('NOT_ALLOWED');
  expect(codeOf(await answer('1', 'words', true, partner))).toBe('NOT_ALLOWED');
  expect(codeOf(await answer('1', '  ', true, analyst))).toBe('BAD_REQUEST');
  expect(codeOf(await answer('987654', 'words', true, analyst))).toBe('NOT_FOUND');
});

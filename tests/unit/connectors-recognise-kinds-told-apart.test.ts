import { readEquality } from '#domain';
import { many, read, type Cell } from '../support/read-sheet.js';

const remark = (at: number): string => `The path beside number ${at} floods each winter and nobody comes.`;
type Column = (at: number) => Cell;
/** Thirty forms with a remark and what else is asked. */
const form = (more: Record<string, Column>) =>
  read([
    ['Ref', 'Comments', ...Object.keys(more)],
    ...many(30, (at) => [`R${at}`, remark(at), ...Object.values(more).map((of) => of(at))]),
  ]);
const age: Column = (at) => ['16-24', '25-34', '45-54', '65+'][at % 4]!;

describe('a characteristic under the heading of a group is the person’s', () => {
  it.each<[string, Column]>([
    ['about-age_years', (at) => 18 + at],
    ['Your household - Age of person answering', age],
    ['Your household - Age', age],
    ['Household - Age of respondent', (at) => ['18-29', '30-49', '50 and over'][at % 3]!],
    ['Your household - Age of person who is answering', (at) => ['18-29', '30-49', '50 and over'][at % 3]!],
  ])('%s', async (label, of) => {
    const { demographics, questions } = await form({ [label]: of });
    expect(demographics).toMatchObject([{ characteristic: 'age', coded: 30 }]);
    expect(questions).toHaveLength(1);
  });

  it('not so where it is of somebody else', async () => {
    const { demographics } = await form({ 'Your household - Age of youngest child': age });
    expect(demographics).toEqual([]);
  });

  it('and pregnancy is, with a birth in the last year', async () => {
    const label = 'Are you pregnant, or have you had a baby in the last 12 months?';
    const { demographics } = await form({ [label]: (at) => (at % 3 ? 'No' : 'Yes') });
    expect(demographics).toMatchObject([{ characteristic: 'pregnancy', coded: 30 }]);
  });

  it('X is an answer where F and M are', async () => {
    const { demographics } = await form({ Sex: (at) => ['F', 'M', 'X'][at % 3]! });
    expect(demographics).toMatchObject([{ characteristic: 'sex', answered: 30, coded: 30 }]);
    expect(readEquality('gender', 'X').as).toBe('coded');
    expect(readEquality('religion', 'x').as).toBe('blank');
    expect(readEquality('sexual-orientation', 'Gay woman or lesbian')).toMatchObject({
      code: 'gay-or-lesbian',
    });
  });

  it('a column each for its answers is a question, and that is asked about', async () => {
    const { asks, questions } = await form({
      'Gender - Female': (at) => (at % 3 === 0 ? 'x' : ''),
      'Gender - Male': (at) => (at % 3 === 1 ? 'x' : ''),
      'Gender - Non-binary': (at) => (at % 3 === 2 ? 'x' : ''),
    });
    expect(questions.find(({ text }) => text === 'Gender')).toMatchObject({ kind: 'multi-choice' });
    expect(asks).toMatchObject([{ about: 'question', why: expect.stringContaining('gender') as unknown }]);
  });
});

describe('what became of a row is no answer', () => {
  it.each<[string, string[]]>([
    ['Contribution status', ['Confirmed', 'Confirmed']],
    ['Approval Status', ['Unread', 'Approved']],
    ['Review state', ['Reviewed', 'Received']],
    ['Processing status', ['Processed', 'Open']],
  ])('%s', async (label, states) => {
    const { questions, status } = await form({ [label]: (at) => states[at % 2]! });
    expect(questions).toHaveLength(1);
    expect(status).toBe('ready');
  });

  it('and of rows that wait a person is asked', async () => {
    const { asks, people } = await form({
      'Contribution status': (at) => (at % 10 ? 'Confirmed' : 'Pending'),
    });
    expect(people).toBe(30);
    expect(asks).toMatchObject([{ column: 'Contribution status', about: 'status' }]);
  });
});

describe('whoever helped or sent an answer in is not who answered', () => {
  it.each(['SubmitterName', 'Submitted by', 'Volunteer', 'Named nurse', 'Team member'])(
    '%s',
    async (label) => {
      const { identifying, questions, status } = await form({
        [label]: (at) => ['Ruth Synthetic', 'Owen Example', 'Ada Specimen'][at % 3]!,
      });
      expect({ identifying, status, questions: questions.length }).toEqual({
        identifying: [],
        status: 'ready',
        questions: 1,
      });
    },
  );

  it('but who volunteers is an answer', async () => {
    const { questions } = await form({ Volunteer: (at) => (at % 2 ? 'Yes' : 'No') });
    expect(questions).toHaveLength(2);
  });
});

describe('codes of several ticks in one cell', () => {
  it('are ticks, and a person says what they stand for', async () => {
    const { questions, asks } = await form({
      'Which have you used?': (at) => ['1', '1,3', '2,4', '1,2,4', '3'][at % 5]!,
    });
    expect(questions.find(({ text }) => text === 'Which have you used?')).toMatchObject({
      kind: 'multi-choice',
      options: ['1', '2', '3', '4'],
      answered: 30,
    });
    expect(asks).toMatchObject([{ about: 'codes' }]);
  });

  it('and a decimal comma is none', async () => {
    const { questions } = await form({ 'Score out of 10': (at) => ['3,5', '1,5', '7', '2,5'][at % 4]! });
    expect(questions.find(({ text }) => text === 'Score out of 10')).toMatchObject({ kind: 'number' });
  });
});

describe('options that begin with numbers', () => {
  it('are a scale where only the ends have words', async () => {
    const steps = ['1 (Oppose)', '2', '3', '4', '5 (Support)'];
    const { questions } = await form({ 'What do you think of the zone?': (at) => steps[(at * 3) % 5]! });
    expect(questions.find(({ text }) => text.includes('zone'))).toMatchObject({
      kind: 'scale',
      options: steps,
    });
  });

  it('stand in their order where all have', async () => {
    const named = ['1 - Parks', '2 - Roads', '3 - Schools'];
    const { questions } = await form({ 'Where should we spend first?': (at) => named[(at * 2) % 3]! });
    expect(questions.find(({ text }) => text.includes('spend'))).toMatchObject({
      kind: 'choice',
      options: named,
    });
  });
});

it('a ward of a hospital is an answer, and no place where somebody lives', async () => {
  const { questions } = await form({ Ward: (at) => ['Ward 3', 'Ward 12', 'A&E'][at % 3]! });
  expect(questions.find(({ text }) => text === 'Ward')).toMatchObject({ kind: 'choice', answered: 30 });
});

it('leave to publish a comment is asked about, and no comment', async () => {
  const { questions, asks } = await form({ 'Publish comment?': (at) => (at % 5 ? 'Y' : 'N') });
  expect(questions).toHaveLength(1);
  expect(asks).toMatchObject([{ column: 'Publish comment?', about: 'consent' }]);
});

it('an export of Alchemer is not taken for one of Citizen Space', async () => {
  const { layout } = await form({
    'Response ID': (at) => at + 1,
    'Date Submitted': () => '2026-03-01',
    'IP Address': (at) => `192.0.2.${at}`,
    SessionID: (at) => `16701623${at}_81bdf6250b0317.0`,
  });
  expect(layout).toBeNull();
});

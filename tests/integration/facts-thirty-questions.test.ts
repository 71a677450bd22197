import { ANSWER_CUTS, askResults, listQuestions, publishEdition, type AnswerCut, type Answers, type QuestionResult, type Results } from '#facts'; // prettier-ignore
import { Database } from '#store';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { AREAS } from '../support/declared-groups.js';
import {
  type CellSets,
  RulesOfPolicyP,
  type Shown,
  toldBy,
  type ToldWithin,
} from '../support/rules-of-policy-p.js';
import { plantHub } from '../support/small-hub.js';
import { type AnswerSets, answerSets, joined } from '../support/thirty-answers.js';
import { plantQuestions, THIRTY_QUESTIONS } from '../support/thirty-questions.js';

const WHERE = { agency: 'city', engagement: 'survey-0' };
const ENGAGEMENT = 'city/survey-0';
const APART = ['dont-know', 'declined', 'not-shown'];

let database: TestDatabase;
let published: Database;
let rules: RulesOfPolicyP;
let everybody: AnswerSets;
let byWard: AnswerSets;
beforeAll(async () => {
  database = await testDatabase();
  await plantHub(database.admin, { submissions: 14_000, people: 6_000, seed: 30 });
  // Wards are told from 2,000 answers on, so the agency's three engagements are one.
  await database.admin.query(
    `UPDATE engagement.submission SET engagement = 'survey-0' WHERE agency = 'city'`,
  );
  await plantQuestions(database.admin, WHERE);
  const worker = await Database.open(database.urlFor('worker'));
  await publishEdition(worker);
  await worker.close();
  published = await Database.open(database.urlFor('published'));
  rules = await RulesOfPolicyP.of(database.admin);
  everybody = await answerSets(database.admin, WHERE, null);
  byWard = await answerSets(database.admin, WHERE, 'ward');
}, 480_000);
afterAll(async () => {
  await published?.close();
  await database?.drop();
});

async function ask(by: AnswerCut | null): Promise<Results> {
  const answer = await askResults(published, { engagement: ENGAGEMENT, by }, { kind: 'public' });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.results;
}

/** What an option of the page means in the words of the SQL; a band of numbers is told by its label. */
function chosenBy(result: QuestionResult, { code, label, role }: Answers['options'][number]): string[] {
  if (role !== 'option') return [code];
  if (result.kind === 'ranking') return [`${code.split('/')[1]}/${label.toLowerCase()}`];
  if (result.kind !== 'number') return [label.toLowerCase()];
  // Neighbours that few people gave share a label: "up to 2", "5 to 6".
  const asBand = label
    .replace(/^up to (\d+)$/, (_, last: string) => `under ${Number(last) + 1}`)
    .replace(/^(\d+) to (\d+)$/, (_, first: string, last: string) => `${first} to under ${Number(last) + 1}`);
  const [, under, from, to, more] =
    /^(?:under (\d+)|(\d+) to under (\d+)|(\d+) or more)$/.exec(asBand)?.map((text) => text && Number(text)) ?? []; // prettier-ignore
  const [low, high] = [from ?? more ?? (under === undefined ? Number(label) : 0), to ?? under ?? (more === undefined ? Number(label) + 1 : 100)]; // prettier-ignore
  return Array.from({ length: Number(high) - Number(low) }, (_, at) => `=${Number(low) + at}`);
}

/** People of a cell as the rules show them, beside its larger sets; an area gives way to what is told of its wards. */
function expected(
  all: AnswerSets,
  cut: AnswerSets,
  question: string,
  chose: readonly string[],
  value?: string,
): number | null {
  const shown = shownOf(all, cut, question, chose, value);
  return shown === '[c]' ? null : shown[1];
}

function shownOf(all: AnswerSets, cut: AnswerSets, question: string, chose: readonly string[], value?: string): Shown {
  const setOf = (from: AnswerSets, at?: string): CellSets => {
    const sets = chose.map((each) => from.of(question, each, at));
    return sets.length === 1 ? sets[0]! : joined(sets);
  };
  const from = value === undefined ? all : cut;
  const larger = [from.of(null, 'heard', value)];
  if (value !== undefined) larger.push(setOf(all));
  const [only] = chose;
  if (only !== 'answered' && !APART.includes(only!)) larger.push(from.of(question, 'answered', value));
  // Whoever put it first is among those who put it among the first three.
  if (only!.startsWith('1/')) larger.push(joined([1, 2, 3].map((place) => from.of(question, `${place}${only!.slice(1)}`, value))));
  const within = (AREAS[value ?? ''] ?? []).flatMap((ward): ToldWithin[] =>
    toldBy(setOf(byWard, ward), shownOf(all, byWard, question, chose, ward), []));
  return rules.shown(setOf(from, value), larger, true, within);
} // prettier-ignore

/** Every cell of the questions, and how many were compared and hidden. */
async function compare(by: AnswerCut | null): Promise<{ cells: number; hidden: number; refused: number }> {
  const [results, all] = [await ask(by), everybody];
  const cut = by ? await answerSets(database.admin, WHERE, by) : all;
  const told = { cells: 0, hidden: 0, refused: 0 };
  for (const result of results.questions) {
    const rows = by
      ? result.cut.map(({ code, answers }) => ({ value: code as string | undefined, answers }))
      : [{ value: undefined, answers: result.all }];
    if (by && result.cutRefused !== null) told.refused += 1;
    const given = [result.all.base, ...result.all.options.flatMap(({ role, people }) => (APART.includes(role) ? [people] : []))];
    const left = given.includes(null) ? null : Math.max(0, results.heard! - given.reduce<number>((sum, each) => sum + each!, 0));
    expect([result.key, 'no answer', result.notAnswered]).toEqual([result.key, 'no answer', left]);
    for (const { value, answers } of rows) {
      const base = expected(all, cut, result.key, ['answered'], value);
      expect([result.key, value, 'answered', answers.base]).toEqual([result.key, value, 'answered', base]);
      for (const option of answers.options) {
        const wanted = expected(all, cut, result.key, chosenBy(result, option), value);
        expect([result.key, value, option.label, option.people]).toEqual([result.key, value, option.label, wanted]);
        told.cells += 1;
        told.hidden += wanted === null ? 1 : 0;
      }
      sharesAddUp(result, answers);
    }
  }
  return told;
} // prettier-ignore

/** Of one choice the shares and what is hidden are a hundred; nothing is told of a base that is hidden or under 50. */
function sharesAddUp(result: QuestionResult, { base, options, rest }: Answers): void {
  const inBase = options.filter(({ role }) => !APART.includes(role));
  const percents = inBase.flatMap(({ percent }) => (percent === null ? [] : [percent]));
  const shown = inBase.reduce((sum, { people }) => sum + (people ?? 0), 0);
  const anyHidden = inBase.some(({ people }) => people === null);
  const whole = base ?? (anyHidden || result.several ? null : shown);
  for (const option of options.filter(({ role }) => APART.includes(role))) expect(option.percent).toBeNull();
  if (whole === null || whole < 50) {
    expect([result.key, percents, rest]).toEqual([result.key, [], null]);
    return;
  }
  for (const { people, percent } of inBase) {
    expect(percent === null).toBe(people === null);
    if (people === null || percent === null) continue;
    const of = result.several ? whole : anyHidden ? Math.max(whole, shown) : shown;
    expect(Math.abs(percent - (100 * Math.min(people, of)) / of)).toBeLessThanOrEqual(1);
  }
  if (result.several) expect(rest).toBeNull();
  else {
    expect(rest !== null).toBe(anyHidden);
    expect(percents.reduce((sum, each) => sum + each, rest ?? 0)).toBe(100);
  }
}

test('thirty questions of every kind are told, in the order asked', async () => {
  const { questions } = await ask(null);
  expect(questions.map(({ key }) => key)).toEqual(THIRTY_QUESTIONS.map(({ key }) => key));
  expect(questions.filter(({ matrix }) => matrix !== null)).toHaveLength(4);
});

test('they are found by their words, with what could be answered and no base', async () => {
  const all = (await listQuestions(published, { engagement: ENGAGEMENT }))!;
  expect(all.map(({ key }) => key)).toEqual(THIRTY_QUESTIONS.map(({ key }) => key));
  expect(all.flatMap(({ options }) => options.map(({ role }): string => role))).not.toContain('base');
  const [found, ...more] = (await listQuestions(published, { search: 'one-3 QUESTION' }))!;
  expect(more).toEqual([]);
  const labels = found!.options.flatMap(({ label, role }) => (role === 'option' ? [label] : []));
  expect(labels).toEqual(THIRTY_QUESTIONS.find(({ key }) => key === 'one-3')!.options);
  expect(await listQuestions(published, { edition: 99 })).toBeNull();
});

test('every answer to thirty questions, of everybody, is the people that PostgreSQL counts, put through the rules', async () => {
  const { cells, hidden } = await compare(null);
  expect(cells).toBeGreaterThan(150);
  expect(hidden).toBeLessThan(cells / 2);
});

test.each(ANSWER_CUTS)('the same by %s', async (by) => {
  const { cells, hidden, refused } = await compare(by);
  // Few answered some of them: by ward those are refused, and most others are told.
  expect(refused).toBeLessThan(20);
  expect(cells).toBeGreaterThan(300);
  expect(hidden).toBeGreaterThan(0);
});

test('whoever answered twice is counted once, with the latest answer', async () => {
  const { rows } = await database.admin.query(
    `SELECT count(*)::int AS people FROM (SELECT m.person FROM engagement.answer a JOIN linkage.membership m ON m.submission = a.submission
     WHERE a.agency = 'city' AND a.question = 'yes-0' GROUP BY 1 HAVING count(DISTINCT a.options) > 1) x`,
  );
  expect(rows[0].people).toBeGreaterThan(100);
  const { all } = (await ask(null)).questions[0]!;
  const sum = all.options.filter(({ role }) => !APART.includes(role)).reduce((total, { people }) => total + (people ?? 0), 0);
  expect(Math.abs(sum - all.base!)).toBeLessThanOrEqual(20);
}); // prettier-ignore

import {
  assemble,
  count,
  keepPairs,
  keptAnswer,
  openPairs,
  type Counted,
  type CountQuestion,
  type SubmissionColumns,
} from '#counting';
import { DuckDb } from '../../bench/figures/duckdb.js';
import { answersIn, madeUpEdition, questions } from '../../bench/figures/made-up-edition.js';
import { Postgres } from '../../bench/figures/postgres.js';
import { asLines, type Yardstick } from '../../bench/figures/yardstick.js';
import { plain, rowsOf } from '../../libs/editions/src/counting-service/protocol.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { kernelModule, kernelOver } from '../support/kernel.js';

/**
 * 200 questions, four engines: whatever is asked has one answer. Over a million rows in `.ci/long`, which has the time for
 * it (HUB_TEST_LONG); over a fifth of that in a run by hand.
 */
const WHOLE = Boolean(process.env.HUB_TEST_LONG);
const ROWS = WHOLE ? 1_000_000 : 200_000;
const asked = questions(200, 2);
const linesOf = (counted: Counted): string => asLines(rowsOf(plain(counted))).join('\n');

let columns: SubmissionColumns;
let ask: (question: CountQuestion) => Counted;
let answers: string[];
beforeAll(() => {
  columns = madeUpEdition(ROWS, 50_000, 1);
  const table = assemble(columns);
  expect(answersIn(columns)).toBeGreaterThanOrEqual(ROWS);
  const kernel = kernelOver(table, kernelModule());
  const kept = openPairs(
    table.description,
    keepPairs(table, (question) => kernel.count(question)),
  );
  ask = (question) => keptAnswer(kept, question) ?? kernel.count(question);
  answers = asked.map((question) => linesOf(ask(question)));
  // Every fifth by the twin in JavaScript, the whole answer with all its keys.
  asked.forEach(
    (question, at) => at % 5 === 0 && expect(count(table, question)).toEqual(kernel.count(question)),
  );
});

test('the questions are worth asking', () => {
  expect(new Set(answers).size).toBeGreaterThan(120);
  expect(answers.filter((answer) => answer.split('\n').length > 30).length).toBeGreaterThan(40);
});

/** Questions that were drawn twice are asked once. @param step of the others each, or every second and so on */
async function agree(engine: Yardstick, step = 1): Promise<void> {
  const theirs = new Map<string, string>();
  for (const [at, question] of asked.entries()) {
    const key = JSON.stringify(question);
    if (at % step > 0 && !theirs.has(key)) continue;
    if (!theirs.has(key)) theirs.set(key, (await engine.count(question)).join('\n'));
    expect([question, theirs.get(key)]).toEqual([question, answers[at]]);
  }
  await engine.close();
}

test('DuckDB agrees on all 200', async () => agree(await DuckDb.load(columns)), 600_000);

describe('PostgreSQL', () => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await testDatabase()));
  afterAll(() => database.drop());

  // It takes a tenth of a second and more for each: a run by hand asks every fourth (see docs/benchmarks/figures.md).
  const step = WHOLE ? 1 : 4;
  test(
    `agrees on ${step === 1 ? 'all 200' : 'every fourth'}`,
    async () => agree(await Postgres.on(database.adminUrl, columns), step),
    600_000,
  );
});

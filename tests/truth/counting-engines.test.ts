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
import { madeUpEdition, questions } from '../../bench/figures/made-up-edition.js';
import { Postgres } from '../../bench/figures/postgres.js';
import { asLines } from '../../bench/figures/yardstick.js';
import { plain, rowsOf } from '../../libs/facts/src/counting-service/protocol.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { kernelModule, kernelOver } from '../support/kernel.js';

/** A million rows, 200 questions, four engines: whatever is asked has one answer. */
const ROWS = 1_000_000;
const asked = questions(200, 2);
const linesOf = (counted: Counted): string => asLines(rowsOf(plain(counted))).join('\n');

let columns: SubmissionColumns;
let ask: (question: CountQuestion) => Counted;
let answers: string[];
beforeAll(() => {
  columns = madeUpEdition(ROWS, 50_000, 1);
  const table = assemble(columns);
  expect(table.description.rows).toBeGreaterThanOrEqual(ROWS);
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
}, 60_000);

test('the questions are worth asking', () => {
  expect(new Set(answers).size).toBeGreaterThan(120);
  expect(answers.filter((answer) => answer.split('\n').length > 30).length).toBeGreaterThan(40);
});

test('DuckDB agrees on all 200', async () => {
  const duckdb = await DuckDb.load(columns);
  for (const [at, question] of asked.entries())
    expect([question, (await duckdb.count(question)).join('\n')]).toEqual([question, answers[at]]);
  await duckdb.close();
}, 120_000);

describe('PostgreSQL', () => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await testDatabase()));
  afterAll(() => database.drop());

  test('agrees on all 200', async () => {
    const postgres = await Postgres.on(database.adminUrl, columns);
    for (const [at, question] of asked.entries())
      expect([question, (await postgres.count(question)).join('\n')]).toEqual([question, answers[at]]);
    await postgres.close();
  }, 180_000);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  buildSchema,
  Kind,
  NoUnusedFragmentsRule,
  parse,
  specifiedRules,
  validate,
  type OperationDefinitionNode,
} from 'graphql';
import { armour } from '../../apps/api/src/graphql/armour.js';
import { costOf, LARGEST_COST } from '../../apps/api/src/graphql/cost.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const schema = buildSchema(readFileSync(here('../../apps/api/schema.graphql'), 'utf8'));

function cost(question: string, variables: Record<string, unknown> = {}): number {
  const document = parse(question);
  const operation = document.definitions.find(
    (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
  );
  return costOf({ schema, document, operation: operation!, variables });
}

test('a page costs its length, whether written down, given by a variable or left to its default', () => {
  // areas, pageInfo's place is free of pages: 1 (areas) + n (nodes) + n (code)
  expect(cost('{ areas(first: 20) { nodes { code } } }')).toBe(41);
  expect(cost('query ($n: Int) { areas(first: $n) { nodes { code } } }', { n: 20 })).toBe(41);
  expect(cost('query ($n: Int = 20) { areas(first: $n) { nodes { code } } }')).toBe(41);
  expect(cost('{ areas { nodes { code } } }')).toBe(101);
});

test('pages within pages multiply, also through fragments', () => {
  const nested = '{ engagements(first: 100) { nodes { statements(first: 100) { nodes { text } } } } }';
  const spread = `{ engagements(first: 100) { ...List } }
    fragment List on EngagementConnection { nodes { ... on Engagement { statements(first: 100) { nodes { text } } } } }`;
  expect(cost(nested)).toBe(1 + 100 + 100 + 100 * 100 * 2);
  expect(cost(spread)).toBe(cost(nested));
});

/** The dashboard's own questions, as they stand in its sources. */
function dashboardQuestions(): { name: string; text: string }[] {
  const root = here('../../apps/dashboard/src');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !file.startsWith('gql'),
  );
  return files.flatMap((file) =>
    [
      ...readFileSync(join(root, file), 'utf8').matchAll(/graphql\(\s*(?:\/\*[^*]*\*\/\s*)?`([\s\S]*?)`/g),
    ].map((match) => ({
      name: file,
      text: match[1] ?? '',
    })),
  );
}

test('every question of the dashboard is within the limits, with its longest pages', () => {
  const all = dashboardQuestions();
  const isFragment = (text: string): boolean => /^\s*fragment/.test(text);
  const fragments = all.filter(({ text }) => isFragment(text)).map(({ text }) => text);
  const questions = all.filter(({ text }) => !isFragment(text));
  expect(questions.length).toBeGreaterThan(10);
  const rules = [...specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule), ...armour()];
  for (const { name, text } of questions) {
    const document = [text, ...fragments].join('\n');
    expect([name, validate(schema, parse(document), rules).map((error) => error.message)]).toEqual([
      name,
      [],
    ]);
    const variables = {
      first: 1000,
      report: 'r',
      id: '1',
      agency: 'a',
      key: 'k',
      source: 's',
      figure: 'f',
      note: 'n',
    };
    expect([name, cost(document, variables) <= LARGEST_COST]).toEqual([name, true]);
  }
});

test('every question in the documentation is one, within the limits, and asks a page no longer than it may be', () => {
  const text = readFileSync(here('../../docs/asking-by-graphql.md'), 'utf8');
  const all = [...text.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, question]) => question!);
  for (const field of ['questions', 'answers', 'measures', 'measure', 'votes'])
    expect(all.some((question) => new RegExp(`\\b${field}\\(`).test(question))).toBe(true);
  for (const question of all) {
    const problems = validate(schema, parse(question), [...specifiedRules, ...armour()]);
    expect([question, problems.map(({ message }) => message)]).toEqual([question, []]);
    expect(cost(question, { question: 'q', option: 'o' })).toBeLessThanOrEqual(LARGEST_COST);
  }
});

import { checkDecision, stateOfAction, stateOfDecision } from '#decisions';
import { demoDecisions } from '#demo';
import { SHOWN_STATES } from '#domain';

const TODAY = '2026-02-28';
const { decisions, priorities } = demoDecisions(TODAY, 1);

test('the demonstration decides by the rules that everybody keeps, and shows every state', () => {
  expect(decisions.flatMap((decision) => checkDecision(decision, TODAY))).toEqual([]);
  expect(decisions.length).toBeGreaterThanOrEqual(25);
  const actions = decisions.flatMap((decision) => decision.actions);
  expect(actions.length).toBeGreaterThanOrEqual(60);
  expect(new Set(actions.map((action) => stateOfAction(action, TODAY)))).toEqual(new Set(SHOWN_STATES));
  const states = new Set(decisions.map((decision) => stateOfDecision(decision, TODAY)));
  expect([...states].sort()).toEqual(expect.arrayContaining(['done', 'late', 'under-way', 'will-not-do']));
});

test('every reference is its own, every priority named is there, and each says that it is made up', () => {
  const references = decisions.map(({ agency, reference }) => `${agency}/${reference}`);
  expect(new Set(references).size).toBe(references.length);
  const known = new Set(priorities.map(({ agency, code }) => `${agency}/${code}`));
  expect(decisions.flatMap((decision) => decision.priorities).filter((code) => !known.has(code))).toEqual([]);
  expect(decisions.filter(({ why }) => !why?.includes('Synthetic'))).toEqual([]);
});

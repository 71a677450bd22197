import { expect, test } from '@jest/globals';
import {
  sentence,
  untoldWords,
  waitingTitle,
  whenOf,
  type DecisionAction,
  type DecisionLine,
} from '../../apps/dashboard/src/pages/decisions/words.js';
import { draftOf } from '../../apps/dashboard/src/pages/decisions/write/draft.js';

const AGENCY = { code: 'city', name: 'City Council (demonstration)' };
const action = (over: Partial<DecisionAction>): DecisionAction =>
  ({ what: 'Mend', due: null, state: 'PLANNED', said: 'PLANNED', doneOn: null, ...over }) as DecisionAction;
const decision = (over: Partial<DecisionLine>): DecisionLine =>
  ({
    agency: AGENCY, state: 'UNDER_WAY', daysLate: 0, decidedOn: '2025-01-02', engagementIds: [], asked: [], themes: [], wards: [],
    communities: [], priorities: [], evidence: [], quotes: [], actions: [], ...over,
  }) as unknown as DecisionLine; // prettier-ignore

test('what is given up is due on no day', () => {
  const actions = [
    action({ due: '2030-01-01', said: 'WILL_NOT_DO', state: 'WILL_NOT_DO' }),
    action({ due: '2030-06-01' }),
  ];
  expect(whenOf(decision({ actions }))).toBe('due 1 June 2030');
  expect(whenOf(decision({ actions: actions.slice(0, 1) }))).toBe('decided 2 January 2025');
});

test('a form of a decision holds what was asked, also where the latest edition has it no more', () => {
  const asked = [
    { id: 'city/parks', agency: 'city', key: 'parks', title: 'Parks', opens: null, closes: null },
  ];
  const held = decision({ asked, engagementIds: ['city/long-ago', 'city/parks'] });
  expect(draftOf(held).engagements).toEqual(['city/long-ago', 'city/parks']);
});

test('everything has an answer only where there is an edition and every agency can be told', () => {
  const told = { edition: 3, untold: [] };
  expect(waitingTitle(0, 0, told)).toBe('Everything that can be told has an answer');
  expect(waitingTitle(4, 1, told)).toBe('1 answer waits longer than was promised');
  expect(waitingTitle(0, 0, { ...told, untold: [AGENCY] })).toMatch(/not every agency can be told/);
  expect(waitingTitle(0, 0, { edition: null, untold: [] })).toMatch(/from the first edition on/);
  expect(untoldWords({ ...told, untold: [AGENCY] })).toMatch(/^Of City Council too much is hidden/);
  expect(untoldWords(told)).toBe('');
});

test('a sentence ends once', () => {
  expect(['Not every street.', 'Not every street ', 'Why not?'].map(sentence)).toEqual([
    'Not every street.',
    'Not every street.',
    'Why not?',
  ]);
});

import {
  checkDecision,
  checkRecord,
  checkReferences,
  withUnnamed,
  daysLate,
  stateOfAction,
  stateOfDecision,
} from '#decisions';
import type { DecisionAction, DecisionDraft } from '#domain';

const TODAY = '2025-06-10';

const action = (over: Partial<DecisionAction> = {}): DecisionAction => ({
  what: 'Mend the lamps',
  owner: 'Highways',
  due: '2025-09-01',
  state: 'planned',
  doneOn: null,
  because: null,
  effect: null,
  effectFigure: null,
  ...over,
});

const decision = (over: Partial<DecisionDraft> = {}): DecisionDraft => ({
  agency: 'city',
  reference: 'LIGHT-1',
  public: true,
  title: 'Lamps on school routes are mended',
  decided: 'Mend every lamp on twelve school routes.',
  decidedOn: '2025-03-04',
  why: 'People said they stopped walking there.',
  willDo: true,
  notDone: null,
  notDoneBecause: null,
  decidedBy: 'Safer Plymouth board',
  model: 'after-asking',
  lead: 'Highways',
  portfolio: null,
  engagements: [],
  themes: ['street-lighting'],
  wards: [],
  communities: [],
  priorities: [],
  evidence: [{ figure: 'themes-by-community/theme=street-lighting', edition: 1 }],
  quotes: [],
  actions: [action()],
  ...over,
});

const fieldsOf = (draft: DecisionDraft): string[] => checkDecision(draft, TODAY).map(({ field }) => field);

describe('how a decision stands', () => {
  test('what is not done by its day is late from the next day on, whatever is said of it', () => {
    expect(stateOfAction(action({ due: TODAY }), TODAY)).toBe('planned');
    expect(stateOfAction(action({ due: '2025-06-09' }), TODAY)).toBe('late');
    expect(stateOfAction(action({ due: '2025-06-09', state: 'under-way' }), TODAY)).toBe('late');
    expect(stateOfAction(action({ due: '2025-06-09', state: 'done' }), TODAY)).toBe('done');
    expect(stateOfAction(action({ due: null }), TODAY)).toBe('planned');
  });

  test('by its actions: late before all, done only when every one is, but for those given up', () => {
    const of = (...actions: DecisionAction[]) => stateOfDecision({ willDo: true, actions }, TODAY);
    const done = action({ state: 'done', doneOn: '2025-05-01' });
    const given = action({ state: 'will-not-do', because: 'The money went elsewhere.' });
    expect(of(action(), action())).toBe('planned');
    expect(of(done, action())).toBe('under-way');
    expect(of(done, given)).toBe('done');
    expect(of(given, given)).toBe('will-not-do');
    // What is refused may still have promised something in its place.
    const refused = (...actions: DecisionAction[]) => stateOfDecision({ willDo: false, actions }, TODAY);
    expect(refused(action(), given)).toBe('will-not-do');
    expect(refused(action({ due: '2025-06-09' }))).toBe('late');
    expect(of(done, action({ due: '2025-05-15' }))).toBe('late');
    expect(of()).toBe('planned');
    expect(stateOfDecision({ willDo: false, actions: [done] }, TODAY)).toBe('will-not-do');
    expect(daysLate({ actions: [action({ due: '2025-05-15' }), action({ due: '2025-06-01' })] }, TODAY)).toBe(
      26,
    );
  });
});

describe('the rules of a decision', () => {
  test('what was decided or done has a day that has come', () => {
    const done = (doneOn: string) => decision({ actions: [action({ state: 'done', doneOn })] });
    expect([fieldsOf(decision({ decidedOn: TODAY })), fieldsOf(done(TODAY))]).toEqual([[], []]);
    expect(fieldsOf(decision({ decidedOn: '2062-03-04' }))).toEqual(['decidedOn']);
    expect(fieldsOf(done('2025-06-11'))).toEqual(['actions.1.doneOn']);
    expect(fieldsOf(decision({ actions: [action({ due: '2031-01-01' })] }))).toEqual([]);
  });

  test('a whole one has no problem', () => expect(checkDecision(decision(), TODAY)).toEqual([]));

  test('an agency’s own record needs none of it, but what is tied to it must be sound', () => {
    const bare = { evidence: [], decidedBy: null, model: null, decidedOn: null, actions: [] };
    expect(checkRecord(decision(bare))).toEqual([]);
    const wrong = decision({ ...bare, why: 'x'.repeat(4_001), model: 'somebody' as 'people' });
    expect(checkRecord(wrong).map(({ field }) => field)).toEqual(['why', 'model']);
  });

  test('it needs a figure, who decided, by which rule and when', () => {
    expect(fieldsOf(decision({ evidence: [], decidedBy: ' ', model: null, decidedOn: null }))).toEqual([
      'decidedOn',
      'decidedBy',
      'model',
      'evidence',
    ]);
    expect(fieldsOf(decision({ decidedOn: '2025-02-30' }))).toEqual(['decidedOn']);
  });

  test('what is refused, whole or in part or an action, has a reason', () => {
    expect(fieldsOf(decision({ willDo: false, actions: [] }))).toEqual(['notDoneBecause']);
    expect(fieldsOf(decision({ notDone: 'Central Park stays dark', notDoneBecause: 'Bats' }))).toEqual([
      'notDoneBecause',
    ]);
    expect(
      fieldsOf(decision({ willDo: false, actions: [], notDoneBecause: 'It would cost £310,000 a year.' })),
    ).toEqual([]);
    expect(fieldsOf(decision({ notDoneBecause: 'No refusal is named here.' }))).toEqual(['notDoneBecause']);
    expect(fieldsOf(decision({ actions: [action({ state: 'will-not-do', because: 'no' })] }))).toEqual([
      'actions.1.because',
    ]);
  });

  test('what will be done has an owner and a day; what is done the day on which it was', () => {
    expect(fieldsOf(decision({ actions: [] }))).toEqual(['actions']);
    expect(fieldsOf(decision({ actions: [action({ owner: null, due: null })] }))).toEqual([
      'actions.1.owner',
      'actions.1.due',
    ]);
    expect(fieldsOf(decision({ actions: [action(), action({ state: 'done' })] }))).toEqual([
      'actions.2.doneOn',
    ]);
  });

  test('codes that there are not are named by their place, never repeated', () => {
    const none = new Set<string>();
    const known = {
      themes: new Set(['street-lighting']),
      wards: none,
      communities: none,
      engagements: none,
      priorities: none,
    };
    const problems = checkReferences(decision({ themes: ['street-lighting', 'made-up-word'] }), known);
    expect(problems).toEqual([{ field: 'themes', reason: 'Number 2 of this list is no theme of this hub.' }]);
    // What it named before may have left the edition since: it stays, and nothing is added to it.
    const before = decision({ themes: [], engagements: ['council/long-ago'] });
    const again = decision({ themes: [], engagements: ['council/long-ago', 'council/never'] });
    expect(checkReferences(before, known, before)).toEqual([]);
    expect(checkReferences(again, known, before).map(({ field }) => field)).toEqual(['engagements']);
  });

  test('a community that is named no more stays tied, though no form can send it back; one that was shown and taken out is out', () => {
    const known = {
      themes: new Set<string>(),
      wards: new Set<string>(),
      communities: new Set(['carers', 'renters', 'students']),
      engagements: new Set<string>(),
      priorities: new Set<string>(),
    };
    const held = decision({ communities: ['carers', 'few-people', 'renters'] });
    const sent = decision({ communities: ['carers', 'students'] });
    expect(withUnnamed(sent, known, held).communities).toEqual(['carers', 'students', 'few-people']);
    expect(withUnnamed(sent, known, null)).toEqual(sent);
  });
});

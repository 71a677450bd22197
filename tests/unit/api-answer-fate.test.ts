import type { DecisionDraft, HeldDecisionRecord } from '#domain';
import type { Fate, ThemeFate } from '../../apps/api/src/public/answer/fate.js';
import { fatePage } from '../../apps/api/src/public/answer/fate-page.js';

const TODAY = '2025-06-10';

const decision = (over: Partial<HeldDecisionRecord>): HeldDecisionRecord => ({
  id: '1', origin: 'hub', version: 1, savedAt: '2025-03-04', agency: 'city', reference: 'L', public: true, title: 'Lamps are mended', decided: 'Mend them.',
  decidedOn: '2025-03-04', why: null, willDo: true, notDone: null, notDoneBecause: null, decidedBy: null, model: null, lead: null, portfolio: null,
  engagements: [], themes: [], wards: [], communities: [], priorities: [], evidence: [], quotes: [], actions: [],
  ...over,
}); // prettier-ignore

const action = (state: 'done' | 'planned'): DecisionDraft['actions'][number] => ({
  what: 'Mend', owner: 'Highways', due: '2031-01-01', state, doneOn: state === 'done' ? '2025-04-01' : null, because: null, effect: null, effectFigure: null,
}); // prettier-ignore

const theme = (over: Partial<ThemeFate>): ThemeFate => ({
  theme: 'parking', name: 'Parking', decisions: [], inPart: [], promisedBy: null, figure: null, ...over,
}); // prettier-ignore

const ANSWER: Fate['answer'] = {
  engagement: 'city/parks', channel: null, saidOn: '2025-01-01', heardOn: '2025-01-02', counted: true, hasText: true, readByPerson: false,
  codedOn: '2025-01-03', themes: ['parking'], ownThemes: [], edition: 1, misread: false, lookedAgainOn: null,
}; // prettier-ignore

const TICKS: Partial<Fate['answer']> = { hasText: false, themes: [] };

/** The page as it reads, without marks; all white space is one space. */
function textOf(over: Partial<Omit<Fate, 'answer'>>, answer: Partial<Fate['answer']> = {}): string {
  const fate: Fate = {
    code: '7KQ2-M4TX-9B0C', engagement: null, themes: [], after: [], afterInPart: [], places: new Map([['E05002079', { name: 'Plympton' }]]), ...over,
    answer: { ...ANSWER, ...answer },
  }; // prettier-ignore
  return fatePage(fate, TODAY, null).text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '); // prettier-ignore
}

test('what was decided for some wards is no answer for everybody: it says for which, and the answer is still promised', () => {
  const speed = decision({ title: 'Speed checks on nine roads', wards: ['E05002079'] });
  const text = textOf({ themes: [theme({ inPart: [speed], promisedBy: '2025-07-01' })] });
  expect(text).toContain('Your answer was read, and something was decided for a part of the city');
  expect(text).toMatch(/Decided On 0 of 1\. For a part of the city alone there is more/);
  expect(text).toMatch(/An answer is promised by 1 July 2025\..*which may be yours: .*Speed checks on nine roads \( ?Plympton ?\)/);
}); // prettier-ignore

test('who ticked boxes alone reads what was decided after people were asked, and of no theme', () => {
  const bins = decision({ title: 'Bins stay', actions: [action('done')] });
  const text = textOf({ after: [bins, decision({ id: '2' })] }, TICKS);
  expect(text).toContain('Your answer was heard, and something was decided after people were asked');
  expect(text).not.toMatch(/Put to themes|None yet|On 0 of 0|What you raised/);
  expect(text).toContain('✓ Decided 2 decisions after people were asked.');
  expect(text).toContain('✓ Done 1 decision after people were asked.');
  expect(text).toMatch(/Decided after people were asked .*Bins stay/);
  expect(textOf({}, TICKS)).toMatch(/Your answer was heard; nothing is decided yet .*Decided Nothing yet\./);
});

test('what was decided after a consultation stands beside the themes of an answer, and is not taken for theirs', () => {
  const text = textOf({ themes: [theme({})], after: [decision({ title: 'Bins stay' })] });
  expect(text).toContain('Decided On 0 of 1. 1 decision more after people were asked.');
  expect(text).toMatch(/Also decided after people were asked .*Bins stay/);
  const decided = textOf({ themes: [theme({ decisions: [decision({})] })] });
  expect(decided).toContain('Your answer was read, and something was decided ');
  expect(decided).toMatch(/✓ Decided On 1 of 1\. .*Lamps are mended/);
});

test('an answer that says nothing of a subject, or of none that has a theme, is told so and promised nothing', () => {
  expect(textOf({}, { themes: ['no-answer'] })).toContain('Put to themes It says nothing of a subject.');
  expect(textOf({}, { themes: ['other'] })).toContain('something that has no theme of its own');
});

test('an answer is counted since the edition that counted it first, or in none yet', () => {
  expect(textOf({})).toContain('2 January 2025, and counted since edition 1.');
  expect(textOf({}, { counted: false, edition: null })).toContain(
    '2 January 2025, and not in an edition yet.',
  );
  expect(textOf({}, { edition: null })).toContain('2 January 2025, and counted.');
});

test('themes of an agency’s own codebook stand beside the city’s, and in place of none', () => {
  const own = { ownThemes: ['Late fees'] };
  expect(textOf({ themes: [theme({})] }, own)).toContain('✓ Put to themes Parking, Late fees.');
  expect(textOf({}, { ...own, themes: ['other'] })).toContain('✓ Put to themes Late fees.');
});

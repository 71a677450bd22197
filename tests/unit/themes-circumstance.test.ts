import { code, ruleModel, saferPlymouth } from '#themes';

const rules = ruleModel.parameters['rules'];
const read = (text: string, reading: 3 | 4) =>
  code([{ id: 'r', question: null, text }], saferPlymouth, {
    version: '',
    kind: 'rules',
    parameters: { rules, reading },
  })[0]!;
const stance = (text: string, reading: 3 | 4 = 4) => read(text, reading).stance;
const saysSafe = (text: string, reading: 3 | 4 = 4): boolean =>
  read(text, reading).assignments.some(({ theme }) => theme === 'positive-feels-safe');

test.each([
  ['needless', "They didn't have to help me but they did, what a star", 'positive'],
  ['one’s own choice', "I don't use the buses, I cycle", 'neutral'],
  ['a park, not parking', "We haven't a better park, it's lovely", 'positive'],
  ['what one would be without it', "Without the warden I'd be lost, she is the best", 'positive'],
  ['expected otherwise', "I thought I'd be waiting hours but I was seen", 'positive'],
  ['asked for', 'More reliable buses', 'negative'],
  ['done without hesitating', "I wouldn't think twice about letting the children play out", 'positive'],
  ['how good it was', 'I never realised how good the surgery is', 'positive'],
  ['what was never needed', 'We never used to lock the door', 'negative'],
  ['a fear of before', 'I was a bit wary of moving here but I feel safe', 'positive'],
  ['denied in the clause before', "I don't think there's anywhere here I'd feel unsafe", 'positive'],
])('praise and blame: %s', (_kind, text, wanted) => {
  expect(stance(text)).toBe(wanted);
  expect(stance(text, 3)).not.toBe(wanted);
});

test('what is compared is not asked for', () => {
  expect(stance('More reliable than the old buses')).toBe('positive');
});

test('who may not use it complains, though who leaves it be does not', () => {
  expect(stance("I can't use the buses")).toBe('negative');
});

test.each([
  ["The officers don't even bother turning up", false],
  ["I'm not scared of much but the estate is rough", false],
  ['We never used to lock the door', false],
  ["I don't think there's anywhere here I'd feel unsafe", true],
])('feeling safe: %s', (text, safe) => {
  expect(saysSafe(text)).toBe(safe);
  expect(saysSafe(text, 3)).toBe(!safe);
});

test('who never bothers to lock the door is at ease', () => {
  expect(saysSafe('We never bother locking up')).toBe(true);
});

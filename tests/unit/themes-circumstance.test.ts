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

test.each([
  "It's not better",
  "It isn't any better than last year",
  "The streets aren't any cleaner",
  'It did not get better',
  "It didn't get any better",
  "It won't get better",
  "It wouldn't be any better",
  'The town centre is never any quieter',
  "We don't get any better service",
  "They don't have a better plan",
  "It's not a better service",
])('what is not better is no praise: %s', (text) => {
  expect(stance(text)).toBe('negative');
});

test.each([
  'It could not be better',
  'It has never been better',
  'The park has never been cleaner',
  "I couldn't ask for better",
  "You can't find a kinder nurse",
  "I've never met kinder people",
  'Nobody could be kinder',
  "There isn't a better place to live",
  "You don't get a better service than this",
  "It doesn't get any better than this",
  "You won't get a better doctor",
  'There is nowhere quieter',
])('what could not be better is praise: %s', (text) => {
  expect(stance(text)).toBe('positive');
});

test.each([
  ['The waiting room was dirty but the nurses were helpful', 'mixed'],
  ['The buses were late but the driver was polite', 'mixed'],
  ['I felt ignored but the nurse was kind', 'mixed'],
  ['I felt unsafe but the warden helped', 'negative'],
  ['It was scary but the police came quickly', 'negative'],
])('blame before "but" is not forgotten: %s', (text, wanted) => {
  expect(stance(text)).toBe(wanted);
});

test.each([
  'I was wary of going but it was fine',
  'I felt very anxious but the nurse was kind',
  'We were scared of going but it was lovely',
  'Felt very nervous but the nurse was kind',
])('a fear of what was to come is forgotten: %s', (text) => {
  expect(stance(text)).toBe('positive');
});

test.each([
  ["There's no more youth club now", 'negative'],
  ['There are no more buses now', 'negative'],
  ['No more noise at night now', 'positive'],
  ['No more litter on the beach now', 'positive'],
])('what is no more is missed, but a harm: %s', (text, wanted) => {
  expect(stance(text)).toBe(wanted);
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

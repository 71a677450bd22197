import { sayingByRules } from '#themes';

test.each([
  'We need more buses in the evening.',
  'The park should have better lights.',
  'Please fix the swings!',
  'Ban e-scooters from the pier.',
  'More benches along the front',
  'I would like to see a crossing at the school.',
  'It would be better if the office opened on Saturdays.',
  'Could you open the toilets earlier?',
  'The lights are needed all night.',
  'We must light the path because people fall there.',
  'Don’t close the library.',
])('says what should be done: %s', (sentence) => expect(sayingByRules(sentence)).toBe('proposal'));

test.each([
  'I stay at home because the path is dark.',
  'The bus was late, so I missed my appointment.',
  'Without the club young people would drift into trouble.',
  'This leads to litter on the beach.',
])('says why: %s', (sentence) => expect(sayingByRules(sentence)).toBe('reason'));

test.each([
  'Nice ward, pleasant nurses.',
  'They should have told me.',
  'I know whom to ask should I need to.',
  'Clean and good food.',
  'Put me at ease.',
  'Help I had from the nurse was good.',
  'More or less everything was good.',
  'Why do we need so many shops?',
  'Thank you',
  '',
])('says neither: %s', (sentence) => expect(sayingByRules(sentence)).toBeNull());

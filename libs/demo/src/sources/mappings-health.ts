import { FFT_QUESTIONS, FFT_WORDS } from '../deliveries/friends-and-family.js';
import { ETHNIC_CATEGORIES, GP_QUESTIONS } from '../deliveries/gp-survey.js';
import { engagementOf } from './describe.js';
import { date, demographic, freeText, respondent, type MappingDocument, type Rule } from './rules.js';

const SCORE = { key: 'experience', text: 'Overall, how was your experience of our service?' } as const;

const identity = (order: string): Rule[] => [
  date('date', order),
  respondent('nhs_no', 'nhsNumber'),
  respondent('contact_name', 'fullName'),
  respondent('dob', 'dateOfBirth', order),
  respondent('email', 'email'),
  respondent('phone', 'phone'),
  respondent('postcode', 'postcode'),
];

const comment: Rule = {
  ...freeText('comment_txt', 'why', FFT_QUESTIONS.comment_1.text),
  by: { column: 'comment_type', questions: FFT_QUESTIONS },
};

/** The hospital codes by letters. */
export const fftAcute: MappingDocument = {
  note: 'Synthetic demonstration. Z is "not stated", NA is blank.',
  engagement: engagementOf('fft-acute'),
  columns: [
    ...identity('year-first'),
    demographic('gender', 'sex', 'fft-acute-gender', { F: 'female', M: 'male', Z: 'prefer-not-to-say' }),
    demographic('age', 'age', 'fft-acute-age', { Z: 'prefer-not-to-say' }),
    demographic('ethnicity', 'ethnic-group', 'fft-acute-ethnicity', {
      A: 'asian', B: 'black', M: 'mixed', WB: 'white-british', WO: 'white-other', O: 'other', Z: 'prefer-not-to-say',
    }), // prettier-ignore
    demographic('disability', 'disability', 'fft-acute-disability', {
      Y: 'yes',
      N: 'no',
      Z: 'prefer-not-to-say',
    }),
    demographic('patient_carer', 'carer', 'fft-acute-role', { C: 'yes', P: 'no' }),
    { as: 'question', column: 'fft', ...SCORE, kind: 'number' },
    comment,
  ],
};

/** The community trust codes by words. */
export const fftCommunity: MappingDocument = {
  note: 'Synthetic demonstration. The same test at another trust: words for scores, surnames first.',
  engagement: engagementOf('fft-community'),
  columns: [
    ...identity('day-first'),
    demographic('gender', 'sex', 'fft-community-gender'),
    demographic('age', 'age', 'fft-community-age'),
    demographic('ethnicity', 'ethnic-group', 'fft-community-ethnicity'),
    demographic('disability', 'disability', 'fft-community-disability'),
    demographic('patient_carer', 'carer', 'fft-community-role', { Carer: 'yes', Patient: 'no' }),
    {
      as: 'question', column: 'fft', ...SCORE, kind: 'number',
      values: { ...Object.fromEntries(FFT_WORDS.map((word, at) => [word, String(at + 1)])), "Don't know": null },
    }, // prettier-ignore
    comment,
  ],
};

export const gpAccess: MappingDocument = {
  note: 'Synthetic demonstration. NHS codes: sex 1 male, 2 female, 9 not stated; ethnic category by letter.',
  engagement: engagementOf('gp-access'),
  columns: [
    { as: 'submission-id', column: 'Survey ID' },
    date('Date completed', 'day-first'),
    { as: 'ignore', column: 'Practice' },
    respondent('NHS number', 'nhsNumber'),
    respondent('Name', 'fullName'),
    respondent('Date of birth', 'dateOfBirth', 'day-first'),
    respondent('Mobile', 'phone'),
    respondent('Postcode', 'postcode'),
    demographic('Age band', 'age', 'gp-age-bands'),
    demographic('Sex', 'sex', 'gp-sex', { '1': 'male', '2': 'female', '9': 'prefer-not-to-say' }),
    demographic(
      'Ethnic category',
      'ethnic-group',
      'nhs-ethnic-category',
      Object.fromEntries(
        Object.entries(ETHNIC_CATEGORIES).flatMap(([code, letters]) =>
          letters.map((letter) => [letter, code]),
        ),
      ),
    ),
    demographic('Long-term condition or disability', 'disability', 'gp-disability'),
    { as: 'question', column: GP_QUESTIONS.ease, key: 'ease', text: GP_QUESTIONS.ease, kind: 'number' },
    freeText(GP_QUESTIONS.anything, 'anything-else', GP_QUESTIONS.anything),
  ],
};

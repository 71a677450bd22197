import { iso, partsOf } from '../calendar.js';
import type { Submission, Told } from '../generate/plan.js';
import { birthIso, birthSlashed } from '../mistakes/fields.js';
import { csv } from './csv.js';
import { dateSlashed, inFull, yesNo } from './wording.js';

const HEADER = [
  'location_1', 'location_2', 'location_3', 'date', 'fft', 'gender', 'age', 'ethnicity', 'disability', 'patient_carer', 'pt_id', 'nhs_no',
  'contact_name', 'dob', 'email', 'phone', 'postcode', 'comment_type', 'comment_txt', 'row_id', 'hidden',
]; // prettier-ignore

export const FFT_QUESTIONS = {
  comment_1: { key: 'why', text: 'Why did you give this score?' },
  comment_2: { key: 'safer', text: 'What would make you feel safer and better supported where you live?' },
} as const;

/** A trust's person id: the same for one person on all its rows, and unlike any other trust's. */
const patientId = (trust: string, index: number): string =>
  `${trust}${String(100_000 + ((index * 7_919) % 899_993))}`;

const question = ({ texts }: Submission): string => (texts[0]?.part === 'more' ? 'comment_2' : 'comment_1');

const ACUTE_ETHNIC: Readonly<Record<string, string>> = {
  asian: 'A', black: 'B', mixed: 'M', 'white-british': 'WB', 'white-other': 'WO', other: 'O', 'prefer-not-to-say': 'Z',
}; // prettier-ignore
const ACUTE_SITES = [
  'Emergency department',
  'Outpatients',
  'Maternity',
  'Surgery',
  'Older people’s medicine',
];

const coded = (told: Told, codes: Readonly<Record<string, string>>): string =>
  told === null ? 'NA' : (codes[told] ?? 'NA');

/** The hospital trust: letters and numbers, ISO dates, NA where there is nothing. */
export function fftAcute(submissions: readonly Submission[]): Uint8Array {
  return csv(HEADER, submissions.map((submission) => {
    const { given, told, person, texts } = submission;
    const name = given.givenName === null ? null : `${given.givenName} ${given.familyName}`;
    return [
      'Plymouth hospital (demonstration)', ACUTE_SITES[person.index % ACUTE_SITES.length] ?? '', `Clinic ${1 + (submission.seconds % 9)}`,
      iso(partsOf(submission.day)), submission.score ?? 'NA', coded(told.sex, { female: 'F', male: 'M', 'prefer-not-to-say': 'Z' }),
      told.age === 'prefer-not-to-say' ? 'Z' : (told.age ?? 'NA'), coded(told.ethnicGroup, ACUTE_ETHNIC),
      coded(told.disability, { yes: 'Y', no: 'N', 'prefer-not-to-say': 'Z' }), submission.seconds % 6 === 0 ? 'C' : 'P',
      name === null ? 'NA' : patientId('H', person.index), given.nhsNumber ?? 'NA', name ?? 'NA',
      given.birth ? birthIso(given.birth) : 'NA', given.email ?? 'NA', given.phone ?? 'NA', given.postcode ?? 'NA',
      question(submission), texts[0]?.text ?? 'NA', submission.externalId, 0,
    ];
  })); // prettier-ignore
}

/** The choices of the standard question, worst first, by score. */
export const FFT_WORDS = ['Very poor', 'Poor', 'Neither good nor poor', 'Good', 'Very good'] as const;
const COMMUNITY_SERVICES = [
  'District nursing',
  'Recovery service',
  'Talking therapies',
  'Health visiting',
  'Physiotherapy',
];

/** The community trust: words, dates by day and month, surname first and in capitals, blanks left empty. */
export function fftCommunity(submissions: readonly Submission[]): Uint8Array {
  return csv(HEADER, submissions.map((submission) => {
    const { given, told, person, texts, score } = submission;
    const name = given.givenName === null ? null : `${(given.familyName ?? '').toUpperCase()}, ${given.givenName}`;
    return [
      'Community health (demonstration)', COMMUNITY_SERVICES[person.index % COMMUNITY_SERVICES.length] ?? '', `Team ${1 + (submission.seconds % 7)}`,
      dateSlashed(submission), score === null ? "Don't know" : (FFT_WORDS[score - 1] ?? null), inFull('sex', told.sex), inFull('age', told.age),
      inFull('ethnic-group', told.ethnicGroup), yesNo(told.disability), submission.seconds % 4 === 0 ? 'Carer' : 'Patient',
      name === null ? null : patientId('C', person.index), given.nhsNumber, name, given.birth && birthSlashed(given.birth), given.email,
      given.phone, given.postcode, question(submission), texts[0]?.text ?? null, submission.externalId, 0,
    ];
  })); // prettier-ignore
}

import { count, plural } from '../../../figures/format';
import type { FileLook } from '../look';

/** What a row may be, in words. */
export const ROW_WORDS: readonly { as: string; name: string }[] = [
  { as: 'answer', name: 'Answer' },
  { as: 'header', name: 'Header' },
  { as: 'title', name: 'Title, skipped' },
  { as: 'repeated-header', name: 'Header again, skipped' },
  { as: 'total', name: 'Total, skipped' },
  { as: 'note', name: 'Note, skipped' },
  { as: 'test', name: 'Test, left out' },
  { as: 'preview', name: 'Preview, left out' },
  { as: 'partial', name: 'Not finished, left out' },
  { as: 'no-consent', name: 'No consent, left out' },
  { as: 'hidden', name: 'Hidden, left out' },
  { as: 'blank', name: 'Says nothing, skipped' },
];

/** Rows that a rule, or a person, leaves out though they are answers. */
export const BY_RULE = ['test', 'preview', 'partial', 'no-consent', 'hidden'];

const RULED: Record<string, [string, string]> = {
  test: ['test answer', 'test answers'],
  preview: ['preview', 'previews'],
  partial: ['unfinished answer', 'unfinished answers'],
  'no-consent': ['answer without consent', 'answers without consent'],
  hidden: ['hidden row', 'hidden rows'],
};

/** "200 people’s answers". */
export const peoplesAnswers = (people: number): string =>
  people === 1 ? 'One person’s answers' : `${count(people)} people’s answers`;

/** How the rows of the file come to the answers, in one sentence that adds up. */
export function sumInWords({ counts, rowCount, reading }: FileLook): string {
  const parts = BY_RULE.flatMap((why) => {
    const rows = counts[why] ?? 0;
    return rows ? [`${plural(rows, ...(RULED[why] ?? ['row', 'rows']))} left out`] : [];
  });
  const others = othersOf(counts);
  if (others) parts.push(`${count(others)} that ${others === 1 ? 'is no answer' : 'are no answers'}`);
  const answers = counts['answer'] ?? 0;
  const people = reading?.people ?? 0;
  const lines = answers === people ? '' : ` of ${count(people)} people`;
  return `${plural(rowCount, 'row', 'rows')} = ${plural(answers, 'answer', 'answers')}${lines}${parts.map((part) => ` + ${part}`).join('')}.`;
}

/** Title, header, total, note and empty rows. */
export const othersOf = (counts: FileLook['counts']): number =>
  Object.entries(counts).reduce(
    (sum, [as, rows]) => (as === 'answer' || BY_RULE.includes(as) ? sum : sum + (rows ?? 0)),
    0,
  );

/** Rows of the file that are no person's answers, for whatever reason. */
export const leftOutOf = ({ counts, rowCount }: FileLook): number => rowCount - (counts['answer'] ?? 0);

/** What each kind of field is, as an agreement speaks of it. */
const FIELD_WORDS: Record<string, string> = {
  'free-text': 'comments',
  answers: 'answers',
  dates: 'dates',
  place: 'places',
  community: 'communities',
  name: 'names',
  email: 'e-mail addresses',
  phone: 'telephone numbers',
  address: 'addresses',
  postcode: 'postcodes',
  'date-of-birth': 'dates of birth',
  'nhs-number': 'NHS numbers',
  'system-id': 'account numbers',
  codes: 'codes in place of names',
  'ethnic-group': 'ethnic group',
  'sexual-orientation': 'sexual orientation',
  'armed-forces': 'armed forces',
};

export const fieldWord = (kind: string): string => FIELD_WORDS[kind] ?? kind.replaceAll('-', ' ');

/** Kinds of field that tell who somebody is: kept apart and encrypted. */
export const IDENTIFYING: readonly string[] = [
  'name',
  'email',
  'phone',
  'address',
  'postcode',
  'date-of-birth',
  'nhs-number',
  'system-id',
  'codes',
];

/** How sure, as a person says it. */
export const sureness = (confidence: number): string => `${Math.round(confidence * 100)}%`;

const KINDS: Record<string, string> = {
  'free-text': 'in their own words',
  choice: 'of one choice',
  'multi-choice': 'of several choices',
  scale: 'on a scale',
  matrix: 'over several items',
  ranking: 'of an order',
  number: 'a number',
  vote: 'votes',
};

/** "2 in their own words, 1 of several choices". */
export function kindsInWords(kinds: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, number]) => `${number} ${KINDS[kind] ?? kind}`).join(', ');
}

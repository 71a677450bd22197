import { count, plural } from '../../figures/format';
import type { DeliveryStatus } from '../../gql/graphql';

interface Counts {
  status: DeliveryStatus;
  rows: number;
  accepted: number;
  repeated: number;
  rejected: number;
  leftOut: number;
}

/** The message over a receipt: what became of the rows. */
export function deliveryMessage({
  status,
  rows: all,
  leftOut,
  accepted,
  repeated,
  rejected,
}: Counts): string {
  const rows = all - leftOut;
  if (status === 'RECEIVED') return 'Received. We are reading your rows';
  if (status === 'HELD') return 'Your file waits for an answer from you';
  if (status === 'REFUSED') return 'We could not take this file';
  if (rows === 0) return 'The file holds no rows';
  if (rejected === 0 && accepted === 0) return `We already hold all ${count(rows)} of your rows`;
  if (rejected === 0) return rows === 1 ? 'We took your one row' : `We took all ${count(rows)} of your rows`;
  return `We took ${count(accepted + repeated)} of your ${count(rows)} rows`;
}

export const needYou = (rows: number): string => `${plural(rows, 'row needs', 'rows need')} you`;

/** State of a delivery in a sign and words. */
export function stateOf({ status, rejected }: Pick<Counts, 'status' | 'rejected'>): {
  look: string;
  words: string;
} {
  if (status === 'REFUSED') return { look: 'stopped', words: '✕ Refused' };
  if (status === 'HELD') return { look: 'late', words: '◷ Waits for you' };
  if (status === 'RECEIVED') return { look: 'never', words: '◌ Being read' };
  if (rejected > 0) return { look: 'late', words: `◷ ${count(rejected)} to mend` };
  return { look: 'on-time', words: status === 'REPEATED' ? '✓ Already held' : '✓ Taken' };
}

const ADVICE: [RegExp, string][] = [
  [/^month-/, 'Write the month as the police do: 2024-05'],
  [/consent/, 'Ask, or leave this row out'],
  [/date|month|day/, 'Write day, month and year'],
  [/postcode/, 'Write a full postcode, or its first part'],
  [/empty|nothing/, 'Leave this row out'],
  [/id-twice|twice/, 'Give each row a number of its own'],
  [/short|long|quote/, 'Save the file as CSV or XLSX again'],
  [/question|engagement/, 'Say which question or engagement it answers'],
  [/text-damaged|encoding/, 'Save the file as UTF-8'],
  [/missing|required/, 'Fill it in'],
];

/** What to do about a rejected row, from the rule that it broke. */
export const adviceFor = (code: string): string =>
  ADVICE.find(([pattern]) => pattern.test(code))?.[1] ?? 'Mend the row and send it again';

const LEFT_OUT: Record<string, string> = {
  title: 'Title',
  header: 'Header',
  'repeated-header': 'Header again',
  preview: 'Preview',
  test: 'Test',
  partial: 'Not finished',
  'no-consent': 'No consent',
  total: 'Total',
  note: 'Note',
  blank: 'Blank',
  hidden: 'Hidden',
  'outside-city': 'Elsewhere, not in the city',
  'no-place': 'Without a place',
};

/** Why a row was left out, in a word or two. */
export const whyLeftOut = (why: string): string => LEFT_OUT[why] ?? why;

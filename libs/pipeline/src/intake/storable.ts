import type { CanonicalRecord, Engagement, Rejection } from '#domain';

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/**
 * Why a record can't be kept as it is: text must come back byte for byte, and PostgreSQL stores neither NUL nor half
 * a character, nor keys of any length. Returns null where all is well.
 */
export function unstorable(record: CanonicalRecord): Rejection | null {
  const fault = find(record);
  if (!fault) return tooLong(record);
  return {
    file: record.file,
    row: record.row,
    column: null,
    code: fault === 'nul' ? 'text-has-nul' : fault === 'half' ? 'text-not-unicode' : 'text-lost',
    reason:
      fault === 'nul'
        ? 'A NUL character stands in this row; save the file without it.'
        : fault === 'half'
          ? 'Half a character (a lone surrogate) stands in this row; save the file as UTF-8.'
          : 'A character was lost before the file reached us (U+FFFD); save the file again from its source.',
  };
}

function find(value: unknown): 'nul' | 'half' | 'lost' | null {
  if (typeof value === 'string') {
    if (value.includes('\u0000')) return 'nul';
    if (LONE_SURROGATE.test(value)) return 'half';
    return value.includes('\uFFFD') ? 'lost' : null;
  }
  if (value === null || typeof value !== 'object') return null;
  for (const inner of Object.values(value)) {
    const fault = find(inner);
    if (fault) return fault;
  }
  return null;
}

/** Signs that a name or key may have. Three of them stand in one index, whose entries hold 2,700 bytes. */
const LONGEST_NAME = 200;
/** Signs that a title or the wording of a question may have. */
const LONGEST_TITLE = 2_000;
/** Signs that one answer in somebody's own words may have: some forty pages. */
const LONGEST_ANSWER = 100_000;

/** What of a record is longer than the hub keeps, in words for whoever sent it; null where nothing is. */
function tooLong(record: CanonicalRecord): Rejection | null {
  const over = lengthsOf(record).find(([, text, most]) => text !== null && text.length > most);
  if (!over) return null;
  const [what, text, most] = over;
  return {
    file: record.file,
    row: record.row,
    column: null,
    code: 'text-too-long',
    reason: `${what} has ${text!.length} characters; the hub takes up to ${most}. Is it the right column?`,
  };
}

function lengthsOf(record: CanonicalRecord): [what: string, text: string | null, most: number][] {
  const { engagement } = record;
  const shared: [string, string | null, number][] = [
    ['The key of the engagement', engagement.key, LONGEST_NAME],
    ['The title of the engagement', engagement.title, LONGEST_TITLE],
    ['The row’s own id', record.externalId, LONGEST_NAME],
  ];
  if (record.kind === 'vote')
    return [
      ...shared,
      ['The id of the comment voted on', record.commentId, LONGEST_NAME],
      ['The id of the voter', record.voter, LONGEST_NAME],
    ];
  if (record.kind === 'statement')
    return [
      ...shared,
      ['The statement', record.text, LONGEST_ANSWER],
      ['The action', record.action, LONGEST_ANSWER],
    ];
  return [
    ...shared,
    ['The place', record.place, LONGEST_TITLE],
    ['The channel', record.channel, LONGEST_TITLE],
    ...record.communities.map(({ label }): [string, string, number] => [
      'The name of a community',
      label,
      LONGEST_NAME,
    ]),
    ...record.demographics.map(({ wording }): [string, string, number] => [
      'The wording of a question',
      wording,
      LONGEST_TITLE,
    ]),
    ...record.answers.flatMap(({ question, text }): [string, string | null, number][] => [
      ['The key of a question', question.key, LONGEST_NAME],
      ['The wording of a question', question.text, LONGEST_TITLE],
      ['An answer', text, LONGEST_ANSWER],
    ]),
    ...Object.values(record.respondent).flatMap((value): [string, string | null, number][] =>
      typeof value === 'string' ? [['An identifying field', value, LONGEST_TITLE]] : [],
    ),
  ];
}

/** What of an engagement that a delivery describes beside its rows is longer than the hub keeps; null where nothing is. */
export function engagementTooLong({ key, title }: Engagement): string | null {
  if (key.length > LONGEST_NAME)
    return `The key of an engagement has ${key.length} characters; the hub takes up to ${LONGEST_NAME}.`;
  if (title.length > LONGEST_TITLE)
    return `The title of an engagement has ${title.length} characters; the hub takes up to ${LONGEST_TITLE}.`;
  return null;
}

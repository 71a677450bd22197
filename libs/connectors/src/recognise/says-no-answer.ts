import type { ColumnProfile } from './profile.js';
import type { Recognition } from './recognition.js';

/** A cell that says in words that its row was never an answer: "TEST - please ignore". */
const TEST_TO_IGNORE = /^(?=\W*(this is a )?test(ing)?\b)(?=.*\b(ignore|disregard|delete)\b).{0,60}$/i;
/** What may be such a row: a person says. */
const MAY_BE_TEST =
  /^\W*(this is a )?test(ing)?(ing 123)?([ _-]*\d{1,3})?(\W+((checking|from|by|of|please|pls)\b.{0,40}))?\W*$/i;
/** Written by whoever typed a form up. */
const MAY_BE_VOID =
  /^\W*void\b(?! of)|^\W*(blank|empty|spoil(ed|t)) (form|card|return|questionnaire|paper)\b|\bdouble[ -]keyed\b/i;

/** Cells of one column that pass a test, as far as they are remembered. */
const cellsOf = ({ counts }: ColumnProfile, test: (value: string) => boolean): string[] =>
  [...counts.keys()].filter(test);

/**
 * Rows whose own words say that nobody answered in them: a test that asks to be ignored is left out; what only may be a
 * test or a blank form is asked about. Where many rows say so, the words are answers ("test" to what was done). What stands only in rows that are left out by other rules is not asked about again.
 * @param sample rows in the order of the labels
 */
export function bySaying(recognition: Recognition, sample: readonly (readonly (string | null)[])[]): void {
  const { profiles, labels, findings, leaveOut, asks } = recognition;
  const out = sample.filter((cells) =>
    leaveOut.some((rule) => rule.values.includes(cells[rule.column] ?? '')),
  );
  profiles.forEach((profile, column) => {
    const values = cellsOf(profile, (value) => TEST_TO_IGNORE.test(value));
    if (values.length > 0 && isFew(profile, values) && !leaveOut.some((rule) => rule.column === column))
      leaveOut.push({ column, values, blank: false, why: 'test' });
    const { meaning } = findings[column]!;
    const told = leaveOut.flatMap((rule) => (rule.column === column ? rule.values : []));
    // A status, or a field that names somebody, is judged by rules of its own.
    if (meaning.as === 'status' || meaning.as === 'respondent' || meaning.as === 'submission-id') return;
    const isOut = (value: string): boolean =>
      out.filter((cells) => cells[column] === value).length === profile.counts.get(value);
    const doubtful = cellsOf(
      profile,
      (value) =>
        (MAY_BE_TEST.test(value) || MAY_BE_VOID.test(value)) && !told.includes(value) && !isOut(value),
    );
    if (doubtful.length > 0 && isFew(profile, doubtful))
      asks.push({ column: labels[column]!.label, about: 'rows', why: mayBeNone(profile, doubtful) });
  });
}

/** Above this share of a column's rows the words are no remark on a row. */
const MOST = 0.2;

const isFew = (profile: ColumnProfile, values: readonly string[]): boolean =>
  profile.rowsWith(values) <= Math.max(1, MOST * profile.rows);

function mayBeNone(profile: ColumnProfile, values: readonly string[]): string {
  const rows = profile.rowsWith(values);
  return `${rows} ${rows === 1 ? 'row says that it is' : 'rows say that they are'} a test, a blank form or typed twice: read as ${rows === 1 ? 'an answer' : 'answers'} unless you leave ${rows === 1 ? 'it' : 'them'} out.`;
}

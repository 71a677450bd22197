import { labelKey } from '../mapping/labels.js';
import { isLeaveInDoubt } from './leave-to-use.js';
import { wordsOf, wordsWithin } from './meaning.js';
import type { LeaveOut, Recognition } from './recognition.js';
import { flagged, marksPlainly } from './record-columns.js';
import { bySaying } from './says-no-answer.js';
import { sayForWhom } from './whom-rows-speak-for.js';
import { TAKES_BACK } from './words.js';

const BY_STATUS: readonly [RegExp, LeaveOut['why']][] = [
  [/^((survey|a) )?preview( (response|record|entry|submission|data|row|form|only))?$/i, 'preview'],
  // Whoever took an answer back no longer lets it be used.
  [/^withdrawn( by .{1,30})?$|^retracted$/i, 'no-consent'],
  [
    /^((survey|a) )?(test(ing)?|dummy|demo)( (response|record|entry|submission|data|row|form|only))?$|^training( (response|record|entry|submission|data|row|form|only))?$|^spam$|^deleted$|^invalid$/i,
    'test',
  ],
  [
    /^partial|^incomplete$|^in progress$|^started$|^disqualified$|^screened ?out$|^quota full$|^over ?quota$|^abandoned$|^terminated$|^opened$|^not (complete|finished|submitted)/i,
    'partial',
  ],
];
const MUCH_MARKED = 0.3;
const YES = /^(yes|y|true|1|x)$/i;
const NOT_DONE = /^(false|no|0|0\.0|n)$/i;

/**
 * Rules for test, preview, partial and no-consent rows, from the columns that say so, and what is to be asked of rows that stay.
 * @param sample rows in the order of the labels
 */
export function leavingOut(recognition: Recognition, sample: readonly (readonly (string | null)[])[]): void {
  const { findings, profiles, labels, layout } = recognition;
  findings.forEach(({ meaning }, at) => {
    if (meaning.as === 'status') byStatus(recognition, at);
    else if (meaning.as === 'consent') byConsent(recognition, at);
    else if (meaning.as === 'respondent' && /Name$/.test(meaning.field)) byName(recognition, at);
    else if (meaning.as === 'submission-id') byId(recognition, at);
  });
  for (const known of layout?.layout.leaveOut ?? []) {
    const at = labels.findIndex(({ label }) => known.column.test(labelKey(label)));
    if (at < 0) continue;
    const values = [...profiles[at]!.counts.keys(), ...profiles[at]!.blankWords.keys()].filter((value) =>
      known.values?.some((word) => word.toLowerCase() === value.toLowerCase()),
    );
    if (values.length || known.blank)
      add(recognition, { column: at, values, blank: known.blank ?? false, why: known.why });
  }
  bySaying(recognition, sample);
  sayForWhom(recognition);
}

function add({ leaveOut }: Recognition, rule: LeaveOut): void {
  const same = leaveOut.find(({ column, why }) => column === rule.column && why === rule.why);
  if (!same) leaveOut.push(rule);
  else {
    same.values = [...new Set([...same.values, ...rule.values])];
    same.blank ||= rule.blank;
  }
}

function byStatus(recognition: Recognition, at: number): void {
  const values = [...recognition.profiles[at]!.counts.keys()];
  const label = labelKey(recognition.labels[at]!.label);
  const words = wordsWithin(recognition.labels[at]!.label);
  const marks = flagged(words);
  const out: string[] = [];
  const leave = (found: string[], why: LeaveOut['why']): void => {
    if (found.length) add(recognition, { column: at, values: found, blank: false, why });
    out.push(...found);
  };
  for (const [pattern, why] of BY_STATUS)
    leave(
      values.filter((value) => pattern.test(value)),
      why,
    );
  askOfRejected(recognition, at);
  const marked = marks === null ? [] : values.filter((value) => YES.test(value));
  if (marks) leave(marked, marks);
  if (/finished|complete/.test(label))
    leave(
      values.filter((value) => NOT_DONE.test(value)),
      'partial',
    );
  if (out.length && (marked.length || !marksPlainly(words)))
    askOfMarked(recognition, at, out, marksPlainly(words));
}

/** Rows marked as no answers where they are more than a few, or may be marked as something else: a person is asked. */
function askOfMarked(
  { profiles, labels, asks }: Recognition,
  at: number,
  marked: readonly string[],
  plainly: boolean,
): void {
  const profile = profiles[at]!;
  const rows = profile.rowsWith(marked);
  if (plainly && rows <= MUCH_MARKED * profile.rows) return;
  asks.push({
    column: labels[at]!.label,
    about: 'status',
    why: `${rows} of ${profile.rows} rows are marked by this column and left out: does it mark rows that are no answers?`,
  });
}

/** What a moderator or a checker turned away was answered all the same: whether it counts is for a person to say. */
const REJECTED =
  /^(rejected|not approved|removed|hidden|unpublished|unconfirmed|duplicate|pending( (approval|moderation|review|confirmation))?|has ?issues|flagged)( by .{1,30})?$/i;

function askOfRejected({ profiles, labels, asks }: Recognition, at: number): void {
  const profile = profiles[at]!;
  const rows = profile.rowsWith([...profile.counts.keys()].filter((value) => REJECTED.test(value)));
  if (rows > 0)
    asks.push({
      column: labels[at]!.label,
      about: 'status',
      why: `${rows} of ${profile.rows} rows are marked as turned away, in doubt or not yet let through: they are read as answers unless you leave them out.`,
    });
}

/** Rows said to be without consent: where they are more, a person is asked whether the column means that. */
const MUCH_REFUSED = 0.2;
const FEWEST_TO_DOUBT = 10;

/** Leave to show somebody's words, and not to take part. */
const OF_PUBLISHING =
  /\b(publish(ed|ing)?|publicly|made public|quot(e|es|ed|ing)|display(ed)?|testimonials?|website|social media)\b/;
/** Leave for more than that. */
const OF_USE =
  /\b(take part|participat\w*|privacy|gdpr|data protection|stor(e|ed|ing)|process(ed|ing)?|us(e|ed|ing)|shar(e|ed|ing))\b/;
/** Leave for the words alone, as it may be. */
const OF_WORDS = /comment|feedback|publish|publicly|quot(e|ed)|display|testimonial/;

const REFUSES = /^(no|n|false|0|0\.0|2|disagree|i do not|declined?|not agreed|no,.*|i don'?t.*)\b/i;

/** Words that plainly give leave to publish. Whatever else is written gives none: what somebody meant by it is asked. */
const PERMITS =
  /^(yes|y|true|1|1\.0|x|on|ok(ay)?|agreed?|i agree|i do|i consent|consent(ed)?|accept(ed)?|checked|ticked|permitted|happy|i am happy|i'?m happy|you (may|can)|please do|publish|ydw|cytuno)\b/i;

const straight = (value: string): string => value.replace(/\u2019/g, "'");

/** A yes with nothing beside it that takes it back or narrows it. */
function permits(value: string): boolean {
  const said = straight(value);
  return PERMITS.test(said) && !REFUSES.test(said) && !TAKES_BACK.test(said);
}

function byConsent(recognition: Recognition, at: number): void {
  const profile = recognition.profiles[at]!;
  const values = [...profile.counts.keys()];
  const refusing = values.filter((value) => REFUSES.test(straight(value)));
  const blanks = profile.rows - profile.filled;
  const label = labelKey(recognition.labels[at]!.label);
  // A second such column gives leave for something else: whoever refuses it is left out, and a person is asked.
  const first = recognition.permitted === null;
  if (first && OF_PUBLISHING.test(label) && !OF_USE.test(label) && refusing.length < values.length)
    return byPublishing(recognition, at);
  if (refusing.length || blanks)
    add(recognition, { column: at, values: refusing, blank: blanks > 0, why: 'no-consent' });
  const rows = profile.rowsWith(refusing);
  const why: string[] = [];
  if (rows > MUCH_REFUSED * profile.rows && profile.rows >= FEWEST_TO_DOUBT)
    why.push(`${rows} of ${profile.rows} rows say no and are left out: is this the consent to take part?`);
  if (refusing.length && OF_WORDS.test(label) && why.length === 0)
    why.push(
      `${rows} rows say no and are left out: does that mean that nothing of them may be used, or only that their words may not be shown?`,
    );
  // Everyday words of leave may ask for something else than they seem to.
  if (why.length === 0 && isLeaveInDoubt(wordsOf(label)))
    why.push(
      `It is taken for leave to use what people answered, and ${rows} rows that say no are left out: is it that?`,
    );
  if (blanks) why.push(`${blanks} rows say neither yes nor no: they are left out unless you say otherwise.`);
  if (why.length)
    recognition.asks.push({ column: recognition.labels[at]!.label, about: 'consent', why: why.join(' ') });
}

/** Whoever does not want to be published answered all the same: their words are left out, and a person says if more is meant. */
function byPublishing(recognition: Recognition, at: number): void {
  const { profiles, labels, asks } = recognition;
  const profile = profiles[at]!;
  const values = [...profile.counts.keys()].filter(permits);
  recognition.permitted = { column: at, values };
  const without = profile.rows - profile.rowsWith(values);
  if (without > 0)
    asks.push({
      column: labels[at]!.label,
      about: 'consent',
      why: `${without} rows do not plainly agree to be published: their words are left out and their other answers kept. Say if nothing of them may be used, or if their words may be read and only not be shown.`,
    });
}

/** A row whose id says that it was a test ("TEST", "Dummy 1"), among ids that are numbers or codes. */
function byId(recognition: Recognition, at: number): void {
  const ids = [...recognition.profiles[at]!.counts.keys()];
  const tests = ids.filter((id) =>
    /^(test|testing|dummy|example)([ _-]?(row|entry|record|data|\d{1,2}))?$/i.test(id),
  );
  const numbered = ids.filter((id) => /\d/.test(id)).length;
  if (tests.length && numbered >= 0.8 * ids.length)
    add(recognition, { column: at, values: tests, blank: false, why: 'test' });
}

function byName(recognition: Recognition, at: number): void {
  const values = [...recognition.profiles[at]!.counts.keys()].filter((value) =>
    /^(test|testing|test (user|person|response)|testy? mctest.*)$/i.test(value),
  );
  if (values.length) add(recognition, { column: at, values, blank: false, why: 'test' });
}

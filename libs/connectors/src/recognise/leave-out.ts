import { labelKey } from '../mapping/labels.js';
import { wordsOf } from './meaning.js';
import type { LeaveOut, Recognition } from './recognition.js';
import { flagged } from './record-columns.js';

const BY_STATUS: readonly [RegExp, LeaveOut['why']][] = [
  [/^(survey )?preview$/i, 'preview'],
  [/^(survey )?test$|^spam$|^deleted$|^invalid$/i, 'test'],
  [
    /^partial|^incomplete$|^in progress$|^started$|^disqualified$|^screened ?out$|^quota full$|^over ?quota$|^abandoned$|^terminated$|^opened$|^not (complete|finished|submitted)/i,
    'partial',
  ],
];
const YES = /^(yes|y|true|1|x)$/i;
const NOT_DONE = /^(false|no|0|0\.0|n)$/i;

/** Rules for test, preview, partial and no-consent rows, from the columns that say so. */
export function leavingOut(recognition: Recognition): void {
  const { findings, profiles, labels, layout } = recognition;
  findings.forEach(({ meaning }, at) => {
    if (meaning.as === 'status') byStatus(recognition, at);
    else if (meaning.as === 'consent') byConsent(recognition, at);
    else if (meaning.as === 'respondent' && /Name$/.test(meaning.field)) byName(recognition, at);
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
  for (const [pattern, why] of BY_STATUS) {
    const found = values.filter((value) => pattern.test(value));
    if (found.length) add(recognition, { column: at, values: found, blank: false, why });
  }
  const marks = flagged(wordsOf(recognition.labels[at]!.label));
  const marked = marks === null ? [] : values.filter((value) => YES.test(value));
  if (marks && marked.length) add(recognition, { column: at, values: marked, blank: false, why: marks });
  if (!/finished|complete/.test(label)) return;
  const unfinished = values.filter((value) => NOT_DONE.test(value));
  if (unfinished.length) add(recognition, { column: at, values: unfinished, blank: false, why: 'partial' });
}

/** Rows said to be without consent: where they are more, a person is asked whether the column means that. */
const MUCH_REFUSED = 0.2;
const FEWEST_TO_DOUBT = 10;

/** Leave for the words alone, and not to take part. */
const OF_WORDS = /comment|feedback|publish|publicly|quot(e|ed)|display|testimonial/;

const REFUSES = /^(no|n|false|0|0\.0|2|disagree|i do not|declined?|not agreed|no,.*|i don'?t.*)\b/i;

function byConsent(recognition: Recognition, at: number): void {
  const profile = recognition.profiles[at]!;
  const values = [...profile.counts.keys()];
  const refusing = values.filter((value) => REFUSES.test(value.replace(/\u2019/g, "'")));
  const blanks = profile.rows - profile.filled;
  if (refusing.length || blanks)
    add(recognition, { column: at, values: refusing, blank: blanks > 0, why: 'no-consent' });
  const rows = refusing.reduce((sum, value) => sum + profile.counts.get(value)!, 0);
  const why: string[] = [];
  if (rows > MUCH_REFUSED * profile.rows && profile.rows >= FEWEST_TO_DOUBT)
    why.push(`${rows} of ${profile.rows} rows say no and are left out: is this the consent to take part?`);
  if (refusing.length && OF_WORDS.test(labelKey(recognition.labels[at]!.label)) && why.length === 0)
    why.push(
      `${rows} rows say no and are left out: does that mean that nothing of them may be used, or only that their words may not be shown?`,
    );
  if (blanks) why.push(`${blanks} rows say neither yes nor no: they are left out unless you say otherwise.`);
  if (why.length)
    recognition.asks.push({ column: recognition.labels[at]!.label, about: 'consent', why: why.join(' ') });
}

function byName(recognition: Recognition, at: number): void {
  const values = [...recognition.profiles[at]!.counts.keys()].filter((value) =>
    /^(test|testing|test (user|person|response)|testy? mctest.*)$/i.test(value),
  );
  if (values.length) add(recognition, { column: at, values, blank: false, why: 'test' });
}

import { labelKey } from '../mapping/labels.js';
import type { Recognition } from './recognition.js';

const AS_WHAT = /\b(respond|answer|reply|complet|comment|submit|writ|tak)\w*\b.*\b(as|on behalf|for)\b/;
const ORGANISATION = /\borgani[sz]ations?\b|\bon behalf of\b/i;
const ONESELF = /\b(individual|myself|my own|resident|member of the public|personal)\b/i;

const A_NOTE =
  /^(post-?it|sticky)[ -]?(notes?)?( (no\.?|number|id|text))?$|^notes? (no\.?|number|id)$|\bwhat the (sticky )?(note|post-?it) says\b/;

/**
 * Rows that may be no one person's: notes of which somebody may have written several are asked about; that some answers are
 * those of organisations is said, since the answer itself keeps it.
 */
export function sayForWhom({ findings, profiles, labels, notes, asks }: Recognition): void {
  const keys = labels.map(({ label }) => labelKey(label));
  findings.forEach(({ meaning }, at) => {
    const profile = profiles[at]!;
    const values = [...profile.counts.keys()];
    if (meaning.as !== 'question' || !AS_WHAT.test(keys[at]!)) return;
    const theirs = values.filter((value) => ORGANISATION.test(value) && !ONESELF.test(value));
    if (theirs.length === 0 || !values.some((value) => ONESELF.test(value))) return;
    notes.push(
      `${profile.rowsWith(theirs)} of ${profile.rows} rows speak for an organisation (${labels[at]!.label}): each counts like a person unless you leave them out.`,
    );
  });
  const note = keys.findIndex((key) => A_NOTE.test(key));
  if (note >= 0)
    asks.push({
      column: labels[note]!.label,
      about: 'rows',
      why: 'The rows look like notes, of which one person may have written several: each counts like a person unless you say otherwise.',
    });
}

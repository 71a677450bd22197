import { left, wordsOf } from './meaning.js';
import type { Recognition } from './recognition.js';
import { OF_THE_OFFICE, THE_ANALYSTS } from './words.js';

/** What an officer makes of a letter, by labels that on a form could be a question. */
const READ_INTO =
  /^((sub-?)?themes?|codes?|coding|topics?|sentiment|tone|categor(y|ies)|priority|urgency|risk|follow[- ]?ups?|outcomes?|next steps?)( \d| \([^)]{1,12}\))?\??$/;
/** Letters of a cell from which on a label of this kind may hold what people wrote. */
const LONGEST_NOTE = 40;

/**
 * A log of letters or e-mails: beside what people wrote it notes how the office dealt with each. There nobody was asked for a
 * theme or a priority.
 */
export function settleLog({ findings, labels, profiles }: Recognition): void {
  const noted = findings.some(({ meaning }) => meaning.as === 'ignore' && meaning.what === OF_THE_OFFICE);
  const written = findings.some(({ meaning }) => meaning.as === 'question' && meaning.kind === 'free-text');
  if (!noted || !written) return;
  findings.forEach(({ meaning }, at) => {
    if (meaning.as !== 'question' || profiles[at]!.meanLength > LONGEST_NOTE) return;
    if (READ_INTO.test(wordsOf(labels[at]!.label))) findings[at] = left(THE_ANALYSTS, 0.85);
  });
}

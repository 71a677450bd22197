import { mayBeCut, repairText, type SubmissionRecord } from '#domain';

import type { IdentifiedRecord } from './sort-rows.js';

/**
 * A submission whose free texts are as they were meant; what came stands beside each that was mended. After its identity was told:
 * that comes from what arrived.
 */
export function mended(record: SubmissionRecord): SubmissionRecord {
  let any = false;
  const answers = record.answers.map((answer) => {
    const repaired = answer.text === null ? null : repairText(answer.text);
    if (!repaired || repaired.repairs.length === 0) return answer;
    any = true;
    return { ...answer, text: repaired.text, original: answer.text };
  });
  return any ? { ...record, answers } : record;
}

/** What a receipt says of texts that were mended, and of those that may have been cut on their way; null where there are none. */
export function textNote(records: readonly IdentifiedRecord[]): string | null {
  let [repaired, cut] = [0, 0];
  for (const { record } of records)
    for (const { text } of record.kind === 'submission' ? record.answers : []) {
      if (text === null) continue;
      if (repairText(text).repairs.length > 0) repaired++;
      if (mayBeCut(text)) cut++;
    }
  const said = [
    repaired > 0
      ? `${texts(repaired)} repaired (character references, wrong encoding, lost apostrophes and the like); the original is kept.`
      : null,
    cut > 0 ? `${texts(cut, 'is', 'are')} exactly 255 or 32,767 characters long: cut on the way here?` : null,
  ].filter((each) => each !== null);
  return said.length > 0 ? said.join(' ') : null;
}

const texts = (count: number, one = 'was', many = 'were'): string =>
  count === 1 ? `1 text ${one}` : `${count.toLocaleString('en-GB')} texts ${many}`;

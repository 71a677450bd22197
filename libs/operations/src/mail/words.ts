import type { Wait } from '#domain';

/** A mail in plain text. */
export interface Words {
  subject: string;
  text: string;
}

/** Lines that one mail holds at most. */
const MOST_LINES = 20;

/**
 * What waits for somebody, for a mail: kinds and numbers of deliveries alone, for a mail lies where nobody of the hub looks after it.
 * @param address of the hub, e.g. `https://hub.example`; null where it is not known
 */
export function waitsMail(waits: readonly Wait[], address: string | null): Words {
  const lines = waits
    .slice(0, MOST_LINES)
    .map(({ kind, subject, many }) => `- ${lineOf(kind, subject, many)}`);
  if (waits.length > MOST_LINES) lines.push(`- and ${waits.length - MOST_LINES} more`);
  const where = address ? `${address}/waits` : 'the page "Waits for you" of your hub';
  const subject = waits.length === 1 ? 'One thing waits for you' : `${waits.length} things wait for you`;
  return {
    subject,
    text: `${lines.join('\n')}\n\nDeal with them on ${where}\n\nYou asked for this mail on that page, and end it there. It comes once a day at the most.\n`,
  };
}

function lineOf(kind: string, subject: string, many: number): string {
  switch (kind) {
    case 'delivery-held':
      return `Delivery ${subject} waits for an answer`;
    case 'answers-to-match':
      return `Delivery ${subject}: answers without a code`;
    case 'rows-to-mend':
      return `Delivery ${subject}: ${many === 1 ? 'one row' : `${many} rows`} to mend`;
    case 'audit-to-code':
      return `${many === 1 ? 'One comment' : `${many} comments`} to be coded blind`;
    case 'to-re-code':
      return `${many === 1 ? 'One comment' : `${many} comments`} to be re-coded`;
    case 'cases-to-look-at':
      return `${many === 1 ? 'One comment' : `${many} comments`} in which somebody may be at risk`;
    case 'to-second':
      return `Proposal ${subject} waits for a second person`;
    case 'report-to-read':
      return 'A report to be read and signed';
    case 'problems-to-answer':
      return `${many === 1 ? 'One note' : `${many} notes`} that a figure looks wrong`;
    case 'answers-to-erase':
      return `${many === 1 ? 'One answer' : `${many} answers`} taken back, to be erased by whoever runs the hub`;
    default:
      return 'Something else waits';
  }
}

import { createHash } from 'node:crypto';
import type { HeldDecisionRecord } from '#domain';
import { stateOfAction } from './state.js';
import { stateInWords } from './words.js';

const LINE_OCTETS = 75;

/**
 * Due days of actions as a calendar (RFC 5545): an all-day event each, of everything that is not given up. What is done stands on
 * its day with a tick.
 * @param name of the calendar
 * @param today ISO date by which late is told
 */
export function dueCalendar(decisions: readonly HeldDecisionRecord[], name: string, today: string): string {
  const events = decisions.flatMap((decision) =>
    decision.actions.flatMap((action, at) => {
      const state = stateOfAction(action, today);
      const day = state === 'done' ? (action.doneOn ?? action.due) : action.due;
      if (day === null || state === 'will-not-do') return [];
      return [
        'BEGIN:VEVENT',
        `UID:${decision.id}-${uidOf(action.what, at, decision.actions)}@co-operative-brain`,
        `DTSTAMP:${stamp(decision.savedAt)}`,
        `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
        `SUMMARY:${text(`${state === 'done' ? '✓ ' : ''}${action.what} (${decision.title})`)}`,
        `DESCRIPTION:${text(`${stateInWords(state)}. Owner: ${action.owner ?? 'not stated'}. Reference ${decision.reference}.`)}`,
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
      ];
    }),
  );
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Co-operative Brain//What happened//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${text(name)}`,
    ...events,
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** Of the action itself, so that one that comes before it moves no day in anybody's calendar; equal words are told apart by their order. */
const uidOf = (what: string, at: number, actions: HeldDecisionRecord['actions']): string => {
  const same = actions.slice(0, at).filter((one) => one.what === what).length;
  return `${createHash('sha256').update(what).digest('hex').slice(0, 12)}${same > 0 ? `-${same + 1}` : ''}`;
};

const stamp = (time: string): string =>
  new Date(time).toISOString().replaceAll(/[-:]/g, '').replace(/\.\d+/, '');

/** TEXT values: backslash, semicolon, comma and line ends are escaped; other control characters go. */
const text = (value: string): string =>
  value
    .replaceAll('\\', '\\\\')
    .replaceAll(/\r?\n|\r/g, '\\n')
    .replaceAll(/[\u0000-\u001f\u007f]/g, '')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,');

/** Lines of more than 75 octets go on in the next, after a blank; characters are never cut. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > LINE_OCTETS - (parts.length > 0 ? 1 : 0)) {
      parts.push(part);
      part = '';
      octets = 0;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}

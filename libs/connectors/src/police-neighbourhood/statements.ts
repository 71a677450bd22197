import { createHash } from 'node:crypto';
import { bareEngagement, type Engagement, type RawRow, type RowOutcome, type StatementRecord } from '#domain';
import { cellOfPlain } from '../document-connector.js';
import { parseDate } from '../mapping/dates.js';
import { plainText } from './plain-text.js';
import { event, priority, type Bundle } from './shape.js';

/** A row for each priority and each event, counted from 1 through the file: priorities of a neighbourhood, then its events. */
export function rowsOf(file: string, { neighbourhoods }: Bundle): RawRow[] {
  const rows: RawRow[] = [];
  for (const { id, name, priorities, events } of neighbourhoods)
    for (const [kind, items] of [
      ['priority', priorities],
      ['event', events],
    ] as const)
      for (const item of items) {
        const fields = typeof item === 'object' && item !== null ? Object.entries(item) : [];
        const cells = Object.fromEntries(fields.map(([key, value]) => [key, cellOfPlain(value)]));
        rows.push({
          file,
          row: rows.length + 1,
          cells: { ...cells, kind, neighbourhood_id: id, neighbourhood: name },
        });
      }
  return rows;
}

/** One row to one statement of the agency. */
export function statementOf(row: RawRow): RowOutcome {
  const place = { id: row.cells['neighbourhood_id'] ?? '', name: row.cells['neighbourhood'] ?? '' };
  return row.cells['kind'] === 'priority' ? priorityOf(row, place) : eventOf(row, place);
}

interface Place {
  id: string;
  name: string;
}

function priorityOf(row: RawRow, place: Place): RowOutcome {
  const parsed = priority.safeParse(row.cells);
  const text = parsed.success ? plainText(parsed.data.issue) : '';
  if (!parsed.success || text === '')
    return rejected(row, 'issue', 'priority-incomplete', 'The priority has no issue.');
  const issuedOn = dateOf(parsed.data['issue-date']);
  if (issuedOn === undefined)
    return rejected(row, 'issue-date', 'date-invalid', 'The cell is not a date that ever was.');
  const actionOn = dateOf(parsed.data['action-date']);
  if (actionOn === undefined)
    return rejected(row, 'action-date', 'date-invalid', 'The cell is not a date that ever was.');
  const engagement: Engagement = {
    ...bareEngagement(`${place.id}-priorities`, `Neighbourhood priorities: ${place.name}`),
    kind: 'standing-feed',
    participation: 'information',
  };
  const action = parsed.data.action === null ? null : plainText(parsed.data.action) || null;
  return statement(row, place, { engagement, statementKind: 'priority', issuedOn, text, action, actionOn });
}

function eventOf(row: RawRow, place: Place): RowOutcome {
  const parsed = event.safeParse(row.cells);
  if (!parsed.success)
    return rejected(
      row,
      null,
      'event-incomplete',
      'The event is not of the shape that this connector knows.',
    );
  const { title, description, address, start_date, end_date } = parsed.data;
  const opens = dateOf(start_date);
  if (opens === undefined)
    return rejected(row, 'start_date', 'date-invalid', 'The cell is not a date that ever was.');
  const name = plainText(title) || 'Event';
  const key = `${place.id}-event-${opens ?? 'undated'}-${hashOf(`${title}\n${start_date ?? ''}`)}`;
  const engagement: Engagement = {
    ...bareEngagement(key, name),
    kind: 'meeting',
    participation: 'engagement',
    opens,
    closes: dateOf(end_date) ?? opens,
    channel: 'event',
  };
  const text = [name, plainText(description ?? ''), plainText(address ?? '')].filter(Boolean).join('\n');
  return statement(row, place, {
    engagement,
    statementKind: 'event',
    issuedOn: opens,
    text,
    action: null,
    actionOn: null,
  });
}

type Said = Pick<
  StatementRecord,
  'engagement' | 'statementKind' | 'issuedOn' | 'text' | 'action' | 'actionOn'
>;

/** A statement is the same one as long as its place, day and words are; what was done about it may change. */
function statement(row: RawRow, place: Place, said: Said): RowOutcome {
  const externalId = `${place.id}:${said.statementKind}:${said.issuedOn ?? 'undated'}:${hashOf(said.text)}`;
  return {
    ok: true,
    record: { kind: 'statement', file: row.file, row: row.row, externalId, place: place.name, ...said },
  };
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 10);

/** ISO date, null where there is none, undefined where it is no date. */
const dateOf = (written: string | null): string | null | undefined =>
  written === null ? null : (parseDate(written, 'year-first') ?? undefined);

function rejected(row: RawRow, column: string | null, code: string, reason: string): RowOutcome {
  return { ok: false, rejections: [{ file: row.file, row: row.row, column, code, reason }] };
}

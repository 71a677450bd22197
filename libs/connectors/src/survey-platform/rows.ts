import { cellOfPlain } from '../document-connector.js';
import type { Activity } from './page.js';

type Cells = Record<string, string | null>;

/** A row for each submission of an activity: its id, date and channel, and a cell for each component that it answered. */
export function rowsOf(activity: Activity): Cells[] {
  const rows = new Map<string, Cells>();
  const rowOf = (responseId: string): Cells => {
    const known = rows.get(responseId);
    if (known) return known;
    const row: Cells = {
      response_id: responseId,
      submitted_at: null,
      channel: null,
      activity_id: activity.id,
    };
    rows.set(responseId, row);
    return row;
  };
  const repeats: Cells[] = [];
  for (const { response_id, submitted_at, channel } of activity.submissions) {
    // A submission listed twice is two rows of the page: the second must be accounted for, not swallowed.
    if (rows.has(response_id)) repeats.push({ response_id, submitted_at, channel, activity_id: activity.id });
    else Object.assign(rowOf(response_id), { submitted_at, channel });
  }
  for (const { id, responses } of componentsOf(activity))
    for (const { response_id, value } of responses) rowOf(response_id)[columnOf(id)] = cellOfPlain(value);
  return [...rows.values(), ...repeats];
}

/** The wording of each component: its question, and its own label where the question has several. */
export function questionTextsOf(activities: readonly Activity[]): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const activity of activities)
    for (const { questions } of activity.survey?.pages ?? [])
      for (const { title, components } of questions)
        for (const { id, label } of components) {
          const parts = components.length > 1 ? [title, label] : [title ?? label];
          const text = parts.filter(Boolean).join(' - ');
          if (text) texts[columnOf(id)] = text;
        }
  return texts;
}

const OWN = new Set(['response_id', 'submitted_at', 'channel', 'activity_id']);
/** A component must not pass for the submission's own id, date or channel. */
const columnOf = (componentId: string): string =>
  OWN.has(componentId) ? `component.${componentId}` : componentId;

const componentsOf = (
  activity: Activity,
): NonNullable<Activity['survey']>['pages'][number]['questions'][number]['components'] =>
  (activity.survey?.pages ?? []).flatMap(({ questions }) =>
    questions.flatMap(({ components }) => components),
  );

import { rangeWords } from '#statements';
import type { Funnel } from '#store';
import type { ReceiptStep } from './figure-shapes.js';

/**
 * From records received to people, for all that can be seen: exact for an analyst's own agencies; as told of an edition, each number
 * rounded and staying until five have moved, so that one person's coming or going is in none of them. What rounding leaves
 * between two totals has a step of its own. Steps that took nothing away are left out, rejected and repeated excepted: their zero is news.
 */
export function hubSteps(funnel: Funnel, from: { agencies: number; dataTo: string | null }): ReceiptStep[] {
  const less = (name: string, count: number, note: string | null): ReceiptStep[] =>
    count === 0 ? [] : [{ name, count, kind: 'less', note }];
  return [
    { name: 'Records received', count: funnel.received, kind: 'total', note: receivedNote(from) },
    {
      name: 'Rejected',
      count: funnel.rejected,
      kind: 'less',
      note: 'rows that could not be used; their sender has the list',
    },
    { name: 'Repeated', count: funnel.repeated, kind: 'less', note: 'the same record delivered again' },
    ...less(
      'What agencies said themselves',
      funnel.statements,
      'priorities, actions and events: no submissions',
    ),
    ...less('Votes', funnel.votes, 'answers to somebody’s comment: no submissions'),
    ...less('Replaced', funnel.replaced, 'a later record with the same id stands instead'),
    ...less('Withdrawn', funnel.withdrawn, 'taken back or erased'),
    ...roundingOf(funnel),
    { name: 'Submissions', count: funnel.submissions, kind: 'total', note: submissionsNote(funnel) },
    {
      name: 'Further submissions by the same person',
      count: funnel.submissions - funnel.people,
      kind: 'less',
      note: 'joined by matching, over all agencies',
    },
    { name: 'People', count: funnel.people, kind: 'total', note: rangeNote(funnel) },
  ];
}

/** Each step is rounded by itself, so they need not add up by themselves. */
function roundingOf(funnel: Funnel): ReceiptStep[] {
  const { received, rejected, repeated, statements, votes, replaced, withdrawn, submissions } = funnel;
  const count = received - rejected - repeated - statements - votes - replaced - withdrawn - submissions;
  return count === 0 || !funnel.balanced
    ? []
    : [{ name: 'Rounding', count, kind: 'less', note: 'rounded; steps may differ by 5' }];
}

/** Released people, or null where hidden. */
export type ReleasedPeople = number | null;

export interface FigurePlace {
  /** Everybody, as released. */
  whole: ReleasedPeople;
  /** Everybody under the filters; null also where nothing is filtered by. */
  filtered: { people: ReleasedPeople; said?: string | null } | null;
  /** The figure itself, unless it is the whole or everybody under the filters. */
  cell: { people: ReleasedPeople; names: string } | null;
  /** What is said of the figure's list of ticked values, or of what is withheld. */
  said?: string | null;
  /** People after the correction by the audit; null where they stand as they were counted. */
  corrected?: number | null;
}

/** From all people to the figure, by differences of released figures; a step that would tell a hidden one has no count. */
export function figureSteps(
  hub: readonly ReceiptStep[],
  exactPeople: number,
  place: FigurePlace,
): ReceiptStep[] {
  const steps = [...hub];
  let left: ReleasedPeople = place.whole;
  if (place.whole !== null && place.whole !== exactPeople)
    steps.push({
      name: 'Rounding',
      count: exactPeople - place.whole,
      kind: 'less',
      note: 'people in figures are rounded',
    });
  const narrow = (name: string, to: ReleasedPeople): void => {
    // Each is rounded by itself, so a part may come to more than its whole: no number of people was left out then.
    const known = left !== null && to !== null && to <= left;
    steps.push({ name, count: known ? left! - to : null, kind: 'less', note: null });
    left = to;
  };
  if (place.filtered) {
    narrow('Not under these filters', place.filtered.people);
    if (place.cell)
      steps.push({
        name: 'Under these filters',
        count: left,
        kind: 'total',
        note: place.filtered.said ?? null,
      });
  }
  if (place.cell) narrow(`Not in ${place.cell.names}`, place.cell.people);
  const corrected = place.corrected ?? null;
  if (corrected !== null && left !== null) {
    const note =
      'by how often the computer is right and how much it misses, as people found in comments drawn at random';
    steps.push({ name: 'As the computer reads them', count: left, kind: 'total', note: null });
    steps.push({ name: 'Corrected', count: left - corrected, kind: 'less', note });
    left = corrected;
  }
  steps.push({ name: 'In this figure', count: left, kind: 'figure', note: place.said ?? null });
  return steps;
}

/** Is every total the one before it less what stands between? Steps without a count can't be checked and end a chain. */
export function addsUp(steps: readonly ReceiptStep[]): boolean {
  let expected: number | null = null;
  for (const { kind, count } of steps) {
    if (kind === 'less') {
      expected = expected === null || count === null ? null : expected - count;
      continue;
    }
    if (expected !== null && count !== null && expected !== count) return false;
    expected = count;
  }
  return true;
}

function receivedNote({ agencies, dataTo }: { agencies: number; dataTo: string | null }): string {
  const from = agencies === 1 ? 'from one agency' : `from ${agencies} agencies`;
  return dataTo ? `${from}, data to ${dataTo}` : from;
}

const submissionsNote = (funnel: Funnel): string | null =>
  funnel.withText > 0 ? `${funnel.withText} with free text, ${funnel.coded} of them in a theme` : null;

const rangeNote = (funnel: Funnel): string | null =>
  funnel.peopleLow < funnel.peopleHigh
    ? rangeWords(String(funnel.peopleLow), String(funnel.peopleHigh))
    : null;

import { daysBetween, stateInWords, stateOfAction, stateOfDecision } from '#decisions';
import type { DecisionAction, HeldDecisionRecord } from '#domain';
import { inSentence } from '#statements';
import type { DecisionNames } from '../../../public/decisions/decisions.js';
import { agencyName } from '../../../public/read/decisions-in-html.js';
import { day } from '../../../public/read/page.js';
import type { ReportTable } from '../../../public/reports/content.js';
import { words } from './table-parts.js';

/** One thing that is done or is not: what, whose, by or on which day, how it stands, and its sign of effect or why not. */
type Line = readonly [what: string, owner: string, day: string, state: string, effect: string];

/** Decisions as an edition before carries them. */
export interface DecidedBefore {
  edition: number;
  decisions: readonly HeldDecisionRecord[];
  /** ISO date by which late was told then. */
  today: string;
}

/**
 * Decisions by what comes of them, the latest first, a row an action, and a row for what will not be done: whose it is, by when, how it stands on a day, and the sign
 * of effect or the reason. States are no figures: each row leads to its decision.
 * @param before where it is known: what is new since, and how else each stood, is told in a column of its own
 */
export function decided(
  code: string,
  title: string,
  decisions: readonly HeldDecisionRecord[],
  { names, today }: { names: DecisionNames; today: string },
  before: DecidedBefore | null = null,
): ReportTable {
  const was = before && linesBefore(before);
  return {
    code,
    title,
    measure: `Decisions and actions as they stood on ${day(today)}, a row an action. Before and after is no proof of cause.`,
    columns: [
      words('decision', 'Decision'),
      words('action', 'What is done'),
      words('owner', 'Owner'),
      words('due', 'Due, or done'),
      words('state', 'State'),
      words('effect', 'Sign of effect, or why not'),
      ...(before ? [words('since', `Since edition ${before.edition}`)] : []),
    ],
    rows: [...decisions].sort(latestFirst).flatMap((one) => {
      const agency = agencyName(one.agency, names.agencies);
      const name = one.decidedOn === null ? one.title : `${one.title} (${day(one.decidedOn)})`;
      return linesOf(one, agency, today).map((line) => ({
        cells: [name, ...line, ...(was ? [since(was.get(one.id), line)] : [])],
        figure: null,
        page: `/read/what-happened/${one.id}`,
      }));
    }),
    chart: null,
  };
}

/** How each line stood, by decision and then by what was to be done. */
const linesBefore = ({ decisions, today }: DecidedBefore): Map<string, Map<string, string>> =>
  new Map(
    decisions.map((one) => [
      one.id,
      new Map(linesOf(one, '', today).map(([what, , , state]) => [what, stateAlone(state)])),
    ]),
  );

/** "late, 12 days" as "late": that a day more has passed is no news. */
const stateAlone = (state: string): string => state.replace(/, \d+ days$/, '');

function since(was: ReadonlyMap<string, string> | undefined, [what, , , state]: Line): string {
  const before = was?.get(what);
  if (before === undefined) return 'new';
  return before === stateAlone(state) ? 'no change' : `was ${inSentence(before)}`;
}

const latestFirst = (a: HeldDecisionRecord, b: HeldDecisionRecord): number =>
  (b.decidedOn ?? '').localeCompare(a.decidedOn ?? '') || (a.reference < b.reference ? -1 : 1);

function linesOf(decision: HeldDecisionRecord, agency: string, today: string): Line[] {
  const { actions, notDone, notDoneBecause, lead } = decision;
  const lines = actions.map((action) => lineOf(action, agency, today));
  if (notDoneBecause !== null)
    lines.push([
      notDone ?? 'What was asked for',
      inside(lead, agency),
      '',
      stateInWords('will-not-do'),
      notDoneBecause,
    ]);
  return lines.length > 0
    ? lines
    : [['', inside(lead, agency), '', stateInWords(stateOfDecision(decision, today)), '']];
}

function lineOf(action: DecisionAction, agency: string, today: string): Line {
  const state = stateOfAction(action, today);
  // A day that something was to be done by is not the day on which it was.
  const on = state === 'done' ? action.doneOn : action.due;
  const late = state === 'late' && action.due !== null ? `, ${daysBetween(action.due, today)} days` : '';
  return [
    action.what,
    inside(action.owner, agency),
    on === null || state === 'will-not-do' ? '' : day(on),
    `${stateInWords(state)}${late}`,
    action.because ?? action.effect ?? '',
  ];
}

/** Who it is within an agency, by both names unless one says the other: "Highways, Plymouth City Council". */
const inside = (owner: string | null, agency: string): string =>
  owner === null || owner.includes(agency) ? (owner ?? agency) : `${owner}, ${agency}`;

import { day, listed, plural, unmarked } from '../../figures/format';
import type {
  ActionState,
  DecidingModel,
  DecisionLineFragment,
  DecisionState,
  WaitingQuery,
} from '../../gql/graphql';

export type DecisionLine = DecisionLineFragment;
export type DecisionAction = DecisionLine['actions'][number];
export type WaitingTold = WaitingQuery['waitingTold'];

/** How a decision or an action stands: a sign and a word, never a colour alone. */
export const STATES: { code: DecisionState; sign: string; name: string; count: keyof StateCounts }[] = [
  { code: 'DONE', sign: '✓', name: 'Done', count: 'done' },
  { code: 'UNDER_WAY', sign: '◔', name: 'Under way', count: 'underWay' },
  { code: 'PLANNED', sign: '○', name: 'Planned', count: 'planned' },
  { code: 'LATE', sign: '◷', name: 'Late', count: 'late' },
  { code: 'WILL_NOT_DO', sign: '✕', name: 'Will not do', count: 'willNotDo' },
];

export interface StateCounts {
  all: number;
  planned: number;
  underWay: number;
  done: number;
  late: number;
  willNotDo: number;
}

export const stateOf = (code: DecisionState) => STATES.find((state) => state.code === code) ?? STATES[2]!;

/** Who decides, from the agency alone to the people. */
export const MODELS: { code: DecidingModel; name: string; means: string }[] = [
  { code: 'AGENCY', name: 'The agency decides', means: 'It decides and says so.' },
  {
    code: 'AFTER_ASKING',
    name: 'The agency decides after asking',
    means: 'People are asked first; the agency decides.',
  },
  {
    code: 'WITH_ADVICE',
    name: 'The agency decides with people’s advice',
    means: 'People work on the choices; the agency decides.',
  },
  { code: 'TOGETHER', name: 'People and agency decide together', means: 'Both must agree.' },
  { code: 'PEOPLE', name: 'People decide', means: 'The agency carries out what people decide.' },
];

export const ACTION_STATES: { code: ActionState; name: string }[] = [
  { code: 'PLANNED', name: 'Planned' },
  { code: 'UNDER_WAY', name: 'Under way' },
  { code: 'DONE', name: 'Done' },
  { code: 'WILL_NOT_DO', name: 'Will not do' },
];

/** "All wards", "Ham" or "Ham, Honicknowle and St Budeaux". */
export function whereOf({ wards }: Pick<DecisionLine, 'wards'>): string {
  if (wards.length === 0) return 'All of the city';
  return listed(wards.map(({ name }) => name));
}

/** When what matters of it was or is: done, due, decided. */
export function whenOf(decision: DecisionLine): string {
  if (decision.state === 'DONE') {
    const last = decision.actions
      .flatMap(({ doneOn }) => doneOn ?? [])
      .sort()
      .at(-1);
    if (last) return `done ${day(last)}`;
  }
  if (decision.state === 'LATE') return plural(decision.daysLate, 'day late', 'days late');
  const open = decision.actions.filter(({ said }) => said !== 'DONE' && said !== 'WILL_NOT_DO');
  const next = open.flatMap(({ due }) => due ?? []).sort()[0];
  if (next && decision.state !== 'WILL_NOT_DO') return `due ${day(next)}`;
  return decision.decidedOn ? `decided ${day(decision.decidedOn)}` : 'no day is recorded';
}

/** Words that somebody wrote, as a sentence: with one full stop, whether they wrote it or not. */
export const sentence = (words: string): string => words.trim().replace(/[^.!?…]$/u, '$&.');

/** Heading over what waits: that all has an answer is said only where that can be told of every agency. */
export function waitingTitle(waiting: number, late: number, { edition, untold }: WaitingTold): string {
  if (edition == null) return 'What waits for an answer is told from the first edition on';
  if (waiting > 0) return `${plural(late, 'answer waits', 'answers wait')} longer than was promised`;
  return untold.length === 0
    ? 'Everything that can be told has an answer'
    : 'No answer is known to be owed, but not every agency can be told';
}

/** Of which agencies it can't be told what waits; nothing where it can of all. */
export function untoldWords({ untold }: WaitingTold): string {
  if (untold.length === 0) return '';
  const names = listed(untold.map(({ name }) => unmarked(name)));
  return `Of ${names} too much is hidden to tell what was said by theme and quarter: whether anything waits there is not known.`;
}

/** "2024-Q1" as "January to March 2024". */
export function quarterWords(code: string): string {
  const [year = '', quarter = ''] = code.split('-');
  return `${['January to March', 'April to June', 'July to September', 'October to December'][Number(quarter.slice(1)) - 1] ?? quarter} ${year}`;
}

/** Address of the page that shows one figure of an edition. */
export const figureAddress = (figure: string): string => `/figures/${figure}`;

import { day, listed, plural } from '../../figures/format';
import type { ActionState, DecidingModel, DecisionLineFragment, DecisionState } from '../../gql/graphql';

export type DecisionLine = DecisionLineFragment;
export type DecisionAction = DecisionLine['actions'][number];

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
  const next = decision.actions.flatMap(({ due, said }) => (due && said !== 'DONE' ? due : [])).sort()[0];
  if (next && decision.state !== 'WILL_NOT_DO') return `due ${day(next)}`;
  return decision.decidedOn ? `decided ${day(decision.decidedOn)}` : 'no day is recorded';
}

/** "2024-Q1" as "January to March 2024". */
export function quarterWords(code: string): string {
  const [year = '', quarter = ''] = code.split('-');
  return `${['January to March', 'April to June', 'July to September', 'October to December'][Number(quarter.slice(1)) - 1] ?? quarter} ${year}`;
}

/** Address of the page that shows one figure of an edition. */
export const figureAddress = (figure: string): string => `/figures/${figure}`;

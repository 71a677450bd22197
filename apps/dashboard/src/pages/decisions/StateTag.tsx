import type { DecisionState } from '../../gql/graphql';
import { stateOf } from './words';

const LOOKS: Record<DecisionState, string> = {
  DONE: 'done',
  UNDER_WAY: 'under-way',
  PLANNED: 'planned',
  LATE: 'late',
  WILL_NOT_DO: 'refused',
};

/** How something stands: a sign and words. */
export function StateTag({ state, words }: { state: DecisionState; words?: string | undefined }) {
  const { sign, name } = stateOf(state);
  return (
    <span className={`decision-state ${LOOKS[state]}`}>
      <span aria-hidden="true">{sign} </span>
      {words ?? name}
    </span>
  );
}

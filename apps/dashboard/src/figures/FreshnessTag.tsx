import type { FreshnessState } from '../gql/graphql';
import { plural } from './format';

interface Props {
  freshness: { state: FreshnessState; daysLate: number | null; words: string };
}

const LOOK: Record<FreshnessState, { look: string; sign: string; word: string }> = {
  ON_TIME: { look: 'on-time', sign: '✓', word: 'On time' },
  LATE: { look: 'late', sign: '◷', word: 'Late' },
  STOPPED: { look: 'stopped', sign: '✕', word: 'Stopped' },
  CLOSED: { look: 'never', sign: '■', word: 'Closed' },
  NEVER: { look: 'never', sign: '○', word: 'Nothing yet' },
};

/** Freshness in a sign and words; the colour only repeats them. */
export function FreshnessTag({ freshness }: Props) {
  const { look, sign, word } = LOOK[freshness.state];
  const late = freshness.state === 'LATE' && freshness.daysLate;
  return (
    <span className={`state ${look}`}>
      <span aria-hidden="true">{sign} </span>
      {late ? `${plural(freshness.daysLate ?? 0, 'day', 'days')} late` : word}
    </span>
  );
}

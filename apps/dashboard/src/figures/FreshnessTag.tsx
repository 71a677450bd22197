import type { FreshnessState } from '../gql/graphql';

interface Props {
  freshness: { state: FreshnessState; words: string };
}

const LOOK: Record<FreshnessState, { look: string; sign: string }> = {
  ON_TIME: { look: 'on-time', sign: '✓' },
  LATE: { look: 'late', sign: '◷' },
  STOPPED: { look: 'stopped', sign: '✕' },
  CLOSED: { look: 'never', sign: '■' },
  NEVER: { look: 'never', sign: '○' },
};

/** Freshness in a sign and the hub's own words, which say how old the data are; the colour only repeats them. */
export function FreshnessTag({ freshness }: Props) {
  const { look, sign } = LOOK[freshness.state];
  return (
    <span className={`state whole-words ${look}`}>
      <span aria-hidden="true">{sign} </span>
      {freshness.words}
    </span>
  );
}

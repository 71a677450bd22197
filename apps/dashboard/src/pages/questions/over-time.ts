import type { MeasureQuery } from '../../gql/graphql';

/** One question over years and agencies, as the hub answers it. */
export type OverTime = MeasureQuery['measure'];
/** One time that it was asked. */
export type Asking = OverTime['askings'][number];
/** Two times, and what may be said of them. */
export type Pair = OverTime['pairs'][number];

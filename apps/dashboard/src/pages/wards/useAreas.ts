import { useAnswer } from '../../app/answer';
import type { AreasQuery } from '../../gql/graphql';
import { AREAS } from './queries';

export type Area = AreasQuery['areas']['nodes'][number];

export const useAreas = () => useAnswer({ query: AREAS, variables: {} });

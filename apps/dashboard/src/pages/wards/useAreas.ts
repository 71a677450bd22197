import { useAnswer } from '../../app/answer';
import type { AreasQuery } from '../../gql/graphql';
import { useView } from '../../app/view';
import { AREAS } from './queries';

export type Area = AreasQuery['areas']['nodes'][number];

/** Wards as the edition that is read had them. */
export function useAreas() {
  const { edition } = useView();
  return useAnswer({ query: AREAS, variables: { edition } });
}

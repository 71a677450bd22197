import { useAnswer } from '../../app/answer';
import { useView } from '../../app/view';
import { quarterEnd, quarterStart } from '../../charts/scale';
import { month, plural } from '../../figures/format';
import { graphql } from '../../gql';
import { useQuarters } from '../themes/useThemeRows';

const REACH = graphql(`
  query Reach($edition: Int) {
    agencies(edition: $edition, first: 100) {
      nodes {
        code
      }
    }
    areas(edition: $edition, first: 200) {
      nodes {
        code
      }
    }
    engagements(edition: $edition, first: 1) {
      totalCount
    }
  }
`);

const NO_FILTER = {};

/** Over which time, from how many agencies, in how many engagements: the base of everything below. */
export function Reach() {
  const { edition } = useView();
  const { data } = useAnswer({ query: REACH, variables: { edition } });
  const { quarters } = useQuarters(NO_FILTER);
  const [first, last] = [quarterStart(quarters[0] ?? ''), quarterEnd(quarters.at(-1) ?? '')];
  const parts = [
    data && plural(data.agencies.nodes.length, 'agency', 'agencies'),
    data && plural(data.engagements.totalCount, 'engagement', 'engagements'),
    data && plural(data.areas.nodes.length, 'ward', 'wards'),
  ].filter(Boolean);
  return (
    <p className="lede">
      {first && last && `${month(first)} to ${month(last)}. `}
      {parts.length ? `${parts.join(', ')}; one version of the facts.` : 'One version of the facts.'}
    </p>
  );
}

import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useView } from '../../app/view';
import { unmarked } from '../../figures/format';
import type { DecisionFilter } from '../../gql/graphql';
import { PeopleSaid } from '../decisions/PeopleSaid';
import { DECISIONS } from '../decisions/queries';
import { StateTag } from '../decisions/StateTag';

const DONE: DecisionFilter = { state: ['DONE'], tied: true };

/**
 * What speaking led to: the latest that is done and in people’s own words, with how many said it, one who agrees and one who does not; and where everybody finds what
 * became of their own answer. As on the page that the server makes, which a browser shows first.
 */
export function LeadStory() {
  const { edition } = useView();
  const { data } = useAnswer({ query: DECISIONS, variables: { filter: DONE, edition, after: null } });
  const quoted = (data?.decisions.nodes ?? []).filter(({ quotes: all }) => all.length > 0);
  // One that somebody asked for comes before one of which only a dissenting voice may be shown.
  const lead = quoted.find((one) => one.quotes.some(({ stance }) => stance === 'with')) ?? quoted[0];
  const quotes = ['with', 'against'].flatMap(
    (stance) => lead?.quotes.find((one) => one.stance === stance) ?? [],
  );
  return (
    <>
      {lead && (
        <section className="lead-story" aria-labelledby="lead-story">
          <h2 id="lead-story">
            <StateTag state={lead.state} /> <Go to={`/what-happened/${lead.id}`}>{lead.title}</Go>
          </h2>
          <PeopleSaid decision={{ ...lead, evidence: lead.evidence.slice(0, 1), quotes }} />
          <p>
            <strong>{lead.decided}</strong> <span className="quiet">{unmarked(lead.agency.name)}</span>
          </p>
        </section>
      )}
      <p>
        <a className="link same" href="/answer">
          What became of my answer?
        </a>
      </p>
    </>
  );
}

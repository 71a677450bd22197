import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useView } from '../../app/view';
import { day, plural, unmarked } from '../../figures/format';
import type { EngagementNameFragment } from '../../gql/graphql';
import { Section } from '../../layout/Section';
import { Shown } from '../../states/Shown';
import { ENGAGEMENTS_HERE } from './queries';

const SHOWN = 5;

interface Props {
  /** "of “Carers”", "in Plymouth". */
  where: string;
  /** Aimed at this community; everything that is held in the city where absent. */
  community?: string;
  /** False where the page tells by itself what was held. */
  held?: boolean;
}

/** What people of a ward or community can answer now, and what was held of late. */
export function EngagementsHere({ where, community, held: tellsHeld = true }: Props) {
  const { edition } = useView();
  const today = new Date().toISOString().slice(0, 10);
  const aimed = community === undefined ? {} : { community: [community] };
  const answer = useAnswer({
    query: ENGAGEMENTS_HERE,
    variables: { edition, open: { ...aimed, openOn: today }, held: { ...aimed, answered: true } },
  });
  return (
    <Shown answer={answer} rows={6} title="Engagements">
      {({ open, held }) => {
        // What has no day on which it closes is a standing feed, which nobody is asked to answer by then.
        const now = open.nodes.filter(({ closes }) => closes !== null);
        const past = held.nodes.filter(({ closes }) => closes !== null && closes < today).slice(0, SHOWN);
        return (
          <Section
            title={
              now.length === 0
                ? `Nothing is open to people ${where} today`
                : `${plural(now.length, 'engagement is', 'engagements are')} open to people ${where}`
            }
            measure={`What can be answered now with what it can still change${tellsHeld ? ', and what was held of late' : ''}.`}
            tools={
              <Go
                to="/engagements"
                query={community === undefined ? {} : { community }}
                className="link same"
              >
                All of them
              </Go>
            }
          >
            <Names lines={now} />
            {tellsHeld && past.length > 0 && (
              <>
                <h3>Held of late</h3>
                <Names lines={past} />
              </>
            )}
          </Section>
        );
      }}
    </Shown>
  );
}

function Names({ lines }: { lines: readonly EngagementNameFragment[] }) {
  if (lines.length === 0) return null;
  const today = new Date().toISOString().slice(0, 10);
  return (
    <ul className="plain ward-decisions">
      {lines.map(({ id, key, title, agency, closes, canStillChange }) => {
        const isOpen = closes !== null && closes >= today;
        return (
          <li key={id}>
            <Go to={`/engagements/${agency.code}/${key}`}>{unmarked(title)}</Go>{' '}
            <span className="quiet">
              {unmarked(agency.name)}, {isOpen ? 'until' : 'closed'} {closes && day(closes)}
              {isOpen && canStillChange && `. Can change: ${canStillChange}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { useView } from '../../app/view';
import { plural } from '../../figures/format';
import type { EngagementFilter, ParticipationLevel } from '../../gql/graphql';
import { Pages } from '../../layout/Pages';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import { EngagementFilters } from './EngagementFilters';
import { EngagementTable } from './EngagementTable';
import { ENGAGEMENTS } from './queries';
import { Unanswered } from './Unanswered';
import { LEVELS } from './words';

const PAGE = 20;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const YEAR = /^\d{4}$/;
const PARAMS = ['about', 'agency', 'community', 'participation', 'open', 'year', 'from', 'until'];

/** The filter that an address describes; anything malformed is left out. */
function filterIn(search: URLSearchParams, today: string): EngagementFilter {
  const levels = search.getAll('participation').filter((code) => LEVELS.some((level) => level.code === code));
  const filter: EngagementFilter = {};
  if (search.has('agency')) filter.agency = search.getAll('agency');
  if (search.has('community')) filter.community = search.getAll('community');
  if (levels.length) filter.participation = levels as ParticipationLevel[];
  for (const name of ['from', 'until'] as const) {
    const date = search.get(name);
    if (date && DATE.test(date)) filter[name] = date;
  }
  const [about, year] = [search.get('about'), search.get('year')];
  if (about) filter.about = about;
  if (search.get('open') === 'now') filter.openOn = today;
  if (year && YEAR.test(year)) {
    filter.from = later(filter.from, `${year}-01-01`);
    filter.until = earlier(filter.until, `${year}-12-31`);
  }
  return filter;
}

type Day = string | null | undefined;
const later = (a: Day, b: string): string => (a && a > b ? a : b);
const earlier = (a: Day, b: string): string => (a && a < b ? a : b);

export function EngagementsPage() {
  useTitle('Engagements');
  const [search, setSearch] = useSearchParams();
  const filter = filterIn(search, new Date().toISOString().slice(0, 10));
  const change = (edit: (next: URLSearchParams) => void) => {
    const next = new URLSearchParams(search);
    edit(next);
    setSearch(next, { preventScrollReset: true });
  };
  return (
    <>
      <div className="head">
        <div>
          <h1>Engagements</h1>
          <p className="lede">
            Every occasion on which an agency asked people something, and how far they can shape what comes of
            it. <Go to="/reach">How many were reached at each level</Go>.
          </p>
        </div>
      </div>
      <EngagementFilters search={search} change={change} />
      <List filter={filter} onClear={() => change((next) => PARAMS.forEach((name) => next.delete(name)))} />
      <Unanswered filter={filter} />
    </>
  );
}

/** Pages gone through, kept only as long as the filter stays. */
function useTrail(key: string): [string[], (trail: string[]) => void] {
  const [kept, setKept] = useState<{ key: string; trail: string[] }>({ key, trail: [] });
  return [kept.key === key ? kept.trail : [], (trail) => setKept({ key, trail })];
}

function List({ filter, onClear }: { filter: EngagementFilter; onClear: () => void }) {
  const { edition } = useView();
  const [trail, setTrail] = useTrail(JSON.stringify(filter));
  const variables = {
    edition,
    filter: { ...filter, answered: true },
    first: PAGE,
    after: trail.at(-1) ?? null,
  };
  const answer = useAnswer({ query: ENGAGEMENTS, variables });
  const total = answer.data?.engagements.totalCount;
  return (
    <>
      <p className="govuk-visually-hidden" role="status">
        {total === undefined || answer.waiting ? '' : plural(total, 'engagement', 'engagements')}
      </p>
      <Shown answer={answer} rows={12}>
        {({ engagements: { nodes, totalCount, pageInfo } }) =>
          nodes.length ? (
            <Section
              title={plural(totalCount, 'engagement', 'engagements')}
              measure="Newest first. People are counted once in each."
            >
              <EngagementTable lines={nodes} />
              <Pages
                trail={trail}
                next={pageInfo.hasNextPage ? pageInfo.endCursor : null}
                onTrail={setTrail}
                pages={Math.ceil(totalCount / PAGE)}
              />
            </Section>
          ) : (
            <Empty title="No engagement fits these filters">
              <p>
                That does not mean that nobody was asked: an engagement stands here once somebody who took
                part in it is counted.
              </p>
              <button className="button second" onClick={onClear}>
                Show all engagements
              </button>
            </Empty>
          )
        }
      </Shown>
    </>
  );
}

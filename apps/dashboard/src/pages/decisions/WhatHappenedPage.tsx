import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../app/answer';
import { useTitle } from '../../app/title';
import { useView } from '../../app/view';
import { plural } from '../../figures/format';
import type { DecisionsQuery } from '../../gql/graphql';
import { Pages } from '../../layout/Pages';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import { CountTable } from './CountTable';
import { DecisionCard } from './DecisionCard';
import { filterIn, PARAMS } from './filter-in';
import { Filters } from './Filters';
import { DECISIONS } from './queries';
import { PlanPriorities } from './PlanPriorities';
import { StateBar } from './StateBar';
import { Waiting } from './Waiting';

/** As many as `DECISIONS` asks for. */
const PAGE = 10;

/** Did speaking help, what was refused and why? */
export function WhatHappenedPage() {
  useTitle('What happened because people spoke');
  const [search, setSearch] = useSearchParams();
  const { edition } = useView();
  const filter = filterIn(search);
  const key = JSON.stringify(filter);
  const [kept, setKept] = useState<{ key: string; trail: string[] }>({ key, trail: [] });
  const trail = kept.key === key ? kept.trail : [];
  const answer = useAnswer({
    query: DECISIONS,
    variables: { filter, edition, after: trail.at(-1) ?? null },
  });
  const change = (edit: (next: URLSearchParams) => void) => {
    const next = new URLSearchParams(search);
    edit(next);
    setSearch(next, { preventScrollReset: true });
  };
  return (
    <>
      <div className="head">
        <div>
          <h1>What happened because people spoke</h1>
          <p className="lede">
            Decisions with what was asked, what people said, and what came of it; also what will not be done,
            and why.
          </p>
        </div>
        <div className="find-answer">
          <h2>Find what became of your answer</h2>
          <p>
            <a className="button" href="/answer">
              I have a code
            </a>
          </p>
          <p className="note">The code on your receipt or slip. No account, no name.</p>
        </div>
      </div>
      <Shown answer={answer} rows={12}>
        {({ decisions }) => (
          <Found
            decisions={decisions}
            search={search}
            change={change}
            trail={trail}
            onTrail={(next) => setKept({ key, trail: next })}
            waiting={answer.waiting}
          />
        )}
      </Shown>
      <Waiting />
      <PlanPriorities />
    </>
  );
}

interface Props {
  decisions: DecisionsQuery['decisions'];
  search: URLSearchParams;
  change: (edit: (next: URLSearchParams) => void) => void;
  trail: string[];
  onTrail: (trail: string[]) => void;
  waiting: boolean;
}

function Found({ decisions, search, change, trail, onTrail, waiting }: Props) {
  const { nodes, totalCount, counts, records, pageInfo, decidedYears, doneYears } = decisions;
  return (
    <>
      <StateBar counts={counts} />
      <Filters search={search} change={change} years={decidedYears} doneYears={doneYears} />
      <WithRecords search={search} change={change} records={records} />
      <p className="govuk-visually-hidden" role="status">
        {waiting ? '' : plural(totalCount, 'decision', 'decisions')}
      </p>
      {nodes.length === 0 ? (
        <Empty title="No decision fits">
          <p>
            Nobody has told this hub yet what came of it. What waits for an answer is listed below, against
            what each agency promised.
          </p>
          <button
            className="button second"
            onClick={() => change((next) => PARAMS.forEach((one) => next.delete(one)))}
          >
            Show all decisions
          </button>
        </Empty>
      ) : (
        <Section
          title={`${plural(totalCount, 'decision', 'decisions')}, latest first`}
          tools={
            <>
              <a className="link" href={`/what-happened/feed.atom?${search.toString()}`}>
                Follow as a feed
              </a>
              <a className="link" href={`/what-happened/calendar.ics?${search.toString()}`}>
                Due days as a calendar
              </a>
              <a className="link" href={`/what-happened/decisions.csv?${search.toString()}`}>
                CSV
                <span className="govuk-visually-hidden">: decisions and actions</span>
              </a>
            </>
          }
        >
          {nodes.map((decision) => (
            <DecisionCard key={decision.id} decision={decision} />
          ))}
          <Pages
            trail={trail}
            next={pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null}
            onTrail={onTrail}
            pages={Math.ceil(totalCount / PAGE)}
          />
        </Section>
      )}
      {nodes.length > 0 && <ByWhat decisions={decisions} />}
    </>
  );
}

function ByWhat({ decisions: { byTheme, byWard, byAgency, byPriority } }: Pick<Props, 'decisions'>) {
  return (
    <div className="columns">
      <div className="span-6">
        <Section title="By theme" measure="A decision may name several themes.">
          <CountTable head="Theme" param="theme" rows={byTheme.slice(0, 12)} />
        </Section>
        <Section title="By agency">
          <CountTable head="Agency" param="agency" rows={byAgency} />
        </Section>
      </div>
      <div className="span-6">
        <Section
          title="By ward"
          measure="Decisions of a ward’s own; those about all of the city are in none of these."
        >
          <CountTable head="Ward" param="ward" rows={byWard} />
        </Section>
        {byPriority.length > 0 && (
          <Section title="By priority of a plan" measure="A decision may belong to several.">
            <CountTable head="Priority" param="priority" rows={byPriority} />
          </Section>
        )}
      </div>
    </div>
  );
}

/** Whether agencies' own records stand among the decisions, which rest on no figure yet. */
function WithRecords({ search, change, records }: Pick<Props, 'search' | 'change'> & { records: number }) {
  if (records === 0) return null;
  const words = plural(records, 'agencies’ own record', 'agencies’ own records');
  return (
    <p className="no-print">
      <button
        type="button"
        className="link-button"
        aria-pressed={search.has('records')}
        onClick={() =>
          change((next) => (next.has('records') ? next.delete('records') : next.set('records', 'all')))
        }
      >
        {search.has('records') ? `Leave out ${words} without a figure` : `Show ${words} without a figure too`}
      </button>
    </p>
  );
}

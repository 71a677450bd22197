import { useAnswer } from '../../app/answer';
import { useTitle } from '../../app/title';
import { hasRole, useFrame } from '../../app/view';
import { count, moment, range, rangeDecimal, decimal } from '../../figures/format';
import type { LinkageRunsQuery, RunFragment } from '../../gql/graphql';
import { Crumbs } from '../../layout/Crumbs';
import { Facts } from '../../layout/Facts';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import { ForReviewers } from './ForReviewers';
import { LINKAGE_RUNS } from './queries';
import { RateTable } from './RateTable';

/** How sure is the matching, and whom does it serve worse? */
export function RunsPage() {
  return hasRole(useFrame(), 'REVIEWER') ? <Runs /> : <ForReviewers />;
}

function Runs() {
  useTitle('How sure the matching is');
  const answer = useAnswer({ query: LINKAGE_RUNS, variables: {} });
  return (
    <>
      <Crumbs trail={[['/matches', 'Possible matches']]} here="How sure the matching is" />
      <h1>How sure the matching is</h1>
      <Shown answer={answer} rows={12}>
        {({ latest, linkageRuns }) =>
          latest[0] ? (
            <>
              <Quality run={latest[0]} />
              <RateTable rates={latest[0].rates} />
              <RunTable runs={linkageRuns} />
            </>
          ) : (
            <Empty title="Nobody has been matched yet">
              <p>Matching begins with the first delivery whose agreement allows it.</p>
            </Empty>
          )
        }
      </Shown>
    </>
  );
}

interface Share {
  value: number;
  low: number;
  high: number;
}
const percents = ({ value, low, high }: Share): string =>
  `${decimal(value * 100)}% (${rangeDecimal(low * 100, high * 100)})`;

function Quality({ run }: { run: LinkageRunsQuery['latest'][number] }) {
  const facts: [string, string][] = [
    ['Records', count(run.records)],
    ['People', `${count(run.people.value)} (${range(run.people.low, run.people.high)})`],
    ['Joined pairs that are right', run.precision ? percents(run.precision) : 'not estimated'],
    ['Right pairs that were joined', run.recall ? percents(run.recall) : 'not estimated'],
    ['Records with too little to be matched', run.thin === null ? 'not counted' : count(run.thin)],
  ];
  return (
    <Section
      title="What the latest matching of everybody says of itself"
      measure={`${moment(run.finishedAt)}, model ${run.model}. Estimated from the weights, without knowing the truth; 95% intervals.`}
    >
      <Facts className="match-facts" facts={facts} />
    </Section>
  );
}

function RunTable({ runs }: { runs: readonly RunFragment[] }) {
  return (
    <Section
      title="Latest runs"
      measure="Newcomers and answers are placed among what is known; an edition is made from a matching of everybody."
    >
      <table className="table stack-narrow">
        <caption className="govuk-visually-hidden">Latest runs of matching, newest first</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">What</th>
            <th scope="col" className="number">
              Records
            </th>
            <th scope="col" className="number">
              People
            </th>
            <th scope="col">Between</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              <th scope="row">{moment(run.finishedAt)}</th>
              <td>{run.kind === 'BULK' ? 'everybody' : 'newcomers and answers'}</td>
              <td className="number" data-label="Records">
                {count(run.records)}
              </td>
              <td className="number" data-label="People">
                {count(run.people.value)}
              </td>
              <td data-label="Between">{range(run.people.low, run.people.high)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

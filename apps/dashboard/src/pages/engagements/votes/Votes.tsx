import { ROUGH_UNDER, votesHeading } from '#statements';
import { useAnswer } from '../../../app/answer';
import { useView } from '../../../app/view';
import { CsvButton } from '../../../downloads/CsvButton';
import { count, plural } from '../../../figures/format';
import { HIDDEN } from '../../../figures/hidden';
import { HiddenTag } from '../../../figures/HiddenTag';
import type { VotesQuery } from '../../../gql/graphql';
import { Section } from '../../../layout/Section';
import { Shown } from '../../../states/Shown';
import { DataTable } from '../../../tables/DataTable';
import { clearOf } from './clear';
import { groupsIn } from './groups-in';
import { VOTES } from './queries';
import { Support } from './Support';
import { voteColumns } from './vote-columns';

type Of = VotesQuery['votes'];
type Statement = Of['statements'][number];

/** How people voted on the statements of an engagement, and what others supported on its platform; nothing where neither could be done. */
export function Votes({ engagement }: { engagement: string }) {
  const { edition, working } = useView();
  const answer = useAnswer({ query: VOTES, variables: { engagement, edition, working } });
  return (
    <Shown answer={answer} rows={6} title="What people voted on">
      {({ votes }) => (
        <>
          {votes.statements.length > 0 && <Told votes={votes} />}
          {votes.supported.length > 0 && <Support votes={votes} />}
        </>
      )}
    </Shown>
  );
}

/** Beside those who wrote, those who voted: they are other people, counted apart. */
export function Voters({ engagement }: { engagement: string }) {
  const { edition, working } = useView();
  const answer = useAnswer({ query: VOTES, variables: { engagement, edition, working } });
  const votes = answer.data?.votes;
  if (!votes || votes.statements.length === 0) return null;
  return (
    <p>
      {votes.voters === null ? <HiddenTag /> : <strong>{count(votes.voters)}</strong>} people voted on what
      was said. A vote is no submission: votes are told below.
    </p>
  );
}

function Told({ votes }: { votes: Of }) {
  const told = votes.statements.filter(({ voted }) => voted !== null);
  const clear = told.filter((statement) => clearOf(statement) !== null);
  const others = told.filter((statement) => !clear.includes(statement));
  const columns = voteColumns(votes.working);
  const hidden = votes.statements.length - told.length;
  return (
    <Section
      title={headingOf(told)}
      measure="Share of the people who voted on each statement, passes included. The latest vote of each counts. A statement stands alone: votes on two are never told together."
      tools={<CsvButton title="Votes" columns={columns} rows={told} />}
    >
      <p>
        {votes.voters === null ? <HiddenTag /> : <strong>{count(votes.voters)}</strong>} people voted on{' '}
        {plural(votes.statements.length, 'statement', 'statements')}. {groupsIn(votes.groups)}
      </p>
      <Table caption="Statements on which the votes are clear" rows={clear} columns={columns} />
      {others.length > 0 && (
        <details>
          <summary>
            {plural(others.length, 'other statement', 'other statements')}: nothing stands out by more than
            chance
          </summary>
          <Table caption="Other statements" rows={others} columns={columns} />
        </details>
      )}
      {told.some(({ voted }) => voted !== null && voted < ROUGH_UNDER) && (
        <p className="note">
          Where fewer than {ROUGH_UNDER} voted, a percentage may be 3 points out. Votes are not weighted to
          residents: who voted is known to the platform alone.
        </p>
      )}
      {hidden > 0 && (
        <p className="note">
          {plural(hidden, 'more statement has', 'more statements have')} too few votes to be told.{' '}
          <HiddenTag /> {HIDDEN}
        </p>
      )}
    </Section>
  );
}

interface TableProps {
  caption: string;
  rows: Statement[];
  columns: ReturnType<typeof voteColumns>;
}

function Table({ caption, rows, columns }: TableProps) {
  if (rows.length === 0) return null;
  return (
    <DataTable
      className="stack-narrow vote-table"
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      sort={{ key: '', down: false }}
    />
  );
}

const headingOf = (told: readonly Statement[]): string => {
  const many = (standing: Statement['standing']): number =>
    told.filter((each) => clearOf(each) === standing).length;
  return votesHeading({
    mostAgree: many('MAJORITY_AGREE'),
    mostDisagree: many('MAJORITY_DISAGREE'),
    divide: many('DIVISIVE'),
  });
};

import { count, decimal } from '../../../figures/format';
import { HiddenTag } from '../../../figures/HiddenTag';
import type { VotesQuery } from '../../../gql/graphql';
import type { Column } from '../../../tables/columns';
import { clearOf } from './clear';

type Statement = VotesQuery['votes']['statements'][number];

const STANDINGS: Readonly<Record<NonNullable<Statement['standing']>, string>> = {
  MAJORITY_AGREE: 'Most agree',
  MAJORITY_DISAGREE: 'Most disagree',
  DIVISIVE: 'Divides',
};

const share = (key: 'agree' | 'disagree' | 'pass', head: string): Column<Statement> => ({
  key,
  head,
  numeric: true,
  order: (row) => row[`${key}Percent`] ?? row[key],
  cell: (row) => {
    const [people, percent] = [row[key], row[`${key}Percent`]];
    if (people === null) return <HiddenTag />;
    return (
      <>
        <strong>{percent === null ? '' : `${percent}%`}</strong>
        <span className="sub">
          {count(people)}
          <span className="only-narrow"> people</span>
        </span>
      </>
    );
  },
  csv: {
    heads: [head, `${head}, percent`],
    values: (row) => [row[key] ?? '[c]', row[`${key}Percent`] ?? (row[key] === null ? '[c]' : null)],
  },
});

function standingOf(statement: Statement): string {
  const clear = clearOf(statement);
  return [clear && STANDINGS[clear], statement.agreedInAll && 'in every group'].filter(Boolean).join(', ');
}

const COLUMNS: Column<Statement>[] = [
  {
    key: 'statement',
    head: 'Statement',
    rowHead: true,
    order: ({ key }) => key,
    cell: ({ key, text, host }) => (
      <>
        {text ?? <span className="quiet">Statement {key}: a participant’s words, not released</span>}
        {host && <span className="sub">By the host</span>}
      </>
    ),
    csv: { heads: ['Number', 'Statement'], values: ({ key, text }) => [key, text ?? ''] },
  },
  share('agree', 'Agree'),
  share('disagree', 'Disagree'),
  share('pass', 'Pass'),
  {
    key: 'voted',
    head: 'Voted',
    numeric: true,
    order: ({ voted }) => voted,
    cell: ({ voted }) => (voted === null ? <HiddenTag /> : count(voted)),
    csv: { values: ({ voted }) => [voted ?? '[c]'] },
  },
  { key: 'standing', head: 'Which says', cell: standingOf, csv: { values: (row) => [standingOf(row)] } },
];

const WORKING: Column<Statement>[] = [
  {
    key: 'groups',
    head: 'Agree by group',
    cell: ({ byGroup }) =>
      byGroup.map(({ agree, disagree, pass }) => `${agree} of ${agree + disagree + pass}`).join('; '),
    csv: {
      values: ({ byGroup }) => [
        byGroup.map(({ agree, disagree, pass }) => `${agree} of ${agree + disagree + pass}`).join('; '),
      ],
    },
  },
  {
    key: 'consensus',
    head: 'Consensus of groups',
    numeric: true,
    order: ({ consensus }) => consensus,
    cell: ({ consensus }) => (consensus === null ? '' : decimal(100 * consensus)),
    csv: { values: ({ consensus }) => [consensus] },
  },
];

/** What is told of a statement; an analyst's working figures tell its groups too. */
export const voteColumns = (working: boolean): Column<Statement>[] =>
  working ? [...COLUMNS, ...WORKING] : COLUMNS;

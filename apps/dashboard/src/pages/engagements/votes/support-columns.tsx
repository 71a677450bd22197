import { count } from '../../../figures/format';
import type { SupportAct } from '../../../gql/graphql';
import type { Column } from '../../../tables/columns';
import { ACT_WORDS, actsOf, type Numbered, timesOf } from './supported';

const PROPOSAL: Column<Numbered> = {
  key: 'proposal',
  head: 'Proposal',
  rowHead: true,
  order: ({ place }) => place,
  cell: ({ text, place }) =>
    text ?? <span className="quiet">Proposal {place}: a participant’s words, not released</span>,
  csv: { heads: ['Place', 'Proposal'], values: ({ place, text }) => [place, text ?? ''] },
};

const counted = (act: SupportAct): Column<Numbered> => ({
  key: act,
  head: ACT_WORDS[act],
  numeric: true,
  order: (row) => timesOf(row, act),
  cell: (row) => {
    const times = timesOf(row, act);
    if (times === null) return <span className="quiet">not told</span>;
    return (
      <>
        <strong>{count(times)}</strong>
        <span className="only-narrow"> {ACT_WORDS[act].toLowerCase()}</span>
      </>
    );
  },
  csv: { values: (row) => [timesOf(row, act) ?? '[c]'] },
});

/** The proposal, and a column for each act that any of them has. */
export const supportColumns = (rows: readonly Numbered[]): Column<Numbered>[] => [
  PROPOSAL,
  ...actsOf(rows).map(counted),
];

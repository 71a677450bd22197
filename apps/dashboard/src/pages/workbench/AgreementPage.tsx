import { useAnswer } from '../../app/answer';
import { plural } from '../../figures/format';
import { Section } from '../../layout/Section';
import { Shown } from '../../states/Shown';
import { DataTable } from '../../tables/DataTable';
import type { Column } from '../../tables/columns';
import { ForAnalysts } from './ForAnalysts';
import { GradesToLift } from './GradesToLift';
import { AGREEMENT } from './review-queries';
import { useNames, type Bench } from './useWorkbench';
import type { CodingAgreementQuery } from '../../gql/graphql';

type Row = CodingAgreementQuery['codingAgreement']['themes'][number];

/** Theme by theme: two people with each other, beside the coder with people. */
export function AgreementPage() {
  return (
    <ForAnalysts title="Agreement" lede="The coder can’t be better than people agree among themselves.">
      {(bench) => (
        <>
          <Table bench={bench} />
          <Lift bench={bench} />
        </>
      )}
    </ForAnalysts>
  );
}

/** Under the agreement, what would lift each theme. */
function Lift({ bench }: { bench: Bench }) {
  return <GradesToLift names={useNames(bench.themes)} />;
}

const two = (value: number | null): string => (value === null ? '' : value.toFixed(2));

function columnsOf(names: (code: string) => string): Column<Row>[] {
  const number = (key: 'kappa' | 'alpha' | 'humanF1', head: string): Column<Row> => ({
    key,
    head,
    numeric: true,
    className: 'only-wide',
    order: (row) => row[key],
    cell: (row) => two(row[key]),
  });
  return [
    {
      key: 'theme',
      head: 'Theme',
      rowHead: true,
      order: (row) => names(row.theme),
      cell: (row) => names(row.theme),
    },
    number('kappa', 'Cohen’s kappa'),
    number('alpha', 'Krippendorff’s alpha'),
    number('humanF1', 'Two people, F1'),
    {
      key: 'modelF1',
      head: 'Coder with people, F1',
      numeric: true,
      order: (row) => row.modelF1,
      cell: (row) => two(row.modelF1),
    },
  ];
}

function Table({ bench }: { bench: Bench }) {
  const answer = useAnswer({ query: AGREEMENT, variables: {}, fresh: true });
  const columns = columnsOf(useNames(bench.themes));
  return (
    <Shown answer={answer} rows={14}>
      {({ codingAgreement: { audited, codedTwice, themes } }) => (
        <Section
          title={
            audited > 0
              ? `The coder was compared with people on ${plural(audited, 'comment', 'comments')} coded blind`
              : 'The coder has not been compared with people yet'
          }
          measure={`People: ${plural(codedTwice, 'comment', 'comments')} coded twice. Coder: comments of the blind audit sample. Empty: too few to judge by. Which themes are ready to be told is said by their grade, below.`}
        >
          <DataTable
            caption="Agreement by theme"
            columns={columns}
            rows={[...themes]}
            rowKey={(row) => row.theme}
            sort={{ key: 'modelF1', down: false }}
          />
        </Section>
      )}
    </Shown>
  );
}

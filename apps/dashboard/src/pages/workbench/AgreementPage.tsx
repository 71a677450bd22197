import { useAnswer } from '../../app/answer';
import { count } from '../../figures/format';
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

/** Below this the coder should not be trusted with a theme by itself. */
const READY = 0.7;

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
      cell: (row) => (
        <>
          {two(row.modelF1)}{' '}
          {row.modelF1 !== null && row.modelF1 < READY && <span className="word late">Not ready</span>}
        </>
      ),
    },
  ];
}

function Table({ bench }: { bench: Bench }) {
  const answer = useAnswer({ query: AGREEMENT, variables: {}, fresh: true });
  const columns = columnsOf(useNames(bench.themes));
  return (
    <Shown answer={answer} rows={14}>
      {({ codingAgreement }) => {
        const weak = codingAgreement.themes.filter(
          ({ modelF1 }) => modelF1 !== null && modelF1 < READY,
        ).length;
        return (
          <Section
            title={
              weak > 0
                ? `${count(weak)} themes are not ready for the coder alone`
                : 'The coder is ready for every theme'
            }
            measure={`People: ${count(codingAgreement.codedTwice)} comments coded twice. Coder: ${count(codingAgreement.audited)} comments of the blind audit sample. Below ${READY} a theme needs people. Empty: too few to judge by.`}
          >
            <DataTable
              caption="Agreement by theme"
              columns={columns}
              rows={[...codingAgreement.themes]}
              rowKey={(row) => row.theme}
              sort={{ key: 'modelF1', down: false }}
            />
          </Section>
        );
      }}
    </Shown>
  );
}

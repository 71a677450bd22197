import { weightedHeading } from '#statements';
import { useAnswer } from '../../app/answer';
import { useView } from '../../app/view';
import { CsvButton } from '../../downloads/CsvButton';
import { count, decimal, rangeDecimal } from '../../figures/format';
import { HiddenTag } from '../../figures/HiddenTag';
import { graphql } from '../../gql';
import type { WeightedQuery } from '../../gql/graphql';
import { Section } from '../../layout/Section';
import { Shown } from '../../states/Shown';
import type { Column } from '../../tables/columns';
import { DataTable } from '../../tables/DataTable';

const WEIGHTED = graphql(`
  query Weighted($edition: Int) {
    weightedThemes(edition: $edition) {
      refusal
      base
      missing
      effective
      method
      themes {
        theme
        name
        asHeard
        weighted {
          value
          low
          high
        }
      }
    }
  }
`);

type Weighted = WeightedQuery['weightedThemes'];
type Row = Weighted['themes'][number];

/** Would the themes read otherwise if every age and sex were heard as it lives here? Or why that can't be told. */
export function WeightedThemes() {
  const { edition, working } = useView();
  const answer = useAnswer({ query: WEIGHTED, variables: { edition }, pause: working });
  // Weights are made from published figures only.
  if (working) return null;
  return (
    <Shown answer={answer} rows={8} title="If everybody were heard alike">
      {({ weightedThemes }) =>
        weightedThemes.refusal === null || weightedThemes.refusal === undefined ? (
          <Table weighted={weightedThemes} />
        ) : (
          <Section title="These figures can’t be weighted">
            <p>{weightedThemes.refusal}</p>
          </Section>
        )
      }
    </Shown>
  );
}

function Table({ weighted }: { weighted: Weighted }) {
  const rows = weighted.themes.slice(0, 12);
  const name = 'Themes if every age and sex were heard alike';
  const some = weighted.themes.some((theme) => theme.weighted === null);
  return (
    <Section
      title={weightedHeading(weighted.themes)}
      measure={`Share of ${count(weighted.base)} people whose age and sex are known (${decimal(weighted.missing)}% are not), and the same weighted to residents. As sure as a simple sample of ${count(weighted.effective ?? 0)} people.${some ? ' A theme of which one of these counts is hidden is not weighted; its share is of all people heard.' : ''}`}
      tools={<CsvButton title={name} columns={COLUMNS} rows={weighted.themes} />}
    >
      <div className="scroll-x" tabIndex={0} role="region" aria-label={name}>
        <DataTable
          caption={name}
          columns={COLUMNS}
          rows={rows}
          rowKey={(row) => row.theme}
          sort={{ key: 'asHeard', down: true }}
        />
      </div>
      <p className="note">{weighted.method}</p>
    </Section>
  );
}

const COLUMNS: Column<Row>[] = [
  {
    key: 'name',
    head: 'Theme',
    rowHead: true,
    order: (row) => row.name,
    cell: (row) => row.name,
    csv: { heads: ['Theme', 'Code'], values: (row) => [row.name, row.theme] },
  },
  {
    key: 'asHeard',
    head: 'As heard',
    numeric: true,
    order: (row) => row.asHeard,
    cell: (row) => `${decimal(row.asHeard)}%`,
    csv: { values: (row) => [row.asHeard] },
  },
  {
    key: 'weighted',
    head: 'Weighted',
    numeric: true,
    order: (row) => row.weighted?.value ?? null,
    cell: (row) => (row.weighted ? `${decimal(row.weighted.value)}%` : <HiddenTag />),
    csv: { values: (row) => [row.weighted?.value ?? '[c]'] },
  },
  {
    key: 'interval',
    head: '95% interval',
    numeric: true,
    cell: (row) => (row.weighted ? rangeDecimal(row.weighted.low, row.weighted.high) : ''),
    csv: {
      heads: ['Interval from', 'Interval to'],
      values: (row) => [row.weighted?.low ?? null, row.weighted?.high ?? null],
    },
  },
];

import { useState } from 'react';
import { useParams } from 'react-router';
import { useAnswer } from '../../app/answer';
import { useTitle } from '../../app/title';
import { CsvButton } from '../../downloads/CsvButton';
import { REPORTS, type Dimension } from '../../figures/figure';
import { plural } from '../../figures/format';
import { HIDDEN } from '../../figures/hidden';
import { HiddenTag } from '../../figures/HiddenTag';
import { SelectField } from '../../forms/SelectField';
import { graphql } from '../../gql';
import { Crumbs } from '../../layout/Crumbs';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import { DataTable } from '../../tables/DataTable';
import { NotFoundPage } from '../NotFoundPage';
import { differenceColumns, isHiddenAnywhere, withheldReasons, type MovedRow } from './difference-columns';

const DIFFERENCE = graphql(`
  query Difference($from: Int!, $to: Int!, $report: String!, $by: [Dimension!]) {
    editionDifference(from: $from, to: $to, report: $report, by: $by) {
      from {
        number
      }
      to {
        number
      }
      same
      reasons
      moved {
        id
        kind
        before
        after
        withheldBefore {
          why
          reason
        }
        withheldAfter {
          why
          reason
        }
        change
        keys {
          dimension
          code
          name
        }
      }
    }
  }
`);

const CUTS: { code: string; name: string; by: Dimension[] }[] = [
  { code: 'theme', name: 'Themes', by: ['THEME'] },
  { code: 'ward', name: 'Wards', by: ['WARD'] },
  { code: 'agency', name: 'Agencies', by: ['AGENCY'] },
  { code: 'engagement', name: 'Engagements', by: ['ENGAGEMENT'] },
  { code: 'quarter', name: 'Quarters', by: ['QUARTER'] },
];

const numberOf = (text: string | undefined): number | null =>
  text && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;

/** What reads otherwise in a later edition, figure by figure, and why it may. */
export function DifferencePage() {
  const params = useParams();
  const [from, to] = [numberOf(params.from), numberOf(params.to)];
  if (from === null || to === null) return <NotFoundPage title="There are no such editions" />;
  return <Difference key={`${from} ${to}`} from={from} to={to} />;
}

function Difference({ from, to }: { from: number; to: number }) {
  useTitle(`Editions ${from} and ${to}`);
  const [code, setCode] = useState('theme');
  const cut = CUTS.find((one) => one.code === code) ?? CUTS[0]!;
  const answer = useAnswer({
    query: DIFFERENCE,
    variables: { from, to, report: REPORTS.themes, by: cut.by },
  });
  const moved = answer.data?.editionDifference.moved.length;
  return (
    <>
      <Crumbs trail={[['/editions', 'Editions']]} here={`${from} and ${to}`} />
      <div className="head">
        <div>
          <h1>
            From edition {from} to edition {to}
          </h1>
          <p className="lede">
            Published figures beside published figures. A figure stays as it was until its count has moved by
            five people, so small movements are not here.
          </p>
        </div>
      </div>
      <SelectField
        label="Compare"
        options={CUTS.map(({ code: one, name }) => ({ code: one, name }))}
        value={code}
        onChange={setCode}
      />
      <p className="govuk-visually-hidden" role="status">
        {answer.waiting || moved === undefined ? '' : plural(moved, 'figure moved', 'figures moved')}
      </p>
      <Shown answer={answer} rows={14}>
        {({ editionDifference }) => (
          <>
            <Reasons reasons={editionDifference.reasons} />
            <Moved
              rows={editionDifference.moved}
              same={editionDifference.same}
              name={cut.name}
              from={from}
              to={to}
            />
          </>
        )}
      </Shown>
    </>
  );
}

function Reasons({ reasons }: { reasons: readonly string[] }) {
  return (
    <Section title="Why figures may have moved">
      {reasons.length > 0 ? (
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      ) : (
        <p>New answers were received, or people were matched anew. The methods are the same.</p>
      )}
    </Section>
  );
}

interface MovedProps {
  rows: MovedRow[];
  same: number;
  name: string;
  from: number;
  to: number;
}

function Moved({ rows, same, name, from, to }: MovedProps) {
  const columns = differenceColumns(from, to);
  const title = `${name}, edition ${from} and edition ${to}`;
  if (rows.length === 0) {
    return (
      <Empty title="None of these figures moved">
        <p>All {same} of them read the same in both editions.</p>
      </Empty>
    );
  }
  return (
    <Section
      title={`${plural(rows.length, 'figure reads', 'figures read')} otherwise`}
      measure={`People in each edition. ${plural(same, 'figure reads', 'figures read')} the same in both.`}
      tools={<CsvButton title={title} columns={columns} rows={rows} />}
    >
      <DataTable
        caption={title}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        sort={{ key: 'change', down: true }}
      />
      <HiddenOrWithheld rows={rows} />
    </Section>
  );
}

/** What stands in the place of numbers here: of few people, and of what was not checked enough, each only where it occurs. */
function HiddenOrWithheld({ rows }: { rows: readonly MovedRow[] }) {
  return (
    <>
      {rows.some(isHiddenAnywhere) && (
        <p className="note">
          <HiddenTag /> {HIDDEN}
        </p>
      )}
      {withheldReasons(rows).map((reason) => (
        <p key={reason} className="note">
          {reason}
        </p>
      ))}
    </>
  );
}

import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { CsvButton } from '../../downloads/CsvButton';
import { byCode, REPORTS, type Dimension } from '../../figures/figure';
import { peopleWords } from '../../figures/hidden';
import { HiddenNote } from '../../figures/HiddenTag';
import { useFigures, type Figures } from '../../figures/useFigures';
import { FilterChips } from '../../filters/FilterChips';
import { useFilters } from '../../filters/useFilters';
import { Section } from '../../layout/Section';
import { Shown } from '../../states/Shown';
import { DataTable } from '../../tables/DataTable';
import { Summary } from '../themes/Summary';
import { reachColumns, reachRows } from './reach-columns';

const BY: Dimension[] = ['PARTICIPATION'];

/** How far people could shape what is decided, and how many were reached at each level. */
export function ReachPage() {
  useTitle('How people took part');
  const filters = useFilters(BY);
  const answer = useFigures({ report: REPORTS.participation, by: BY, filter: filters.filter });
  return (
    <>
      <div className="head">
        <div>
          <h1>How people took part</h1>
          <p className="lede">
            People heard at each level of participation, as the agency declared it for each{' '}
            <Go to="/engagements">engagement</Go>: from being told to deciding themselves. Whoever took part
            at several levels counts once at each.
          </p>
        </div>
      </div>
      <FilterChips filters={filters} result={answer.waiting ? '' : peopleWords(answer.data?.total)} />
      <Shown answer={answer} rows={9} onClear={filters.removeLast}>
        {(figures) => <Levels figures={figures} />}
      </Shown>
    </>
  );
}

function Levels({ figures }: { figures: Figures }) {
  const rows = reachRows(byCode(figures.nodes, 'PARTICIPATION'));
  const columns = reachColumns(figures.question, rows);
  return (
    <>
      <Summary figures={figures} name="everybody heard" />
      <Section
        title="People at each level of participation"
        measure="From the least say to the most. Levels are not to be added up: a person may be at several."
        tools={<CsvButton title="Levels of participation" columns={columns} rows={rows} />}
      >
        <DataTable
          caption="Levels of participation, from the least say to the most"
          columns={columns}
          rows={rows}
          rowKey={({ code }) => code}
          sort={{ key: '', down: false }}
        />
        {figures.note && (
          <p className="note">
            <HiddenNote note={figures.note} />
          </p>
        )}
      </Section>
    </>
  );
}

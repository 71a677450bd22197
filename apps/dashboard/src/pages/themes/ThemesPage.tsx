import { HiddenNote } from '../../figures/HiddenTag';
import { useMemo } from 'react';
import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { CsvButton } from '../../downloads/CsvButton';
import { type Dimension } from '../../figures/figure';
import { peopleWords } from '../../figures/hidden';
import { FilterChips } from '../../filters/FilterChips';
import { useFilters } from '../../filters/useFilters';
import { FrozenLink } from '../../layout/FrozenLink';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import { DataTable } from '../../tables/DataTable';
import { methodLine, orderOf } from './honest';
import { NotRanked } from './NotRanked';
import { Summary } from './Summary';
import { themeColumns } from './theme-columns';
import { isUnordered, nobodyIn, themesMessage } from './theme-rows';
import { useThemeRows, type Themes } from './useThemeRows';

const OMIT: Dimension[] = ['THEME'];

/** Every theme, ranked; cut by any filter. */
export function ThemesPage() {
  useTitle('Themes');
  const filters = useFilters(OMIT);
  const answer = useThemeRows(filters.filter);
  const said = peopleWords(answer.data?.figures.total);
  return (
    <>
      <div className="head">
        <div>
          <h1>Themes</h1>
          <p className="lede">
            What people say, coded to one codebook whichever agency they said it to.{' '}
            <Go to="/grades">How sure we are of each theme</Go>
          </p>
        </div>
      </div>
      <FilterChips filters={filters} result={answer.waiting ? '' : said} />
      <Shown answer={answer} rows={16} onClear={filters.removeLast}>
        {(themes) => <AllThemes themes={themes} onClear={filters.removeLast} />}
      </Shown>
    </>
  );
}

function AllThemes({ themes, onClear }: { themes: Themes; onClear: (() => void) | undefined }) {
  const { rows, figures } = themes;
  const columns = useMemo(() => themeColumns({ question: figures.question, rows }), [figures, rows]);
  if (nobodyIn(rows)) {
    return (
      <Empty title="Nobody has said anything here">
        <p>No comment that fits these filters has been received. That is not the same as nobody minding.</p>
        {onClear && (
          <button className="button second" onClick={onClear}>
            Take away the last filter
          </button>
        )}
      </Empty>
    );
  }
  return (
    <>
      <Summary figures={figures} name="everybody under these filters" />
      <Section
        title={themesMessage(rows)}
        measure="A person can raise several themes, so shares add to more than 100%. People by quarter: the last 8 quarters, each on its own scale; each hears other consultations."
        tools={
          <>
            <CsvButton title="Themes" columns={columns} rows={rows} />
            <FrozenLink />
          </>
        }
      >
        <DataTable
          caption={isUnordered(rows) ? 'Themes by name' : 'Themes by number of people'}
          columns={columns}
          rows={rows.filter((row) => row.ranked)}
          rest={rows.filter((row) => row.rest)}
          rowKey={(row) => row.code}
          sort={orderOf(rows)}
        />
        <NotRanked rows={rows} question={figures.question} />
        <p className="note share-note">{methodLine(rows)}</p>
        <p className="note">
          <HiddenNote note={figures.note} />
        </p>
      </Section>
    </>
  );
}

import { HiddenNote } from '../../figures/HiddenTag';
import { Go } from '../../app/Go';
import { CsvButton } from '../../downloads/CsvButton';
import { isPublished, type FigureFilter } from '../../figures/figure';
import { count, plural } from '../../figures/format';
import { Section } from '../../layout/Section';
import { Shown } from '../../states/Shown';
import { DataTable } from '../../tables/DataTable';
import { methodLine, orderOf } from '../themes/honest';
import { themeColumns } from '../themes/theme-columns';
import { isUnordered, topThemes } from '../themes/theme-rows';
import { useThemeRows, type Themes } from '../themes/useThemeRows';

const TOP = 10;

/** What people talk about most, with shares, intervals and trend. */
export function TopThemes({ filter }: { filter: FigureFilter }) {
  const answer = useThemeRows(filter);
  return (
    <Shown answer={answer} rows={12} title="What people talk about most">
      {(themes) => <Table themes={themes} />}
    </Shown>
  );
}

function Table({ themes }: { themes: Themes }) {
  const { rows, figures } = themes;
  const ranked = rows.filter((row) => row.ranked);
  // Where none stands before another there is no first ten.
  const unordered = isUnordered(rows);
  const name = unordered ? 'What people talk about, by name' : 'What people talk about most';
  const { message, top, rest, apart } = topThemes(rows, unordered ? rows.length : TOP);
  const columns = themeColumns({ question: figures.question, rows });
  const base = ranked.map((row) => (isPublished(row.figure) ? row.figure.base : null)).find((value) => value);
  return (
    <Section
      title={message}
      measure={
        <>
          {name}
          {base ? `, by the ${count(base)} people heard` : ''}. A person can raise several themes, so shares
          add to more than 100%. People by quarter: the last 8 quarters, each on its own scale; each hears
          other consultations.
        </>
      }
      tools={
        <>
          <Go to="/themes" className="link same">
            All {rows.filter((row) => !row.rest).length} themes
          </Go>
          <CsvButton title={name} columns={columns} rows={[...top, ...rest]} />
        </>
      }
    >
      <DataTable
        caption={unordered ? 'Themes by name' : 'Themes by number of people'}
        columns={columns}
        rows={top}
        rest={rest}
        rowKey={(row) => row.code}
        sort={orderOf(rows)}
      />
      {apart > 0 && (
        <p className="note">
          {plural(apart, 'more theme is', 'more themes are')} not ranked, because people have not checked
          enough of what the computer reads as {apart === 1 ? 'it' : 'them'}:{' '}
          <Go to="/grades">how sure we are of each theme</Go>.
        </p>
      )}
      <p className="note share-note">{methodLine(rows)}</p>
      {figures.note && (
        <p className="note">
          <HiddenNote note={figures.note} />
        </p>
      )}
    </Section>
  );
}

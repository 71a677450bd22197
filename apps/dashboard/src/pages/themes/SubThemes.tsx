import { CsvButton } from '../../downloads/CsvButton';
import type { FigureFilter } from '../../figures/figure';
import { Section } from '../../layout/Section';
import { Shown } from '../../states/Shown';
import { DataTable } from '../../tables/DataTable';
import { methodLine, orderOf } from './honest';
import { NotRanked } from './NotRanked';
import { themeColumns } from './theme-columns';
import { themesMessage } from './theme-rows';
import { useThemeRows } from './useThemeRows';

/** The kinds of one theme: what exactly people said. */
export function SubThemes({
  parent,
  filter,
}: {
  parent: { code: string; name: string };
  filter: FigureFilter;
}) {
  const answer = useThemeRows(filter, parent.code);
  return (
    <Shown answer={answer} rows={6} title={`Kinds of ${parent.name}`}>
      {({ rows, figures }) => {
        if (rows.length === 0) return null;
        const columns = themeColumns({ question: figures.question, rows });
        return (
          <Section
            title={themesMessage(rows)}
            measure={`Kinds of “${parent.name}”. The theme counts everybody in its kinds once; a person may be in several.`}
            tools={<CsvButton title={`Kinds of ${parent.name}`} columns={columns} rows={rows} />}
          >
            <DataTable
              caption={`Kinds of ${parent.name}`}
              columns={columns}
              rows={rows.filter((row) => row.ranked)}
              rowKey={(row) => row.code}
              sort={orderOf(rows)}
            />
            <NotRanked rows={rows} question={figures.question} />
            <p className="note share-note">{methodLine(rows)}</p>
          </Section>
        );
      }}
    </Shown>
  );
}

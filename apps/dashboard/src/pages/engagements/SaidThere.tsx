import { HiddenNote } from '../../figures/HiddenTag';
import { CsvButton } from '../../downloads/CsvButton';
import { keyOf, type Figure } from '../../figures/figure';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import { DataTable } from '../../tables/DataTable';
import { NotRanked } from '../themes/NotRanked';
import { themeColumns } from '../themes/theme-columns';
import { nobodyIn, themesMessage } from '../themes/theme-rows';
import { useThemeRows } from '../themes/useThemeRows';

/** The themes of one engagement. */
export function SaidThere({ figure }: { figure: Figure }) {
  const code = keyOf(figure, 'ENGAGEMENT')?.code ?? '';
  const answer = useThemeRows({ engagement: [code] });
  return (
    <Shown answer={answer} rows={8} title="What people said there">
      {({ rows, figures }) => {
        const columns = themeColumns({ question: figures.question, rows }).filter(
          (column) => column.key !== 'trend',
        );
        if (nobodyIn(rows)) {
          return (
            <Empty title="Nobody has said anything here">
              <p>No comment of this engagement has been received. That is not the same as nobody minding.</p>
            </Empty>
          );
        }
        return (
          <Section
            title={themesMessage(rows)}
            measure="Share of the people who took part; a person may raise several themes."
            tools={<CsvButton title="What people said there" columns={columns} rows={rows} />}
          >
            <DataTable
              caption="Themes of this engagement by number of people"
              columns={columns}
              rows={rows.filter((row) => row.ranked)}
              rest={rows.filter((row) => row.rest)}
              rowKey={(row) => row.code}
              sort={{ key: 'people', down: true }}
            />
            <NotRanked rows={rows} question={figures.question} />
            {figures.note && (
              <p className="note">
                <HiddenNote note={figures.note} />
              </p>
            )}
          </Section>
        );
      }}
    </Shown>
  );
}

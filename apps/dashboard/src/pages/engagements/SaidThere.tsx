import { CsvButton } from '../../downloads/CsvButton';
import { keyOf, type Figure } from '../../figures/figure';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import { themeColumns } from '../themes/theme-columns';
import { nobodyIn, nothingTold, themesMessage } from '../themes/theme-rows';
import { ThemesByPeople } from '../themes/ThemesByPeople';
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
        if (nothingTold(rows)) {
          return (
            <Empty title="Too few people wrote something for themes to be told">
              <p>What so few say of one theme is hidden to protect them.</p>
            </Empty>
          );
        }
        return (
          <Section
            title={themesMessage(rows)}
            measure="Share of the people who took part; a person may raise several themes."
            tools={<CsvButton title="What people said there" columns={columns} rows={rows} />}
          >
            <ThemesByPeople
              caption="Themes of this engagement by number of people"
              columns={columns}
              rows={rows}
              figures={figures}
            />
          </Section>
        );
      }}
    </Shown>
  );
}

import { CsvButton } from '../../downloads/CsvButton';
import { HiddenNote } from '../../figures/HiddenTag';
import { Section } from '../../layout/Section';
import { Shown } from '../../states/Shown';
import { gapColumns, GapTable } from '../unheard/GapTable';
import { BOLD, gapRows, parted } from '../unheard/gap-rows';
import { useGaps } from '../unheard/useGaps';

/** Who took part in one engagement beside residents; nothing where no group can be compared. */
export function TookPart({ engagement }: { engagement: string }) {
  const answer = useGaps({ engagement: [engagement] });
  return (
    <Shown answer={answer} rows={6} title="Who took part beside residents">
      {(figures) => {
        const { people } = parted(gapRows(figures));
        if (!people.some(({ gap }) => gap !== null)) return null;
        const columns = gapColumns(people, figures.question, true);
        return (
          <Section
            title={figures.underHeard?.heading ?? 'Who took part beside residents'}
            measure={`Share of those who took part and said it, less share of residents, in percentage points. Census 2021. ${BOLD}`}
            tools={<CsvButton title="Who took part beside residents" columns={columns} rows={people} />}
          >
            <GapTable rows={people} columns={columns} />
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

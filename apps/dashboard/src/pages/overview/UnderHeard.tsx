import { Go } from '../../app/Go';
import { CsvButton } from '../../downloads/CsvButton';
import { Section } from '../../layout/Section';
import { Shown } from '../../states/Shown';
import { BOLD, gapRows, parted, type GapRow } from '../unheard/gap-rows';
import { gapColumns, GapTable } from '../unheard/GapTable';
import { useGaps } from '../unheard/useGaps';

const NO_FILTER = {};

/** The most telling gaps: the seven most under-heard and the two most over-heard. */
const ends = (rows: GapRow[]): GapRow[] => {
  const known = rows.filter((row) => row.gap !== null);
  return known.length > 9 ? [...known.slice(0, 7), ...known.slice(-2)] : rows;
};

export function UnderHeard() {
  const answer = useGaps(NO_FILTER);
  return (
    <Shown answer={answer} rows={10} title="Who is under-heard">
      {(figures) => {
        const all = gapRows(figures);
        const rows = parted(all).people;
        const shown = ends(rows);
        const columns = gapColumns(rows, figures.question, false);
        const sources = [...new Set(rows.flatMap((row) => row.source ?? []))];
        return (
          <Section
            title={figures.underHeard?.heading ?? 'Who is under-heard'}
            measure={`Share of people heard less share of residents, in percentage points. ${sources.join('; ')}.`}
            tools={
              <>
                <Go to="/unheard" className="link same">
                  All {all.length} groups
                </Go>
                <CsvButton title="Who is under-heard" columns={columns} rows={shown} />
              </>
            }
          >
            <GapTable rows={shown} columns={columns} />
            <p className="note">Of the people who answered each question. Not weighted. {BOLD}</p>
          </Section>
        );
      }}
    </Shown>
  );
}

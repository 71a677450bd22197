import { REPORTS } from '../../figures/figure';
import { count, plural, signed } from '../../figures/format';
import { gradeName } from '../../figures/grade';
import { useFigures } from '../../figures/useFigures';
import { Section } from '../../layout/Section';
import { Shown } from '../../states/Shown';
import type { ThemeInfo } from '../themes/theme-rows';
import { useCodebook } from '../themes/useThemeRows';
import type { Run } from './useWorkbench';
import { headlines, wouldMove, type Moved } from './would-move';

type Compared = NonNullable<Run['comparison']>;

const gradeOf = (grade: Moved['grade']['now']): string => (grade === null ? '' : gradeName(grade));
const people = (value: number | null): string => (value === null ? 'no figure' : count(value));
const NO_FILTER = {};
const LARGEST = 12;

/** What signing would change of what the hub says: headlines, themes that go, figures of the city. */
export function WouldMove({
  themes,
  book,
  names,
}: {
  themes: Compared['themes'];
  /** Themes of the codebook that would speak. */
  book: readonly ThemeInfo[];
  names: (code: string) => string;
}) {
  const codebook = useCodebook();
  const answer = useFigures({ report: REPORTS.themes, by: ['THEME'], filter: NO_FILTER });
  return (
    <Shown
      answer={{ ...answer, data: codebook.data && answer.data }}
      rows={8}
      title="What signing would change"
    >
      {({ nodes, statements }) => {
        const moved = wouldMove(themes, nodes, names);
        const own = codebook.data?.codebook?.themes ?? [];
        const { now, then } = headlines(themes, { figures: nodes, statements, themes: own }, book);
        return (
          <Section
            title={
              moved.length === 0
                ? 'Signing would move no figure of the city'
                : `Signing would move ${plural(moved.length, 'figure', 'figures')} of the city`
            }
            measure="Compared with the latest edition on the same comments and the same blind check. Published editions never move."
          >
            <dl className="facts">
              <dt>The overview says</dt>
              <dd>{now}</dd>
              <dt>It would say</dt>
              <dd>{then === now ? 'the same' : <strong>{then}</strong>}</dd>
            </dl>
            <p className="note">
              Whether anything rose or fell is worked out anew when an edition is published.
            </p>
            {moved.length > 0 && <Figures moved={moved.slice(0, LARGEST)} more={moved.length - LARGEST} />}
          </Section>
        );
      }}
    </Shown>
  );
}

function Figures({ moved, more }: { moved: readonly Moved[]; more: number }) {
  return (
    <>
      <table className="table stack-narrow">
        <caption className="govuk-visually-hidden">Figures of the city that would move</caption>
        <thead>
          <tr>
            <th scope="col">People in the city</th>
            <th scope="col" className="number">
              Now
            </th>
            <th scope="col" className="number">
              Would be about
            </th>
            <th scope="col" className="number">
              Change
            </th>
            <th scope="col">Grade</th>
          </tr>
        </thead>
        <tbody>
          {moved.map((one) => (
            <tr key={one.code}>
              <th scope="row">{one.name}</th>
              <td className="number" data-label="Now">
                {people(one.now)}
              </td>
              <td className="number" data-label="Would be about">
                {one.goes ? 'goes' : people(one.then)}
              </td>
              <td className="number" data-label="Change">
                {one.now !== null && one.then !== null ? signed(one.then - one.now, 0) : ''}
              </td>
              <td data-label="Grade">
                {one.goes
                  ? 'Goes with this codebook'
                  : one.grade.now === one.grade.then
                    ? gradeOf(one.grade.now)
                    : `${gradeOf(one.grade.now) || 'New'} to ${gradeOf(one.grade.then) || 'none'}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="note">And {plural(more, 'smaller one', 'smaller ones')}.</p>}
    </>
  );
}

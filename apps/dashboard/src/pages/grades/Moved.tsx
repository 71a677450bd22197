import { useAnswer } from '../../app/answer';
import { useFrame } from '../../app/view';
import { plural } from '../../figures/format';
import { Section } from '../../layout/Section';
import { gradeName } from '../../figures/grade';
import { THEME_GRADES, type Line } from './queries';

/** Grades that are others than in the edition before; a grade moves only with an edition. */
export function Moved({ lines }: { lines: readonly Line[] }) {
  const { edition } = useFrame();
  const before = edition?.before ?? null;
  const answer = useAnswer({ query: THEME_GRADES, variables: { edition: before }, pause: before === null });
  const was = new Map((answer.data?.themeGrades ?? []).map((one) => [one.theme, one.grade]));
  if (before === null || was.size === 0) return null;
  const moved = lines.filter(({ theme, grade }) => was.has(theme) && was.get(theme) !== grade);
  return (
    <Section
      title={moved.length === 0 ? 'No grade has moved' : `${plural(moved.length, 'grade', 'grades')} moved`}
      measure={`Since edition ${before}. A grade moves only with an edition.`}
    >
      {moved.length > 0 && (
        <ul className="plain grades">
          {moved.map(({ theme, themeName, grade }) => (
            <li key={theme}>
              <strong>{themeName}</strong>: {gradeName(was.get(theme)!)} before, {gradeName(grade)} now
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

import { plural } from '../../figures/format';
import { useFrame } from '../../app/view';
import { gradeName } from '../../figures/grade';
import { GRADES } from './grades';
import type { Line } from './queries';

const MARKS = { READY: 'bar-now', INDICATIVE: 'bar-light', LEARNING: 'bar-neutral' } as const;

/** How many themes have each grade, side by side. */
export function GradeBar({ lines }: { lines: readonly Line[] }) {
  const { edition } = useFrame();
  const parts = GRADES.map((grade) => ({
    grade,
    name: gradeName(grade),
    many: lines.filter((one) => one.grade === grade).length,
  }));
  const left = (at: number): number => parts.slice(0, at).reduce((sum, { many }) => sum + many, 0);
  const wide = (many: number): string => `${(100 * many) / lines.length}%`;
  return (
    <div className="grade-bar">
      <p>
        <strong>
          {plural(lines.length, 'theme', 'themes')}
          {edition ? ` in edition ${edition.number}` : ''}
        </strong>
      </p>
      <svg className="chart" height="18" aria-hidden="true">
        {parts.map(({ grade, many }, at) => (
          <rect key={grade} className={MARKS[grade]} x={wide(left(at))} width={wide(many)} height="18" />
        ))}
      </svg>
      <ul className="plain">
        {parts.map(({ grade, name, many }) => (
          <li key={grade}>
            <svg className="chart" width="12" height="12" aria-hidden="true">
              <rect className={MARKS[grade]} width="12" height="12" />
            </svg>{' '}
            {many} {name.toLowerCase()}
          </li>
        ))}
      </ul>
    </div>
  );
}

import { count, month } from '../figures/format';
import { crimeParts, type CrimePoint } from './crime-parts';
import { Hatch, useHatch } from './Hatch';
import { ticks } from './scale';
import { useWidth } from './useWidth';

const HEIGHT = 200;
const TOP = 18;
const FLOOR = HEIGHT - 28;
const LEFT = 44;

/** Recorded crime in a panel of its own, never a second axis; its break is drawn and said. */
export function CrimePanel({ points, label }: { points: CrimePoint[]; label: string }) {
  const [box, width] = useWidth<HTMLDivElement>();
  const hatch = useHatch();
  const marks = ticks(Math.max(...points.map((point) => point.value), 1), 3);
  const max = marks.at(-1) ?? 1;
  const { before, inside, after } = crimeParts(points);
  const x = (index: number) => LEFT + (index * (width - LEFT - 8)) / Math.max(1, points.length - 1);
  const y = (value: number) => FLOOR - (value / max) * (FLOOR - TOP);
  const path = (part: CrimePoint[], offset: number) =>
    part
      .map(
        (point, index) => `${index ? 'L' : 'M'}${x(index + offset).toFixed(1)} ${y(point.value).toFixed(1)}`,
      )
      .join('');
  const start = x(Math.max(0, before.length - 0.5));
  const end = after.length ? x(before.length + inside.length - 0.5) : width;
  const last = points.at(-1);
  return (
    <div ref={box}>
      <svg
        className="chart"
        viewBox={`0 0 ${width} ${HEIGHT}`}
        width={width}
        height={HEIGHT}
        role="img"
        aria-label={label}
      >
        <Hatch id={hatch} ground="#fdf6e6" line="#ecd5a3" gap={9} />
        {inside.length > 0 && (
          <rect x={start} y={TOP} width={end - start} height={FLOOR - TOP} fill={`url(#${hatch})`} />
        )}
        {marks.map((mark) => (
          <g key={mark}>
            <line className={mark ? 'grid' : 'zero'} x1={LEFT} x2={width} y1={y(mark)} y2={y(mark)} />
            <text className="axis-text" x={LEFT - 8} y={y(mark) + 4} textAnchor="end">
              {count(mark)}
            </text>
          </g>
        ))}
        <path className="line" d={path(before, 0)} />
        <path className="line-broken" d={path(inside, before.length)} />
        <path className="line" d={path(after, before.length + inside.length)} />
        {inside.length > 0 && <line className="break-start" x1={start} x2={start} y1={TOP - 6} y2={FLOOR} />}
        {inside[0] && <BreakWords x={start + 8} month={inside[0].month} />}
        {last && (
          <text className="strong halo" x={width} y={Math.max(12, y(last.value) - 8)} textAnchor="end">
            {count(last.value)}
          </text>
        )}
        <text className="axis-text" x={LEFT} y={HEIGHT - 8}>
          {points[0] && month(points[0].month)}
        </text>
        <text className="axis-text" x={width} y={HEIGHT - 8} textAnchor="end">
          {last && month(last.month)}
        </text>
      </svg>
    </div>
  );
}

/** Over a ground of their own: on paper the edge of one letter would lie on the next, so words are drawn on their edges anew. */
function BreakWords({ x, month: broken }: { x: number; month: string }) {
  const words = (
    <>
      <text x={x} y={FLOOR - 24} className="strong break-words">
        Break: {month(broken)}
      </text>
      <text x={x} y={FLOOR - 8} className="break-words">
        Do not compare across it
      </text>
    </>
  );
  return (
    <>
      <g stroke="#fdf6e6" strokeWidth="5">
        {words}
      </g>
      {words}
    </>
  );
}

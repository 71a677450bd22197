import { GapBar } from '../charts/GapBar';
import { roundUp } from '../charts/scale';
import { ShareBar } from '../charts/ShareBar';
import type { StillRow } from './still-row';

const WIDTH = 600;
const LINE = 28;
/** Room for the names of the rows; longer ones are drawn closer. */
const NAMES = 210;
const LETTER = 6.2;

const Name = ({ name, y }: { name: string; y: number }) => (
  <text
    x={0}
    y={y + 18}
    {...(name.length * LETTER > NAMES - 12
      ? { textLength: NAMES - 12, lengthAdjust: 'spacingAndGlyphs' as const }
      : {})}
  >
    {name.length > 60 ? `${name.slice(0, 58)}…` : name}
  </text>
);

/** Percentage points above or below the share of residents, a bar a row. */
export function StillGaps({ rows }: { rows: readonly StillRow[] }) {
  const told = rows.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]));
  const max = roundUp(Math.max(...told.map(({ value }) => Math.abs(value)), 1));
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${WIDTH} ${told.length * LINE}`}
      width={WIDTH}
      height={told.length * LINE}
    >
      {told.map(({ name, value }, at) => (
        <g key={name}>
          <Name name={name} y={at * LINE} />
          <svg x={NAMES} y={at * LINE} width={WIDTH - NAMES} height={LINE - 2}>
            <GapBar gap={value} max={max} digits={1} />
          </svg>
        </g>
      ))}
    </svg>
  );
}

/** Percent with their ranges, a bar a row, and the number beside it. */
export function StillShares({ rows }: { rows: readonly StillRow[] }) {
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${WIDTH} ${rows.length * LINE}`}
      width={WIDTH}
      height={rows.length * LINE}
    >
      {rows.map(({ name, value, low, high }, at) => (
        <g key={`${at} ${name}`}>
          <Name name={name} y={at * LINE} />
          <svg x={NAMES} y={at * LINE + 4} width={WIDTH - NAMES - 60} height={20}>
            {value !== null && <ShareBar value={value} low={low ?? value} high={high ?? value} max={100} />}
          </svg>
          <text className="strong" x={WIDTH} y={at * LINE + 18} textAnchor="end">
            {value === null ? '[c]' : `${value}%`}
          </text>
        </g>
      ))}
    </svg>
  );
}

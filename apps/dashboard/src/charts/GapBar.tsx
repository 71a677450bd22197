import { signed } from '../figures/format';

/** Percentage points above or below the share of residents, on one scale with its zero line in ink. */
export function GapBar({ gap, max, digits }: { gap: number; max: number; digits: 0 | 1 }) {
  // Room is kept on both sides for the number beside the bar.
  const x = (value: number) => 50 + (value / max) * 36;
  const [from, to] = gap < 0 ? [x(gap), 50] : [50, x(gap)];
  return (
    <svg className="chart" height="26" aria-hidden="true">
      <line className="zero" x1="50%" x2="50%" y1="-6" y2="32" />
      <rect
        className={gap < 0 ? 'bar-now' : 'bar-neutral'}
        x={`${from}%`}
        y="4"
        width={`${Math.max(0.3, to - from)}%`}
        height="18"
      />
      <text
        className={gap < 0 ? 'strong' : ''}
        x={`${gap < 0 ? from : to}%`}
        dx={gap < 0 ? -5 : 5}
        y="17"
        textAnchor={gap < 0 ? 'end' : 'start'}
      >
        {signed(gap, digits)}
      </text>
    </svg>
  );
}

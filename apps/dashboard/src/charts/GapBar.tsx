import { signed } from '../figures/format';

/** Percentage points above or below the share of residents, on one scale with its zero line in ink. */
export function GapBar({ gap, max, digits }: { gap: number; max: number; digits: 0 | 1 }) {
  // Room is kept on both sides for the number beside the bar.
  const x = (value: number) => 50 + (value / max) * 36;
  const [from, to] = gap < 0 ? [x(gap), 50] : [50, x(gap)];
  const under = gap < 0;
  const words = signed(gap, digits);
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
        className={`only-wide ${under ? 'strong' : ''}`}
        x={`${under ? from : to}%`}
        dx={under ? -5 : 5}
        y="17"
        textAnchor={under ? 'end' : 'start'}
      >
        {words}
      </text>
      {/* Where there is no room beside the bar, across the zero line. */}
      <text
        className={`only-narrow ${under ? 'strong' : ''}`}
        x="50%"
        dx={under ? 5 : -5}
        y="17"
        textAnchor={under ? 'start' : 'end'}
      >
        {words}
      </text>
    </svg>
  );
}

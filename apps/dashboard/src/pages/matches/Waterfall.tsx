import { signed } from '../../figures/format';

const WIDTH = 380;
const HEIGHT = 28;

interface Props {
  scale: readonly [number, number];
  from: number;
  to: number;
  /** The start and the sum stand in their own shades. */
  kind?: 'start' | 'field' | 'sum';
  /** Nothing was compared: a ring where the sum stands. */
  empty?: boolean;
  label: number;
}

/** One line of the waterfall: where the sum stood, where it stands now. Solid for, hatched against. */
export function Waterfall({ scale, from, to, kind = 'field', empty = false, label }: Props) {
  const x = (bits: number) => ((bits - scale[0]) / (scale[1] - scale[0])) * WIDTH;
  const [left, right] = [Math.min(x(from), x(to)), Math.max(x(from), x(to))];
  const width = Math.max(2, right - left);
  const against = kind === 'field' && to < from;
  const inside = width > 52 && !against;
  return (
    <svg className="waterfall" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      <rect className="sure" x={x(6)} y="0" width={Math.max(0, WIDTH - x(6))} height={HEIGHT} />
      <line className="even" x1={x(0)} x2={x(0)} y1="0" y2={HEIGHT} />
      {kind === 'field' && <line className="drop" x1={x(from)} x2={x(from)} y1="0" y2="8" />}
      {empty ? (
        <circle className="none" cx={x(from)} cy={HEIGHT / 2} r="3.5" />
      ) : (
        <rect
          className={against ? 'against' : `for ${kind}`}
          x={left}
          y="7"
          width={width}
          height={HEIGHT - 14}
          fill={against ? 'url(#hatch-against)' : undefined}
        />
      )}
      <text
        className={inside ? 'inside' : undefined}
        x={inside ? (kind === 'start' ? left + 6 : right - 6) : left > 60 ? left - 5 : right + 6}
        y={HEIGHT / 2 + 4}
        textAnchor={inside && kind === 'start' ? 'start' : inside || left > 60 ? 'end' : 'start'}
      >
        {empty ? '0' : signed(label)}
      </text>
    </svg>
  );
}

/** The hatching that all lines share. */
export function Hatching() {
  return (
    <svg width="0" height="0" aria-hidden="true" focusable="false" className="hatching">
      <defs>
        <pattern
          id="hatch-against"
          width="6"
          height="6"
          patternTransform="rotate(45)"
          patternUnits="userSpaceOnUse"
        >
          <rect width="6" height="6" className="hatch-ground" />
          <line x1="0" y1="0" x2="0" y2="6" className="hatch-line" />
        </pattern>
      </defs>
    </svg>
  );
}

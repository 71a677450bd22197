import type { Option } from './answer-columns';

const LOOKS: Record<number, string> = { [-2]: 'low-2', [-1]: 'low-1', 1: 'high-1', 2: 'high-2' };
/** Below this a number does not fit into its piece; it stands in the table. */
const ROOM = 5.5;

/** The two sides of a scale away from one zero line; "neither" is no part of it and stands in a column. */
export function ScaleBar({ options, max }: { options: readonly Option[]; max: number }) {
  const steps = options.filter(({ side, percent }) => side && percent);
  const width = (percent: number) => (percent / max) * 50;
  const bad = steps.filter(({ side }) => (side ?? 0) < 0).sort((a, b) => (b.side ?? 0) - (a.side ?? 0));
  const good = steps.filter(({ side }) => (side ?? 0) > 0).sort((a, b) => (a.side ?? 0) - (b.side ?? 0));
  const pieces: { option: Option; x: number; wide: number }[] = [];
  let at = 50;
  for (const option of bad)
    pieces.push({ option, x: (at -= width(option.percent ?? 0)), wide: width(option.percent ?? 0) });
  at = 50;
  for (const option of good) {
    pieces.push({ option, x: at, wide: width(option.percent ?? 0) });
    at += width(option.percent ?? 0);
  }
  return (
    <svg className="chart scale-bar" height="26" aria-hidden="true">
      {pieces.map(({ option, x, wide }) => (
        <g key={option.code}>
          <rect className={LOOKS[option.side ?? 0]} x={`${x}%`} width={`${wide}%`} y="3" height="20" />
          {(option.percent ?? 0) >= ROOM && (
            <text
              className={`on-${LOOKS[option.side ?? 0]}`}
              x={`${x + wide / 2}%`}
              y="17"
              textAnchor="middle"
            >
              {option.percent}
            </text>
          )}
        </g>
      ))}
      <line className="zero" x1="50%" x2="50%" y1="0" y2="26" />
    </svg>
  );
}

/** What the colours of a scale's steps mean, bad to good, whichever end was asked first. */
export function ScaleLegend({ options }: { options: readonly Option[] }) {
  const steps = options.filter(({ side }) => side).sort((a, b) => (a.side ?? 0) - (b.side ?? 0));
  return (
    <ul className="scale-legend" aria-label="Steps of the scale">
      {steps.map(({ code, label, side }) => (
        <li key={code}>
          <svg className="chart" width="14" height="14" aria-hidden="true">
            <rect className={LOOKS[side ?? 0]} width="14" height="14" />
          </svg>{' '}
          {label}
        </li>
      ))}
    </ul>
  );
}

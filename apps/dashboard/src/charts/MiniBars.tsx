import { count } from '../figures/format';
import { seriesWords } from '../figures/hidden';
import { Hatch, useHatch } from './Hatch';
import { quarterOf } from './scale';

interface Props {
  title: string;
  bars: { code: string; people: number | null; recent: boolean }[];
  /** One scale for all the small charts of a set. */
  max: number;
}

const HEIGHT = 74;

/** One of a set of small charts on one scale. */
export function MiniBars({ title, bars, max }: Props) {
  const hatch = useHatch();
  const slot = 100 / Math.max(1, bars.length);
  const floor = HEIGHT - 16;
  const last = bars.at(-1);
  const top = (people: number) => floor - (people / max) * (floor - 16);
  const said = last?.people === null ? '[c]' : count(last?.people ?? 0);
  const words = `${title}: ${seriesWords(bars.map((bar) => bar.people))}`;
  return (
    <figure style={{ margin: 0 }}>
      <figcaption className="chart-title">{title}</figcaption>
      <svg className="chart" height={HEIGHT} role="img" aria-label={words}>
        <Hatch id={hatch} />
        <line className="grid" x1="0" x2="100%" y1="16" y2="16" />
        {bars.map((bar, index) => {
          const y = bar.people === null ? 16 : top(bar.people);
          const place = {
            x: `${index * slot + slot * 0.06}%`,
            y,
            width: `${slot * 0.88}%`,
            height: Math.max(0.5, floor - y),
          };
          return bar.people === null ? (
            <rect key={bar.code} className="hatched" {...place} fill={`url(#${hatch})`} />
          ) : (
            <rect key={bar.code} className={bar.recent ? 'bar-now' : 'bar-before'} {...place} />
          );
        })}
        <line className="zero" x1="0" x2="100%" y1={floor} y2={floor} />
        <text
          className="strong halo"
          x="100%"
          y={(last?.people ?? null) === null ? 12 : top(last?.people ?? 0) - 4}
          textAnchor="end"
        >
          {said}
        </text>
        <text className="axis-text" x="0" y={HEIGHT - 3}>
          {quarterOf(bars[0]?.code ?? '')?.year}
        </text>
        <text className="axis-text" x="100%" y={HEIGHT - 3} textAnchor="end">
          {quarterOf(last?.code ?? '')?.year}
        </text>
      </svg>
    </figure>
  );
}

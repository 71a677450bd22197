import { unmarked } from '../../figures/format';
import { Section } from '../../layout/Section';
import { lanesOf, shareScale, timeScale, type Lane } from './lane-points';
import type { Asking, OverTime } from './over-time';
import { thenSay } from './words';

/** A lane for each agency on one scale: a solid line joins only what may be compared; a dashed one crosses a break. */
export function Lanes({ of }: { of: OverTime }) {
  const lanes = lanesOf(of);
  return (
    <Section
      title={of.message}
      measure={`Share of people ${of.measure.who}, of those who answered; don’t know left out. Bars: 95% range. One scale for all. Filled: drawn by lot; open: whoever came. A solid line joins only the same words, the same way of asking and the same kind of people (drawn by lot, or of one signed series); a dashed line crosses a break and means nothing. The letter is the wording.`}
    >
      {lanes.map((lane) => (
        <div className="lane" key={lane.agency}>
          <h3>{unmarked(lane.name)}</h3>
          <Picture lane={lane} of={of} />
          <p className="lane-say">{sayOf(lane)}</p>
        </div>
      ))}
    </Section>
  );
}

const HEIGHT = 120;

function Picture({ lane, of }: { lane: Lane; of: OverTime }) {
  const [shares, times] = [shareScale(of.askings), timeScale(of.askings)];
  const x = (asked: string | null): number =>
    4 + (92 * (Date.parse(asked ?? '') - times.from)) / (times.to - times.from);
  const y = (share: number): number =>
    HEIGHT - 10 - ((HEIGHT - 30) * (share - shares.from)) / (shares.to - shares.from);
  const told = lane.points.filter(({ asking }) => asking.share !== null && asking.asked);
  const pointAt = (at: number) => told.find((point) => point.at === at)?.asking;
  return (
    <svg className="chart lane-picture" height={HEIGHT + 18} aria-hidden="true">
      {[shares.from, shares.to].map((share) => (
        <g key={share}>
          <line className="grid" x1="0" x2="100%" y1={y(share)} y2={y(share)} />
          <text className="axis-text" x="0" y={y(share) - 3}>
            {share}%
          </text>
        </g>
      ))}
      {times.years.slice(0, -1).map((year) => (
        <text
          className="axis-text"
          key={year}
          x={`${x(`${year}-07-01`)}%`}
          y={HEIGHT + 14}
          textAnchor="middle"
        >
          {year}
        </text>
      ))}
      {lane.pairs.map((pair) => {
        const [before, now] = [pointAt(pair.before), pointAt(pair.now)];
        if (!before || !now) return null;
        return (
          <line
            key={pair.now}
            className={pair.may === 'YES' ? 'joined' : 'broken'}
            x1={`${x(before.asked)}%`}
            x2={`${x(now.asked)}%`}
            y1={y(before.share ?? 0)}
            y2={y(now.share ?? 0)}
          />
        );
      })}
      {told.map(({ asking }) => (
        <Point
          key={`${asking.engagement} ${asking.question}`}
          asking={asking}
          x={`${x(asking.asked)}%`}
          y={y}
        />
      ))}
    </svg>
  );
}

/** One asking: its share with the 95% range, filled where people were drawn by lot. */
function Point({ asking, x, y }: { asking: Asking; x: string; y: (share: number) => number }) {
  const { share, low, high, selection, wording } = asking;
  return (
    <g>
      <line className="whisker" x1={x} x2={x} y1={y(low ?? 0)} y2={y(high ?? 0)} />
      <circle className={selection === 'SAMPLE' ? 'by-lot' : 'whoever'} cx={x} cy={y(share ?? 0)} r="4.5" />
      <text className="strong" x={x} dx="9" y={y(share ?? 0) - 6}>
        {wording} {share}%
      </text>
    </g>
  );
}

/** The latest pair of the lane that may be compared, or that each time stands alone. */
function sayOf({ pairs, points }: Lane): string {
  const latest = pairs.findLast(({ change }) => change !== null);
  if (latest) return `${thenSay(latest)}: ${latest.why.charAt(0).toLowerCase()}${latest.why.slice(1)}`;
  return points.length < 2 ? 'asked once' : 'each stands alone: not to be compared with each other';
}

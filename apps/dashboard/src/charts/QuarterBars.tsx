import { count } from '../figures/format';
import { HIDDEN_WORDS } from '../figures/hidden';
import { Hatch, useHatch } from './Hatch';
import { along, onEnter, useRoving } from './roving';
import { quarterOf, ticks } from './scale';
import { useWidth } from './useWidth';

export interface QuarterBar {
  code: string;
  name: string;
  /** Null: [c]. */
  people: number | null;
  /** The period is not over in the data of this edition. */
  partial: boolean;
  /** One of the latest four: drawn in the darker colour. */
  recent: boolean;
  /** Engagements that were open; null where it is not known. */
  open: number | null;
}

interface Props {
  bars: QuarterBar[];
  label: string;
  tableId?: string;
  onOpen: (bar: QuarterBar) => void;
}

function wordsOf(bar: QuarterBar): string {
  const when = `${bar.name}${bar.partial ? ', not the whole quarter' : ''}`;
  return `${when}: ${bar.people === null ? HIDDEN_WORDS : `${count(bar.people)} people.`} How was this counted?`;
}

const MONTHS = ['Jan', 'Apr', 'Jul', 'Oct'];
const HEIGHT = 210;
const TOP = 22;
const FLOOR = HEIGHT - 52;

/** People by quarter: bars from zero, [c] as a hatched column, a partial quarter outlined. */
export function QuarterBars({ bars, label, tableId, onOpen }: Props) {
  const [box, width] = useWidth<HTMLDivElement>();
  const hatch = useHatch();
  const { stop, onKeyDown, setStop } = useRoving(bars.length, along(bars.length), tableId);
  const marks = ticks(Math.max(...bars.map((bar) => bar.people ?? 0), 1), 4);
  const max = marks.at(-1) ?? 1;
  const left = 44;
  const slot = (width - left) / Math.max(1, bars.length);
  const y = (value: number) => FLOOR - (value / max) * (FLOOR - TOP);
  return (
    <div ref={box}>
      <svg
        className="chart"
        viewBox={`0 0 ${width} ${HEIGHT}`}
        width={width}
        height={HEIGHT}
        role="group"
        aria-label={label}
        onKeyDown={onKeyDown}
      >
        <Hatch id={hatch} />
        <Axis marks={marks} y={y} left={left} width={width} />
        {bars.map((bar, index) => (
          <g key={bar.code} className="mark-group">
            <Column
              bar={bar}
              x={left + index * slot}
              slot={slot}
              y={y}
              hatch={hatch}
              sparse={slot < 30}
              last={index === bars.length - 1}
            />
            <rect
              className="chart-mark"
              data-mark
              role="button"
              tabIndex={index === stop ? 0 : -1}
              aria-label={wordsOf(bar)}
              x={left + index * slot}
              y={TOP}
              width={slot}
              height={FLOOR - TOP}
              fill="transparent"
              onClick={() => {
                setStop(index);
                onOpen(bar);
              }}
              onFocus={() => setStop(index)}
              onKeyDown={onEnter(() => onOpen(bar))}
            />
          </g>
        ))}
        <text className="axis-text" x={0} y={FLOOR + 44} fontSize="11">
          {bars.some((bar) => bar.open !== null) ? 'Open' : ''}
        </text>
      </svg>
    </div>
  );
}

interface AxisProps {
  marks: number[];
  y: (value: number) => number;
  left: number;
  width: number;
}

function Axis({ marks, y, left, width }: AxisProps) {
  return marks.map((mark) => (
    <g key={mark}>
      <line className={mark ? 'grid' : 'zero'} x1={left} x2={width} y1={y(mark)} y2={y(mark)} />
      <text className="axis-text" x={left - 8} y={y(mark) + 4} textAnchor="end">
        {count(mark)}
      </text>
    </g>
  ));
}

interface ColumnProps {
  bar: QuarterBar;
  x: number;
  slot: number;
  y: (value: number) => number;
  hatch: string;
  sparse: boolean;
  last: boolean;
}

function Column({ bar, x, slot, y, hatch, sparse, last }: ColumnProps) {
  const [gap, middle] = [Math.max(2, slot * 0.1), x + slot / 2];
  const when = quarterOf(bar.code);
  const top = bar.people === null ? TOP : y(bar.people);
  const shape = { x: x + gap / 2, y: top, width: slot - gap, height: Math.max(FLOOR - top, 0.5) };
  const look = bar.partial ? 'bar-partial' : bar.recent ? 'bar-now' : 'bar-before';
  return (
    <>
      <rect
        className="ring"
        x={shape.x - 3}
        y={TOP - 18}
        width={shape.width + 6}
        height={FLOOR - TOP + 20}
        rx="2"
      />
      {bar.people === null ? (
        <rect className="hatched" {...shape} fill={`url(#${hatch})`} />
      ) : (
        <rect className={look} {...shape} />
      )}
      {(!sparse || last || bar.people === null) && (
        <text className={bar.recent ? 'strong halo' : 'halo'} x={middle} y={top - 6} textAnchor="middle">
          {bar.people === null ? '[c]' : count(bar.people)}
        </text>
      )}
      {when && (!sparse || when.quarter === 1) && (
        <text className="axis-text" x={middle} y={FLOOR + 16} textAnchor="middle">
          {sparse ? '' : MONTHS[when.quarter - 1]}
        </text>
      )}
      {when && when.quarter === 1 && (
        <text className="axis-text" x={middle} y={FLOOR + 30} textAnchor="middle">
          {when.year}
        </text>
      )}
      {bar.open !== null && (
        <text className="axis-text" x={middle} y={FLOOR + 44} textAnchor="middle">
          {bar.open}
        </text>
      )}
    </>
  );
}

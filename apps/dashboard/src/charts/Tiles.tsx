import { count, decimal } from '../figures/format';
import { Hatch, useHatch } from './Hatch';
import { onEnter, useRoving } from './roving';
import { classOf } from './scale';
import { beside, type Tile } from './tile-places';
import { useWidth } from './useWidth';

interface Props {
  tiles: Tile[];
  limits: number[];
  label: string;
  tableId: string;
  lit: string | null;
  onLight: (code: string | null) => void;
  onOpen: (tile: Tile) => void;
}

/** Every ward one equal square, placed near where it is. Arrow keys move, Enter opens the receipt, T the table. */
export function Tiles({ tiles, limits, label, tableId, lit, onLight, onOpen }: Props) {
  const [box, width] = useWidth<HTMLDivElement>(460);
  const hatch = useHatch();
  const columns = Math.max(...tiles.map((tile) => tile.column), 0) + 1;
  const rows = Math.max(...tiles.map((tile) => tile.row), 0) + 1;
  const size = Math.min(80, Math.floor((Math.min(width, 480) - 8) / columns));
  const tenths = Math.max(...tiles.map((tile) => tile.rate ?? 0)) < 10;
  const { stop, onKeyDown, setStop } = useRoving(
    tiles.length,
    (from, key) => beside(tiles, from, key),
    tableId,
  );
  return (
    <div ref={box}>
      <svg
        className="tiles"
        viewBox={`-4 -4 ${columns * size + 8} ${rows * size + 8}`}
        style={{ maxWidth: columns * size + 8 }}
        role="group"
        aria-label={label}
        onKeyDown={onKeyDown}
      >
        <Hatch id={hatch} />
        {tiles.map((tile, index) => (
          <g
            key={tile.code}
            className={`tile-group ${lit === tile.code ? 'lit' : ''}`}
            transform={`translate(${tile.column * size}, ${tile.row * size})`}
            onMouseEnter={() => onLight(tile.code)}
            onMouseLeave={() => onLight(null)}
          >
            <Square tile={tile} size={size} limits={limits} hatch={hatch} tenths={tenths} />
            <rect
              className="tile"
              data-mark
              role="button"
              tabIndex={index === stop ? 0 : -1}
              aria-label={`${tile.words} How was this counted?`}
              width={size - 3}
              height={size - 3}
              fill="transparent"
              onClick={() => {
                setStop(index);
                onOpen(tile);
              }}
              onFocus={() => {
                setStop(index);
                onLight(tile.code);
              }}
              onBlur={() => onLight(null)}
              onKeyDown={onEnter(() => onOpen(tile))}
            />
          </g>
        ))}
      </svg>
    </div>
  );
}

interface SquareProps {
  tile: Tile;
  size: number;
  limits: number[];
  hatch: string;
  /** Low rates are printed with one decimal, on all tiles alike. */
  tenths: boolean;
}

function Square({ tile, size, limits, hatch, tenths }: SquareProps) {
  const side = size - 4;
  const step = tile.rate === null ? 0 : classOf(tile.rate, limits);
  const ink = step > 3 ? 'on-dark' : 'on-light';
  const narrow = size < 60;
  const name = narrow ? tile.letters : tile.shortName;
  const room = { x: narrow ? 5 : 7, name: narrow ? 15 : 19, value: narrow ? side - 9 : side * 0.68 };
  const box = { x: 0.5, y: 0.5, width: side, height: side, rx: 3 };
  return (
    <g aria-hidden="true">
      {tile.people === null ? (
        <rect className="hidden-edge" {...box} fill={`url(#${hatch})`} />
      ) : step ? (
        <rect className={`ground seq-${step}`} {...box} />
      ) : (
        <rect className="no-rate-edge" {...box} />
      )}
      <text
        className={ink}
        x={room.x}
        y={room.name}
        fontSize={narrow ? 10.5 : 11.5}
        textLength={fit(name, side, narrow)}
        lengthAdjust="spacingAndGlyphs"
      >
        {name}
      </text>
      <text className={`${ink} value`} x={room.x} y={room.value} fontSize={valueSize(tile, narrow)}>
        {valueWords(tile, narrow, tenths)}
      </text>
      {!narrow && tile.people !== null && (
        <text className={ink} x={side - 6} y={side - 7} fontSize="11.5" textAnchor="end">
          {count(tile.people)}
        </text>
      )}
      <rect className="ring-outer" x={-1.5} y={-1.5} width={side + 4} height={side + 4} rx="4" />
      <rect className="ring-inner" x={2.5} y={2.5} width={side - 4} height={side - 4} rx="2" />
    </g>
  );
}

/** A name that would run over its square is drawn a little closer. */
const fit = (name: string, side: number, narrow: boolean): number | undefined =>
  !narrow && name.length * 6.5 > side - 12 ? side - 12 : undefined;

function valueSize(tile: Tile, narrow: boolean): number {
  if (tile.people !== null && tile.rate === null) return narrow ? 11 : 12.5;
  return narrow ? 16 : 22;
}

function valueWords(tile: Tile, narrow: boolean, tenths: boolean): string {
  if (tile.people === null) return '[c]';
  if (tile.rate === null) return narrow ? count(tile.people) : 'no rate';
  return tenths ? decimal(tile.rate) : count(tile.rate);
}

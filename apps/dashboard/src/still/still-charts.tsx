import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { CrimePanel } from '../charts/CrimePanel';
import { QuarterBars } from '../charts/QuarterBars';
import { classLimits } from '../charts/scale';
import { threeLetters } from '../charts/tile-places';
import { Tiles } from '../charts/Tiles';
import { standAlone } from './stand-alone';
import { StillGaps, StillShares } from './StillBars';
import type { StillRow } from './still-row';

export { look } from './stand-alone';

export type StillKind = 'quarters' | 'wards' | 'gaps' | 'shares' | 'recorded';

const nothing = (): void => undefined;

function drawing(kind: StillKind, rows: StillRow[]): ReactElement | null {
  switch (kind) {
    case 'quarters':
      return <QuarterBars bars={rows.map(quarterBar)} label="" onOpen={nothing} />;
    case 'wards': {
      const tiles = rows.flatMap(wardTile);
      const limits = classLimits(tiles.flatMap(({ rate }) => rate ?? []));
      const still = { limits, label: '', tableId: '', lit: null, onLight: nothing, onOpen: nothing };
      return tiles.length > 0 ? <Tiles tiles={tiles} {...still} /> : null;
    }
    case 'gaps':
      return <StillGaps rows={rows} />;
    case 'shares':
      return <StillShares rows={rows} />;
    case 'recorded':
      return <CrimePanel points={rows.flatMap(monthPoint)} label="" />;
  }
}

const quarterBar = ({ code, name, value }: StillRow, at: number, { length }: StillRow[]) => ({
  code,
  name,
  people: value,
  partial: false,
  recent: at >= length - 4,
  open: null,
});

const monthPoint = ({ code, value, broken = false }: StillRow) =>
  value === null ? [] : [{ month: code, value, afterBreak: broken }];

const wardTile = ({ code, name, value, people = null, tile }: StillRow) =>
  tile
    ? [{ ...tile, code, name, letters: threeLetters(tile.shortName), people, rate: value, words: name }]
    : [];

const elementOf = (kind: StillKind, rows: StillRow[]): ReactElement | null =>
  rows.some(({ value }) => value !== null) ? drawing(kind, rows) : null;

/** Whether there is anything to draw. */
export const canDraw = (kind: StillKind, rows: StillRow[]): boolean => elementOf(kind, rows) !== null;

/** A chart of the dashboard as an SVG that stands alone and does nothing; null where there is nothing to draw. */
export function drawStill(kind: StillKind, rows: StillRow[]): string | null {
  const element = elementOf(kind, rows);
  return element && standAlone(renderToStaticMarkup(element));
}

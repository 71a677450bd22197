export interface Tile {
  code: string;
  name: string;
  shortName: string;
  /** Three letters for narrow screens; the full names are in the table. */
  letters: string;
  column: number;
  row: number;
  /** Null: [c]. */
  people: number | null;
  /** Null where there are fewer than 10 people, or [c]. */
  rate: number | null;
  /** The whole tile in words. */
  words: string;
}

/** Which tile an arrow leads to: the nearest in that direction, straight ahead before aside. */
export function beside(
  tiles: readonly Pick<Tile, 'column' | 'row'>[],
  from: number,
  key: string,
): number | null {
  const way = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key];
  const here = tiles[from];
  if (!way || !here) return null;
  const [across = 0, down = 0] = way;
  let best: { index: number; far: number } | null = null;
  for (const [index, tile] of tiles.entries()) {
    const ahead = (tile.column - here.column) * across + (tile.row - here.row) * down;
    const aside = Math.abs((tile.column - here.column) * down) + Math.abs((tile.row - here.row) * across);
    if (ahead <= 0) continue;
    const far = ahead + 3 * aside;
    if (!best || far < best.far) best = { index, far };
  }
  return best?.index ?? null;
}

/** Three letters of a ward that tell it from its neighbours: of the last word where several begin alike. */
export function threeLetters(shortName: string): string {
  const words = shortName
    .replaceAll(/[^A-Za-z ]/g, ' ')
    .trim()
    .split(/\s+/);
  const first = words[0] ?? '';
  if (/^St$/i.test(first) && words[1]) return `ST${words[1].charAt(0)}`.toUpperCase();
  const word = /^P$/i.test(first) && words.length > 1 ? (words.at(-1) ?? first) : first;
  return word.slice(0, 3).toUpperCase();
}

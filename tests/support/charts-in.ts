import { allOf, type Element, oneOf, partsOf, readXml } from './word-package.js';

type Cell = string | number | null;

/** A chart of a DOCX as an office program finds it: by its cached values, and by the workbook behind it. */
export interface ReadChart {
  /** Of the table that it draws. */
  code: string;
  xml: Element;
  names: string[];
  series: { name: string; values: (number | null)[] }[];
  whiskers: { down: (number | null)[]; up: (number | null)[] } | null;
  /** Rows of the workbook, its head left out. */
  rows: Cell[][];
  /** By range of the workbook: what the chart keeps of it, and what stands there. */
  held: Record<string, Cell[]>;
  read: Record<string, Cell[]>;
}

/** Every chart of a DOCX in the order of its text. */
export function chartsIn(file: Uint8Array): ReadChart[] {
  const parts = partsOf(file);
  const led = new Map(readXml(parts.get('word/_rels/document.xml.rels')!).children.map(({ attributes }) => [attributes['Id'], attributes['Target']])); // prettier-ignore
  return allOf(readXml(parts.get('word/document.xml')!), 'c:chart').map(({ attributes }) => {
    const target = led.get(attributes['r:id'])!;
    const xml = readXml(parts.get(`word/${target}`)!);
    const rels = readXml(parts.get(`word/charts/_rels/${target.replace('charts/', '')}.rels`)!);
    const workbook = rels.children[0]!.attributes['Target']!.replace('..', 'word');
    return readChart(xml, partsOf(parts.get(workbook)!));
  });
}

const numbers = (cache: Element): (number | null)[] => cached(cache).map((cell) => (cell === null ? null : Number(cell))); // prettier-ignore

/** Points of a cache, null where there is none. */
function cached(cache: Element): (string | null)[] {
  const points = new Map(allOf(cache, 'c:pt').map((point) => [Number(point.attributes['idx']), oneOf(point, 'c:v').text])); // prettier-ignore
  return Array.from({ length: Number(oneOf(cache, 'c:ptCount').attributes['val']) }, (_, at) => points.get(at) ?? null); // prettier-ignore
}

function readChart(xml: Element, book: Map<string, Uint8Array>): ReadChart {
  const [name = ''] = allOf(readXml(book.get('xl/workbook.xml')!), 'sheet').map(({ attributes }) => attributes['name']); // prettier-ignore
  const cells = new Map(allOf(readXml(book.get('xl/worksheets/sheet1.xml')!), 'c').map((cell) => [cell.attributes['r']!, cellOf(cell)])); // prettier-ignore
  const refs = [...allOf(xml, 'c:strRef'), ...allOf(xml, 'c:numRef')];
  const range = (ref: Element): string => oneOf(ref, 'c:f').text;
  const head = range(oneOf(oneOf(xml, 'c:tx'), 'c:strRef'));
  const first = Number(/\$(\d+)$/.exec(head)?.[1]) + 1;
  const errors = allOf(xml, 'c:errBars')[0];
  const series = allOf(xml, 'c:ser').map((one) => ({
    name: oneOf(oneOf(one, 'c:tx'), 'c:v').text,
    values: numbers(oneOf(oneOf(one, 'c:val'), 'c:numCache')),
  }));
  return {
    code: name,
    xml,
    names: cached(oneOf(oneOf(xml, 'c:cat'), 'c:strCache')).map(String),
    series,
    whiskers: errors
      ? { down: numbers(oneOf(oneOf(errors, 'c:minus'), 'c:numCache')), up: numbers(oneOf(oneOf(errors, 'c:plus'), 'c:numCache')) } // prettier-ignore
      : null,
    rows: rowsFrom(cells, first),
    held: Object.fromEntries(refs.map((ref) => [range(ref), ref.name === 'c:numRef' ? numbers(oneOf(ref, 'c:numCache')) : cached(oneOf(ref, 'c:strCache'))])), // prettier-ignore
    read: Object.fromEntries(refs.map((ref) => [range(ref), cellsOf(range(ref), name, cells)])),
  };
}

const cellOf = (cell: Element): Cell =>
  cell.attributes['t'] === 'inlineStr' ? oneOf(cell, 't').text : Number(oneOf(cell, 'v').text);

/** Cells of a range of one column, 'F2'!$B$4:$B$11. */
function cellsOf(range: string, sheet: string, cells: ReadonlyMap<string, Cell>): Cell[] {
  const [, of, column = '', from = '', to = from] = /^'(.*)'!\$([A-Z]+)\$(\d+)(?::\$\2\$(\d+))?$/.exec(range) ?? []; // prettier-ignore
  if (of !== sheet) throw new Error(`no sheet of ${range}`);
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, n) => cells.get(`${column}${Number(from) + n}`) ?? null); // prettier-ignore
}

function rowsFrom(cells: ReadonlyMap<string, Cell>, first: number): Cell[][] {
  const places = [...cells.keys()].map((place) => /^([A-Z]+)(\d+)$/.exec(place)!);
  const last = Math.max(...places.map(([, , row]) => Number(row)));
  const columns = Math.max(...places.map(([, letter = '']) => letter.charCodeAt(0) - 64));
  return Array.from({ length: last - first + 1 }, (_, n) =>
    Array.from(
      { length: columns },
      (_, at) => cells.get(`${String.fromCharCode(65 + at)}${first + n}`) ?? null,
    ),
  );
}

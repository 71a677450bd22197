import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installedOffice } from './installed.js';

/** LibreOffice with the parts that write and that count; null where one is missing. */
export const office = installedOffice('libswlo') && installedOffice('libsclo');

/**
 * Files as LibreOffice understands them, each in one flat XML. One start of it for all.
 * @param folder of the test's own, in which the files and its profile are put
 * @param to what documents (`fodt`) or sheets (`fods`) become
 */
export function openedByOffice(
  folder: string,
  files: Readonly<Record<string, Uint8Array>>,
  to: 'fodt' | 'fods',
): Map<string, string> {
  const paths = Object.entries(files).map(([name, bytes]) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  });
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const args = [`-env:UserInstallation=${profile}`, '--headless', '--norestore', '--convert-to', to, '--outdir', folder, ...paths]; // prettier-ignore
  const { status, stderr } = spawnSync(office!, args, {
    encoding: 'utf8',
    timeout: 180_000,
    env: { ...process.env, HOME: folder },
  });
  if (status !== 0) throw new Error(`soffice: ${stderr}`);
  return new Map(
    Object.keys(files).map((name) => [
      name,
      readFileSync(join(folder, name.replace(/\.\w+$/, `.${to}`)), 'utf8'),
    ]),
  );
}

/** Words of a piece of flat XML. */
export const plainOf = (xml: string): string =>
  xml
    .replaceAll(/<office:annotation[\s\S]*?<\/office:annotation>/g, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** Every element of that name, none of which holds another of it. */
export const elementsOf = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<${tag}[ >][\\s\\S]*?</${tag}>`, 'g'))].map(([piece]) => piece);

/** Flat XML without the charts in it, each of which has a table of its own. */
export const withoutCharts = (xml: string): string =>
  xml.replaceAll(/<draw:object>[\s\S]*?<\/draw:object>/g, '');

/** Tables behind the charts of a document, their heads left out: a name and its numbers a row, `NaN` where there is none. */
export const chartTables = (xml: string): string[][][] =>
  elementsOf(xml, 'draw:object').map((chart) => rowsOfTable(elementsOf(chart, 'table:table')[0]!).slice(1));

const CELL = /<table:table-cell(?: [^>]*?)?(?:\/>|>[\s\S]*?<\/table:table-cell>)/g;
/** How often a cell stands side by side: those that are alike are written once. */
const timesOf = (cell: string): number =>
  Number(/table:number-columns-repeated="(\d+)"/.exec(cell.slice(0, cell.indexOf('>')))?.[1] ?? 1);

const cellsOf = (row: string): string[] =>
  [...row.matchAll(CELL)].flatMap(([cell]) =>
    Array<string>(Math.min(timesOf(cell), 50)).fill(plainOf(cell).trim()),
  );

/** How many cells of a table hold a number as a number. */
export const numbersIn = (table: string): number =>
  [...table.matchAll(CELL)].reduce(
    (sum, [cell]) =>
      sum + (cell.slice(0, cell.indexOf('>')).includes('office:value-type="float"') ? timesOf(cell) : 0),
    0,
  );

/** Rows of a table, its head included, as what stands in their cells. */
export const rowsOfTable = (table: string): string[][] => elementsOf(table, 'table:table-row').map(cellsOf);

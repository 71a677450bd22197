import { zipSync, strToU8 } from 'fflate';
import type { Chance } from './form.js';
import type { Laid } from './lay-out.js';
import type { Cell, Tool } from './tool.js';

export interface Written {
  name: string;
  bytes: Uint8Array;
}

/** The sheet as a file: a CSV of any mark and encoding, or a workbook. */
export function write(laid: Laid, chance: Chance): Written {
  if (chance.is(0.35)) return { name: 'made.xlsx', bytes: workbook(laid.rows) };
  const mark = chance.of([',', ',', ',', ';', '\t']);
  const text = laid.rows
    .map((row) => row.map((cell) => quoted(textOf(cell, laid.tool.dates), mark)).join(mark))
    .join('\r\n');
  const how = chance.of(['utf8', 'utf8', 'bom', 'windows', 'utf16']);
  const fits = [...text].every((letter) => letter.charCodeAt(0) < 256 || letter in WINDOWS);
  return { name: 'made.csv', bytes: encoded(text, how === 'windows' && !fits ? 'utf8' : how) };
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function textOf(cell: Cell, dates: Tool['dates']): string {
  if (typeof cell !== 'object') return String(cell);
  const [year, month, day] = cell.day.split('-') as [string, string, string];
  const time = cell.time === '' ? '' : ` ${cell.time}`;
  switch (dates) {
    case 'iso':
      return cell.day;
    case 'iso-time':
      return `${cell.day}${time}`;
    case 'british':
      return `${day}/${month}/${year}${time}`;
    case 'american':
      return `${month}/${day}/${year}${time}`;
    case 'zoned':
      return `${cell.day}T${cell.time || '00:00:00'}Z`;
    case 'short':
      return `${day}/${month}/${year.slice(2)}${time.slice(0, 6)}`;
    case 'dotted':
      return `${day}.${month}.${year}`;
    case 'named':
      return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}${time}`;
    case 'words':
      return `${MONTHS[Number(month) - 1]} ${Number(day)}, ${year}`;
  }
}

const quoted = (text: string, mark: string): string =>
  text.includes('"') || text.includes(mark) || /[\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** What Windows-1252 has in places of its own. */
const WINDOWS: Readonly<Record<string, number>> = { '’': 0x92, '–': 0x96, '€': 0x80 };

function encoded(text: string, how: string): Uint8Array {
  if (how === 'windows') return Uint8Array.from(text, (letter) => WINDOWS[letter] ?? letter.charCodeAt(0));
  if (how === 'utf16') return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
  return new TextEncoder().encode(how === 'bom' ? `\ufeff${text}` : text);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

function workbook(rows: readonly Cell[][]): Uint8Array {
  const body = rows.map(
    (row, at) =>
      `<row r="${at + 1}">${row.map((cell, column) => cellOf(cell, `${letters(column)}${at + 1}`)).join('')}</row>`,
  );
  const parts = {
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets><sheet name="Sheet1" sheetId="1" r:id="s1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="s1" Type="${RELS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s2" Type="${RELS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${body.join('')}</sheetData></worksheet>`,
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(XML + text)])),
  );
}

function cellOf(cell: Cell, place: string): string {
  if (cell === '') return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') return `<c r="${place}" s="1"><v>${serial(cell)}</v></c>`;
  const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** Days since the end of 1899, as spreadsheets count them. */
function serial({ day, time }: { day: string; time: string }): number {
  const [hours, minutes, seconds] = (time || '00:00:00').split(':').map(Number) as [number, number, number];
  return (
    Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569 + (hours * 3600 + minutes * 60 + seconds) / 86_400
  );
}

function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

import { inflateRawSync } from 'node:zlib';

/**
 * Rows below the header of a workbook's first visible sheet that holds anything, counted by the zip directory and
 * regular expressions: nothing here is shared with the hub's reader, so that the two can disagree.
 * @returns null where the file is no workbook that this simple way can count
 */
export function countWorkbookRows(bytes: Uint8Array): number | null {
  try {
    const parts = unpack(Buffer.from(bytes));
    const strings = sharedStrings(parts.get('xl/sharedstrings.xml') ?? '');
    for (const path of visibleSheets(parts)) {
      const sheet = parts.get(path.toLowerCase());
      if (sheet === undefined) return null;
      const rows = rowsWithValue(sheet, strings);
      if (rows > 0) return rows - 1;
    }
    return 0;
  } catch {
    return null;
  }
}

/** Texts of the parts by lower-case path, as the central directory lists them. */
function unpack(zip: Buffer): Map<string, string> {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0) throw new Error('no zip');
  const parts = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, nameLength] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
    ];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(from, from + size);
    if (/\.(xml|rels)$/i.test(name))
      parts.set(
        name.replaceAll('\\', '/').toLowerCase(),
        (method === 0 ? packed : inflateRawSync(packed)).toString('utf8'),
      );
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}

/** Paths of the worksheets in the order of their tabs, hidden ones left out. */
function visibleSheets(parts: Map<string, string>): string[] {
  const relations = parts.get('xl/_rels/workbook.xml.rels') ?? '';
  const target = (id: string): string | undefined =>
    tags(relations, 'Relationship')
      .filter((tag) => /worksheet$/i.test(attribute(tag, 'Type') ?? ''))
      .find((tag) => attribute(tag, 'Id') === id)
      ?.replace(/^.*?\bTarget="([^"]*)".*$/s, '$1');
  return tags(parts.get('xl/workbook.xml') ?? '', 'sheet')
    .filter((tag) => !/\bstate="[^"]*hidden/i.test(tag))
    .flatMap((tag) => target(attribute(tag, 'r:id') ?? '') ?? [])
    .map((path) => (path.startsWith('/') ? path.slice(1) : `xl/${path}`));
}

const tags = (xml: string, name: string): string[] =>
  xml.match(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])[^>]*>`, 'g')) ?? [];

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`)
    .exec(tag)
    ?.slice(1)
    .find((value) => value !== undefined);

const inner = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?(?:/>|>(.*?)</(?:\\w+:)?${name}>)`, 'gs'))].map(
    (match) => match[1] ?? '',
  );

const sharedStrings = (xml: string): string[] => inner(xml, 'si').map((item) => inner(item, 't').join(''));

/** A row counts once, even where a writer wrote it in two pieces. */
function rowsWithValue(sheet: string, strings: string[]): number {
  const numbers = new Set<string>();
  const rows = sheet.matchAll(/<(?:\w+:)?row(\s[^>]*?)?(?:\/>|>(.*?)<\/(?:\w+:)?row>)/gs);
  let place = 0;
  for (const [, attributes = '', body = ''] of rows) {
    place += 1;
    const number = attribute(attributes, 'r') ?? String(place);
    place = Number(number);
    if (cells(body).some((cell) => hasValue(cell, strings))) numbers.add(number);
  }
  return numbers.size;
}

const cells = (row: string): [attributes: string, body: string][] =>
  [...row.matchAll(/<(?:\w+:)?c((?:\s[^>]*?)?)(?:\/>|>(.*?)<\/(?:\w+:)?c>)/gs)].map(
    ([, attributes, body]) => [attributes ?? '', body ?? ''],
  );

function hasValue([attributes, body]: [string, string], strings: string[]): boolean {
  const value = inner(body, 'v')[0];
  if (attribute(attributes, 't') === 'inlineStr') return inner(body, 't').join('') !== '';
  if (value === undefined) return false;
  return (attribute(attributes, 't') === 's' ? strings[Number(value)] : value) !== '';
}

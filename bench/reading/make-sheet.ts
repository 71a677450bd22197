import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

import { strToU8, Zip, ZipDeflate } from 'fflate';

const STEPS = ['Very satisfied', 'Satisfied', 'Dissatisfied', 'Very dissatisfied'];
const WORDS = 'the path by the river floods when it rains and nobody comes to mend the lamps'.split(' ');
const LABELS = [
  'Ref',
  'Date',
  'Postcode',
  'Age group',
  'How satisfied are you with buses?',
  'How satisfied are you with parks?',
  'How satisfied are you with lamps?',
  'Score (1-5)',
  'Comment',
  'Ward',
];
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Texts as a spreadsheet program keeps them: each once, in a part of their own. */
class Shared {
  readonly texts: string[] = [];
  private readonly places = new Map<string, number>();

  place(text: string): number {
    const known = this.places.get(text);
    if (known !== undefined) return known;
    this.places.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }
}

/** Writes a synthetic workbook of answers in ten columns as a spreadsheet program does: shared texts, numbers, dates by style. */
export async function writeSheet(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path);
  const zip = new Zip((error, bytes, final) => {
    if (error) throw error;
    file.write(bytes);
    if (final) file.end();
  });
  const part = (name: string, chunks: Iterable<string>): void => {
    const deflate = new ZipDeflate(name, { level: 6 });
    zip.add(deflate);
    for (const chunk of chunks) deflate.push(strToU8(chunk));
    deflate.push(new Uint8Array(0), true);
  };
  const shared = new Shared();
  part('_rels/.rels', [relationships([['r1', 'officeDocument', 'xl/workbook.xml']])]);
  part('xl/workbook.xml', [
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="Answers" sheetId="1" r:id="s1"/></sheets></workbook>`,
  ]);
  part('xl/_rels/workbook.xml.rels', [
    relationships([
      ['s1', 'worksheet', 'worksheets/sheet1.xml'],
      ['s2', 'sharedStrings', 'sharedStrings.xml'],
      ['s3', 'styles', 'styles.xml'],
    ]),
  ]);
  part('xl/styles.xml', [
    `${XML}<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
  ]);
  part('xl/worksheets/sheet1.xml', sheetXml(rows, shared));
  part('xl/sharedStrings.xml', sharedXml(shared));
  zip.end();
  await finished(file);
}

const relationships = (items: [string, string, string][]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}">${items
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

function* sheetXml(rows: number, shared: Shared): Generator<string> {
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetData>`;
  yield rowXml(1, LABELS, shared);
  for (let row = 0; row < rows; row++) yield rowXml(row + 2, answer(row), shared);
  yield '</sheetData></worksheet>';
}

function rowXml(row: number, cells: readonly (string | number)[], shared: Shared): string {
  const xml = cells.map((cell, at) => {
    const place = `${String.fromCharCode(65 + at)}${row}`;
    if (typeof cell === 'string') return `<c r="${place}" t="s"><v>${shared.place(cell)}</v></c>`;
    return at === 1 ? `<c r="${place}" s="1"><v>${cell}</v></c>` : `<c r="${place}"><v>${cell}</v></c>`;
  });
  return `<row r="${row}" spans="1:10">${xml.join('')}</row>`;
}

function* sharedXml({ texts }: Shared): Generator<string> {
  yield `${XML}<sst xmlns="${MAIN}" uniqueCount="${texts.length}">`;
  for (const text of texts) yield `<si><t>${text}</t></si>`;
  yield '</sst>';
}

/** One answer in three has a comment, each another one; every row has a reference of its own. */
const answer = (row: number): (string | number)[] => [
  `R${row}`,
  46_082 + (row % 90),
  `PL${1 + (row % 9)} ${row % 10}AA`,
  '25-34',
  ...[0, 1, 2].map((at) => STEPS[(row * 7 + at) % 4]!),
  1 + (row % 5),
  row % 3 ? '' : `${WORDS.map((_, at) => WORDS[(row * at + at) % WORDS.length]).join(' ')} ${row}`,
  'Drake',
];

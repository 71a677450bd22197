/**
 * Makes the first cell of each row of a table's body its header (TH, Scope Row), which the typesetter can't be told to, and takes the list of
 * headers off the other cells: by scope a reader then finds both, by the list the column's alone (ISO 32000-1, 14.8.5.7). The file is of the
 * typesetter's own writing: objects in the clear, one cross-reference table, no updates; offsets are written anew.
 * @throws Error where the file is built otherwise
 */
export function markRowHeaders(pdf: Buffer): Buffer {
  const file = readObjects(pdf);
  const bodies = new Map<number, string>();
  const body = (id: number): string => {
    const held = bodies.get(id) ?? elementOf(pdf, file, id);
    bodies.set(id, held);
    return held;
  };
  const changed = new Map<number, Buffer>();
  for (const row of file.ids.filter((id) => /\/S \/TR\b/.test(body(id)) && inBody(id, body))) {
    cellsOf(body(row)).forEach((cell, at) => {
      const text = body(cell);
      if (/\/S \/TD\b/.test(text))
        changed.set(cell, Buffer.from(at === 0 ? asHeader(text) : withoutHeaders(text), 'latin1'));
    });
  }
  return rewrite(pdf, file, changed);
}

interface Objects {
  /** In the order in which they stand in the file. */
  ids: number[];
  /** Bytes of an object, to the start of the next. */
  span: ReadonlyMap<number, readonly [from: number, to: number]>;
  xref: number;
  trailer: number;
}

function readObjects(pdf: Buffer): Objects {
  const [, tail] = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.toString('latin1', pdf.length - 64)) ?? [];
  const xref = Number(tail);
  const [head = '', many] = /^xref\s+0 (\d+)\s+/.exec(pdf.toString('latin1', xref, xref + 40)) ?? [];
  if (!many) throw new Error('the PDF has no plain cross-reference table');
  const offsets = Array.from({ length: Number(many) }, (_, id) => {
    const line = pdf.toString('latin1', xref + head.length + id * 20, xref + head.length + id * 20 + 18);
    return line.endsWith('n') ? Number(line.slice(0, 10)) : null;
  });
  const ids = [...offsets.keys()]
    .filter((id) => offsets[id] !== null)
    .sort((a, b) => offsets[a]! - offsets[b]!);
  const span = ids.map((id, at) => [id, [offsets[id]!, offsets[ids[at + 1] ?? -1] ?? xref]] as const);
  return { ids, span: new Map(span), xref, trailer: xref + head.length + Number(many) * 20 };
}

/** Text of a structure element; empty for every other object, which may be large. */
function elementOf(pdf: Buffer, { span }: Objects, id: number): string {
  const [from, to] = span.get(id) ?? [0, 0];
  return pdf.subarray(from, from + 60).includes('/Type /StructElem') ? pdf.toString('latin1', from, to) : '';
}

const inBody = (row: number, body: (id: number) => string): boolean =>
  /\/S \/TBody\b/.test(body(Number(/\/P (\d+) 0 R/.exec(body(row))?.[1])));

const cellsOf = (row: string): number[] =>
  [...(/\/K \[([^\]]*)\]/.exec(row)?.[1] ?? /\/K (\d+ 0 R)/.exec(row)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(
    ([, id]) => Number(id),
  );

const withoutHeaders = (cell: string): string => cell.replace(/\s*\/Headers \[[^\]]*\]/, '');
const asHeader = (cell: string): string =>
  withoutHeaders(cell)
    .replace(/\/S \/TD\b/, '/S /TH')
    .replace('/O /Table', '/O /Table\n    /Scope /Row');

function rewrite(
  pdf: Buffer,
  { ids, span, xref, trailer }: Objects,
  changed: ReadonlyMap<number, Buffer>,
): Buffer {
  const first = span.get(ids[0] ?? -1)?.[0] ?? xref;
  const pieces = [pdf.subarray(0, first)];
  const offsets = new Map<number, number>();
  let at = first;
  for (const id of ids) {
    const [from, to] = span.get(id)!;
    const piece = changed.get(id) ?? pdf.subarray(from, to);
    offsets.set(id, at);
    pieces.push(piece);
    at += piece.length;
  }
  const lines = Array.from({ length: Math.max(...ids) + 1 }, (_, id) => {
    const offset = offsets.get(id);
    return offset === undefined
      ? '0000000000 65535 f\r\n'
      : `${String(offset).padStart(10, '0')} 00000 n\r\n`;
  });
  const end = pdf.toString('latin1', trailer).replace(/startxref\s+\d+/, `startxref\n${at}`);
  return Buffer.concat([
    ...pieces,
    Buffer.from(`xref\n0 ${lines.length}\n${lines.join('')}${end}`, 'latin1'),
  ]);
}

import { ok, type AgencyKind, type Outcome, type Problem } from '#domain';
import type { Connector, DeliveredFile, ReadContext, ReadOutcome } from './contract.js';
import { assemble, outcomeOfProblem } from './mapping/assemble.js';
import { mappedFieldKinds } from './mapping/fields.js';
import { refsOf, labelKey } from './mapping/labels.js';
import { notesOf } from './mapping/notes.js';
import { RowReader } from './mapping/record.js';
import { parseMapping, type ColumnRule, type SheetMapping } from './mapping/schema.js';
import { readGrid } from './reading/read-grid.js';
import { labelGrid, type Table } from './reading/table.js';

export interface TabularOptions {
  code: string;
  title: string;
  agencyKinds: readonly AgencyKind[];
  /** Rules for columns that this layout always has; a mapping that names the column itself has the last word. */
  preset?: readonly ColumnRule[];
}

/** A connector whose files are tables read under a mapping document: what most layouts need, and no more. */
export function tabularConnector({ code, title, agencyKinds, preset = [] }: TabularOptions): Connector {
  const parse = (document: unknown): Outcome<SheetMapping, string> => {
    const mapping = parseMapping(document);
    return mapping.ok ? ok(withPreset(mapping.value, preset)) : mapping;
  };
  return {
    code, title, agencyKinds,
    ways: ['file'],
    checkMapping: (document) => mappingProblem(parse(document)),
    fieldKinds: (document) => fieldKindsOf(parse(document)),
    read: async (files, document) => {
      const mapping = parse(document);
      return mapping.ok ? await readTables(files, mapping.value, document) : refusedMapping(mapping.error);
    },
    toRecord: rowReaders(parse),
  };
}

export function mappingProblem(mapping: Outcome<unknown, string>): Problem | null {
  return mapping.ok ? null : { next: 'refuse', code: 'mapping-invalid', reason: `The mapping is not valid: ${mapping.error}.` };
}

/** Of an invalid mapping nothing is known, so nothing may be sent under it: the empty list goes with a refusal by `checkMapping`. */
export const fieldKindsOf = (mapping: Outcome<SheetMapping, string>): ReturnType<Connector['fieldKinds']> =>
  mapping.ok ? mappedFieldKinds(mapping.value) : [];

export const refusedMapping = (why: string): ReadOutcome => ({
  status: 'refused', code: 'mapping-invalid', reason: `The mapping is not valid: ${why}.`, rejections: [],
});

/** The mapping plus the layout's own rules for columns that it does not speak of. */
export function withPreset(mapping: SheetMapping, preset: readonly ColumnRule[]): SheetMapping {
  const named = new Set(mapping.columns.flatMap(refsOf).map((ref) => labelKey(String(ref))));
  const added = preset.filter((rule) => !refsOf(rule).some((ref) => named.has(labelKey(String(ref)))));
  return { ...mapping, columns: [...mapping.columns, ...added] };
}

async function readTables(files: DeliveredFile[], mapping: SheetMapping, document: unknown): Promise<ReadOutcome> {
  const problem = fileNamesProblem(files);
  if (problem) return problem;
  const tables: Table[] = [];
  for (const file of files) {
    const grid = await readGrid(file, mapping.layout);
    if (!grid.ok) return outcomeOfProblem(file.name, grid.error, mapping);
    tables.push(labelGrid(file.name, grid.value, mapping.layout));
  }
  return assemble({ tables, mapping, document, engagements: [] });
}

/** A delivery has at least one file, and a place in it can be named: no two files share a name. */
export function fileNamesProblem(files: DeliveredFile[]): ReadOutcome | null {
  if (files.length === 0) return { status: 'refused', code: 'files-absent', reason: 'The delivery holds no file.', rejections: [] };
  if (new Set(files.map(({ name }) => name)).size === files.length) return null;
  return { status: 'refused', code: 'file-name-repeated', reason: 'Two files of the delivery have the same name.', rejections: [] };
}

/** `toRecord` over a mapping; the reader is prepared once for each delivery's context. */
export function rowReaders(parse: (document: unknown) => Outcome<SheetMapping, string>): Connector['toRecord'] {
  const prepared = new WeakMap<ReadContext, RowReader>();
  return (row, context) => {
    let reader = prepared.get(context);
    if (!reader) {
      const mapping = parse(context.mapping);
      if (!mapping.ok) {
        const reason = 'The mapping under which this row was delivered is no longer valid.';
        return notReadable(row.file, row.row, reason);
      }
      reader = new RowReader(mapping.value, notesOf(context));
      prepared.set(context, reader);
    }
    return reader.read(row);
  };
}

const notReadable = (file: string, row: number, reason: string): ReturnType<Connector['toRecord']> => ({
  ok: false,
  rejections: [{ file, row, column: null, code: 'mapping-invalid', reason }],
});

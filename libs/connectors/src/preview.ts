import type { DeliveredFile } from './contract.js';
import { resolveColumns, refName } from './mapping/resolve.js';
import { mappingParser } from './mapping/parse.js';
import { sheetMapping, type SheetMapping } from './mapping/schema.js';
import { suggestMapping, type Suggestion } from './mapping/suggest.js';
import { DEFAULT_LAYOUT, type Layout } from './reading/grid.js';
import { readGrid } from './reading/read-grid.js';
import { labelGrid } from './reading/table.js';

/** What the upload page shows of a file before anything is taken in. */
export type FilePreview =
  | {
      file: string;
      ok: true;
      kind: 'csv' | 'json' | 'xlsx';
      encoding: string | null;
      /** What was taken for granted, to be looked at: encoding, delimiter, sheet. */
      assumptions: string[];
      header: string[];
      /** The first rows as decoded, cells in the order of the header. */
      rows: { row: number; cells: (string | null)[] }[];
      /** Rows in the file, with those that can't be used. */
      rowCount: number;
      unusable: number;
      /** Columns that the given mapping demands and the file hasn't; labels that it does not speak of. */
      missing: string[];
      unknown: string[];
      suggestion: Suggestion;
    }
  | { file: string; ok: false; status: 'held' | 'refused'; code: string; reason: string };

/** Rows shown, and rows from which a mapping is suggested. */
const SHOWN = 20;
const SAMPLED = 200;

/**
 * The first rows of each file as they would be read.
 * @param mapping a mapping document, complete or only its `layout` (`{ layout: { encoding: 'windows-1252' } }`); null for none
 */
export async function preview(files: DeliveredFile[], mapping: unknown = null): Promise<FilePreview[]> {
  const complete = mappingParser()(mapping);
  const layout = complete.ok ? complete.value.layout : layoutOf(mapping);
  return await Promise.all(
    files.map((file) => previewFile(file, layout, complete.ok ? complete.value : null)),
  );
}

function layoutOf(mapping: unknown): Layout {
  const part = sheetMapping
    .pick({ layout: true })
    .safeParse({ layout: (mapping as { layout?: unknown } | null)?.layout ?? {} });
  return part.success ? part.data.layout : DEFAULT_LAYOUT;
}

async function previewFile(
  file: DeliveredFile,
  layout: Layout,
  mapping: SheetMapping | null,
): Promise<FilePreview> {
  const grid = await readGrid(file, layout);
  if (!grid.ok) {
    const { status, code, reason } = grid.error;
    return { file: file.name, ok: false, status, code, reason };
  }
  const table = labelGrid(file.name, grid.value, layout);
  const resolution = mapping && resolveColumns(mapping, table);
  return {
    file: file.name,
    ok: true,
    kind: table.kind,
    encoding: table.encoding,
    assumptions: table.assumptions,
    header: table.labels,
    rows: table.rows
      .slice(0, SHOWN)
      .map(({ row, cells }) => ({ row, cells: table.labels.map((label) => cells[label] ?? null) })),
    rowCount: table.rows.length + table.rejections.length,
    unusable: table.rejections.length,
    missing: resolution?.missing.map(refName) ?? [],
    unknown: resolution?.unknown ?? [],
    suggestion: suggestMapping(
      table.labels,
      table.rows.slice(0, SAMPLED).map(({ cells }) => cells),
    ),
  };
}

import type { DeliveredFile } from './contract.js';
import { resolveColumns, refName } from './mapping/resolve.js';
import { mappingParser } from './mapping/parse.js';
import { sheetMapping, type SheetMapping } from './mapping/schema.js';
import { DEFAULT_LAYOUT, type Grid, type Layout } from './reading/grid.js';
import { readGrid } from './reading/read-grid.js';
import { labelGrid, type Table } from './reading/table.js';
import type { LayoutKnowledge } from './recognise/layout.js';
import type { Recognition } from './recognise/recognition.js';
import { recognise } from './recognise/recognise.js';
import { namedAfter, toMapping } from './recognise/to-mapping.js';
import { layouts } from './registry.js';
import { chosenGrid, recogniseChosen, sheetOf, tableUnder } from './see-table.js';
import { labelledSheet, suggestionOf, type Suggestion } from './suggest.js';

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

/** Rows shown. */
const SHOWN = 20;

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
  const known = await layouts();
  const grid = await readGrid(file, layout, { all: mapping === null });
  if (!grid.ok) {
    const { status, code, reason } = grid.error;
    return { file: file.name, ok: false, status, code, reason };
  }
  const { table, seen } = shown(file.name, grid.value, layout, mapping, known);
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
    suggestion: suggestionOf(seen, file.name),
  };
}

/** The file under its mapping; under a stated layout alone; or as the hub recognises it. */
function shown(
  file: string,
  grid: Grid,
  layout: Layout,
  mapping: SheetMapping | null,
  known: readonly LayoutKnowledge[],
): { table: Table; seen: Recognition } {
  if (mapping) return { table: tableUnder(file, grid, mapping), seen: recognise(sheetOf(grid), known) };
  if (!isDefault(layout)) {
    const table = labelGrid(file, grid, layout);
    return {
      table,
      seen: recognise(
        labelledSheet(
          table.labels,
          table.rows.map(({ cells }) => cells),
        ),
        known,
      ),
    };
  }
  const chosen = chosenGrid(grid);
  const seen = recogniseChosen(chosen, known);
  return { table: tableUnder(file, chosen.grid, toMapping(seen, namedAfter(file))), seen };
}

/** Does the layout say nothing about rows? Where it does, a person has looked already. */
const isDefault = (layout: Layout): boolean =>
  (['headerRows', 'labelFrom', 'skipRows', 'footerRows', 'jsonHeaderRows'] as const).every(
    (part) => layout[part] === DEFAULT_LAYOUT[part],
  );

import type { AgencyKind } from '#domain';
import type { Connector, DeliveredFile, ReadOutcome } from './contract.js';
import { fileNamesProblem, mappingRefused, outcomeOfProblem } from './read-problems.js';
import { assemble } from './mapping/assemble.js';
import { mappedFieldKinds } from './mapping/fields.js';
import { mappingParser, mappingProblem, type LayoutPreset } from './mapping/parse.js';
import { rowReaders } from './mapping/row-readers.js';
import type { SheetMapping } from './mapping/schema.js';
import { held } from './reading/place.js';
import { readGrid } from './reading/read-grid.js';
import type { LayoutKnowledge } from './recognise/layout.js';
import type { Table } from './reading/table.js';
import { strangeSheets, strangeSheetsReason, tableUnder } from './see-table.js';

export interface TabularOptions extends LayoutPreset {
  code: string;
  title: string;
  agencyKinds: readonly AgencyKind[];
  /** How a file of this tool is recognised, and what is known of its columns and rows. */
  layout?: Omit<LayoutKnowledge, 'code' | 'title'>;
}

/** A connector whose files are tables read under a mapping document: what most layouts need, and no more. */
export function tabularConnector({ code, title, agencyKinds, layout, ...preset }: TabularOptions): Connector {
  const parse = mappingParser(preset);
  return {
    code,
    title,
    agencyKinds,
    ...(layout ? { layout: { code, title, ...layout } } : {}),
    ways: ['file'],
    checkMapping: (document) => mappingProblem(parse(document)),
    wholeMapping: (document) => {
      const mapping = parse(document);
      return mapping.ok ? mapping.value : null;
    },
    fieldKinds: (document) => {
      const mapping = parse(document);
      return mapping.ok ? mappedFieldKinds(mapping.value) : [];
    },
    read: async (files, document) => {
      const mapping = parse(document);
      return mapping.ok ? await readTables(files, mapping.value, document) : mappingRefused(mapping.error);
    },
    toRecord: rowReaders(parse),
  };
}

async function readTables(
  files: DeliveredFile[],
  mapping: SheetMapping,
  document: unknown,
): Promise<ReadOutcome> {
  const problem = fileNamesProblem(files);
  if (problem) return problem;
  const tables: Table[] = [];
  for (const file of files) {
    const grid = await readGrid(file, mapping.layout, { all: mapping.layout.otherSheets !== null });
    if (!grid.ok) return outcomeOfProblem(file.name, grid.error, mapping);
    const strange = strangeSheets(grid.value, mapping);
    if (strange.length > 0) {
      const otherSheets = [...(mapping.layout.otherSheets ?? []), ...strange];
      const unknown = held('sheet-unknown', strangeSheetsReason(strange), { otherSheets });
      return outcomeOfProblem(file.name, unknown, mapping);
    }
    tables.push(tableUnder(file.name, grid.value, mapping));
  }
  return assemble({ tables, mapping, document, engagements: [] });
}

import {
  previewApart,
  type Connector,
  type DeliveredFile,
  type DeliveryLook,
  type FilePreview,
} from '#connectors';
import type { DeliveryPreview } from './preview.type.js';

type Shown = Extract<FilePreview, { ok: true }>;

const UNREADABLE: DeliveryPreview = {
  readable: false,
  problem: null,
  encoding: null,
  delimiter: null,
  sheet: null,
  header: [],
  rows: [],
  rowCount: 0,
  columns: [],
  suggestedMapping: null,
  notes: [],
};

/**
 * What the hub makes of a file before it is delivered; nothing is stored.
 * @param mapping the one to be used: the partner's own choice, or the source's
 */
export async function previewFile(
  file: DeliveredFile,
  connector: Connector,
  mapping: unknown,
): Promise<DeliveryPreview> {
  const look = await previewApart(connector.code, file, mapping);
  const { seen } = look;
  const problem = look.problem?.reason ?? null;
  if (!seen.ok) return { ...UNREADABLE, problem: seen.reason };
  return {
    ...UNREADABLE,
    ...cells(seen),
    readable: true,
    problem,
    suggestedMapping: mappingToUse(look, mapping, seen),
    notes: [...seen.assumptions, ...(problem === null ? [] : seen.suggestion.questions)],
  };
}

function cells({ encoding, header, rows, rowCount, suggestion }: Shown) {
  const columns = suggestion.columns.map(({ column, as, confidence, reason }, position) => ({
    label: column,
    position,
    as,
    confidence,
    why: reason,
  }));
  return { encoding, header, rows: rows.map((row) => row.cells), rowCount, columns };
}

/** The mapping as it is where it fits, as mended where it nearly does, and a new one where there is nothing to mend. */
function mappingToUse({ problem }: DeliveryLook, mapping: unknown, { suggestion }: Shown): unknown {
  if (!problem) return mapping;
  return problem.suggestedMapping ?? suggestion.mapping;
}

import type { DeliveredFile, ReadOutcome } from './contract.js';
import { rejectRow, type FileProblem } from './reading/place.js';
import type { SheetMapping } from './mapping/schema.js';

/** Reading under a mapping that is none. */
export const mappingRefused = (why: string): ReadOutcome => ({
  status: 'refused',
  code: 'mapping-invalid',
  reason: `The mapping is not valid: ${why}.`,
  rejections: [],
});

/** A delivery has at least one file, and a place in it can be named: no two files share a name. */
export function fileNamesProblem(files: DeliveredFile[]): ReadOutcome | null {
  if (files.length === 0)
    return { status: 'refused', code: 'files-absent', reason: 'The delivery holds no file.', rejections: [] };
  if (new Set(files.map(({ name }) => name)).size === files.length) return null;
  return {
    status: 'refused',
    code: 'file-name-repeated',
    reason: 'Two files of the delivery have the same name.',
    rejections: [],
  };
}

/** A problem of one file as the outcome of its delivery; a held one proposes the mapping that would settle it. */
export function outcomeOfProblem(
  file: string,
  problem: FileProblem,
  mapping: SheetMapping | null,
): ReadOutcome {
  const { code, row, status, layout } = problem;
  const rejections = [rejectRow(file, row, code, problem.reason)];
  const reason = `${file}: ${problem.reason}`;
  if (status === 'refused') return { status, code, reason, rejections };
  return {
    status,
    code,
    reason,
    rejections,
    suggestedMapping: mapping && { ...mapping, layout: { ...mapping.layout, ...layout } },
  };
}

import type { CanonicalRecord, Rejection } from '#domain';

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/**
 * Why a record can't be kept as it is: text must come back byte for byte, and PostgreSQL stores neither NUL nor half
 * a character. Returns null where all is well.
 */
export function unstorable(record: CanonicalRecord): Rejection | null {
  const fault = find(record);
  if (!fault) return null;
  return {
    file: record.file,
    row: record.row,
    column: null,
    code: fault === 'nul' ? 'text-has-nul' : fault === 'half' ? 'text-not-unicode' : 'text-lost',
    reason:
      fault === 'nul'
        ? 'A NUL character stands in this row; save the file without it.'
        : fault === 'half'
          ? 'Half a character (a lone surrogate) stands in this row; save the file as UTF-8.'
          : 'A character was lost before the file reached us (U+FFFD); save the file again from its source.',
  };
}

function find(value: unknown): 'nul' | 'half' | 'lost' | null {
  if (typeof value === 'string') {
    if (value.includes('\u0000')) return 'nul';
    if (LONE_SURROGATE.test(value)) return 'half';
    return value.includes('\uFFFD') ? 'lost' : null;
  }
  if (value === null || typeof value !== 'object') return null;
  for (const inner of Object.values(value)) {
    const fault = find(inner);
    if (fault) return fault;
  }
  return null;
}

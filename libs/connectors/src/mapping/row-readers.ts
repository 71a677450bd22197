import type { Connector, ReadContext } from '../contract.js';
import { notesOf } from './notes.js';
import type { MappingParser } from './parse.js';
import { RowReader } from './record.js';

/** `toRecord` under a mapping; the reader is prepared once for each delivery's context. */
export function rowReaders(parse: MappingParser): Connector['toRecord'] {
  const prepared = new WeakMap<ReadContext, RowReader>();
  return (row, context) => {
    let reader = prepared.get(context);
    if (!reader) {
      const mapping = parse(context.mapping);
      if (!mapping.ok) {
        const reason = 'The mapping under which this row was delivered is no longer valid.';
        return {
          ok: false,
          rejections: [{ file: row.file, row: row.row, column: null, code: 'mapping-invalid', reason }],
        };
      }
      reader = new RowReader(mapping.value, notesOf(context));
      prepared.set(context, reader);
    }
    return reader.read(row);
  };
}

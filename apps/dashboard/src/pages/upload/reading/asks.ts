import type { Ask } from '../look';
import { openAsks } from './draft';
import type { Reading } from './useReading';
import { fieldWord } from './words';

/** Everything that needs a person: what the agreement forbids, what the hub is unsure of, and else what would make the file wait. */
export function asksOf({ look, draft }: Reading, agreement: { fields: readonly string[] } | null): Ask[] {
  const forbidden = agreement
    ? look.fields
        .filter((field) => !agreement.fields.includes(field))
        .map((field): Ask => ({
          column: field,
          about: 'agreement',
          why: `The file carries ${fieldWord(field)}, which your agreement does not cover: it would be refused. Leave these columns out, or have the agreement changed first.`,
        }))
    : [];
  const open = openAsks([...forbidden, ...look.asks], draft.settled);
  if (open.length > 0 || !look.problem) return open;
  return openAsks([{ column: null, about: 'would-wait', why: look.problem.reason }], draft.settled);
}

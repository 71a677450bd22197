import { badRequest } from '../../graphql/errors.js';

/** Anybody may say that a figure looks wrong, so what is said is short. @throws ApiError BAD_REQUEST */
export function checkProblem(figure: string, note: string): void {
  const unwritable = (text: string): boolean => text.includes('\0');
  if (!note.trim() || note.length > 2_000 || unwritable(note))
    throw badRequest('Say what looks wrong, in at most 2,000 characters.');
  if (!figure.trim() || figure.length > 500 || unwritable(figure))
    throw badRequest('Name the figure by its id.');
}

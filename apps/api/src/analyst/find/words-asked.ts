import { badRequest } from '../../graphql/errors.js';

const LONGEST = 200;

/** What is looked for, as it is asked with. @throws ApiError for too little and too much */
export function wordsAsked(words: string): string {
  const asked = words.trim();
  if (asked.length < 2 || asked.length > LONGEST) throw badRequest('Search for 2 to 200 characters.');
  return asked;
}

/** Whether this may be an id that counts up: digits that a number holds exactly. */
export const isCounted = (id: string): boolean => /^\d{1,15}$/.test(id);

/** The number in an id that counts up. @throws ApiError for what is none */
export function markOf(id: string): number {
  if (!isCounted(id)) throw badRequest('This is no mark of a saved search.');
  return Number(id);
}

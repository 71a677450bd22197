import type { ListStatement } from '../lists/bounds.js';

const count = (value: number): string => value.toLocaleString('en-GB');

/** A sum of which another number is told, corrected by its theme's audit. */
export const SUM_WORDS = 'The sum of the parts; a few people may be in two of them';

/** What is said of a ticked list; nothing is called people that is not a count of people. */
export function listWords(list: ListStatement): string {
  if (list.kind === 'sum') {
    const sum = `${count(list.people)} people: the sum of the parts`;
    return list.once
      ? `${sum}, of which each person is in one`
      : `${sum}; a few may be in two of them, so between ${count(list.low)} and ${count(list.high)}`;
  }
  if (list.kind === 'between')
    return `Between ${count(list.low)} and ${count(list.high)} people: a person may be in several parts`;
  return 'A person may be in several parts, so they are shown one by one and not added up';
}

import type { ListStatement } from '../lists/bounds.js';

const count = (value: number): string => value.toLocaleString('en-GB');

/** What is said of a ticked list; nothing is called people that is not a count of people. */
export function listWords(list: ListStatement): string {
  if (list.kind === 'sum')
    return `${count(list.people)} people: the sum of the parts, of which each person is in one`;
  if (list.kind === 'between')
    return `Between ${count(list.low)} and ${count(list.high)} people: a person may be in several parts`;
  return 'A person may be in several parts, so they are shown one by one and not added up';
}

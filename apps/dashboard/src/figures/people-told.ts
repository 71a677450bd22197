import { AS_COMPUTER_COUNTED, computerCounted, soMany } from '#statements';
import type { Published } from './figure';
import { count } from './format';

/** "410 people"; of a theme that is only indicative "about 410 people". */
export const peopleTold = ({ grade, people }: Pick<Published, 'grade' | 'people'>): string =>
  `${soMany(count(people.value), grade === 'INDICATIVE')} people`;

type Counts = Pick<Published, 'asCounted' | 'submissions' | 'arguments'>;

/** Are its people corrected? What else was counted of it is then of another count. */
const isCorrected = ({ asCounted }: Pick<Published, 'asCounted'>): boolean => asCounted !== null;

/** What goes on after its people: what they made, or a sentence apart where their number is corrected and that of what they made is not. */
export function afterPeople(figure: Counts): string {
  const [submissions, different] = [count(figure.submissions.value), count(figure.arguments.value)];
  return isCorrected(figure)
    ? `. ${computerCounted(submissions, different)}`
    : ` made ${submissions} submissions, ${different} distinct arguments.`;
}

/** Name of a number that stands in one list with its people. */
export const besidePeople = (name: string, figures: readonly Pick<Published, 'asCounted'>[]): string =>
  figures.some(isCorrected) ? `${name}${AS_COMPUTER_COUNTED}` : name;

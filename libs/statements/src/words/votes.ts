import { listed } from './names.js';

/** How many statements stand clearly, as `standingOf` finds them: each by a 95% range of its own. */
export interface ClearStatements {
  mostAgree: number;
  mostDisagree: number;
  divide: number;
}

/** The heading over votes on statements; a statement without a clear standing is in no count. */
export function votesHeading({ mostAgree, mostDisagree, divide }: ClearStatements): string {
  const parts = [
    mostAgree > 0 && `most agree with ${mostAgree} ${mostAgree === 1 ? 'statement' : 'statements'}`,
    mostDisagree > 0 && `most disagree with ${mostDisagree}`,
    divide > 0 && `${divide} ${divide === 1 ? 'divides' : 'divide'}`,
  ].filter((part): part is string => part !== false);
  if (parts.length === 0) return 'No statement has a clear majority';
  const sentence = listed(parts);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

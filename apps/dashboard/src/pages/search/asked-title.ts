import { plural } from '../../figures/format';
import type { AskedBeforeQuery } from '../../gql/graphql';

/** What was found of questions like one, in a line: numbers are of all that was found, not of the few that are shown. */
export function titleOf({
  edition,
  wordings,
  agencies,
}: Pick<AskedBeforeQuery['askedBefore'], 'edition' | 'wordings' | 'agencies'>): string {
  if (edition === null) return 'Whether this was asked before is not known yet';
  if (wordings === 0) return `No question like it was found in edition ${edition}`;
  return `Asked before: ${plural(wordings, 'question', 'questions')} like it, by ${plural(agencies, 'agency', 'agencies')}`;
}

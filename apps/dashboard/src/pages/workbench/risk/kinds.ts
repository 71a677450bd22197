import type { SafeguardingQuery } from '../../../gql/graphql';
import { count, percent, plural } from '../../../figures/format';

export type FlaggedComment = SafeguardingQuery['safeguardingQueue'][number];
type RiskLooks = SafeguardingQuery['riskLooks'];

const NAMES: Record<string, string> = {
  suicide: 'Wish to die',
  'self-harm': 'Harm to oneself',
  abuse: 'Abuse',
  harm: 'Harm by somebody near',
  neglect: 'Hunger or neglect',
  risk: 'At risk',
  child: 'A child at risk',
  exploitation: 'Used or forced by others',
  followed: 'Being followed',
  threats: 'Threats',
};

/** A kind of risk, in words. */
export const kindName = (code: string): string => NAMES[code] ?? code.replaceAll('-', ' ');

/** A kind of risk and what found it: the model with how sure it is, or a phrase. */
export const signWords = ({ kind, by, chance }: FlaggedComment['signs'][number]): string =>
  `${kindName(kind)} (${by === 'MODEL' ? `model ${percent(100 * (chance ?? 0), null)}` : 'phrase'})`;

/** How comments were looked at, where that is not all that it should be; null where phrases and model have read every one. */
export function looksWords({ phrases, waiting }: RiskLooks): string | null {
  const parts = [
    phrases > 0 &&
      `${plural(phrases, 'comment was', 'comments were')} looked at by phrases alone, which miss more than they find, because the sentence model is not in use here.`,
    waiting > 0 && `The model has yet to read ${count(waiting)}.`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join(' ') : null;
}

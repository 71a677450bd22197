import type { SafeguardingQuery } from '../../../gql/graphql';

export type FlaggedComment = SafeguardingQuery['safeguardingQueue'][number];

const NAMES: Record<string, string> = {
  suicide: 'Wish to die',
  'self-harm': 'Harm to oneself',
  abuse: 'Abuse',
  harm: 'Harm by somebody near',
  neglect: 'Hunger or neglect',
  risk: 'At risk',
};

/** A kind of risk, in words. */
export const kindName = (code: string): string => NAMES[code] ?? code.replaceAll('-', ' ');

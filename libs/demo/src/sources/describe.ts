import { ENGAGEMENTS } from '../story/agencies.js';
import type { Rule } from './rules.js';

/**
 * The engagement that a source's rows belong to, for layouts that do not describe it themselves.
 * @throws RangeError where the source has not exactly one: a mistake in the list of engagements
 */
export function engagementOf(source: string): Rule {
  const [engagement, ...others] = ENGAGEMENTS.filter((candidate) => candidate.source === source);
  if (!engagement || others.length > 0)
    throw new RangeError(`the source ${source} should have one engagement`);
  return {
    key: engagement.key,
    title: engagement.title,
    kind: engagement.kind,
    participation: engagement.participation,
    opens: engagement.opens,
    closes: engagement.closes,
    channel: engagement.channel,
    decisionOwner: engagement.decisionOwner,
    canStillChange: engagement.canStillChange,
    targetCommunities: [...engagement.communities],
  };
}

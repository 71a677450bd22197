import type { Frozen } from '../frozen/frozen.js';

/**
 * The version of a rule that an edition was published by: what it says stays, whatever the rule says later.
 * @returns 0 of an edition made before rules were kept, of one that has no such rule, and of working facts
 */
export const ruleVersion = (
  { frozen }: { frozen: Pick<Frozen, 'rules'> | null },
  { code }: { code: string },
): number => frozen?.rules.find((rule) => rule.code === code)?.version ?? 0;

import { createHash } from 'node:crypto';
import type { CoderModel } from '../contract.js';
import { rules } from '../codebooks/safer-plymouth/rules.js';
import type { ThemeRule } from './rule.js';

/** A model that codes by phrase rules alone; its version is the hash of the rules. */
export function ruleModelOf(themeRules: ThemeRule[]): CoderModel {
  const hash = createHash('sha256').update(JSON.stringify(themeRules)).digest('hex');
  return { version: `rules-${hash.slice(0, 16)}`, kind: 'rules', parameters: { rules: themeRules } };
}

/** The default: the phrase rules of Safer Plymouth. */
export const ruleModel: CoderModel = ruleModelOf(rules);

/** The rules that a model carries; none in a model that was not given any. */
export function rulesIn(model: CoderModel): ThemeRule[] {
  return (model.parameters['rules'] as ThemeRule[] | undefined) ?? [];
}

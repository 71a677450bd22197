import { createHash } from 'node:crypto';
import type { CoderModel } from '../contract.js';
import { rules } from '../codebooks/safer-plymouth/rules.js';
import { READING } from './reading.js';
import type { ThemeRule } from './rule.js';

/** A model that codes by phrase rules alone; its version is the hash of the rules and of the way of reading. */
export function ruleModelOf(themeRules: ThemeRule[]): CoderModel {
  const parameters = { rules: themeRules, reading: READING };
  const hash = createHash('sha256').update(JSON.stringify(parameters)).digest('hex');
  return { version: `rules-${hash.slice(0, 16)}`, kind: 'rules', parameters };
}

/** The default: the phrase rules of Safer Plymouth. */
export const ruleModel: CoderModel = ruleModelOf(rules);

/** The rules that a model carries; none in a model that was not given any. */
export function rulesIn(model: CoderModel): ThemeRule[] {
  return (model.parameters['rules'] as ThemeRule[] | undefined) ?? [];
}

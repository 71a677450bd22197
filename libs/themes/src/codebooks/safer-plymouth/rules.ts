import type { ThemeRule } from '../../coders/rule.js';
import { disorderRules } from './rules-disorder.js';
import { harmRules } from './rules-harm.js';
import { placeRules } from './rules-places.js';
import { policingRules } from './rules-policing.js';
import { serviceRules } from './rules-services.js';

/** All phrase rules of Safer Plymouth. Precisions are assumed until an audit sample measures them. */
export const rules: ThemeRule[] = [
  ...disorderRules,
  ...harmRules,
  ...placeRules,
  ...policingRules,
  ...serviceRules,
];

import type { Codebook } from '#domain';
import type { CodebookFolder } from '../../coders/rule.js';
import { rules } from './rules.js';
import { disorder } from './themes-disorder.js';
import { harm } from './themes-harm.js';
import { places } from './themes-places.js';
import { services } from './themes-services.js';

/**
 * Safer Plymouth: what citizens say about safety in their community.
 *
 * Two levels. Code the most exact theme; a broader theme is coded only where none of its kinds fits, and figures of
 * a broader theme count its kinds too.
 */
export const codebook: Codebook = {
  code: 'safer-plymouth',
  version: 1,
  title: 'Safer Plymouth',
  themes: [...disorder, ...harm, ...places, ...services],
  note: 'First version.',
};

/** Police street-crime categories (data.police.uk codes) that a theme answers to, where one fits. */
export const policeCategories: Record<string, string[]> = {
  'anti-social-behaviour': ['anti-social-behaviour'],
  'vandalism-and-graffiti': ['criminal-damage-arson'],
  drugs: ['drugs'],
  violence: ['violent-crime', 'public-order'],
  assault: ['violent-crime'],
  'knife-crime': ['possession-of-weapons'],
  robbery: ['robbery'],
  'domestic-abuse': ['violent-crime'],
  'sexual-violence': ['violent-crime'],
  'hate-crime': ['public-order'],
  'burglary-and-theft': [
    'burglary',
    'vehicle-crime',
    'bicycle-theft',
    'theft-from-the-person',
    'other-theft',
  ],
  'business-and-retail-crime': ['shoplifting'],
};

/**
 * Kinds of recorded crime that a broader theme is set beside ("voice and record"): kinds that are about the theme and little else. Domestic
 * abuse, sexual violence and hate crime have none: police publish them within wider kinds, whose counts say nothing of them.
 */
export const recordedAs: Record<string, string[]> = {
  'anti-social-behaviour': ['anti-social-behaviour', 'criminal-damage-arson'],
  drugs: ['drugs'],
  violence: ['violent-crime', 'public-order', 'possession-of-weapons', 'robbery'],
  'burglary-and-theft': [
    'burglary',
    'vehicle-crime',
    'bicycle-theft',
    'theft-from-the-person',
    'other-theft',
  ],
  'business-and-retail-crime': ['shoplifting'],
};

const folder: CodebookFolder = { codebook, rules, policeCategories, recordedAs };
export default folder;

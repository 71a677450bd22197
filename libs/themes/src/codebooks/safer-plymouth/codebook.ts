import type { Codebook } from '#domain';
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

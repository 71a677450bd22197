import type { TrainingExample } from '../contract.js';
import { carryThemes } from './change.js';
import type { ThemeMapping } from './change.js';

/** Codings by people under the next version of a codebook. */
export interface CarriedCodings {
  examples: TrainingExample[];
  /** Responses that need a person again, because a theme of theirs was split, and the themes to choose from. */
  open: { responseId: string; themes: string[] }[];
}

/**
 * Carries codings to the next version of a codebook. What is open there is no training example: it would teach that
 * none of the parts fits.
 */
export function carryCodings(examples: readonly TrainingExample[], mapping: ThemeMapping): CarriedCodings {
  const carried: CarriedCodings = { examples: [], open: [] };
  for (const { response, themes } of examples) {
    const after = carryThemes(themes, mapping);
    if (after.open.length > 0) carried.open.push({ responseId: response.id, themes: after.open });
    else carried.examples.push({ response, themes: after.themes });
  }
  return carried;
}

import type { DemographicField } from './field.js';

/**
 * Harmonised codes (ONS harmonised principles, top level). A source's own bands map upwards only:
 * a band that straddles two codes is `unmapped`, never guessed.
 */
export const HARMONISED: Partial<Record<DemographicField, readonly { code: string; name: string }[]>> = {
  age: [
    { code: '0-14', name: 'Under 15' },
    { code: '15-24', name: '15 to 24' },
    { code: '25-34', name: '25 to 34' },
    { code: '35-49', name: '35 to 49' },
    { code: '50-64', name: '50 to 64' },
    { code: '65-74', name: '65 to 74' },
    { code: '75+', name: '75 and over' },
  ],
  sex: [
    { code: 'female', name: 'Female' },
    { code: 'male', name: 'Male' },
  ],
  'ethnic-group': [
    { code: 'asian', name: 'Asian, Asian British or Asian Welsh' },
    { code: 'black', name: 'Black, Black British, Black Welsh, Caribbean or African' },
    { code: 'mixed', name: 'Mixed or multiple ethnic groups' },
    { code: 'white-british', name: 'White: English, Welsh, Scottish, Northern Irish or British' },
    { code: 'white-other', name: 'White: other' },
    { code: 'other', name: 'Other ethnic group' },
  ],
  disability: [
    { code: 'yes', name: 'Disabled' },
    { code: 'no', name: 'Not disabled' },
  ],
};

/** Codes for an answer that says nothing about the person, kept distinct from each other. */
export const NOT_KNOWN_CODES = ['blank', 'prefer-not-to-say', 'unmapped'] as const;

import type { DemographicField } from './field.js';

/**
 * Harmonised codes (ONS harmonised principles, top level). A source's own bands map upwards only:
 * a band that straddles two codes is kept as asked, never guessed (equality/).
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
  gender: [
    { code: 'woman', name: 'Woman' },
    { code: 'man', name: 'Man' },
    { code: 'non-binary', name: 'Non-binary' },
    { code: 'trans-woman', name: 'Trans woman' },
    { code: 'trans-man', name: 'Trans man' },
    { code: 'another', name: 'Another gender identity' },
    { code: 'same-as-birth', name: 'Same as sex registered at birth' },
    { code: 'not-same-as-birth', name: 'Not the same as sex registered at birth' },
  ],
  // The question of the Census 2021, asked beside sex or gender. `gender` keeps its two codes for what was read before.
  'gender-identity': [
    { code: 'same-as-birth', name: 'Same as sex registered at birth' },
    { code: 'not-same-as-birth', name: 'Not the same as sex registered at birth' },
    { code: 'trans-woman', name: 'Trans woman' },
    { code: 'trans-man', name: 'Trans man' },
    { code: 'non-binary', name: 'Non-binary' },
    { code: 'another', name: 'Another gender identity' },
  ],
  religion: [
    { code: 'none', name: 'No religion' },
    { code: 'christian', name: 'Christian' },
    { code: 'buddhist', name: 'Buddhist' },
    { code: 'hindu', name: 'Hindu' },
    { code: 'jewish', name: 'Jewish' },
    { code: 'muslim', name: 'Muslim' },
    { code: 'sikh', name: 'Sikh' },
    { code: 'other', name: 'Other religion' },
  ],
  'sexual-orientation': [
    { code: 'straight', name: 'Straight or Heterosexual' },
    { code: 'gay-or-lesbian', name: 'Gay or Lesbian' },
    { code: 'bisexual', name: 'Bisexual' },
    { code: 'other', name: 'Other sexual orientation' },
  ],
  carer: [
    { code: 'yes', name: 'Unpaid carer' },
    { code: 'no', name: 'Not an unpaid carer' },
  ],
  pregnancy: [
    { code: 'yes', name: 'Pregnant or on maternity leave' },
    { code: 'no', name: 'Neither pregnant nor on maternity leave' },
  ],
  marriage: [
    { code: 'never-married', name: 'Never married or in a civil partnership' },
    { code: 'married', name: 'Married' },
    { code: 'civil-partnership', name: 'In a civil partnership' },
    { code: 'separated', name: 'Separated' },
    { code: 'divorced', name: 'Divorced or civil partnership dissolved' },
    { code: 'widowed', name: 'Widowed or surviving civil partner' },
  ],
  'armed-forces': [
    { code: 'yes', name: 'Serves or has served in the armed forces' },
    { code: 'no', name: 'Has not served in the armed forces' },
  ],
};

/**
 * Codes for an answer that says nothing about the person, kept distinct from each other; `dont-know` beside them (a table shows
 * it where it occurs, so that tables of older editions keep their shape).
 */
export const NOT_KNOWN_CODES = ['blank', 'prefer-not-to-say', 'unmapped'] as const;

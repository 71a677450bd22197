/**
 * The kinds of field a data-sharing agreement speaks of. A mapping says which column is which kind;
 * intake compares the two before anything is stored.
 */
export const IDENTIFYING_FIELDS = [
  'name',
  'email',
  'phone',
  'address',
  'postcode',
  'date-of-birth',
  'nhs-number',
  'system-id',
  'codes',
] as const;
export const DEMOGRAPHIC_FIELDS = [
  'age',
  'sex',
  'gender',
  'gender-identity',
  'ethnic-group',
  'disability',
  'religion',
  'sexual-orientation',
  'carer',
  'pregnancy',
  'marriage',
  'armed-forces',
  'tenure',
  'employment',
] as const;
export const CONTENT_FIELDS = ['free-text', 'answers', 'place', 'community', 'dates'] as const;
export const FIELD_KINDS = [...IDENTIFYING_FIELDS, ...DEMOGRAPHIC_FIELDS, ...CONTENT_FIELDS] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];
export type IdentifyingField = (typeof IDENTIFYING_FIELDS)[number];
export type DemographicField = (typeof DEMOGRAPHIC_FIELDS)[number];

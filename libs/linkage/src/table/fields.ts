/** The fields that the person model knows, in the order of their lanes in a record's row. */
export const FIELDS = [
  'givenName',
  'familyName',
  'dateOfBirth',
  'sex',
  'postcode',
  'place',
  'address',
  'email',
  'phone',
  'nationalId',
] as const;

export type FieldName = (typeof FIELDS)[number];

/** Lanes after the fields: where a record comes from, its middle names, then plain categories. */
export const SOURCE_LANE = 10;
export const SYSTEM_LANE = 11;
export const MIDDLE_LANE = 12;
export const FIRST_CATEGORY_LANE = 13;
/** Three bits a category must fit beside the rule bits of a pattern. */
export const MOST_CATEGORIES = 5;

/** Number of a field's lane. */
export const lane = (field: FieldName): number => FIELDS.indexOf(field);

/** One person's fields as given, before standardisation. */
export interface PersonFields {
  id: string;
  source?: string | null;
  systemId?: string | null;
  givenName?: string | null;
  familyName?: string | null;
  fullName?: string | null;
  dateOfBirth?: string | null;
  sex?: string | null;
  postcode?: string | null;
  place?: string | null;
  address?: string | null;
  email?: string | null;
  phone?: string | null;
  nationalId?: string | null;
  /** Values of the plain categories, in the order that the table was told. */
  categories?: readonly (string | null | undefined)[];
}

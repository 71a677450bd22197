/** Values that a filter lets through, as a parameter of SQL: none given lets everything through, as null does. */
export const listed = (values: readonly string[] | null | undefined): readonly string[] | null =>
  values?.length ? values : null;

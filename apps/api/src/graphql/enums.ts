/** A GraphQL enum over codes: `age-band` is asked for as AGE_BAND. */
export function enumOf<T extends string>(codes: readonly T[]): Record<string, T> {
  return Object.fromEntries(codes.map((code) => [code.toUpperCase().replaceAll('-', '_'), code]));
}

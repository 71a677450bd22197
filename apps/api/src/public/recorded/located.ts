/** Told wherever a count of a ward is shown. */
export const LOCATED =
  'Police place each record at the nearest of their map points, so that no home is shown. A ward’s count is that of the small areas whose postcodes lie in it: near its borders a record may belong next door.';

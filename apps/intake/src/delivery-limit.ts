/** A push may be this large, all its files together; whatever else the same server answers takes bodies of `OTHER_LIMIT`. */
export const DELIVERY_LIMIT = 200 * 1024 * 1024;
export const OTHER_LIMIT = 25 * 1024 * 1024;

/** Beside pushes, what the same server answers takes bodies of this. */
export const OTHER_LIMIT = 25 * 1024 * 1024;

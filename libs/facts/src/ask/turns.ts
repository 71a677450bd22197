/** Cells of a large table that are gone through before others who ask get a turn. */
export const AT_ONE_GO = 500;

export const letOthers = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

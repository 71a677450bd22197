const NO_BREAK = '\u00a0';

/** "12 to 40": a range is words, never a dash, and stays on one line wherever it is printed. */
export const rangeWords = (low: string, high: string): string => [low, 'to', high].join(NO_BREAK);

/** "between −4% and +12%", on one line. */
export const betweenWords = (low: string, high: string): string =>
  ['between', low, 'and', high].join(NO_BREAK);

/** The same text with plain spaces: for files, in which nothing is broken and things are searched for. */
export const withPlainSpaces = (text: string): string => text.replaceAll(NO_BREAK, ' ');

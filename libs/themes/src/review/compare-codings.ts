/** What one response is coded to. */
export interface CodedThemes {
  responseId: string;
  themes: readonly string[];
}

/** One response that a retrained model codes otherwise. */
export interface ChangedCoding {
  responseId: string;
  gained: string[];
  lost: string[];
}

export interface ChangedTheme {
  theme: string;
  /** Responses that have the theme. */
  before: number;
  after: number;
  gained: number;
  lost: number;
}

export interface CodingComparison {
  compared: number;
  /** In the order given. */
  changed: ChangedCoding[];
  /** Themes that some response has, before or after, in the order of their names. */
  themes: ChangedTheme[];
}

/**
 * What would change if the codings of one model took the place of those of another: what a person looks at before
 * signing off.
 * @param before a response that is not in it had no theme
 * @param after the responses that are compared
 * @param names themes of the codebook, in its order
 */
export function compareCodings(
  before: readonly CodedThemes[],
  after: readonly CodedThemes[],
  names: readonly string[],
): CodingComparison {
  const earlier = new Map(before.map(({ responseId, themes }) => [responseId, themes]));
  const pairs = after.map(({ responseId, themes }) => ({
    responseId,
    had: earlier.get(responseId) ?? [],
    has: themes,
  }));
  const changes = pairs.map(({ responseId, had, has }) => ({
    responseId,
    gained: has.filter((theme) => !had.includes(theme)),
    lost: had.filter((theme) => !has.includes(theme)),
  }));
  return {
    compared: after.length,
    changed: changes.filter(({ gained, lost }) => gained.length + lost.length > 0),
    themes: names
      .map((theme) => ({
        theme,
        before: pairs.filter(({ had }) => had.includes(theme)).length,
        after: pairs.filter(({ has }) => has.includes(theme)).length,
        gained: changes.filter(({ gained }) => gained.includes(theme)).length,
        lost: changes.filter(({ lost }) => lost.includes(theme)).length,
      }))
      .filter((one) => one.before + one.after > 0),
  };
}

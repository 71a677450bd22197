/** People and what they sent, of a whole or of a part of it. */
export interface Counted {
  people: number;
  submissions: number;
}

/** A whole's people with the range that uncertain links leave. */
export interface WholeRange extends Counted {
  low: number;
  high: number;
}

/**
 * The range of people of a part, by the part's own links. A link that may be wrong adds a person, so the upper end grows
 * with how many submissions here are somebody's second: a part in which everybody spoke once can't hold more people than it
 * counts. A link that may have been missed takes one away, in proportion to the people. Never below 1, where there is
 * anybody, nor above the submissions.
 * @returns whole numbers, rounded outward
 */
export function rangeOfPeople(part: Counted, whole: WholeRange): { low: number; high: number } {
  const { people, submissions } = part;
  if (people <= 0 || whole.people <= 0) return { low: people, high: people };
  const links = Math.max(0, submissions - people);
  const allLinks = whole.submissions - whole.people;
  const doubtful = allLinks > 0 ? Math.max(0, whole.high - whole.people) / allLinks : 0;
  const high = Math.min(people + Math.ceil(links * Math.min(1, doubtful)), Math.max(people, submissions));
  const low = Math.floor((people * Math.min(whole.low, whole.people)) / whole.people);
  return { low: Math.max(1, Math.min(low, people)), high };
}

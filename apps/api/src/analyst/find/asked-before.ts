import type { AskedThere } from './asked-wordings.js';
import type { AskedBefore, AskedWording, Asking } from './asked.type.js';

/** Times of one wording that are listed. */
const MOST_TIMES = 5;

/**
 * Questions found, those of the same words as one, the nearest first.
 * @param found the nearest first
 * @param first wordings that are listed
 */
export function askedBefore(found: readonly AskedThere[], edition: number, first: number): AskedBefore {
  const wordings = new Map<string, AskedThere[]>();
  for (const one of found) {
    const key = wordingKey(one.question.text);
    wordings.set(key, [...(wordings.get(key) ?? []), one]);
  }
  const nodes = [...wordings.values()].slice(0, first).map((times) => wordingOf(times, edition));
  const agencies = new Set(found.map(({ engagement }) => engagement.agency)).size;
  return { edition, wordings: wordings.size, agencies, nodes };
}

/** The same but for capitals and signs is the same. */
const wordingKey = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function wordingOf(times: readonly AskedThere[], edition: number): AskedWording {
  const latest = [...times].sort(
    (a, b) => endOf(b).localeCompare(endOf(a)) || a.engagement.id.localeCompare(b.engagement.id, 'en'),
  );
  const { question, foundBy } = times[0]!;
  return {
    text: latest[0]?.question.text ?? question.text,
    foundBy,
    times: times.length,
    askings: latest.slice(0, MOST_TIMES).map((one) => askingOf(one, edition)),
  };
}

const endOf = ({ engagement: { opens, closes } }: AskedThere): string => closes ?? opens ?? '';

const askingOf = ({ question, engagement }: AskedThere, edition: number): Asking => ({
  engagement: engagement.id,
  title: engagement.title,
  question: question.key,
  opens: engagement.opens,
  closes: engagement.closes,
  agencyCode: engagement.agency,
  edition,
});

/** A quote, as far as its place among others goes. */
interface Telling {
  quote: string;
  words: string;
  /** It praises where most blame, or blames where most praise. */
  dissents: boolean;
}

/** Words that go before a reason, an example, a time or a wish: what somebody can act on. */
const CONCRETE =
  /\b(because|since|so that|when(?:ever)?|after|before|every|each|at night|instead|should|could|would|for example|outside|between|opposite|near)\b|\d+/giu;
/** Letters that weigh as much as one thing that can be acted on. */
const LETTERS_A_POINT = 80;

/** How much a quote gives to go by: what is concrete in it, and how long it is. No unit; only to compare. */
export const evidenceIn = (words: string): number =>
  (words.match(CONCRETE)?.length ?? 0) + words.length / LETTERS_A_POINT;

/** Those that give most to go by first, and by turns one that agrees with most and one that does not, as long as there are both. */
export function mostTelling<T extends Telling>(quotes: readonly T[]): T[] {
  const sorted = [...quotes]
    .map((quote) => ({ quote, evidence: evidenceIn(quote.words) }))
    .sort((a, b) => b.evidence - a.evidence || (a.quote.quote < b.quote.quote ? -1 : 1))
    .map(({ quote }) => quote);
  const [agreeing, dissenting] = [
    sorted.filter(({ dissents }) => !dissents),
    sorted.filter(({ dissents }) => dissents),
  ];
  return Array.from({ length: Math.max(agreeing.length, dissenting.length) }).flatMap((_, at) =>
    [agreeing[at], dissenting[at]].filter((one) => one !== undefined),
  );
}

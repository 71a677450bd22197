import { findPersonalData } from '#themes';

/** A text with its personal data marked, in the layout of presidio-research. */
export interface MarkedText {
  full_text: string;
  spans: { entity_type: string; start_position: number; end_position: number }[];
}

export interface Judgement {
  recall: number;
  precision: number;
  /** Recall of each marked type, whatever type it was found as. */
  byType: Record<string, { tokens: number; recall: number }>;
  tokens: number;
  missed: string[];
  wrong: string[];
}

const TYPES = new Set(
  'PERSON STREET_ADDRESS PHONE_NUMBER EMAIL_ADDRESS ZIP_CODE CREDIT_CARD IBAN_CODE US_SSN IP_ADDRESS'.split(
    ' ',
  ),
);

interface Piece {
  start: number;
  end: number;
}

/** Judges by tokens between spaces: a token is personal, or found, where any part of it overlaps. */
export function judge(texts: MarkedText[]): Judgement {
  let [hits, actual, predicted] = [0, 0, 0];
  const types: Record<string, { tokens: number; hits: number }> = {};
  const missed: string[] = [];
  const wrong: string[] = [];
  for (const { full_text: text, spans } of texts) {
    const marked = spans.filter((span) => TYPES.has(span.entity_type));
    const found = findPersonalData(text);
    for (const token of text.matchAll(/\S+/g)) {
      const piece = { start: token.index, end: token.index + token[0].length };
      const truth = marked.find((span) =>
        overlap(piece, { start: span.start_position, end: span.end_position }),
      );
      const finding = found.find((one) => overlap(piece, one.span));
      if (truth) {
        actual++;
        const type = (types[truth.entity_type] ??= { tokens: 0, hits: 0 });
        type.tokens++;
        if (finding) type.hits++;
        else
          missed.push(
            `missed ${truth.entity_type} "${token[0]}" in: ${text.slice(0, 160).replaceAll('\n', '⏎')}`,
          );
      }
      if (finding) {
        predicted++;
        if (truth) hits++;
        else
          wrong.push(
            `wrong ${finding.type} (${finding.because}) "${token[0]}" in: ${text.slice(0, 160).replaceAll('\n', '⏎')}`,
          );
      }
    }
  }
  const byType = Object.fromEntries(
    Object.entries(types).map(([type, count]) => [
      type,
      { tokens: count.tokens, recall: count.hits / count.tokens },
    ]),
  );
  return {
    recall: hits / (actual || 1),
    precision: hits / (predicted || 1),
    byType,
    tokens: actual,
    missed,
    wrong,
  };
}

const overlap = (a: Piece, b: Piece): boolean => a.start < b.end && b.start < a.end;

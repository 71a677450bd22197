import type { Span } from '../../contract.js';
import { riskPieces, type Piece } from '../pieces.js';
import type { RiskScorer } from './scorer.js';

/** A stretch of a text that reads as if somebody were at risk. */
export interface RiskStretch {
  span: Span;
  kind: string;
  /** 0 to 1. */
  chance: number;
}

/** What the model makes of a whole text. */
export interface RiskReading {
  /** Of its surest stretch, flagged or not; 0 where none was worth reading. */
  chance: number;
  /** Those that are flagged, in order. */
  stretches: RiskStretch[];
}

/**
 * Reads texts for risk, sentence by sentence; only those that might say it are read with the sentence model, because that takes the time.
 * Its vectors are kept nowhere.
 * @param embed makes sentence vectors; not called where there is nothing to be read so
 */
export async function findRisk(
  texts: readonly string[],
  scorer: RiskScorer,
  embed: (texts: string[]) => Promise<Float32Array[]>,
): Promise<RiskReading[]> {
  const worth = texts.map((text) => riskPieces(text).filter((piece) => scorer.passes(piece.text)));
  const wanted = [...new Set(worth.flatMap((pieces) => pieces.map(({ text }) => text)))];
  const vectors = wanted.length > 0 ? await embed(wanted) : [];
  const judged = new Map(wanted.map((text, i) => [text, scorer.judge(text, vectors[i]!)]));
  return worth.map((pieces) => ({
    chance: Math.max(0, ...pieces.map(({ text }) => judged.get(text)!.chance)),
    stretches: apart(pieces.filter(({ text }) => judged.get(text)!.flagged)).map(({ text, span }) => {
      const { kind, chance } = judged.get(text)!;
      return { span, kind, chance };
    }),
  }));
}

/** Without a whole where a sentence of it is flagged by itself. */
const apart = (pieces: Piece[]): Piece[] =>
  pieces.filter(
    (piece) =>
      !pieces.some(
        ({ span }) => span !== piece.span && piece.span.start <= span.start && span.end <= piece.span.end,
      ),
  );

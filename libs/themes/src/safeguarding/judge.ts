import { riskOf, safeguardingReasons, type Risk, type RiskBand } from './flag.js';
import type { RiskReading } from './learnt/find-risk.js';

/** Why somebody should look at a text, and how soon. */
export interface RiskJudged extends Risk {
  /** Kinds of risk, in the order of the alphabet. */
  kinds: string[];
}

/** From this chance on somebody should look now. */
const SURE = 0.5;
/** In the order of the queue, what the model is sure of comes before what only a phrase says. */
const OF_MODEL = 3;
const OF_PHRASES = 0.5;
const BANDS: readonly RiskBand[] = ['now', 'today', 'week'];

/**
 * What phrases and the model together make of a text; null where neither flags it. What the model flags is looked at today at the latest.
 * @param reading null where no model has read it
 */
export function judgeRisk(text: string, reading: RiskReading | null): RiskJudged | null {
  const phrases = riskOf(text);
  const stretches = reading?.stretches ?? [];
  if (!phrases && stretches.length === 0) return null;
  const kinds = new Set([...safeguardingReasons(text), ...stretches].map(({ kind }) => kind));
  const score = reading
    ? OF_MODEL * reading.chance + OF_PHRASES * (phrases?.score ?? 0)
    : (phrases?.score ?? 0);
  const learnt: RiskBand[] = stretches.map(({ chance }) => (chance >= SURE ? 'now' : 'today'));
  const band = BANDS.find((one) => phrases?.band === one || learnt.includes(one)) ?? 'week';
  return { kinds: [...kinds].sort(), score: Math.round(100 * score) / 100, band };
}

/** Character offsets (UTF-16, end exclusive). */
export interface Span {
  start: number;
  end: number;
}

/** What is personal in a text, and its kind. */
export interface Mask {
  span: Span;
  type: string;
}

/** A stretch of a text that is shown alike; where it is personal its words are left out and its kind stands in `masked`. */
export interface Stretch extends Span {
  text: string;
  masked: string | null;
}

/** A text cut wherever something begins or ends. Nothing is cut inside a mask, so that each stands once. */
export function stretchesOf(text: string, masks: readonly Mask[], marks: readonly Span[]): Stretch[] {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...masks.map(({ span }) => span), ...marks]) cuts.add(start).add(end);
  const inside = (at: number): boolean => masks.some(({ span }) => span.start < at && at < span.end);
  const places = [...cuts].filter((at) => at >= 0 && at <= text.length && !inside(at)).sort((a, b) => a - b);
  return places.slice(0, -1).map((start, i) => {
    const end = places[i + 1]!;
    const mask = masks.find(({ span }) => span.start <= start && end <= span.end);
    return { start, end, text: mask ? '' : text.slice(start, end), masked: mask?.type ?? null };
  });
}

/** Does a mark stand over this stretch, or over a part of it? */
export const stands = (mark: Span, { start, end }: Span): boolean => mark.start < end && start < mark.end;

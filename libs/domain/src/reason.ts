/** Letters of a reason that is kept with somebody's name, at least and at most. */
export const REASON = { least: 10, most: 300 } as const;

/** A reason as it is kept; null where it is too short or too long. */
export function keptReason(text: string | null | undefined): string | null {
  const reason = text?.trim() ?? '';
  return reason.length < REASON.least || reason.length > REASON.most ? null : reason;
}

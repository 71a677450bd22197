/**
 * Expected outcomes are values. Every refusal says where it happened and belongs to one group,
 * named by what to do next, so that a caller never has to read the message to decide.
 */

/** What to do next about a problem. */
export type NextStep =
  | 'retry' // the same call may work later (network, busy)
  | 'stop-source' // the source itself is wrong (key, agreement, address): stop pulling until a person mends it
  | 'hold-delivery' // a person must decide something about the whole delivery
  | 'quarantine-row' // one row can't be used; the others can
  | 'refuse' // never acceptable as sent
  | 'bug'; // ours

/** A place in a delivery and what is wrong there. Never holds the offending personal value itself. */
export interface Rejection {
  /** File name as delivered. */
  file: string;
  /** Row as a person counts it in the file (1 = first line or sheet row); null where the whole file is meant. */
  row: number | null;
  /** Column label (or letter, where the file has no labels); null where the whole row is meant. */
  column: string | null;
  /** Stable machine code, kebab-case, e.g. `date-invalid`. */
  code: string;
  /** One plain sentence for the partner: what is wrong and how to mend it. */
  reason: string;
}

export type Outcome<T, E = Problem> = { ok: true; value: T } | { ok: false; error: E };

export interface Problem {
  next: NextStep;
  code: string;
  reason: string;
}

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const fail = <E>(error: E): { ok: false; error: E } => ({ ok: false, error });

/** An unexpected failure that carries its next step; everything expected is an `Outcome`. */
export class HubError extends Error {
  /** Seconds before which it need not be tried again, where whoever refused it said so. */
  readonly afterSeconds: number | null;

  constructor(
    readonly next: NextStep,
    readonly code: string,
    reason: string,
    { afterSeconds = null, ...options }: ErrorOptions & { afterSeconds?: number | null } = {},
  ) {
    super(reason, options);
    this.name = 'HubError';
    this.afterSeconds = afterSeconds;
  }
}

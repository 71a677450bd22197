import { labelKey } from '../mapping/labels.js';
import type { Meaning } from './meaning.js';

/** What is known of one tool's export: data, kept in the folder of its connector. */
export interface LayoutKnowledge {
  code: string;
  title: string;
  /** Labels that tell the tool; matched against labels in small letters. */
  signs: readonly RegExp[];
  /** So many of them must be met. */
  atLeast: number;
  /** A label without which it is not this tool, whatever else is met. */
  needs?: RegExp;
  /** A label that it never has. */
  never?: RegExp;
  /** What a person must know before such a file is sent; asked whenever the layout is met. */
  ask?: string;
  /** What the first label must be. */
  first?: RegExp;
  /** Mark that the tool puts between the options of one cell. */
  delimiter?: string;
  /** Does the tool put that mark behind the last option too? */
  closes?: boolean;
  /** The tool's words for "not answered". */
  blanks?: readonly string[];
  /** What columns are, where the label tells it for certain. */
  columns?: readonly (readonly [RegExp, Meaning])[];
  /** Rows that are no answers, by what stands in a column. */
  leaveOut?: readonly LeaveOutKnown[];
  /** Order of day and month where the dates themselves don't tell. */
  dateOrder?: 'day-first' | 'month-first';
}

export interface LeaveOutKnown {
  column: RegExp;
  values?: readonly string[];
  blank?: boolean;
  why: 'preview' | 'test' | 'partial' | 'no-consent';
}

export interface LayoutFound {
  layout: LayoutKnowledge;
  /** 0 to 1. */
  confidence: number;
}

/** The layout whose signs the labels bear, if any does: of several the one with the most signs. */
export function findLayout(
  labels: readonly string[],
  layouts: readonly LayoutKnowledge[],
): LayoutFound | null {
  const keys = labels.map(labelKey);
  const met = layouts
    .map((layout) => ({
      layout,
      hits: layout.signs.filter((sign) => keys.some((key) => sign.test(key))).length,
    }))
    .filter(
      ({ layout, hits }) =>
        hits >= layout.atLeast &&
        (!layout.needs || keys.some((key) => layout.needs!.test(key))) &&
        !(layout.never && keys.some((key) => layout.never!.test(key))) &&
        (!layout.first || layout.first.test(keys[0] ?? '')),
    )
    .sort(
      (a, b) => b.hits / b.layout.signs.length + b.hits / 10 - (a.hits / a.layout.signs.length + a.hits / 10),
    );
  const [best] = met;
  if (!best) return null;
  return {
    layout: best.layout,
    confidence: Math.min(
      0.99,
      0.7 + (0.3 * best.hits) / Math.max(best.layout.atLeast + 2, best.layout.signs.length),
    ),
  };
}

/** What the layout says of one column, if it does. */
export function knownMeaning(layout: LayoutKnowledge | null, label: string): Meaning | null {
  const key = labelKey(label);
  return layout?.columns?.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}

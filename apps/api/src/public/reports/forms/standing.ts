import type { PrintedPart } from '#printing';
import { shortAddress, typedAddress } from '../row-places.js';

/** How a report stands when one of its forms is made: what changes around a content that never does. */
export interface Standing {
  /** The hub as its readers know it, e.g. https://hub.example.org. */
  origin: string;
  /** Null for what is not out. */
  release: OfRelease | null;
  /** Slug of the report that corrects this one; null where none is out. */
  correctedBy: string | null;
  /** Slug of the report that this one corrects; null where it corrects none. */
  corrects: string | null;
}

/** The released report that is printed. */
export interface OfRelease {
  releasedAt: string;
  digest: string;
}

/** What must be read under a title: that there is a correction, and of what it is one. Empty where neither is. */
export const correctionLines = ({ origin, correctedBy, corrects }: Standing): PrintedPart[][] => [
  ...(correctedBy === null ? [] : [lineOf('This report was corrected. Corrected by', correctedBy, origin)]),
  ...(corrects === null ? [] : [lineOf('Corrects', corrects, origin)]),
];

const lineOf = (words: string, slug: string, origin: string): PrintedPart[] => [
  { text: `${words} `, address: null },
  { text: typedAddress(origin, slug), address: origin + shortAddress(slug) },
  { text: '.', address: null },
];

/** The same where nothing can be followed: "Corrects hub.example.org/r/litter." */
export const correctionWords = (standing: Standing): string[] =>
  correctionLines(standing).map((line) => line.map(({ text }) => text).join(''));

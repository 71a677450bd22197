import { findCodebooks } from './registry.js';

/** Kinds of recorded crime that broader themes are set beside, by codebook and theme: what the codebooks' folders say (`recordedAs`). */
export async function kindsOfThemes(): Promise<Record<string, Record<string, string[]>>> {
  const found = await findCodebooks();
  return Object.fromEntries(
    [...found].flatMap(([code, { recordedAs }]) => (recordedAs ? [[code, recordedAs]] : [])),
  );
}

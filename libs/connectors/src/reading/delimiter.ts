import { parseCsv } from './csv.js';

export const DELIMITERS = [',', ';', '\t', '|'] as const;

export interface DelimiterGuess {
  delimiter: string;
  /** Null where nothing else comes near; otherwise a sentence to show. */
  assumption: string | null;
}

const SAMPLE_CHARACTERS = 64_000;
const SAMPLE_RECORDS = 60;
const NAMES: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar' };

/**
 * The delimiter under which the first records have most often the same number of cells, more than one.
 * A file with a single column reads the same under any, so it gets a comma.
 */
export function detectDelimiter(text: string): DelimiterGuess {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: evenness(sample, delimiter) }));
  scored.sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  if (!best || best.score === 0) return { delimiter: ',', assumption: null };
  const close = next && next.score > best.score * 0.8;
  return {
    delimiter: best.delimiter,
    assumption: close
      ? `The cells are taken to be parted by a ${NAMES[best.delimiter]}; it might be a ${NAMES[next.delimiter]}.`
      : null,
  };
}

/** Share of records with the commonest number of cells, weighed by that number; 0 where it is one. */
function evenness(sample: string, delimiter: string): number {
  const records = parseCsv(sample, delimiter).slice(0, SAMPLE_RECORDS);
  // The last one may be cut off by the sample.
  if (records.length > 2) records.pop();
  const widths = new Map<number, number>();
  for (const { cells } of records) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of widths)
    if (width > 1) best = Math.max(best, (count / records.length) * (1 + Math.log2(width) / 4));
  return best;
}

/** Excel's own hint: a first line `sep=;`. */
export function statedDelimiter(text: string): { delimiter: string; rest: string } | null {
  const match = /^sep=(.)(\r\n|\n|\r)/i.exec(text);
  return match?.[1] ? { delimiter: match[1], rest: text.slice(match[0].length) } : null;
}

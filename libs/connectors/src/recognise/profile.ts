import { isBlankWord } from './words.js';

/** Different values of one column that are remembered with their counts; beyond them only numbers are kept. */
const REMEMBERED = 2_000;

/** What the cells of one column are, gathered row by row in bounded memory. */
export class ColumnProfile {
  /** Cells by their text without blanks at the ends; words for "not answered" are counted apart. */
  readonly counts = new Map<string, number>();
  readonly blankWords = new Map<string, number>();
  rows = 0;
  filled = 0;
  /** Filled cells whose value is not among `counts`. */
  overflow = 0;
  private length = 0;
  longest = 0;

  add(cell: string | null | undefined): void {
    this.rows++;
    if (cell === null || cell === undefined) return;
    const known = this.counts.get(cell);
    if (known !== undefined) {
      this.counts.set(cell, known + 1);
      this.filled++;
      this.length += cell.length;
      return;
    }
    const first = cell.charCodeAt(0);
    const last = cell.charCodeAt(cell.length - 1);
    const text = first > 32 && first < 127 && last > 32 && last < 127 ? cell : cell.trim();
    if (text === '' || text === '\u200b') return;
    if (isBlankWord(text)) {
      this.blankWords.set(text, (this.blankWords.get(text) ?? 0) + 1);
      return;
    }
    this.filled++;
    this.length += text.length;
    if (text.length > this.longest) this.longest = text.length;
    const before = this.counts.get(text);
    if (before !== undefined) this.counts.set(text, before + 1);
    else if (this.counts.size < REMEMBERED) this.counts.set(text, 1);
    else this.overflow++;
  }

  /** Takes back a cell that was added: of a row that is left out. The longest cell stays what it was. */
  remove(cell: string | null | undefined): void {
    this.rows--;
    const text = cell?.trim() ?? '';
    if (text === '' || text === '\u200b') return;
    const counted = this.counts.get(text) ?? 0;
    const blank = this.blankWords.get(text) ?? 0;
    if (counted === 0 && blank > 0) return lessen(this.blankWords, text, blank);
    if (counted > 0) lessen(this.counts, text, counted);
    else if (this.overflow > 0) this.overflow--;
    else return;
    this.filled--;
    this.length -= text.length;
  }

  /** Counts further words as "not answered": what one tool writes for it. */
  treatAsBlank(words: readonly string[]): void {
    const keys = new Set(words.map((word) => word.toLowerCase()));
    for (const [value, count] of this.counts) {
      if (!keys.has(value.toLowerCase())) continue;
      this.counts.delete(value);
      this.filled -= count;
      this.length -= count * value.length;
      this.blankWords.set(value, count);
    }
  }

  /** Number of different values; a lower bound once more were met than are remembered. */
  get distinct(): number {
    return this.counts.size + (this.overflow > 0 ? 1 : 0);
  }

  get remembered(): number {
    return this.filled - this.overflow;
  }

  get meanLength(): number {
    return this.filled ? this.length / this.filled : 0;
  }

  /** Share (0 to 1) of the filled cells, as far as remembered, that pass a test. */
  share(test: (value: string) => boolean): number {
    let passed = 0;
    for (const [value, count] of this.counts) if (test(value)) passed += count;
    return this.remembered ? passed / this.remembered : 0;
  }

  /** Rows that hold one of the values, which are all among those remembered. */
  rowsWith(values: readonly string[]): number {
    return values.reduce((sum, value) => sum + this.counts.get(value)!, 0);
  }

  /** Values, commonest first; of equal counts the one met first. No order to publish: it tells the rank of counts. */
  values(): string[] {
    return [...this.counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
  }

  /** Is every filled cell another one? */
  get unique(): boolean {
    return this.filled > 0 && this.overflow === 0 ? this.counts.size === this.filled : this.repeats() === 0;
  }

  private repeats(): number {
    let repeats = 0;
    for (const count of this.counts.values()) repeats += count - 1;
    return repeats;
  }
}

function lessen(counts: Map<string, number>, value: string, count: number): void {
  if (count > 1) counts.set(value, count - 1);
  else counts.delete(value);
}

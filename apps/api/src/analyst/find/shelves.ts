import { Injectable } from '@nestjs/common';
import { meaningsHeld, readMeanings, type Transaction } from '#store';
import type { MeaningShelf } from '#themes';

/** Vectors read at a time. */
const STRETCH = 20_000;
/** Bytes of vectors kept in all: about a million comments. */
const MOST_BYTES = 128 * 1024 * 1024;

interface Kept {
  shelf: MeaningShelf;
  many: number;
  last: number;
  /** How many there were when what all have in common was measured. */
  measured: number;
}

/**
 * Vectors of comments by the agencies whose analyst asks, so that they are read once and not at each question. What was added or
 * erased since is seen by its number; what is found is read again under the asker's rights all the same.
 */
@Injectable()
export class Shelves {
  private readonly kept = new Map<string, Kept>();

  async of(tx: Transaction): Promise<MeaningShelf> {
    const { many, last, agencies } = await meaningsHeld(tx);
    const key = agencies.join(' ');
    const found = this.kept.get(key);
    this.kept.delete(key);
    const kept = (found && (await grown(tx, found, many, last))) ?? (await readWhole(tx, last));
    this.kept.set(key, kept);
    this.forgetOldest();
    return kept.shelf;
  }

  private forgetOldest(): void {
    let bytes = [...this.kept.values()].reduce((sum, { shelf }) => sum + shelf.size, 0);
    for (const [key, { shelf }] of this.kept) {
      if (bytes <= MOST_BYTES || this.kept.size === 1) return;
      this.kept.delete(key);
      bytes -= shelf.size;
    }
  }
}

/** What is kept, with what was added since; null where something went, or so much came that it is to be measured anew. */
async function grown(tx: Transaction, kept: Kept, many: number, last: number): Promise<Kept | null> {
  if (many === kept.many && last === kept.last) return kept;
  if (many <= kept.many || many > 1.5 * kept.measured) return null;
  const more = await read(tx, kept.last);
  if (kept.many + more.length !== many) return null;
  return { ...kept, shelf: kept.shelf.and(more), many, last };
}

async function readWhole(tx: Transaction, last: number): Promise<Kept> {
  const { MEANING_SIZE, MeaningShelf } = await import('#themes');
  const all = await read(tx, 0);
  return { shelf: MeaningShelf.of(all, MEANING_SIZE), many: all.length, last, measured: all.length };
}

async function read(tx: Transaction, from: number): Promise<{ answer: number; meaning: Int8Array }[]> {
  const all: { answer: number; meaning: Int8Array }[] = [];
  for (let above = from; ;) {
    const rows = await readMeanings(tx, above, STRETCH);
    for (const { answer, meaning } of rows)
      all.push({ answer, meaning: new Int8Array(meaning.buffer, meaning.byteOffset, meaning.length) });
    if (rows.length < STRETCH) return all;
    above = rows.at(-1)!.entry;
  }
}

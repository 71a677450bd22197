/** One question of a made-up form, before any tool has laid it out. */
export interface Asked {
  kind: 'free-text' | 'choice' | 'multi-choice' | 'matrix' | 'ranking' | 'number' | 'demographic' | 'field';
  text: string;
  /** Wordings of the options, in their order. */
  options: readonly string[];
  items: readonly string[];
  /** Of `demographic` the characteristics that it may be read as, of `field` the field. */
  as: string;
  /** May people write an option of their own? */
  other?: boolean;
}

/** What one person answered: a text, chosen options, an answer for each item, a number, or nothing. */
export type Given = string | readonly string[] | Readonly<Record<string, string>> | number | null;

/** A form, who answered it, and how. All of it is made up. */
export interface Filled {
  questions: readonly Asked[];
  /** By person, then by question. */
  people: readonly (readonly Given[])[];
  /** ISO days on which the people answered. */
  days: readonly string[];
}

/** Chance with a seed: whole numbers, picks, shuffles. */
export class Chance {
  constructor(readonly next: () => number) {}
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }
  is(probability: number): boolean {
    return this.next() < probability;
  }
  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
  /** So many of a list, in the order in which they are drawn. */
  some<T>(list: readonly T[], count: number): T[] {
    const rest = [...list];
    return Array.from(
      { length: Math.min(count, list.length) },
      () => rest.splice(this.below(rest.length), 1)[0]!,
    );
  }
}

import { randomOf } from '#themes';

/**
 * Made-up comments of words that mean nothing: words as frequent as in any language (Zipf), ten subjects with words of their own,
 * of which each comment has one or two. What is measured on them is the method, not a city.
 */
export class MadeUpComments {
  private readonly random: () => number;
  private readonly common: string[];
  private readonly subjects: string[][];
  private readonly cumulated: Float64Array;

  constructor(seed: number) {
    this.random = randomOf(seed);
    this.common = Array.from({ length: 3_000 }, (_, at) => this.word(at));
    this.subjects = Array.from({ length: 10 }, (_, subject) =>
      Array.from({ length: 60 }, (_, at) => this.word(10_000 + subject * 100 + at)),
    );
    this.cumulated = new Float64Array(this.common.length);
    let sum = 0;
    this.common.forEach((_, at) => (this.cumulated[at] = sum += 1 / (at + 5)));
  }

  /** A comment of 5 to 60 words that tell something. */
  comment(): string {
    const length = Math.round(5 + 55 * this.random() ** 3);
    const subject = this.subjects[Math.floor(this.random() ** 1.5 * 10)]!;
    return Array.from({ length }, () =>
      this.random() < 0.35 ? subject[Math.floor(this.random() ** 2 * subject.length)]! : this.oneOfMany(),
    ).join(' ');
  }

  /**
   * A comment on something new: of its eight words each stands in with its chance, the first in three of four comments; half of them
   * are words that were used before of other things.
   */
  onTopic(topic: readonly string[]): string {
    const own = topic.filter((_, at) => this.random() < (at === 0 ? 0.75 : 0.4 - 0.03 * at));
    const words = this.comment().split(' ');
    for (const word of own) words.splice(Math.floor(this.random() * words.length), 0, word);
    return words.join(' ');
  }

  topic(): string[] {
    const at = 20_000 + Math.floor(this.random() * 1e6);
    return Array.from({ length: 8 }, (_, word) =>
      word % 2 === 0 ? this.word(at + word) : this.common[200 + Math.floor(this.random() * 2_000)]!,
    );
  }

  private oneOfMany(): string {
    const wanted = this.random() * this.cumulated.at(-1)!;
    let [low, high] = [0, this.cumulated.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.cumulated[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return this.common[low]!;
  }

  /** A word of three to four syllables, another for each number. */
  private word(number: number): string {
    const syllables = [
      'ba',
      'ke',
      'lo',
      'mi',
      'nu',
      'pra',
      'ste',
      'vi',
      'zo',
      'fu',
      'gri',
      'da',
      'he',
      'jo',
      'tu',
      'wi',
    ];
    let [rest, word] = [number + 4_096, ''];
    for (; rest > 0; rest = Math.floor(rest / 16)) word += syllables[rest % 16];
    return word;
  }
}

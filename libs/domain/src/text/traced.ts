/** A text that is mended in passes and knows, for each of its places, the place in the original. */
export class Traced {
  /** Place in the original of each character, and of the end; null while nothing was changed. */
  private places: number[] | null = null;

  private constructor(
    private readonly original: string,
    public text: string,
  ) {}

  static of(original: string): Traced {
    return new Traced(original, original);
  }

  /** Replaces matches in place. @returns how many; a match that is replaced by itself is none */
  replace(pattern: RegExp, by: (match: RegExpExecArray) => string): number {
    let [made, last, count] = ['', 0, 0];
    let places: number[] = [];
    for (const match of this.text.matchAll(pattern)) {
      const piece = by(match);
      if (piece === match[0]) continue;
      count++;
      places = places.concat(
        this.placesOf(last, match.index),
        new Array<number>(piece.length).fill(this.placeOf(match.index)),
      );
      made += this.text.slice(last, match.index) + piece;
      last = match.index + match[0].length;
    }
    if (count === 0) return 0;
    this.places = places.concat(this.placesOf(last, this.text.length), this.original.length);
    this.text = made + this.text.slice(last);
    return count;
  }

  /** Place in the original of a place in the text: where what stands here came from. */
  placeOf(place: number): number {
    return this.places
      ? (this.places[Math.min(Math.max(place, 0), this.text.length)] ?? this.original.length)
      : place;
  }

  private placesOf(from: number, to: number): number[] {
    return Array.from({ length: to - from }, (_, at) => this.placeOf(from + at));
  }
}

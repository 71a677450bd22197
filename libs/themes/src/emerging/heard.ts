import type { Term } from './terms.js';

/** Mentions that a window holds at least. */
export const FEWEST_MENTIONS = 4;
/** Short answers are alike without being copies: "Flooding". */
const FEWEST_OF_A_COPY = 6;

/** A comment as the scan sees it. */
export interface HeardComment {
  id: string;
  /** Any running number of weeks. */
  week: number;
  /** What it came through: an engagement. What one asks about is no news of it. */
  stream: string;
  /** Who said it, as far as is known: a person counts once a week. */
  by: string;
  terms: readonly Term[];
}

/** Mentions of terms by week and stream, ready to be counted in any order of weeks. */
export interface Heard {
  /** The first week, how many there are up to the last, and how many of them were over before anybody was heard. */
  first: number;
  weeks: number;
  silent: number;
  streams: number;
  ids: string[];
  by: string[];
  /** Of each comment: its week after the first, and its stream. */
  week: Int32Array;
  stream: Int32Array;
  /** Of each term that enough comments have: how it was written first, and those comments. */
  terms: { key: string; written: string; comments: Int32Array }[];
}

interface Counted {
  written: string;
  comments: number[];
}

/** Takes comments one after the other, in order of their weeks and in each of who said them, and keeps of their words what is counted. */
export class Listening {
  private readonly ids: string[] = [];
  private readonly by: string[] = [];
  private readonly week: number[] = [];
  private readonly stream: number[] = [];
  private readonly streams = new Map<string, number>();
  private readonly copies = new Set<string>();
  private readonly terms = new Map<string, Counted>();

  /** @param first the first week; what is of before is passed over */
  constructor(
    private readonly first: number,
    private readonly weeks: number,
  ) {}

  /** Copies count once: the same terms in the same order, where they are too many for people to have hit upon them alike. */
  add({ id, week, stream, by, terms }: HeardComment): void {
    const since = week - this.first;
    if (since < 0 || since >= this.weeks || terms.length === 0) return;
    if (terms.length >= FEWEST_OF_A_COPY) {
      const same = terms.map(({ key }) => key).join('|');
      if (this.copies.has(same)) return;
      this.copies.add(same);
    }
    const at = this.ids.push(id) - 1;
    this.by.push(by);
    this.week.push(since);
    this.stream.push(this.streamOf(stream));
    for (const { key, written } of terms) {
      const term = this.terms.get(key) ?? { written, comments: [] };
      this.terms.set(key, term);
      const before = term.comments.at(-1);
      if (before !== undefined && this.by[before] === by && this.week[before] === since) continue;
      term.comments.push(at);
    }
  }

  /** What can be scanned; terms that fewer comments have than a window needs are left out. */
  heard(): Heard {
    return {
      first: this.first,
      weeks: this.weeks,
      silent: this.week[0] ?? this.weeks,
      streams: this.streams.size,
      ids: this.ids,
      by: this.by,
      week: Int32Array.from(this.week),
      stream: Int32Array.from(this.stream),
      terms: [...this.terms]
        .filter(([, { comments }]) => comments.length >= FEWEST_MENTIONS)
        .map(([key, { written, comments }]) => ({ key, written, comments: Int32Array.from(comments) })),
    };
  }

  private streamOf(name: string): number {
    const known = this.streams.get(name) ?? this.streams.size;
    this.streams.set(name, known);
    return known;
  }
}

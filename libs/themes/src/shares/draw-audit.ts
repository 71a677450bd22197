import type { Wanted } from '#statements';
import { auditSample, hashShare } from './audit-sample.js';

/** What an audit begins with, in people: so many at random, and of the most frequent themes so many whom the coder gave and nearly gave. */
export const AUDIT = { random: 300, yes: 40, near: 20, themes: 20 } as const;
/** Of few people no more than these parts: others must be left for the coder to learn from. */
const MOST_OF_ALL = { random: 0.4, all: 0.5 } as const;
/** More than these are not asked for to lift one theme's grade: its coder should learn first. */
const MOST_FOR_A_THEME = 120;

export type DrawnFor = 'random' | 'yes' | 'near' | 'person';

/** A comment that may be drawn, with what the coder says of it. */
export interface MayBeDrawn {
  responseId: string;
  person: string;
  assigned: readonly string[];
  near: readonly string[];
  /** Might an earlier draw have drawn it? */
  seen: boolean;
  drawn: boolean;
  /** Has a person decided on it, in the audit? */
  decided: boolean;
}

/** What is drawn beside what was, and each comment's part of the chance with which this draw would have drawn its person. */
export interface AuditDraw {
  drawn: { responseId: string; drawnFor: DrawnFor }[];
  chances: { responseId: string; chance: number }[];
}

/**
 * Goes on with the audit of a hub (rule B): people at random among those whom no draw has seen; of the most frequent themes people to whom the coder
 * gave it, and nearly gave it; of themes whose grade more codings would lift, so many more. Of whoever is drawn all comments are, because figures count
 * people. What was drawn before stays, whatever the coder is: one audit scores every version. Draws are by hashes, so that the same hub draws the same.
 *
 * Everybody keeps the chance with which each of the draws would have drawn them, also where none did: otherwise somebody whom only the coder's yes
 * brought in would stand for others like one drawn at random. It is kept as a part a comment (the chance of none is the product), so that it holds
 * when matching joins or parts people later; and draw by draw, because one that waits to be decided on says nothing yet (`decidedChances`).
 * What is drawn comes in an order of chance, all of a person together: whoever is decided on so far stands for the others of the draw.
 * @param all comments that people have not coded for training, in any order
 * @param wanted audit codings that would lift each theme's grade; themes that are not here are left as they are
 */
export function drawAudit(all: readonly MayBeDrawn[], wanted: ReadonlyMap<string, Wanted>): AuditDraw {
  const drawing = new Drawing(all);
  drawing.atRandom(AUDIT.random);
  const frequent = new Set(drawing.mostFrequent().slice(0, AUDIT.themes));
  for (const theme of [...new Set([...frequent, ...wanted.keys()])].sort()) {
    const more = wanted.get(theme);
    const asked = more && more.yes + more.others <= MOST_FOR_A_THEME ? more : null;
    const least = frequent.has(theme) ? AUDIT : { yes: 0, near: 0 };
    drawing.ofTheme(theme, 'yes', least.yes, asked?.yes ?? 0);
    drawing.ofTheme(theme, 'near', least.near, asked?.others ?? 0);
  }
  return drawing.result();
}

/** Somebody with all that they said. */
class Person {
  readonly yes: ReadonlySet<string>;
  readonly near: ReadonlySet<string>;
  /** By which draws choose: it stays when others come, and when more of the same person's comments do. */
  readonly id: string;
  readonly seen: boolean;
  readonly waits: boolean;
  drawn: boolean;
  drawnFor: DrawnFor | null = null;
  /** Chance of not having been drawn by what was drawn now. */
  none = 1;

  constructor(readonly comments: readonly MayBeDrawn[]) {
    this.yes = new Set(comments.flatMap(({ assigned }) => assigned));
    this.near = new Set(comments.flatMap(({ near }) => near).filter((theme) => !this.yes.has(theme)));
    this.id = comments.map(({ responseId }) => responseId).reduce((a, b) => (a < b ? a : b));
    this.seen = comments.some(({ seen }) => seen);
    this.drawn = comments.some(({ drawn }) => drawn);
    this.waits = comments.some(({ decided }) => !decided);
  }

  take(what: DrawnFor): void {
    this.drawnFor = what;
    this.drawn = true;
  }
}

class Drawing {
  private readonly people: Person[];

  constructor(all: readonly MayBeDrawn[]) {
    const own = new Map<string, MayBeDrawn[]>();
    for (const one of all) own.set(one.person, [...(own.get(one.person) ?? []), one]);
    const people = [...own.values()].map((comments) => new Person(comments));
    const turn = new Map(people.map(({ id }) => [id, hashShare('turn', id)]));
    this.people = people.sort((a, b) => turn.get(a.id)! - turn.get(b.id)!);
  }

  /** Themes by how many people the coder gave them to, most first. */
  mostFrequent(): string[] {
    const counts = new Map<string, number>();
    for (const { yes } of this.people)
      for (const theme of yes) counts.set(theme, (counts.get(theme) ?? 0) + 1);
    return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([theme]) => theme);
  }

  /** Whoever no draw has seen is drawn with one chance: that at which everybody would give about so many. */
  atRandom(size: number): void {
    const share = Math.min(MOST_OF_ALL.random, size / Math.max(1, this.people.length));
    for (const person of this.people) {
      if (person.seen) continue;
      person.none = 1 - share;
      if (hashShare('audit', person.id) < share) person.take('random');
    }
  }

  /**
   * Draws of those to whom the coder gave a theme, or nearly, until so many are drawn, and so many of the drawn wait to be decided on.
   * @param least drawn in all
   * @param waiting not yet decided
   */
  ofTheme(theme: string, what: 'yes' | 'near', least: number, waiting: number): void {
    const inside = this.people.filter((person) => person[what].has(theme));
    const drawn = inside.filter((person) => person.drawn);
    const others = inside.filter((person) => !person.drawn);
    const open = drawn.filter(({ waits }) => waits).length;
    const left =
      Math.floor(MOST_OF_ALL.all * this.people.length) - this.people.filter((one) => one.drawn).length;
    const size = Math.min(others.length, left, Math.max(0, least - drawn.length, waiting - open));
    if (size <= 0) return;
    const share = size / others.length;
    const chosen = new Set(
      auditSample(
        others.map(({ id }) => id),
        `${what} ${theme}`,
        size,
      ).ids,
    );
    for (const person of others) if (chosen.has(person.id)) person.take(what);
    for (const person of inside) person.none *= 1 - share;
  }

  result(): AuditDraw {
    const drawn = this.people
      .filter((person) => person.drawn)
      .flatMap(({ comments, drawnFor }) =>
        comments
          .filter((one) => !one.drawn)
          .map(({ responseId }) => ({ responseId, drawnFor: drawnFor ?? ('person' as const) })),
      );
    return { drawn, chances: this.people.flatMap(chancesOf) };
  }
}

/** The parts of a person's comments in the chance of this draw, where it might have drawn them. */
function chancesOf({ comments, none }: Person): AuditDraw['chances'] {
  if (none === 1) return [];
  const chance = 1 - none ** (1 / comments.length);
  return comments.map(({ responseId }) => ({ responseId, chance }));
}

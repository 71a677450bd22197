import { Injectable } from '@nestjs/common';
import { Figures, type AnswerTold } from '../../public/figures/figures.js';

/** A figure as a sentence writes it; people are null where it is hidden, their range where it has none. */
export interface NamedFigure {
  people: { value: number; low: number | null; high: number | null } | null;
  /** Percent. */
  share: number | null;
  /** Points by which its share of those heard is over its share of residents; null where it has none. */
  gap: number | null;
  /** Is it only about so many, as its grade says? */
  about?: boolean;
  /** Does a grade withhold it? */
  withheld?: boolean;
}

/** Figures and answers that a text names by their ids. */
@Injectable()
export class NamedFigures {
  constructor(private readonly figures: Figures) {}

  /** By id; null for what is no published figure of the edition. One is worked out after the other: a long text is no crowd. */
  async of(ids: readonly string[], edition: number): Promise<Map<string, NamedFigure | null>> {
    const answers = await this.figures.answersById(ids, edition);
    const found = new Map([...answers].map(([id, answer]) => [id, answer && namedAnswer(answer)]));
    for (const id of ids) if (!found.has(id)) found.set(id, await this.figure(id, edition));
    return found;
  }

  private async figure(id: string, edition: number): Promise<NamedFigure | null> {
    const found = await this.figures.byId(id, edition);
    if (!found) return null;
    return found.hidden
      ? { people: null, share: null, gap: null, withheld: found.withheld !== null }
      : {
          people: found.people,
          share: found.share?.value ?? null,
          gap: found.share && found.reference ? found.share.value - found.reference.value : null,
          about: found.grade === 'indicative',
        };
  }
}

/** An answer has no range, and stands beside no residents. */
const namedAnswer = ({ option: { people, percent } }: AnswerTold): NamedFigure => ({
  people: people === null ? null : { value: people, low: null, high: null },
  share: percent,
  gap: null,
});

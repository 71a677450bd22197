import { Injectable } from '@nestjs/common';
import { readAnswerId, type AnswerAddress } from '../../public/answers/answer-id.js';
import { Figures } from '../../public/figures/figures.js';
import { ApiError } from '../../graphql/errors.js';
import type { Session } from '../../sign-in/session.js';

/** A figure as a sentence writes it; people are null where it is hidden, their range where it has none. */
export interface NamedFigure {
  people: { value: number; low: number | null; high: number | null } | null;
  /** Percent. */
  share: number | null;
  /** Is it only about so many, as its grade says? */
  about?: boolean;
  /** Does a grade withhold it? */
  withheld?: boolean;
}

/** Figures and answers that a text names by their ids. */
@Injectable()
export class NamedFigures {
  constructor(private readonly figures: Figures) {}

  /** By id; null for what is no published figure of the edition. @param nobody a session without rights */
  async of(
    ids: readonly string[],
    edition: number,
    nobody: Session,
  ): Promise<Map<string, NamedFigure | null>> {
    const found = ids.map(async (id): Promise<[string, NamedFigure | null]> => {
      const answer = readAnswerId(id);
      return [id, answer ? await this.answer(answer, edition, nobody) : await this.figure(id, edition)];
    });
    return new Map(await Promise.all(found));
  }

  private async figure(id: string, edition: number): Promise<NamedFigure | null> {
    const found = await this.figures.byId(id, edition);
    if (!found) return null;
    return found.hidden
      ? { people: null, share: null, withheld: found.withheld !== null }
      : {
          people: found.people,
          share: found.share?.value ?? null,
          about: found.grade === 'indicative',
        };
  }

  private async answer(
    { engagement, question, option }: AnswerAddress,
    edition: number,
    nobody: Session,
  ): Promise<NamedFigure | null> {
    try {
      const { questions } = await this.figures.results({ engagement, question, edition }, nobody);
      const found = questions
        .find(({ key }) => key === question)
        ?.all.options.find(({ code }) => code === option);
      if (!found) return null;
      return {
        people: found.people === null ? null : { value: found.people, low: null, high: null },
        share: found.percent,
      };
    } catch (error) {
      if (error instanceof ApiError && error.code !== 'BUSY') return null;
      throw error;
    }
  }
}

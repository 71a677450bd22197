import { Injectable } from '@nestjs/common';
import { readAnswerId } from '../../public/answers/answer-id.js';
import { Figures } from '../../public/figures/figures.js';

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
    const found = await this.answers(ids, edition);
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

  /** Those of the ids that are of answers. */
  private async answers(ids: readonly string[], edition: number): Promise<Map<string, NamedFigure | null>> {
    const named = ids.flatMap((id) => {
      const address = readAnswerId(id);
      return address ? [{ id, address }] : [];
    });
    const questions = await this.figures.answersById(
      named.map(({ address }) => address),
      edition,
    );
    return new Map(
      named.map(({ id, address }, at) => {
        const found = questions[at]?.all.options.find(({ code }) => code === address.option);
        if (!found) return [id, null];
        const people = found.people === null ? null : { value: found.people, low: null, high: null };
        return [id, { people, share: found.percent, gap: null }];
      }),
    );
  }
}

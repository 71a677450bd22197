import { Injectable } from '@nestjs/common';
import {
  checkDecision,
  checkRecord,
  checkReferences,
  type DecisionProblem,
  type KnownCodes,
} from '#decisions';
import type { DecisionDraft, FigureReference, HeldDecisionRecord } from '#domain';
import { Decisions } from '../../public/decisions/decisions.js';
import { Quotes } from '../../public/decisions/quotes.js';
import { NamedFigures } from '../reports/named-figures.js';
import { todayInLondon } from './today.js';

/** Every rule of a decision: those of its words, and whether what it names is there and may be told. */
@Injectable()
export class DraftChecks {
  constructor(
    private readonly decisions: Decisions,
    private readonly named: NamedFigures,
    private readonly quotes: Quotes,
  ) {}

  known(): Promise<KnownCodes> {
    return this.decisions.known();
  }

  /** @param held how it stands now: of an agency's own record only what is tied to it is looked at; null for a new one */
  async problems(
    draft: DecisionDraft,
    known: KnownCodes,
    held: HeldDecisionRecord | null,
  ): Promise<DecisionProblem[]> {
    return [
      ...(held?.origin === 'pulled' ? checkRecord(draft) : checkDecision(draft, todayInLondon())),
      ...checkReferences(draft, known, held),
      ...(await this.figureProblems(draft)),
      ...(await this.quoteProblems(draft)),
    ];
  }

  private async figureProblems({ evidence, actions }: DecisionDraft): Promise<DecisionProblem[]> {
    const named: [field: string, place: string, reference: FigureReference][] = [
      ...evidence.map((one, at): [string, string, FigureReference] => ['evidence', `Number ${at + 1}`, one]),
      ...actions.flatMap(({ effectFigure }, at): [string, string, FigureReference][] =>
        effectFigure ? [[`actions.${at + 1}.effect`, 'The figure', effectFigure]] : [],
      ),
    ];
    const problems: DecisionProblem[] = [];
    for (const [field, place, { figure, edition }] of named) {
      const found = (await this.named.of([figure], edition)).get(figure);
      if (!found) problems.push({ field, reason: `${place} is no published figure of edition ${edition}.` });
      else if (found.people === null)
        problems.push({
          field,
          reason: `${place} is hidden in edition ${edition}: nothing may rest on it in public.`,
        });
    }
    return problems;
  }

  private async quoteProblems({ quotes }: DecisionDraft): Promise<DecisionProblem[]> {
    const shown = await this.quotes.shown(quotes.filter(({ quote }) => /^\d{1,15}$/.test(quote)));
    return quotes.flatMap(({ edition, quote, stance }, at): DecisionProblem[] => {
      if (stance !== 'with' && stance !== 'against')
        return [{ field: 'quotes', reason: `Say of quote ${at + 1} whether it is with or against.` }];
      return shown.some((one) => one.edition === edition && one.quote === quote)
        ? []
        : [
            {
              field: 'quotes',
              reason: `Quote ${at + 1} is not released, or from so few people that it is not shown.`,
            },
          ];
    });
  }
}

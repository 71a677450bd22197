import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { answersTo, decidedAfter, isOfAll, readAnswerCode, type ThemeAnswer } from '#decisions';
import type { HeldDecisionRecord } from '#domain';
import type { Figure, PublishedEngagement } from '#facts';
import { readAnswerFate, sayOfAnswer, type AnswerFate, type Database } from '#store';
import { PUBLISHED } from '../../options.js';
import { Decisions } from '../decisions/decisions.js';
import { Editions } from '../editions/editions.js';
import { Figures } from '../figures/figures.js';

/** Every look-up takes this long at the least, so that a right code and a wrong one can't be told apart by the clock. */
const LEAST_MS = 700;

/** What can be no code is looked up as this one, which is nobody's: it takes the same way. */
const NOBODYS = '0000-0000-0000';

/** What became of one theme of an answer. */
export interface ThemeFate extends ThemeAnswer {
  name: string;
  /** People who raised it, as the latest edition tells; null where there is none. */
  figure: Figure | null;
}

/** What became of one answer: no word of it, no name, no ward. */
export interface Fate {
  /** As it is written on the receipt. */
  code: string;
  answer: AnswerFate;
  engagement: PublishedEngagement | null;
  themes: ThemeFate[];
  /** Decisions for everybody that came after the consultation, on none of these themes. */
  after: HeldDecisionRecord[];
  /** The same of some wards or communities alone. */
  afterInPart: HeldDecisionRecord[];
  /** Names of wards and communities by code. */
  places: ReadonlyMap<string, { name: string }>;
}

/** Looks up what became of an answer by its code. */
@Injectable()
export class Fates {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    private readonly decisions: Decisions,
    private readonly editions: Editions,
    private readonly figures: Figures,
  ) {}

  /** @returns null for a wrong code, and for an answer that was taken back or erased, alike and after the same time */
  find(typed: string): Promise<Fate | null> {
    return slowly(async () => {
      const code = readAnswerCode(typed) ?? NOBODYS;
      const answer = await readAnswerFate(this.published, code);
      return answer && this.fateOf(code, answer);
    });
  }

  /** Whoever holds the code says something of their own answer. False where there is no such answer. */
  say(typed: string, what: 'misread' | 'taken-back'): Promise<boolean> {
    return slowly(() => sayOfAnswer(this.published, readAnswerCode(typed) ?? NOBODYS, what));
  }

  private async fateOf(code: string, answer: AnswerFate): Promise<Fate> {
    const [all, { promises }, names, latest] = await Promise.all([
      this.decisions.all(null),
      this.decisions.board(null),
      this.decisions.names(null),
      this.editions.find(),
    ]);
    const themes = await Promise.all(
      answersTo(answer, all, promises, names.groupOf).map(async (one) => ({
        ...one,
        name: names.themes.get(one.theme)?.name ?? one.theme,
        figure: latest && (await this.figures.byId(`themes-by-community/theme=${one.theme}`, latest.number)),
      })),
    );
    const told = new Set(themes.flatMap((one) => [...one.decisions, ...one.inPart]));
    const after = decidedAfter(answer, all).filter((one) => !told.has(one));
    return {
      code,
      answer,
      engagement: names.engagements.get(answer.engagement) ?? null,
      themes,
      after: after.filter(isOfAll),
      afterInPart: after.filter((one) => !isOfAll(one)),
      places: new Map([...names.wards, ...names.communities]),
    };
  }
}

async function slowly<T>(work: () => Promise<T>): Promise<T> {
  const [done] = await Promise.all([work(), sleep(LEAST_MS)]);
  return done;
}

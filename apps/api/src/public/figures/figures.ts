import { Inject, Injectable } from '@nestjs/common';
import * as facts from '#facts';
import type {
  Access,
  Edition,
  Figure,
  FigureFilter,
  FigureQuestion,
  FigureRefusalCode,
  FigureTable,
  FiguresAnswer,
  MeasureAnswer,
  MeasureLine,
  MeasureOf,
  QuestionResult,
  Results,
  ResultsQuestion,
  Votes,
  VotesQuestion,
} from '#facts';
import { AnswerCache } from '#platform';
import { recordRefusal, type Database } from '#store';
import { ApiError, notAllowed, notSignedIn, nullUnlessBusy, type ErrorCode } from '../../graphql/errors.js';
import { PUBLISHED, WORKBENCH } from '../../options.js';
import type { Session } from '../../sign-in/session.js';
import { readAnswerId, type AnswerAddress } from '../answers/answer-id.js';
import { Editions, noSuchEdition } from '../editions/editions.js';

/** Tables worked out at once; who asks for one more is told that the hub is busy, at once and not after a wait. */
const MOST_AT_ONCE = 40;
/** Bytes of figures kept in memory. */
const MOST_REMEMBERED = 48 * 1024 * 1024;
const BYTES_A_FIGURE = 1_500;

/** An answer to a question, and the question with all of its answers. */
export interface AnswerTold {
  question: QuestionResult;
  option: QuestionResult['all']['options'][number];
}

/** Hands questions to `#facts` and remembers what editions answered. No figure is worked out here. */
@Injectable()
export class Figures {
  private readonly answers = new AnswerCache<FiguresAnswer>(MOST_REMEMBERED, (answer) =>
    // A refusal is soon made again, and may hold what was asked: it is never kept.
    answer.ok ? BYTES_A_FIGURE * (answer.table.figures.length + 1) : Infinity,
  );

  private underWay = 0;

  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    @Inject(WORKBENCH) private readonly workbench: Database,
    private readonly editions: Editions,
  ) {}

  /** @throws ApiError where the question can't be answered, or not for this session */
  async ask(question: FigureQuestion, session: Session): Promise<FigureTable> {
    return tableOf(
      question.working
        ? await this.askWorking(question, session)
        : await this.askEdition(question, session.asker),
    );
  }

  /** Figures of a published edition: the same for everybody. */
  private async askEdition(question: FigureQuestion, asker: Session['asker'] = null): Promise<FiguresAnswer> {
    const edition = await this.editions.find(question.edition);
    if (!edition && typeof question.edition === 'number') throw noSuchEdition();
    if (!edition) throw new ApiError('NOT_FOUND', 'No edition has been published yet.', 'no-edition');
    const asked = { ...question, edition: edition.number };
    return this.answers.answer(keyOf(asked, edition), () => this.workOut(asked, asker));
  }

  /** One figure of an edition by its id; null for what is no figure of it. Never throws for an id that is none. */
  async byId(id: string, edition: number): Promise<Figure | null> {
    const address = facts.readFigureId(id);
    if (!address) return null;
    const answer = await this.askEdition({ ...address, edition }).catch(nullUnlessBusy);
    if (!answer?.ok) return null;
    return [answer.table.total, ...answer.table.figures].find((figure) => figure.id === id) ?? null;
  }

  /**
   * Answers by their ids, each with its question: to closed ones, and to open ones that are told by themes. An engagement is worked out once,
   * however many of its answers are asked for. Null for what is no answer of the edition; ids of anything else are left out.
   */
  async answersById(ids: readonly string[], edition: number): Promise<Map<string, AnswerTold | null>> {
    const addresses = new Map<string, AnswerAddress>();
    for (const id of ids) {
      const address = readAnswerId(id);
      if (address) addresses.set(id, address);
    }
    const asked = [...addresses.values()];
    const told = new Map<string, QuestionResult[]>();
    for (const engagement of new Set(asked.map((one) => one.engagement))) {
      const keys = new Set(asked.flatMap((one) => (one.engagement === engagement ? [one.question] : [])));
      const [key] = keys;
      told.set(engagement, await this.questionsOf(engagement, edition, keys.size === 1 ? key : undefined));
    }
    return new Map(
      [...addresses].map(([id, address]) => [id, answerIn(told.get(address.engagement) ?? [], address)]),
    );
  }

  /**
   * Questions of an engagement that an edition tells the answers of, those told by themes last; none where it tells nothing of it.
   * @param question key of one alone
   */
  async questionsOf(engagement: string, edition: number, question?: string): Promise<QuestionResult[]> {
    const asked = { engagement, edition, question: question ?? null };
    const results = await this.publishedResults(asked).catch(nullUnlessBusy);
    return results ? [...results.questions, ...results.themed] : [];
  }

  /** People who answered each question of an engagement, by its key; null where that is hidden. Empty where the edition tells nothing of it. */
  async answeredIn(engagement: string, edition: number): Promise<Map<string, number | null>> {
    const asked = { engagement, edition, question: null };
    const results = await this.publishedResults(asked).catch(nullUnlessBusy);
    return new Map([
      ...(results?.questions ?? []).map(({ key, all }) => [key, all.base] as const),
      ...(results?.open ?? []).map(({ key, people }) => [key, people] as const),
    ]);
  }

  private workOut(question: FigureQuestion, asker: Session['asker']): Promise<FiguresAnswer> {
    return this.withinBounds(() => facts.askFigures(this.published, question, { kind: 'public', asker }));
  }

  /** Works out what costs as much as a table. @throws ApiError where so many are being worked out that this one would wait */
  async withinBounds<T>(work: () => Promise<T>): Promise<T> {
    if (this.underWay >= MOST_AT_ONCE) throw new ApiError('BUSY', 'The hub is busy. Try again in a moment.');
    this.underWay += 1;
    try {
      return await work();
    } finally {
      this.underWay -= 1;
    }
  }

  private async askWorking(question: FigureQuestion, session: Session): Promise<FiguresAnswer> {
    return facts.askFigures(this.workbench, question, await analyst(session));
  }

  /** Answers to closed questions. @throws ApiError where the question can't be answered, or not for this session */
  async results(question: ResultsQuestion, session: Session): Promise<Results> {
    if (!question.working) return this.publishedResults(question);
    return resultsOf(await facts.askResults(this.workbench, question, await analyst(session)));
  }

  private async publishedResults(question: ResultsQuestion): Promise<Results> {
    return resultsOf(
      await this.withinBounds(() => facts.askResults(this.published, question, { kind: 'public' })),
    );
  }

  /** Votes on statements. @throws ApiError as `results` does */
  async votes(question: VotesQuestion, session: Session): Promise<Votes> {
    const answer = question.working
      ? await facts.askVotes(this.workbench, question, await analyst(session))
      : await this.withinBounds(() => facts.askVotes(this.published, question, { kind: 'public' }));
    if (!answer.ok) throw refusalOf(answer);
    return answer.votes;
  }

  /** Measures and how often each was asked. @throws ApiError as `results` does */
  async measures(of: MeasureOf, session: Session): Promise<MeasureLine[]> {
    const answer = of.working
      ? await facts.askMeasures(this.workbench, of, await analyst(session))
      : await this.withinBounds(() => facts.askMeasures(this.published, of, { kind: 'public' }));
    if (!answer.ok) throw refusalOf(answer);
    return answer.measures;
  }

  /** One measure over years and agencies. @throws ApiError as `results` does */
  async measure(code: string, of: MeasureOf, session: Session): Promise<MeasureAnswer> {
    const answer = of.working
      ? await facts.askMeasure(this.workbench, code, of, await analyst(session))
      : await this.withinBounds(() => facts.askMeasure(this.published, code, of, { kind: 'public' }));
    if (!answer.ok) throw refusalOf(answer);
    return answer.measure;
  }
}

/** The answer at an address among questions of its engagement; null where there is none. */
function answerIn(
  questions: readonly QuestionResult[],
  { question: key, option: wanted }: AnswerAddress,
): AnswerTold | null {
  for (const question of questions) {
    const option = question.key === key && question.all.options.find(({ code }) => code === wanted);
    if (option) return { question, option };
  }
  return null;
}

/** @throws ApiError for whoever is no signed-in analyst; that one was refused is recorded */
async function analyst(session: Session): Promise<Access> {
  const viewer = await session.viewer();
  if (!viewer || session.hash === null) throw notSignedIn();
  if (!viewer.roles.includes('analyst')) {
    await session.work((tx) => recordRefusal(tx, 'not-allowed', 'exact-figures'));
    throw notAllowed();
  }
  return { kind: 'analyst', session: session.hash };
}

/** Edition, policy and question, whatever the order in which filters and their values were written. */
function keyOf({ report, by, filter }: FigureQuestion, { number, hash, versions }: Edition): string {
  const filters = Object.entries(sorted(filter ?? {})).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([number, hash, versions.disclosurePolicy, report, by ?? [], filters]);
}

const sorted = (filter: FigureFilter): FigureFilter =>
  Object.fromEntries(
    Object.entries(filter).flatMap(([dimension, values]) =>
      values.length ? [[dimension, [...new Set(values)].sort()]] : [],
    ),
  );

const CODES: Partial<Record<FigureRefusalCode, ErrorCode>> = {
  'unknown-edition': 'NOT_FOUND',
  'no-edition': 'NOT_FOUND',
  'not-allowed': 'NOT_ALLOWED',
};

function tableOf(answer: FiguresAnswer): FigureTable {
  if (answer.ok) return answer.table;
  throw refusalOf(answer);
}

function resultsOf(answer: facts.ResultsAnswer): Results {
  if (answer.ok) return answer.results;
  throw refusalOf(answer);
}

/** A refusal as the caller is told of it. */
export const refusalOf = (answer: { code: FigureRefusalCode; reason: string }): ApiError =>
  new ApiError(CODES[answer.code] ?? 'BAD_REQUEST', answer.reason, answer.code);

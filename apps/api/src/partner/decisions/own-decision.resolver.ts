import { Args, ArgsType, Context, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { toSafeCsv } from '#connectors';
import { DECISION_COLUMNS, rowsOfDecisions, withUnnamed } from '#decisions';
import {
  readDecisionVersions,
  readOwnDecisions,
  saveAnswerPromise,
  saveDecision,
  savePlanPriority,
  takeBackDecision,
  type Transaction,
} from '#store';
import type { ApiContext } from '../../graphql/context.js';
import { badRequest, notAllowed, notFound, notSignedIn } from '../../graphql/errors.js';
import { KEY, pageOf, PageOf50 } from '../../graphql/paging.js';
import { Decision, DecisionQuote } from '../../public/decisions/decision.type.js';
import { Decisions } from '../../public/decisions/decisions.js';
import { Quotes } from '../../public/decisions/quotes.js';
import { shapeOfDecision } from '../../public/decisions/shape.js';
import { DecisionInput, draftOfInput } from './decision-input.js';
import { DraftChecks } from './draft-checks.js';
import { DecisionVersion, OwnDecisionConnection, SavedDecision } from './own-decision.type.js';

const LONGEST = 500;
const LONGEST_CONTACT = 200;
const CHANGED_MEANWHILE = 'Somebody saved this decision meanwhile. Load it again, and save what you changed.';

@ArgsType()
class PriorityArgs {
  @Field(() => String) agency!: string;
  @Field(() => String) code!: string;
  @Field(() => String, { description: 'The plan it belongs to.' }) plan!: string;
  @Field(() => String) title!: string;
  @Field(() => [String], { defaultValue: [] }) themes!: string[];
}

/** Decisions of the own agencies, drafts included: the database says whose they are and who may write them. */
@Resolver(() => Decision)
export class OwnDecisionResolver {
  constructor(
    private readonly checks: DraftChecks,
    private readonly quotes: Quotes,
    private readonly decisions: Decisions,
  ) {}

  @Query(() => OwnDecisionConnection, {
    description: 'Signed in: the own agencies’ decisions, the latest saved first.',
  })
  async ownDecisions(@Args() page: PageOf50, @Context() context: ApiContext): Promise<OwnDecisionConnection> {
    const all = await signedIn(context, (tx) => readOwnDecisions(tx));
    const shown = all.map((one) => shapeOfDecision(one, null, today()));
    return { ...pageOf(shown, page, 'own-decisions', (one) => one.id), totalCount: shown.length };
  }

  @Query(() => String, {
    description:
      'Signed in: an own agency’s decisions, drafts included, as the file that `uploadDecisions` reads (CSV): change it, and send it back.',
  })
  async ownDecisionsFile(
    @Args('agency', { type: () => String }) agency: string,
    @Context() context: ApiContext,
  ): Promise<string> {
    const own = await signedIn(context, (tx) => readOwnDecisions(tx, { agency }));
    return toSafeCsv([...DECISION_COLUMNS], rowsOfDecisions(own));
  }

  @Query(() => Decision, { nullable: true })
  async ownDecision(
    @Args('id', { type: () => ID }) id: string,
    @Context() context: ApiContext,
  ): Promise<Decision | null> {
    if (!KEY.uuid.test(id)) return null;
    const [found] = await signedIn(context, (tx) => readOwnDecisions(tx, { id }));
    return found ? shapeOfDecision(found, null, today()) : null;
  }

  @Query(() => [DecisionVersion], {
    description: 'Signed in: how a decision of the own agencies read at each saving.',
  })
  async decisionVersions(
    @Args('id', { type: () => ID }) id: string,
    @Context() context: ApiContext,
  ): Promise<DecisionVersion[]> {
    if (!KEY.uuid.test(id)) return [];
    const versions = await signedIn(context, (tx) => readDecisionVersions(tx, id));
    return versions.map(({ decision, ...one }) => ({
      ...one,
      decision: decision && shapeOfDecision(decision, null, one.at.toISOString().slice(0, 10)),
    }));
  }

  @Query(() => [DecisionQuote], {
    description: 'Signed in: released quotes of a theme that a decision may show.',
  })
  async releasedQuotes(
    @Args('theme', { type: () => String }) theme: string,
    @Args('edition', { type: () => Int }) edition: number,
    @Context() context: ApiContext,
  ): Promise<DecisionQuote[]> {
    if (!(await context.session.viewer())) throw notSignedIn();
    return (await this.quotes.ofTheme(edition, theme)).map((one) => ({ ...one, stance: 'with' }));
  }

  @Mutation(() => SavedDecision, {
    description:
      'A decision of an own agency, whole. `seen` is the version that was read before; null for a new one.',
  })
  async saveDecision(
    @Args('input', { type: () => DecisionInput }) input: DecisionInput,
    @Args('seen', { type: () => Int, nullable: true }) seen: number | null,
    @Context() context: ApiContext,
  ): Promise<SavedDecision> {
    const written = draftOfInput(input);
    const [held = null] = await signedIn(context, (tx) =>
      readOwnDecisions(tx, { agency: written.agency, reference: written.reference }),
    );
    const known = await this.checks.known();
    const draft = withUnnamed(written, known, held);
    const problems = await this.checks.problems(draft, known, held);
    if (problems.length > 0) return { decision: null, problems };
    return context.session.work(async (tx) => {
      const saved = await saveDecision(tx, draft, seen ?? null);
      if (saved.status === 'not-allowed') throw notAllowed();
      if (saved.status !== 'saved') throw badRequest(CHANGED_MEANWHILE, saved.status);
      const [now] = await readOwnDecisions(tx, { id: saved.id });
      if (!now) throw notFound();
      return { decision: shapeOfDecision(now, null, today()), problems: [] };
    });
  }

  @Mutation(() => Boolean, {
    description:
      'A decision that should not have been written. What editions carry stays. False: there is none of your own to take back.',
  })
  async takeBackDecision(
    @Args('id', { type: () => ID }) id: string,
    @Context() context: ApiContext,
  ): Promise<boolean> {
    return KEY.uuid.test(id) && signedIn(context, (tx) => takeBackDecision(tx, id));
  }

  @Mutation(() => Boolean, {
    description: 'A priority of a plan of an own agency; an existing code is changed.',
  })
  async savePlanPriority(@Args() priority: PriorityArgs, @Context() context: ApiContext): Promise<boolean> {
    if (!KEY.code.test(priority.code))
      throw badRequest('A code is small letters, digits and hyphens, at most 63.');
    for (const words of [priority.plan, priority.title])
      if (!words.trim() || words.length > LONGEST)
        throw badRequest(`Plan and title need words, at most ${LONGEST} characters.`);
    const { themes } = await this.checks.known();
    const unknown = priority.themes.findIndex((theme) => !themes.has(theme));
    if (unknown >= 0) throw badRequest(`Theme ${unknown + 1} is no theme of this hub.`);
    if (!(await signedIn(context, (tx) => savePlanPriority(tx, priority)))) throw notAllowed();
    return true;
  }

  @Mutation(() => Boolean, {
    description:
      'Within how many months (1 to 60) an own agency promises an answer, and whom to ask. What is left out stays as it was; null or empty text takes it away.',
  })
  async saveAnswerPromise(
    @Args('agency', { type: () => String }) agency: string,
    @Args('months', { type: () => Int }) months: number,
    @Args('words', { type: () => String, nullable: true }) words: string | null | undefined,
    @Args('contact', {
      type: () => String,
      nullable: true,
      description: 'An office, a telephone number, an address: anybody reads it.',
    })
    contact: string | null | undefined,
    @Context() context: ApiContext,
  ): Promise<boolean> {
    if (months < 1 || months > 60) throw badRequest('A promise is from 1 to 60 months.');
    if ((words ?? '').length > LONGEST) throw badRequest(`A promise has at most ${LONGEST} characters.`);
    if ((contact ?? '').length > LONGEST_CONTACT)
      throw badRequest(`A contact has at most ${LONGEST_CONTACT} characters.`);
    const held = (await this.decisions.board(null)).promises.find((one) => one.agency === agency);
    const kept = (given: string | null | undefined, before: string | null | undefined): string | null =>
      given === undefined ? (before ?? null) : given?.trim() || null;
    const promise = {
      agency,
      months,
      words: kept(words, held?.words),
      contact: kept(contact, held?.contact),
    };
    if (!(await signedIn(context, (tx) => saveAnswerPromise(tx, promise)))) throw notAllowed();
    return true;
  }
}

async function signedIn<T>({ session }: ApiContext, work: (tx: Transaction) => Promise<T>): Promise<T> {
  if (!(await session.viewer())) throw notSignedIn();
  return session.work(work);
}

const today = (): string => new Date().toISOString().slice(0, 10);

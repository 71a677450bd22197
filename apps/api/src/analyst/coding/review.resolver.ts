import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  decideSuggestion,
  handleSafeguarding,
  newestCodebook,
  readMachineThemes,
  readPersonsCodings,
  readRiskLooks,
  readSafeguarding,
  readSuggestions,
  readThemeGrades,
  type ThemeGradeRow,
} from '#store';
import type { ApiContext } from '../../graphql/context.js';
import { badRequest, notFound } from '../../graphql/errors.js';
import { Needs } from '../../sign-in/role-guard.js';
import { CommentToCode } from './coding.type.js';
import { wantedWords } from '#statements';
import { loadComments } from './load-comments.js';
import { riskMarks, riskSigns } from './risk-words.js';
import {
  CodingAgreement,
  GradeToLift,
  FlaggedComment,
  RiskLooks,
  RiskOutcomeEnum,
  ThemeSuggestion,
  VerdictEnum,
  type RiskOutcome,
  type Verdict,
} from './review.type.js';

/** What people look at beside coding: agreement, proposed themes, comments that may mean danger. */
@Resolver(() => ThemeSuggestion)
@Needs('analyst')
export class ReviewResolver {
  @Query(() => CodingAgreement)
  async codingAgreement(@Context() { session }: ApiContext): Promise<CodingAgreement> {
    const { codebook, codings, machine } = await session.work(async (tx) => {
      const all = (await readPersonsCodings(tx, null)).filter(({ outcome }) => outcome !== 'unsure');
      const audit = [
        ...new Set(all.filter(({ purpose }) => purpose === 'audit').map((one) => one.submission)),
      ];
      return {
        codebook: await newestCodebook(tx),
        codings: all,
        machine: await readMachineThemes(tx, audit),
      };
    });
    const { agreementByTheme } = await import('#themes');
    const names = (codebook?.themes ?? []).map(({ code }) => code);
    // A settled word is an agreement reached, not a second opinion.
    const people = codings
      .filter(({ place }) => place !== 'settled')
      .map((one) => ({ responseId: one.submission, coder: one.coder, themes: one.themes }));
    const judged = new Set(codings.filter(({ purpose }) => purpose === 'audit').map((one) => one.submission));
    const model = machine.map(({ submission, themes }) => ({
      responseId: submission,
      coder: 'coder',
      themes: themes ?? [],
    }));
    const known = new Set(model.map(({ responseId }) => responseId));
    // The coder said nothing of the rest, and that is a word too.
    for (const id of judged) if (!known.has(id)) model.push({ responseId: id, coder: 'coder', themes: [] });
    const themes = agreementByTheme(people, model, names);
    return {
      codedTwice: themes[0]?.codedTwice ?? 0,
      audited: judged.size,
      themes: themes.filter((one) => one.humanF1 !== null || one.modelF1 !== null),
    };
  }

  @Query(() => [GradeToLift], {
    description: 'Every theme with the audit behind its grade, in the order of the codebook.',
  })
  async gradesToLift(@Context() { session }: ApiContext): Promise<GradeToLift[]> {
    const { grades, codebook } = await session.work(async (tx) => ({
      grades: new Map((await readThemeGrades(tx)).map((one) => [one.theme, one])),
      codebook: await newestCodebook(tx),
    }));
    return (codebook?.themes ?? []).flatMap(({ code, name }) => {
      const found = grades.get(code);
      return found ? [gradeToLift(found, name)] : [];
    });
  }

  @Query(() => [ThemeSuggestion])
  async themeSuggestions(@Context() { session }: ApiContext): Promise<ThemeSuggestion[]> {
    const rows = await session.work(readSuggestions);
    return rows.map((row) => ({ ...row, comments: row.submissions.length }));
  }

  @ResolveField(() => [CommentToCode], { description: 'The most typical first.' })
  examples(
    @Parent() { submissions }: ThemeSuggestion,
    @Args('first', { type: () => Int, defaultValue: 3 }) first: number,
    @Context() { session }: ApiContext,
  ): Promise<CommentToCode[]> {
    const ids = submissions.slice(0, Math.min(Math.max(first, 1), 10));
    return session.work((tx) => loadComments(tx, ids, { coder: false, people: false }));
  }

  @Mutation(() => Boolean, {
    description: 'KEPT and MERGED name a theme of the codebook. Who decided what is kept.',
  })
  async decideSuggestion(
    @Args('id', { type: () => ID }) id: string,
    @Args('verdict', { type: () => VerdictEnum }) verdict: Verdict,
    @Args('theme', { type: () => String, nullable: true }) theme: string | null,
    @Args('note', { type: () => String, defaultValue: '' }) note: string,
    @Context() { session }: ApiContext,
  ): Promise<boolean> {
    if (!/^\d{1,15}$/.test(id)) throw notFound();
    return session.work(async (tx) => {
      const codebook = await newestCodebook(tx);
      if (verdict !== 'dropped' && !codebook?.themes.some(({ code }) => code === theme))
        throw badRequest('Name the theme of the codebook that it is kept as or merged into.');
      if (!(await decideSuggestion(tx, Number(id), verdict, verdict === 'dropped' ? null : theme, note)))
        throw notFound();
      return true;
    });
  }

  @Needs('duty')
  @Query(() => [FlaggedComment], {
    description:
      'Comments in which somebody may be at risk: those that wait first, by how soon they should be looked at. `themes` of a segment are kinds of risk.',
  })
  async safeguardingQueue(
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Context() { session }: ApiContext,
  ): Promise<FlaggedComment[]> {
    return session.work(async (tx) => {
      const { safeguardingReasons } = await import('#themes');
      const rows = await readSafeguarding(tx, Math.min(Math.max(first, 1), 50));
      const ids = rows.map(({ submission }) => submission);
      const marks = riskMarks(rows, safeguardingReasons);
      const loaded = await loadComments(tx, ids, { coder: false, people: false }, marks);
      const comments = new Map(loaded.map((one) => [one.submission, one]));
      return rows.flatMap((row): FlaggedComment[] => {
        const comment = comments.get(row.submission);
        return comment ? [{ ...row, signs: riskSigns(row), comment }] : [];
      });
    });
  }

  @Needs('duty')
  @Query(() => RiskLooks, {
    description: 'How the comments of the agencies for which the asker is on duty were looked at for risk.',
  })
  async riskLooks(@Context() { session }: ApiContext): Promise<RiskLooks> {
    return session.work((tx) => readRiskLooks(tx));
  }

  @Needs('duty')
  @Mutation(() => Boolean, {
    description: 'Says that a person has looked: REFERRED to those who can help, or NO_RISK.',
    deprecationReason: 'It keeps no reason: ask `handOverCase` or `closeCase`, which do.',
  })
  async handleSafeguarding(
    @Args('submission', { type: () => ID }) submission: string,
    @Args('outcome', { type: () => RiskOutcomeEnum }) outcome: RiskOutcome,
    @Context() { session }: ApiContext,
  ): Promise<boolean> {
    if (!/^[0-9a-f-]{36}$/.test(submission)) throw notFound();
    if (!(await session.work((tx) => handleSafeguarding(tx, submission, outcome)))) throw notFound();
    return true;
  }
}

const gradeToLift = ({ theme, grade, findings, wanted }: ThemeGradeRow, name: string): GradeToLift => ({
  theme,
  grade,
  positives: findings?.positives ?? 0,
  auditedYes: findings?.auditedYes ?? 0,
  precision: findings?.precision.value ?? null,
  precisionLow: findings?.precision.low ?? 0,
  recall: findings?.recall.value ?? null,
  recallLow: findings?.recall.low ?? 0,
  wanted: wantedWords(name, wanted),
});

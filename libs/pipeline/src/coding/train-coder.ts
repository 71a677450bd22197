import { createHash } from 'node:crypto';

import type * as Themes from '#themes';
import type { CoderModel, EmbeddingLookup, ThemeGrade, TrainingExample } from '#themes';
import {
  currentCodings,
  machineChances,
  newestCodebook,
  saveTrainedModel,
  submissionsWithText,
  type Database,
} from '#store';

import { atRandom, auditDecisions, readBlindAudit, type BlindAudit } from './blind-audit.js';
import { gradesCompared } from './grades-compared.js';
import { coderInForce, coderOf, codeWholes, type Coder, type Vectors } from './coder.js';
import { wordsOf } from './fold-codings.js';
import { wholeTextsOf } from './read-whole-texts.js';
import type { WholeText } from './whole-text.js';

/** Texts without a vector that training waits for; with more it learns from words alone, in seconds. */
const WAIT_FOR = 100;
/** Comments that are coded by both models before a person signs one off. */
const COMPARED = 2_000;
/** Changed comments that are shown. */
const SHOWN = 40;

/** What would change if the new model were signed off, kept with the run. */
export interface ModelComparison {
  compared: number;
  changed: number;
  /** Per theme, on the compared comments; `f1` on the blind audit sample, null where there is nothing to judge by. */
  themes: {
    theme: string;
    before: number;
    after: number;
    gained: number;
    lost: number;
    f1Before: number | null;
    f1After: number | null;
    /** The candidate's codebook does not have it any more. */
    goes: boolean;
    gradeBefore: ThemeGrade['grade'] | null;
    gradeAfter: ThemeGrade['grade'] | null;
    /** What the theme's corrected people would be times, by the same audit; null where one of the two is not told. */
    times: number | null;
  }[];
  examples: { submission: string; gained: string[]; lost: string[] }[];
  audited: number;
  /** Micro F1 on the audit sample. */
  f1Before: number | null;
  f1After: number | null;
}

export interface TrainedCoder {
  version: string;
  codings: number;
  /** Milliseconds of the training itself. */
  tookMs: number;
  comparison: ModelComparison;
}

/**
 * Trains a candidate on what people have coded so far and compares it with the coder in force. It has no say until a
 * person signs it off. The audit sample is never trained on.
 */
export async function trainCoder(
  db: Database,
  themes: typeof Themes,
  vectors: Vectors,
): Promise<TrainedCoder> {
  const force = await coderInForce(db, themes);
  const codebook = (await newestCodebook(db)) ?? force.codebook;
  const rules = (await themes.findCodebooks()).get(codebook.code)?.rules ?? [];
  const blank: CoderModel = { version: '', kind: 'linear', parameters: {} };
  const place = await coderOf(db, themes, blank, codebook);
  const words = wordsOf(await currentCodings(db, 'training'), place);
  const wholes = await wholeTextsOf(
    db,
    words.map(({ submission }) => submission),
    themes,
  );
  const said = new Map(words.map((word) => [word.submission, word]));
  const examples = wholes.flatMap(({ submission, response }): TrainingExample[] =>
    response ? [{ response, themes: said.get(submission)?.themes ?? [] }] : [],
  );
  const blind = await readBlindAudit(db);
  const compared = await comparedTexts(db, blind, themes);
  const lookup = await vectorsIfReady(vectors, [...wholes, ...compared]);
  const embedderId = lookup ? ((await vectors.id()) ?? '') : null;
  const began = performance.now();
  const model = themes.train(examples, codebook, {
    rules,
    ...(lookup && embedderId ? { embeddings: lookup, embedderId } : {}),
  });
  const tookMs = Math.round(performance.now() - began);
  await saveTrainedModel(db, model, {
    trainingHash: hashOf(words.map(({ id, submission, themes: given }) => [id, submission, given])),
    settings: { embedder: embedderId },
    codings: examples.length,
    codebook: codebook.code,
    codebookVersion: codebook.version,
  });
  const candidate = await coderOf(db, themes, model, codebook);
  const comparison = await compare(db, candidate, { blind, wholes: compared }, vectors, themes);
  return { version: model.version, codings: examples.length, tookMs, comparison };
}

/** Vectors of all these texts where nearly all are kept already. */
async function vectorsIfReady(
  vectors: Vectors,
  wholes: readonly WholeText[],
): Promise<EmbeddingLookup | null> {
  if (!vectors.wanted) return null;
  const texts = wholes.flatMap(({ response }) => response?.text ?? []);
  return (await vectors.missing(texts)) > WAIT_FOR ? null : vectors.of(texts);
}

/** The audit sample, and others up to a number, chosen by the hash of their ids. */
async function comparedTexts(
  db: Database,
  { codings }: BlindAudit,
  themes: typeof Themes,
): Promise<WholeText[]> {
  const audited = codings.map(({ submission }) => submission);
  const others = (await submissionsWithText(db)).filter((id) => !audited.includes(id));
  const ids = [...new Set(audited), ...themes.auditSample(others, 'compared', COMPARED).ids];
  return wholeTextsOf(db, ids, themes);
}

async function compare(
  db: Database,
  candidate: Coder,
  { blind, wholes }: { blind: BlindAudit; wholes: readonly WholeText[] },
  vectors: Vectors,
  themes: typeof Themes,
): Promise<ModelComparison> {
  const coded = (await codeWholes(wholes, candidate, vectors, themes)).flatMap((one) => one ?? []);
  const machine = await machineChances(db);
  const kept = new Map(machine.map((one) => [one.submission, one.assigned]));
  const people = atRandom(auditDecisions(blind, candidate), blind).map(({ responseId, themes: said }) => ({
    responseId,
    themes: [...said],
    coder: 'people',
  }));
  const now = await coderInForce(db, themes);
  const next = candidate.codebook.themes.map(({ code }) => code);
  // By the codes of before and after alike: what a split, merge or retirement takes away is in the list as going.
  const names = [...new Set([...next, ...now.codebook.themes.map(({ code }) => code)])];
  const grades = gradesCompared({ blind, machine }, now, candidate, coded, themes);
  const after = coded.map((one) => ({
    responseId: one.responseId,
    coder: 'model',
    themes: one.assignments.filter(({ decision }) => decision === 'assign').map(({ theme }) => theme),
  }));
  const before = after.map((one) => ({ ...one, themes: kept.get(one.responseId) ?? [] }));
  const compared = themes.compareCodings(before, after, names);
  const f1s = (model: typeof after) =>
    new Map(themes.agreementByTheme(people, model, names).map((one) => [one.theme, one.modelF1]));
  const [f1Before, f1After] = [f1s(before), f1s(after)];
  const overall = (model: typeof after) => {
    const given = new Map(model.map((one) => [one.responseId, one.themes]));
    return themes.microF1(
      people.flatMap((one) => {
        const said = given.get(one.responseId);
        return said ? [[one.themes, said] as const] : [];
      }),
    );
  };
  return {
    compared: compared.compared,
    changed: compared.changed.length,
    themes: compared.themes.map((one) => ({
      ...one,
      f1Before: f1Before.get(one.theme) ?? null,
      f1After: f1After.get(one.theme) ?? null,
      goes: !next.includes(one.theme),
      ...grades(one.theme),
    })),
    examples: compared.changed
      .slice(0, SHOWN)
      .map(({ responseId, gained, lost }) => ({ submission: responseId, gained, lost })),
    audited: people.length,
    f1Before: overall(before),
    f1After: overall(after),
  };
}

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

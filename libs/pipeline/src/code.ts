import { setImmediate as breathe } from 'node:timers/promises';

import type * as Themes from '#themes';
import type { CodedResponse } from '#themes';
import {
  allTexts,
  lockFor,
  putJob,
  saveArguments,
  saveCoderModel,
  saveCodebook,
  saveCoding,
  uncodedTexts,
  type AssignmentRow,
  type CodedRow,
  type CodingVersion,
  type Database,
  type Transaction,
  type UncodedText,
} from '#store';

/** Submissions a transaction: small enough that a killed worker repeats little. */
const SLICE = 1_000;

/**
 * Code what has not been looked at yet, then group the texts that say the same. Idempotent: a coded submission is
 * marked in the transaction that codes it.
 * @returns number of submissions coded
 */
export async function codeSubmissions(db: Database): Promise<number> {
  // Loaded only where something is coded: its word lists take half a second, which every other process would wait for.
  const themes = await import('#themes');
  let total = 0;
  for (;;) {
    const done = await db.transaction((tx) => codeSlice(tx, themes));
    total += done;
    if (done === 0) break;
    await breathe(); // the process also answers requests
  }
  if (total > 0) {
    const groups = themes.groupArguments(await allTexts(db));
    await db.transaction(async (tx) => {
      await lockFor(tx, 'arguments');
      await saveArguments(tx, groups);
      await putJob(tx, 'refresh');
    });
  }
  return total;
}

async function codeSlice(tx: Transaction, themes: typeof Themes): Promise<number> {
  const { ruleModel, saferPlymouth } = themes;
  await lockFor(tx, 'code');
  const texts = await uncodedTexts(tx, SLICE);
  if (texts.length === 0) return 0;
  await saveCodebook(tx, saferPlymouth);
  await saveCoderModel(tx, ruleModel);
  const version: CodingVersion = {
    codebook: saferPlymouth.code,
    codebookVersion: saferPlymouth.version,
    model: ruleModel.version,
    actor: `coder:${ruleModel.kind}`,
  };
  const bySubmission = groupBySubmission(texts);
  const coded: CodedRow[] = [];
  const assignments: AssignmentRow[] = [];
  for (const [submission, parts] of bySubmission) {
    const outcome = codeOne(submission, parts, themes);
    coded.push(outcome.coded);
    assignments.push(...outcome.assignments);
  }
  await saveCoding(tx, version, coded, assignments);
  return coded.length;
}

function groupBySubmission(texts: readonly UncodedText[]): Map<string, UncodedText[]> {
  const groups = new Map<string, UncodedText[]>();
  for (const text of texts) {
    const group = groups.get(text.submission);
    if (group) group.push(text);
    else groups.set(text.submission, [text]);
  }
  return groups;
}

/** All free-text answers of one submission: a theme said in any of them is said once. */
function codeOne(
  submission: string,
  parts: readonly UncodedText[],
  { code, ruleModel, saferPlymouth }: typeof Themes,
): { coded: CodedRow; assignments: AssignmentRow[] } {
  const agency = parts[0]?.agency ?? '';
  const responses = parts.flatMap((p) =>
    p.text === null ? [] : [{ id: String(p.answer), question: p.question, text: p.text }],
  );
  const results = code(responses, saferPlymouth, ruleModel);
  const best = new Map<string, AssignmentRow>();
  for (const result of results)
    for (const a of result.assignments) {
      const known = best.get(a.theme);
      if (known && known.probability >= a.probability) continue;
      best.set(a.theme, {
        submission,
        agency,
        theme: a.theme,
        decision: a.decision,
        source: a.source,
        probability: a.probability,
        evidence: a.evidence.map((e) => ({ ...e, answer: Number(result.responseId) })),
      });
    }
  return { coded: summary(submission, agency, results), assignments: [...best.values()] };
}

function summary(submission: string, agency: string, results: readonly CodedResponse[]): CodedRow {
  const stances = new Set(results.flatMap((r) => (r.stance && r.stance !== 'neutral' ? [r.stance] : [])));
  return {
    submission,
    agency,
    hasText: results.length > 0,
    noAnswer: results.length > 0 && results.every((r) => r.noAnswer),
    stance: stances.size > 1 ? 'mixed' : ([...stances][0] ?? (results.length > 0 ? 'neutral' : null)),
    safeguarding: results.some((r) => r.safeguarding),
    personalData: results.flatMap((r) =>
      r.personalData.map(({ span, type }) => ({ answer: Number(r.responseId), span, type })),
    ),
  };
}

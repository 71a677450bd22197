import type { Codebook } from '#domain';
import type * as Themes from '#themes';
import type { CoderModel, FewText } from '#themes';
import {
  answersBy,
  answersLeft,
  answerWords,
  codebookMappings,
  codedBy,
  draftThemes,
  lockFor,
  ownInForce,
  readCodebookVersion,
  readCoderModel,
  saveOwnCoding,
  saveTrainedModel,
  type AnswerWord,
  type Database,
  type OwnAnswer,
  type OwnCoded,
  type Queryable,
} from '#store';

import type { Vectors } from '../coder.js';
import { endOf } from './draft.js';
import { fewVectors, textOf } from './texts.js';

/** Answers a transaction: small enough that a killed worker repeats little. */
const SLICE = 500;

/** How a version of a codebook codes its answers, for whoever signs it. */
export interface OwnCodingResult {
  answers: number;
  /** Answers with no theme, with one, with two, with more. */
  none: number;
  one: number;
  two: number;
  more: number;
  themes: { theme: string; answers: number }[];
  /** Pairs that stand together in most, of the smaller theme. */
  together: { a: string; b: string; answers: number }[];
  /** Codings that it learned from, and micro F1 on those of them that it did not see. */
  codings: number;
  leftOut: number | null;
  /** Codings that it never learns from, and micro F1 on them. */
  checked: number;
  f1: number | null;
}

/** Learns a coder of a version from what people shaped and coded, and codes every answer by it. It has no say before it is signed. */
export async function codeByVersion(
  db: Database,
  themes: typeof Themes,
  vectors: Vectors,
  { codebook: code, version }: { codebook: string; version: number },
): Promise<{ model: string; result: OwnCodingResult }> {
  const codebook = await readCodebookVersion(db, code, version);
  if (!codebook) throw new Error('this version of the codebook is not kept here');
  const answers = await answersBy(db, code);
  const words = await wordsIn(db, codebook);
  const texts = new Map(answers.map((answer) => [answer.answer, textOf(answer)]));
  const sources = {
    codebook: code,
    version,
    themes: codebook.themes,
    pool: [...texts.values()],
    coded: await taught(db, codebook, words, texts),
    grouped: await grouped(db, codebook, texts),
  };
  const found = await fewVectors(themes, vectors, sources);
  const model = themes.trainFew(sources, found);
  await saveTrainedModel(db, model, {
    trainingHash: model.version,
    settings: { embedder: found.embedder },
    codings: sources.coded.length,
    codebook: code,
    codebookVersion: version,
  });
  await codeLeft(db, themes, vectors, codebook, model);
  const coded = await codedBy(db, code, model.version);
  const leftOut = themes.leftOutF1(model);
  return {
    model: model.version,
    result: {
      ...resultOf(coded, codebook),
      codings: sources.coded.length,
      leftOut,
      ...checked(coded, words),
    },
  };
}

/** Codes what no coder in force has looked at yet: answers that came since. @returns how many */
export async function codeByOwnCodebooks(
  db: Database,
  themes: typeof Themes,
  vectors: Vectors,
): Promise<number> {
  let total = 0;
  for (const { codebook: code, version, model: name } of await ownInForce(db)) {
    const [left] = await answersLeft(db, code, name, 1);
    if (!left) continue;
    const codebook = await readCodebookVersion(db, code, version);
    const model = await readCoderModel(db, name);
    if (!codebook || !model) throw new Error('a coder in force is not kept here');
    total += await codeLeft(db, themes, vectors, codebook, model);
  }
  return total;
}

/** Codes every answer that this model has not coded. Under the coder's lock, which publication takes too. */
async function codeLeft(
  db: Database,
  themes: typeof Themes,
  vectors: Vectors,
  codebook: Codebook,
  model: CoderModel,
): Promise<number> {
  const words = new Map((await wordsIn(db, codebook)).map((word) => [word.answer, word]));
  const place = { codebook: codebook.code, version: codebook.version, model: model.version };
  for (let total = 0; ;) {
    const left = await answersLeft(db, codebook.code, model.version, SLICE);
    if (left.length === 0) return total;
    const coded = await codeThem(themes, vectors, model, left);
    await db.transaction(async (tx) => {
      await lockFor(tx, 'code');
      await saveOwnCoding(
        tx,
        place,
        coded.map((one) => overruled(one, words.get(one.answer), codebook.version)),
      );
    });
    total += left.length;
    if (left.length < SLICE) return total;
  }
}

/** What a model says of answers. @throws Error where it needs the sentence model and that is not installed */
export async function codeThem(
  themes: typeof Themes,
  vectors: Vectors,
  model: CoderModel,
  answers: readonly OwnAnswer[],
): Promise<OwnCoded[]> {
  const needs = typeof model.parameters['embedder'] === 'string';
  const texts = answers.map(textOf);
  const found = await fewVectors(themes, vectors, { themes: [], pool: texts, coded: [], grouped: [] }, needs);
  if (needs && !found.sentences)
    throw new Error('this coder learned with the sentence model, which is not installed here');
  return themes.codeByFew(model, texts, found).map((said, i) => ({
    answer: answers[i]!.answer,
    agency: answers[i]!.agency,
    themes: (said ?? []).map(({ theme }) => theme),
    chances: (said ?? []).map(({ chance }) => Math.fround(chance)),
    noAnswer: said === null,
    byPerson: false,
  }));
}

/** A person's word of an earlier version stands here; one of this version is looked up where it is asked for, as it may change. */
function overruled(coded: OwnCoded, word: AnswerWord | undefined, version: number): OwnCoded {
  if (!word || word.version === version || word.outcome === 'unsure') return coded;
  return { ...coded, themes: word.themes, chances: word.themes.map(() => 1), byPerson: true };
}

/** People's words in the themes of this version: carried where a theme went elsewhere, left out where one was split or came later. */
async function wordsIn(db: Queryable, codebook: Codebook): Promise<AnswerWord[]> {
  const mappings = (await codebookMappings(db, codebook.code)).filter(({ to }) => to <= codebook.version);
  const known = new Set(codebook.themes.map(({ code }) => code));
  return (await answerWords(db, codebook.code)).flatMap((word) => {
    let themes = word.themes;
    for (const { from, themes: went } of mappings)
      if (from >= word.version) themes = [...new Set(themes.flatMap((theme) => went[theme] ?? []))].sort();
    if (word.version > codebook.version && themes.some((theme) => !known.has(theme))) return [];
    return [
      { ...word, themes, outcome: word.outcome === 'themes' && themes.length === 0 ? 'none' : word.outcome },
    ];
  });
}

/** Codings to learn from: what people said of answers, and of nearest examples. */
async function taught(
  db: Queryable,
  codebook: Codebook,
  words: readonly AnswerWord[],
  texts: ReadonlyMap<number, { id: string; text: string; question: string }>,
): Promise<FewText[]> {
  const said = new Map<number, Set<string>>();
  const spoken = new Set<number>();
  for (const { answer, outcome, themes, purpose } of words) {
    spoken.add(answer);
    if (purpose === 'teach' && outcome !== 'unsure') said.set(answer, new Set(themes));
  }
  const drafts = await draftThemes(db, codebook.code);
  const codes = new Set(codebook.themes.map(({ code }) => code));
  for (const draft of drafts) {
    const end = endOf(draft, drafts);
    if (end.state !== 'kept' || !codes.has(end.code)) continue;
    for (const answer of draft.yes)
      if (!spoken.has(answer)) said.set(answer, (said.get(answer) ?? new Set()).add(end.code));
  }
  return [...said].flatMap(([answer, given]) => {
    const text = texts.get(answer);
    return text ? [{ ...text, themes: [...given].sort() }] : [];
  });
}

/** Texts of kept groups, without those of which a person said no; of groups that were dropped, with no theme. */
async function grouped(
  db: Queryable,
  codebook: Codebook,
  texts: ReadonlyMap<number, { id: string; text: string; question: string }>,
): Promise<FewText[]> {
  const drafts = await draftThemes(db, codebook.code);
  const codes = new Set(codebook.themes.map(({ code }) => code));
  return drafts.flatMap((draft) => {
    const { state, code } = endOf(draft, drafts);
    const speaks = state === 'dropped' || (state === 'kept' && codes.has(code));
    if (!speaks) return [];
    const no = new Set(draft.no);
    return draft.members.flatMap((answer) => {
      const text = texts.get(answer);
      return text && !no.has(answer) ? [{ ...text, themes: state === 'kept' ? [code] : [] }] : [];
    });
  });
}

function resultOf(
  coded: readonly { themes: string[] }[],
  { themes }: Codebook,
): Omit<OwnCodingResult, 'codings' | 'leftOut' | 'checked' | 'f1'> {
  const withSo = (n: number): number => coded.filter((one) => one.themes.length === n).length;
  const has = (theme: string): number => coded.filter((one) => one.themes.includes(theme)).length;
  const codes = themes.map(({ code }) => code);
  const together = codes
    .flatMap((a, i) =>
      codes.slice(i + 1).map((b) => ({
        a,
        b,
        answers: coded.filter((one) => one.themes.includes(a) && one.themes.includes(b)).length,
      })),
    )
    .filter(({ answers }) => answers > 0)
    .sort((x, y) => y.answers - x.answers || (x.a < y.a ? -1 : 1))
    .slice(0, 5);
  const [none, one, two] = [withSo(0), withSo(1), withSo(2)];
  return {
    answers: coded.length,
    none,
    one,
    two,
    more: coded.length - none - one - two,
    themes: codes.map((theme) => ({ theme, answers: has(theme) })),
    together,
  };
}

/** Agreement with people on answers that the coder never learns from. */
function checked(
  coded: readonly { answer: number; themes: string[] }[],
  words: readonly AnswerWord[],
): { checked: number; f1: number | null } {
  const said = new Map(coded.map(({ answer, themes }) => [answer, themes]));
  const own = words.filter(({ purpose, outcome }) => purpose === 'check' && outcome !== 'unsure');
  let [both, either] = [0, 0];
  for (const { answer, themes } of own) {
    const machine = said.get(answer) ?? [];
    both += themes.filter((theme) => machine.includes(theme)).length;
    either += themes.length + machine.length;
  }
  return { checked: own.length, f1: either === 0 ? null : (2 * both) / either };
}

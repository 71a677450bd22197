import type { Codebook } from '#domain';
import type * as Themes from '#themes';
import type { CoderModel } from '#themes';
import {
  answersBy,
  answerWords,
  answersLeft,
  codedBy,
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
} from '#store';

import { codesHere, needsVectors, type Vectors } from '../coder.js';
import { resultOf, type OwnCodingResult } from './coding-result.js';
import { grouped, taught, wordsIn } from './learn-from.js';
import { stanceOf, taughtSides } from './sides.js';
import { fewVectors, textOf } from './texts.js';

/** Answers a transaction: small enough that a killed worker repeats little. */
const SLICE = 500;

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
  // In the themes of any version: a side does not hang on them.
  const everyWord = await answerWords(db, code);
  const words = await wordsIn(db, themes, codebook, everyWord);
  const texts = new Map(answers.map((answer) => [answer.answer, textOf(answer)]));
  const sources = {
    codebook: code,
    version,
    themes: codebook.themes,
    pool: [...texts.values()],
    coded: await taught(db, codebook, words, texts),
    grouped: await grouped(db, codebook, texts),
    sides: taughtSides(everyWord, texts),
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
  const checks = new Set(everyWord.flatMap(({ answer, purpose }) => (purpose === 'check' ? [answer] : [])));
  const again = await codeThem(
    themes,
    vectors,
    model,
    answers.filter(({ answer }) => checks.has(answer)),
  );
  return {
    model: model.version,
    result: {
      ...resultOf(coded, codebook),
      codings: sources.coded.length,
      leftOut: themes.leftOutF1(model),
      ...agreement(themes, again, words),
      stance: stanceOf(
        themes,
        model,
        everyWord,
        coded,
        again,
        codebook.themes.map((theme) => theme.code),
      ),
    },
  };
}

/** Agreement with people on answers that the coder never learns from, by what it says itself: people's words stand over that in what is kept. */
function agreement(
  themes: typeof Themes,
  again: readonly OwnCoded[],
  words: readonly AnswerWord[],
): Pick<OwnCodingResult, 'checked' | 'f1'> {
  const people = new Map(
    words.flatMap(({ answer, purpose, outcome, themes: said }) =>
      purpose === 'check' && outcome !== 'unsure' ? [[answer, said] as const] : [],
    ),
  );
  const said = again.filter(({ answer }) => people.has(answer));
  return {
    checked: said.length,
    f1: themes.microF1(said.map((coded) => [people.get(coded.answer) ?? [], coded.themes])),
  };
}

/**
 * Codes what no coder in force has looked at yet: answers that came since. A coder that can't code here leaves its own for later.
 * @param left hears of each codebook whose answers wait because its sentence model is not installed here
 * @returns how many were coded
 */
export async function codeByOwnCodebooks(
  db: Database,
  themes: typeof Themes,
  vectors: Vectors,
  left: (codebook: string) => void,
): Promise<number> {
  let total = 0;
  for (const { codebook: code, version, model: name } of await ownInForce(db)) {
    if ((await answersLeft(db, code, name, 1)).length === 0) continue;
    const codebook = await readCodebookVersion(db, code, version);
    const model = await readCoderModel(db, name);
    if (!codebook || !model) throw new Error('a coder in force is not kept here');
    if (await codesHere(model, vectors)) total += await codeLeft(db, themes, vectors, codebook, model);
    else left(code);
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
  const words = new Map((await wordsIn(db, themes, codebook)).map((word) => [word.answer, word]));
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

/** What a model says of answers. @throws Error where it learned with another sentence model than is installed here: ask `codesHere` first */
export async function codeThem(
  themes: typeof Themes,
  vectors: Vectors,
  model: CoderModel,
  answers: readonly OwnAnswer[],
): Promise<OwnCoded[]> {
  if (!(await codesHere(model, vectors)))
    throw new Error('this coder learned with a sentence model that is not installed here');
  const texts = answers.map(textOf);
  const pool = { themes: [], pool: texts, coded: [], grouped: [] };
  const found = await fewVectors(themes, vectors, pool, needsVectors(model));
  const sides = themes.sidesByFew(model, texts, found);
  return themes.codeByFew(model, texts, found).map((said, i) => ({
    answer: answers[i]!.answer,
    agency: answers[i]!.agency,
    themes: (said ?? []).map(({ theme }) => theme),
    chances: (said ?? []).map(({ chance }) => Math.fround(chance)),
    noAnswer: said === null,
    byPerson: false,
    side: sides[i]!,
  }));
}

/** A person's word of an earlier version stands here; one of this version is looked up where it is asked for, as it may change. */
function overruled(coded: OwnCoded, word: AnswerWord | undefined, version: number): OwnCoded {
  if (!word || word.version === version || word.outcome === 'unsure') return coded;
  return { ...coded, themes: word.themes, chances: word.themes.map(() => 1), byPerson: true };
}

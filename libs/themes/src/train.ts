import { createHash } from 'node:crypto';
import { NO_ANSWER } from '#domain';
import type { Codebook } from '#domain';
import { RuleCoder } from './coders/code-by-rules.js';
import { isNoAnswer } from './coders/no-answer.js';
import { READING, readingOf } from './coders/reading.js';
import type { ThemeRule } from './coders/rule.js';
import type { CodedResponse, CoderModel, Response, TrainingExample } from './contract.js';
import type { EmbeddingLookup } from './embed/contract.js';
import { trainLinear } from './model/linear-model.js';
import type { LinearExample } from './model/linear-model.js';
import { storeLinear } from './model/stored-model.js';

/** A theme is learned from so many codings; below that its rules go on speaking for it. */
export const FEWEST_CODINGS = 5;
/** Raised when the way of training changes, so that versions tell models of different make apart. */
const MAKE = 'linear-8';

export type Stance = NonNullable<CodedResponse['stance']>;

export interface TrainOptions {
  /** Phrase rules of the codebook: their hits become features, and they code what is not learned yet. */
  rules?: ThemeRule[];
  /** Vectors of all training texts, made before by embedAll; left out = words and characters only. */
  embeddings?: EmbeddingLookup;
  /** Id of the embedder behind the vectors. */
  embedderId?: string;
  /** Codings of stance; three or more kinds of them train a stance model too. */
  stances?: { response: Response; stance: Stance }[];
}

/**
 * Trains a coder on codings by people. The order of the examples does not matter; the same codings, settings and
 * packages give the same model, byte by byte, and the same version.
 * @throws Error where embeddings are used and one is missing
 */
export function train(
  examples: TrainingExample[],
  codebook: Codebook,
  options: TrainOptions = {},
): CoderModel {
  const rules = options.rules ?? [];
  const known = new Set(codebook.themes.map((theme) => theme.code));
  const coder = new RuleCoder(
    rules,
    codebook,
    readingOf({ version: '', kind: 'linear', parameters: { reading: READING } }),
  );
  const rows = sortById(examples)
    .filter(({ response }) => !isNoAnswer(response.text))
    .map(({ response, themes }) =>
      toExample(
        response,
        themes.filter((theme) => known.has(theme)),
        coder,
        options,
      ),
    );
  const labels = [...known].sort().filter((theme) => {
    const codings = rows.filter((row) => row.labels.includes(theme)).length;
    return theme !== NO_ANSWER && codings >= FEWEST_CODINGS && codings < rows.length;
  });
  const parameters: Record<string, unknown> = {
    rules,
    reading: READING,
    embedder: options.embeddings ? (options.embedderId ?? '') : null,
  };
  if (labels.length > 0) parameters['themes'] = storeLinear(trainLinear(rows, labels, 'many').model);
  const stances = trainStance(options);
  if (stances) parameters['stance'] = stances;
  return { version: versionOf(examples, codebook, options), kind: 'linear', parameters };
}

function trainStance(options: TrainOptions): ReturnType<typeof storeLinear> | null {
  const coded = [...(options.stances ?? [])].sort((a, b) => (a.response.id < b.response.id ? -1 : 1));
  const labels = [...new Set(coded.map(({ stance }) => stance))].sort();
  if (labels.length < 3) return null;
  const rows = coded.map(({ response, stance }) => toExample(response, [stance], null, options));
  return storeLinear(trainLinear(rows, labels, 'one').model);
}

/** A response as the linear model sees it. @throws Error where its embedding is missing */
export function toExample(
  { id, text, question }: Response,
  labels: string[],
  coder: RuleCoder | null,
  { embeddings }: Pick<TrainOptions, 'embeddings'>,
): LinearExample {
  const embedding = embeddings ? embeddings(text) : null;
  if (embedding === undefined)
    throw new Error(`response ${id} has no embedding; make them with embedAll first`);
  const flags = coder
    ? coder.assign(id, coder.reading.words(text)).map((assignment) => assignment.theme)
    : [];
  return { text, question, embedding, labels, flags };
}

function versionOf(examples: TrainingExample[], codebook: Codebook, options: TrainOptions): string {
  const hash = createHash('sha256').update(
    JSON.stringify([
      MAKE,
      codebook.code,
      codebook.version,
      options.embeddings ? options.embedderId : null,
      options.rules ?? [],
      sortById(examples).map(({ response, themes }) => [response.id, [...themes].sort()]),
      (options.stances ?? []).map(({ response, stance }) => `${response.id} ${stance}`).sort(),
    ]),
  );
  return `${MAKE}-${hash.digest('hex').slice(0, 16)}`;
}

function sortById(examples: TrainingExample[]): TrainingExample[] {
  return [...examples].sort((a, b) =>
    a.response.id < b.response.id ? -1 : a.response.id > b.response.id ? 1 : 0,
  );
}

import type { Codebook } from '#domain';
import type * as Themes from '#themes';
import type { CodedResponse, CoderModel, Embedder, EmbeddingLookup } from '#themes';
import {
  codebookMappings,
  codingInForce,
  keepEmbeddings,
  readCodebookVersion,
  readCoderModel,
  readEmbeddings,
  type CodingVersion,
  type Queryable,
} from '#store';

import type { WholeText } from './whole-text.js';

/** The model and codebook by which texts are coded, ready for use. */
export interface Coder {
  model: CoderModel;
  codebook: Codebook;
  version: CodingVersion;
  /** How themes of earlier versions of the codebook are carried to this one. */
  carry(themes: readonly string[], fromVersion: number): { themes: string[]; open: string[] };
}

/** The last coder that was opened: a model takes megabytes, and reading it a moment. */
let last: { key: string; coder: Coder } | undefined;

/** The coder that a person signed off, or the rules of the codebook that is shipped. */
export async function coderInForce(db: Queryable, themes: typeof Themes): Promise<Coder> {
  const force = await codingInForce(db);
  const key = JSON.stringify(force);
  if (last?.key === key) return last.coder;
  const { ruleModel, saferPlymouth } = themes;
  const model = force ? await readCoderModel(db, force.model) : ruleModel;
  const codebook = force
    ? await readCodebookVersion(db, force.codebook, force.codebookVersion)
    : saferPlymouth;
  if (!model || !codebook) throw new Error('the coder in force is not kept here');
  const coder = await coderOf(db, themes, model, codebook);
  last = { key, coder };
  return coder;
}

/**
 * The coder in force as far as it can code here: by the rules of its codebook where it learned with a sentence model that is not the one installed.
 * For whoever codes; whoever asks what speaks in general takes `coderInForce`.
 */
export async function coderHere(db: Queryable, themes: typeof Themes, vectors: Vectors): Promise<Coder> {
  const coder = await coderInForce(db, themes);
  if (await codesHere(coder.model, vectors)) return coder;
  const { ruleModel } = themes;
  const version = { ...coder.version, model: ruleModel.version, actor: `coder:${ruleModel.kind}` };
  return { ...coder, model: ruleModel, version };
}

/** A coder of these; a model that is a candidate has no say yet. */
export async function coderOf(
  db: Queryable,
  themes: typeof Themes,
  model: CoderModel,
  codebook: Codebook,
): Promise<Coder> {
  const version = {
    codebook: codebook.code,
    codebookVersion: codebook.version,
    model: model.version,
    actor: `coder:${model.kind}`,
  };
  return { model, codebook, version, carry: await carrierTo(db, themes, codebook) };
}

/** How themes of earlier versions of a codebook are carried to this one. */
export async function carrierTo(
  db: Queryable,
  { carryThemes }: typeof Themes,
  codebook: Codebook,
): Promise<Coder['carry']> {
  const mappings = await codebookMappings(db, codebook.code);
  return (themes, fromVersion) => {
    let carried: { themes: string[]; open: string[] } = { themes: [...themes], open: [] };
    for (const mapping of mappings) {
      if (mapping.from < fromVersion || mapping.to > codebook.version) continue;
      const next = carryThemes(carried.themes, mapping);
      carried = { themes: next.themes, open: [...new Set([...carried.open, ...next.open])] };
    }
    return carried;
  };
}

/** True where a model was trained with sentence vectors and so needs them for every text. */
export const needsVectors = (model: CoderModel): boolean => typeof model.parameters['embedder'] === 'string';

/** Whether a model can code here: vectors of another sentence model than it learned with would say nothing to it. */
export const codesHere = async (model: CoderModel, vectors: Vectors): Promise<boolean> =>
  !needsVectors(model) || model.parameters['embedder'] === (await vectors.id());

/** Sentence vectors, kept in the database so that no text is read twice. The model is loaded at the first need. */
export class Vectors {
  private embedder: Embedder | null | undefined;

  /** False where models shall learn from words alone. */
  readonly wanted: boolean;

  /** @param options.threads of the sentence model: each takes a core */
  constructor(
    private readonly db: Queryable,
    private readonly themes: typeof Themes,
    private readonly options: { threads?: number; wanted?: boolean } = {},
  ) {
    this.wanted = options.wanted ?? true;
  }

  /** Name and version of the sentence model; null where its packages are missing. */
  async id(): Promise<string | null> {
    return (await this.open())?.id ?? null;
  }

  /** How many of these texts have no vector yet. */
  async missing(texts: readonly string[]): Promise<number> {
    const embedder = await this.open();
    if (!embedder) return texts.length;
    const hashes = [...new Set(texts.map((text) => this.themes.contentHash(embedder.id, text)))];
    return hashes.length - (await readEmbeddings(this.db, hashes)).size;
  }

  /**
   * Vectors of these texts, made where they are missing.
   * @param stopping ends between two lots; what was made is kept
   * @returns null where the sentence model is not installed
   */
  async of(
    texts: readonly string[],
    onProgress: (done: number, of: number) => void | Promise<void> = () => {},
    stopping?: AbortSignal,
  ): Promise<EmbeddingLookup | null> {
    const embedder = await this.open();
    if (!embedder) return null;
    const byHash = new Map(texts.map((text) => [this.themes.contentHash(embedder.id, text), text]));
    const cache = await readEmbeddings(this.db, [...byHash.keys()]);
    const missing = [...byHash].filter(([hash]) => !cache.has(hash));
    for (let at = 0; at < missing.length; at += LOT) {
      if (stopping?.aborted) throw Object.assign(new Error('stopping'), { next: 'retry', code: 'stopping' });
      const lot = missing.slice(at, at + LOT);
      const vectors = await embedder.embed(lot.map(([, text]) => text));
      const made = new Map(lot.map(([hash], i) => [hash, vectors[i]!]));
      await keepEmbeddings(this.db, made);
      for (const [hash, vector] of made) cache.set(hash, vector);
      await onProgress(Math.min(at + LOT, missing.length), missing.length);
    }
    return (text) => cache.get(this.themes.contentHash(embedder.id, text));
  }

  async close(): Promise<void> {
    await this.embedder?.close();
    this.embedder = undefined;
  }

  private async open(): Promise<Embedder | null> {
    if (this.embedder === undefined)
      this.embedder = (
        await this.themes.tryEmbedder(() => this.themes.parallelEmbedder(this.options.threads ?? 1))
      ).embedder;
    return this.embedder;
  }
}

/** Texts between two looks at whether to stop: some two seconds of the sentence model. */
const LOT = 32;

/** What a coder makes of whole texts; null for a submission without any. */
export async function codeWholes(
  wholes: readonly WholeText[],
  coder: Coder,
  vectors: Vectors,
  themes: typeof Themes,
): Promise<(CodedResponse | null)[]> {
  const responses = wholes.flatMap(({ response }) => response ?? []);
  const lookup = needsVectors(coder.model) ? await vectors.of(responses.map(({ text }) => text)) : null;
  const coded = new Map(
    themes
      .code(responses, coder.codebook, coder.model, lookup ?? undefined)
      .map((one) => [one.responseId, one]),
  );
  return wholes.map(({ submission }) => coded.get(submission) ?? null);
}

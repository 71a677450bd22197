/**
 * Every background job, and what its payload may hold: ids and short codes, checked as a job is added and again as it
 * is taken. A name, an e-mail address or a sentence fits none of them, so personal data can't travel in the queue.
 */

/** `id`: positive whole number. `uuid`: a submission's id. `code`: kebab-case code of a source or agency. */
type Kind = 'id' | 'uuid' | 'code';

interface JobSpec {
  /** Field -> what it may hold; a question mark lets it be left out. */
  payload: Record<string, Kind | `${Kind}?`>;
  /** How many a process works on at once, unless it says otherwise. */
  concurrency: number;
  /** true: one at a time in the whole hub, because each run reads what the last one wrote. */
  alone: boolean;
}

export const CATALOGUE = {
  /** Rows of one delivery to submissions, or to quarantine. */
  standardise: { payload: { delivery: 'id' }, concurrency: 2, alone: false },
  /** Who is the same person or community: for one delivery's newcomers, or for everybody. */
  link: { payload: { delivery: 'id?' }, concurrency: 1, alone: true },
  /** Texts to themes: of one delivery, or whatever is not coded yet. */
  code: { payload: { delivery: 'id?' }, concurrency: 1, alone: true },
  /** What an analyst asked of the coder: train, code everything anew, propose themes, choose a batch. */
  'coder-run': { payload: { run: 'id' }, concurrency: 1, alone: true },
  /** What an editor asked of a codebook of the agency: group its comments, part a group, code every answer. */
  'codebook-run': { payload: { run: 'id' }, concurrency: 1, alone: true },
  /** The first, long learning, in the background. */
  refine: { payload: { run: 'id' }, concurrency: 1, alone: true },
  /** The working figures. */
  refresh: { payload: {}, concurrency: 1, alone: true },
  /** One pull of one source, from its bookmark on. */
  pull: { payload: { source: 'code' }, concurrency: 2, alone: false },
  /** A new edition of the facts, with the note and the correction of the proposal that was agreed to. */
  publish: { payload: { proposal: 'id?' }, concurrency: 1, alone: true },
  /** Comments made findable. */
  'index-comments': { payload: {}, concurrency: 1, alone: true },
  /** Agencies' comments looked at for what they begin to speak of. */
  'find-emerging': { payload: {}, concurrency: 1, alone: true },
  /** Comments looked at for risk by the model of sentences, after the phrases. */
  'look-for-risk': { payload: {}, concurrency: 1, alone: true },
  /** Sentence vectors of texts that were erased. */
  'forget-vectors': { payload: {}, concurrency: 1, alone: true },
  /** Erase what agreements that ended no longer cover, and what was kept for its time. */
  'erase-ended': { payload: { agreement: 'id?' }, concurrency: 1, alone: true },
} as const satisfies Record<string, JobSpec>;

export type JobName = keyof typeof CATALOGUE;
export const JOB_NAMES = Object.keys(CATALOGUE) as JobName[];

type Value<K> = K extends 'id' | 'id?' ? number : string;
type Required<P> = { [F in keyof P as P[F] extends `${string}?` ? never : F]: Value<P[F]> };
type Optional<P> = { [F in keyof P as P[F] extends `${string}?` ? F : never]?: Value<P[F]> };

/** The payload of a job, e.g. `Payload<'standardise'>` is `{ delivery: number }`. */
export type Payload<J extends JobName> = Required<(typeof CATALOGUE)[J]['payload']> &
  Optional<(typeof CATALOGUE)[J]['payload']>;

/** A job or payload that is not in the catalogue: a fault of the caller, never worth another try. */
export class PayloadError extends Error {
  readonly next = 'bug';
  readonly code = 'job-payload';

  constructor(reason: string) {
    super(reason);
    this.name = 'PayloadError';
  }
}

const CHECKS: Record<Kind, (value: unknown) => boolean> = {
  id: (value) => Number.isSafeInteger(value) && (value as number) > 0,
  uuid: (value) => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  code: (value) => typeof value === 'string' && value.length <= 64 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value),
};

export function isJobName(name: string): name is JobName {
  return Object.hasOwn(CATALOGUE, name);
}

/**
 * Checks a payload against the catalogue.
 * @returns a copy that holds the known fields and nothing else
 * @throws PayloadError naming the field, never its value
 */
export function checkPayload<J extends JobName>(job: J, payload: unknown): Payload<J> {
  const spec: JobSpec['payload'] = CATALOGUE[job].payload;
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) {
    throw new PayloadError(`the payload of ${job} must be an object`);
  }
  const given = payload as Record<string, unknown>;
  if (Object.keys(given).some((field) => !Object.hasOwn(spec, field))) {
    throw new PayloadError(
      `the payload of ${job} may hold only: ${Object.keys(spec).join(', ') || 'nothing'}`,
    );
  }
  const checked: Record<string, unknown> = {};
  for (const [field, rule] of Object.entries(spec)) {
    const value = given[field];
    if (value === undefined && rule.endsWith('?')) continue;
    const kind = rule.replace('?', '') as Kind;
    if (!CHECKS[kind](value)) throw new PayloadError(`${field} of ${job} must be a valid ${kind}`);
    checked[field] = value;
  }
  return checked as Payload<J>;
}

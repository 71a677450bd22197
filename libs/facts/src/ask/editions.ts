import { type EditionRow, partsNamed, type Queryable, readAbout, readEditions } from '#store';
import { NO_VERSIONS } from './counter.js';
import type { Edition, Versions } from './figure-shapes.js';
import { asTold, type Freshness, sourcesUntold } from './freshness.js';
import { addsUp, hubSteps } from './receipt.js';

const WHOLE_HUB =
  'Rounded, and each step stays until five have moved: steps may differ by 5. Every figure cut from it is rounded too, and small ones are hidden.';

/** Figures of an edition never change; what told of single people beside them is told no more. */
const WITHDRAWN: Readonly<Record<string, string>> = {
  labels:
    'Names of communities that fewer than ten people used are withdrawn from it. Its figures stand as they were.',
  receipts:
    'Its receipts, where they were exact, are withdrawn and told to the nearest 5. Its figures stand as they were.',
};

/** Published editions, the latest first. @param db opened as the published role */
export async function editions(db: Queryable): Promise<Edition[]> {
  const rows = await readEditions(db);
  const sources = await sourcesOf(db, rows, rows);
  return rows.map((row, at) => describe(rows, at, sources(row.number)));
}

/** What was frozen with editions never changes: it is read once, with the list of editions that it belongs to. */
const frozenFreshness = new WeakMap<readonly EditionRow[], Promise<Map<number, Freshness[]>>>();

function freshnessFrozen(db: Queryable, rows: readonly EditionRow[]): Promise<Map<number, Freshness[]>> {
  const known = frozenFreshness.get(rows) ?? readFreshnessParts(db);
  frozenFreshness.set(rows, known);
  known.catch(() => frozenFreshness.delete(rows));
  return known;
}

async function readFreshnessParts(db: Queryable): Promise<Map<number, Freshness[]>> {
  const parts = await partsNamed(db, 'freshness');
  return new Map([...parts].map(([edition, part]) => [edition, (part as Freshness[]).map(asTold)]));
}

/** Sources as fresh as they were when an edition was published; of editions made before that was kept, as the latest says that kept it. */
async function sourcesOf(
  db: Queryable,
  all: readonly EditionRow[],
  wanted: readonly EditionRow[],
): Promise<(edition: number) => Freshness[]> {
  const kept = await freshnessFrozen(db, all);
  if (wanted.every(({ number }) => kept.has(number))) return (edition) => kept.get(edition)!;
  const latest = all.find(({ number }) => kept.has(number));
  const other = latest ? kept.get(latest.number)! : await sourcesUntold(db);
  return (edition) => kept.get(edition) ?? other.map((one) => ({ ...one, asOf: null }));
}

/**
 * How fresh each source is, as an edition tells everybody, the latest where null; of one made before that was kept as the latest tells it, with no
 * day on which it was so; before there is one, their names.
 * @param db by the published role
 */
export async function publicFreshness(db: Queryable, number: number | null = null): Promise<Freshness[]> {
  return (await findEdition(db, number))?.sources ?? sourcesUntold(db);
}

/** One edition; null = the latest. Null where there is none. */
export async function edition(db: Queryable, number: number | null = null): Promise<Edition | null> {
  return (await findEdition(db, number))?.edition ?? null;
}

export async function findEdition(
  db: Queryable,
  number: number | null,
): Promise<{ edition: Edition; row: EditionRow; sources: Freshness[] } | null> {
  const rows = await readEditions(db);
  const at = number === null ? 0 : rows.findIndex((row) => row.number === number);
  const row = rows[at];
  if (!row) return null;
  const sources = (await sourcesOf(db, rows, [row]))(row.number);
  return { edition: describe(rows, at, sources), row, sources };
}

/** What this hub is. @param db opened as the published or the workbench role */
export async function about(db: Queryable): Promise<{ city: string; synthetic: boolean }> {
  const { city, synthetic } = await readAbout(db);
  return { city: city ?? '', synthetic: synthetic === 'true' };
}

/** @param rows all editions, the latest first @param at which of them */
function describe(rows: readonly EditionRow[], at: number, sources: Freshness[]): Edition {
  const row = rows[at]!;
  const versions: Versions = { ...NO_VERSIONS, ...row.versions };
  const last = hubSteps(row.funnel, { agencies: agenciesOf(row), dataTo: row.dataTo });
  const steps = last.map((step) => (step.name === 'People' ? { ...step, kind: 'figure' as const } : step));
  return {
    number: row.number,
    before: rows[at + 1]?.number ?? null,
    publishedAt: row.publishedAt.toISOString(),
    dataTo: row.dataTo,
    hash: row.hash,
    fingerprint: `${row.hash.slice(0, 4)} ${row.hash.slice(4, 8)}`,
    note: row.note,
    correction: row.correction,
    withdrawn: row.withdrawn.flatMap((kind) => WITHDRAWN[kind] ?? []),
    synthetic: row.synthetic,
    latest: at === 0,
    versions,
    receipt: {
      steps,
      addsUp: row.funnel.balanced !== false && addsUp(steps),
      filters: [],
      sources,
      versions,
      suppression: WHOLE_HUB,
    },
  };
}

/** Agencies that sent anything. */
export const agenciesOf = (facts: { sources: EditionRow['sources'] }): number =>
  new Set(facts.sources.filter((source) => source.received > 0).map((source) => source.agency)).size;

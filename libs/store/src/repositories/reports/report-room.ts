import type { Queryable, Transaction } from '../../database.js';

/** Everything here runs under a session: leads and officers see their agency's reports, and readers those they were asked to read. */

export interface ReportText {
  /** `point`, `options`, `equality` or `limits`. */
  code: string;
  text: string;
}

export interface ReportDraft {
  agency: string;
  /** Address of its page. */
  slug: string;
  title: string;
  kind: 'theme' | 'consultation' | 'ward';
  /** Code of the theme, of the engagement (agency/key), or of the ward. */
  subject: string;
  forWhom: string;
  edition: number;
  texts: ReportText[];
  /** The released report that it corrects. */
  corrects: string | null;
}

export interface ReportHand {
  account: string;
  part: 'author' | 'reader';
  signedAt: string | null;
  /** Signed what is proposed now. */
  signs: boolean | null;
}

export interface HeldReport extends ReportDraft {
  id: string;
  version: number;
  /** What readers read; null until it is proposed. */
  proposed: unknown;
  digest: string | null;
  releaseAt: string | null;
  released: boolean;
  hands: ReportHand[];
  events: { at: string; account: string; what: string }[];
}

/** A report as a list tells it: none of its words. */
export type ReportLine = Omit<HeldReport, 'texts' | 'proposed' | 'events'>;

type Document<R extends ReportLine> = Omit<R, 'forWhom' | 'releaseAt'> & {
  for_whom: string;
  release_at: string | null;
};

const reportOf = <R extends ReportLine>({
  for_whom: forWhom,
  release_at: releaseAt,
  ...same
}: Document<R>) => ({
  ...same,
  forWhom,
  releaseAt,
});

/** Reports that the session may see, without their contents: who wants these opens them. */
export async function readReports(tx: Transaction): Promise<ReportLine[]> {
  const rows = await tx.query<{ document: Document<ReportLine> }>(
    'SELECT document FROM reports.own() AS document',
  );
  return rows.map(({ document }) => reportOf(document));
}

/** One report; the opening is written down while it is not out. Null where there is none for this session. */
export async function openReport(tx: Transaction, id: string): Promise<HeldReport | null> {
  const [row] = await tx.query<{ document: Document<HeldReport> | null }>(
    'SELECT reports.open($1) AS document',
    [id],
  );
  return row?.document ? reportOf(row.document) : null;
}

export type SavedReport =
  { status: 'saved'; id: string } | { status: 'not-allowed' | 'changed-meanwhile' | 'released' | 'refused' };

const REFUSALS: Record<string, Exclude<SavedReport['status'], 'saved'>> = {
  HB001: 'changed-meanwhile',
  HB002: 'released',
  HB003: 'refused',
};

/**
 * Saves a draft; what was proposed of it, its signatures and its minute fall away.
 * @param seen the version that was read before; null for a new one
 */
export async function saveReport(
  tx: Transaction,
  { forWhom, ...draft }: ReportDraft,
  seen: number | null,
): Promise<SavedReport> {
  try {
    const [row] = await tx.query<{ id: string | null }>('SELECT reports.save($1, $2) AS id', [
      JSON.stringify({ ...draft, for_whom: forWhom }),
      seen,
    ]);
    return row?.id ? { status: 'saved', id: row.id } : { status: 'not-allowed' };
  } catch (error) {
    const status = REFUSALS[(error as { code?: string }).code ?? ''];
    if (status) return { status };
    throw error;
  }
}

const asked = async (tx: Transaction, sql: string, values: unknown[]): Promise<boolean> =>
  (await tx.query<{ done: boolean }>(sql, values))[0]?.done ?? false;

/** @returns false where nobody of that name may read it: an author, or no lead or officer of any agency */
export const inviteReader = (tx: Transaction, id: string, account: string): Promise<boolean> =>
  asked(tx, 'SELECT reports.invite($1, $2) AS done', [id, account]);

/** Fixes the content for its readers. @param digest SHA-256 of it, hexadecimal */
export const proposeReport = (
  tx: Transaction,
  id: string,
  content: unknown,
  digest: string,
): Promise<boolean> =>
  asked(tx, 'SELECT reports.propose($1, $2, $3) AS done', [id, JSON.stringify(content), digest]);

/** A reader's signature under what is proposed now. @returns false where something else is, or the session is no reader */
export const signReport = (tx: Transaction, id: string, digest: string): Promise<boolean> =>
  asked(tx, 'SELECT reports.sign($1, $2) AS done', [id, digest]);

/** Why a report may not have its minute. */
export type NotScheduled = 'not-allowed' | 'not-proposed' | 'two-readers' | 'another-agency' | 'past';

/** Gives a report the minute from which it is public. @returns null where it has it now */
export async function scheduleReport(
  tx: Transaction,
  id: string,
  minute: Date,
): Promise<NotScheduled | null> {
  const [row] = await tx.query<{ why: NotScheduled | null }>('SELECT reports.schedule($1, $2) AS why', [
    id,
    minute,
  ]);
  return row?.why ?? null;
}

/**
 * A made-up report of made-up officers, out at once, for the demonstration.
 * @param hands names of who wrote it and who read it
 * @returns false where its address is taken already, or the hub's people are real
 */
export async function adoptReport(
  worker: Queryable,
  { forWhom, ...draft }: ReportDraft,
  { content, digest }: { content: unknown; digest: string },
  hands: { authors: readonly string[]; readers: readonly string[] },
): Promise<boolean> {
  const [row] = await worker.query<{ done: boolean }>('SELECT reports.adopt($1, $2, $3, $4, $5) AS done', [
    JSON.stringify({ ...draft, for_whom: forWhom }),
    JSON.stringify(content),
    digest,
    hands.authors,
    hands.readers,
  ]);
  return row?.done ?? false;
}

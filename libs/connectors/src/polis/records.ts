import { noRespondent, type Engagement, type RawRow, type RowOutcome, type VoteRecord } from '#domain';
import type { ReadContext } from '../contract.js';
import type { Reconciliation } from './reconcile.js';

export interface PolisNotes {
  engagement: Engagement;
  /** Which file holds what, by file name. */
  roles: Record<string, string>;
  /** Ids of the comments of this delivery. */
  comments: string[];
  reconciliation: Reconciliation;
  assumptions: string[];
}

const known = new WeakMap<ReadContext, Set<string>>();

/** A row of comments to a submission, a row of votes to a vote. */
export function polisRecord(row: RawRow, context: ReadContext): RowOutcome {
  const notes = context.notes as unknown as PolisNotes;
  if (notes.roles[row.file] === 'comments') return commentRecord(row, notes);
  let comments = known.get(context);
  if (!comments) known.set(context, (comments = new Set(notes.comments)));
  return voteRecord(row, notes, comments);
}

function commentRecord(row: RawRow, { engagement }: PolisNotes): RowOutcome {
  const id = row.cells['comment-id']?.trim();
  if (!id) return rejected(row, 'comment-id', 'id-missing', 'The comment has no id.');
  const meant = { engagement: engagement.key, externalId: id };
  const text = row.cells['comment-body'] ?? null;
  if (text === null || text.trim() === '')
    return { ...rejected(row, 'comment-body', 'row-empty', 'The comment has no text.'), meant };
  const instant = instantOf(row.cells['timestamp'] ?? null);
  if (instant === undefined) {
    const reason = 'The cell is not a time in seconds or milliseconds.';
    return { ...rejected(row, 'timestamp', 'date-invalid', reason), meant };
  }
  const author = row.cells['author-id']?.trim();
  const isSeed = /^true$/i.test(row.cells['is-seed'] ?? '');
  return {
    ok: true,
    record: {
      kind: 'submission',
      file: row.file,
      row: row.row,
      externalId: id,
      engagement,
      submittedOn: instant?.slice(0, 10) ?? null,
      // Statements with which the host opened the conversation are told apart from what participants said.
      channel: isSeed ? 'host' : (engagement.channel ?? 'online'),
      respondent: { ...noRespondent(), systemId: author && !isSeed ? `${engagement.key}/${author}` : null },
      demographics: [],
      answers: [
        {
          question: { key: 'comment', text: engagement.title, kind: 'free-text' },
          text,
          options: [],
          value: null,
        },
      ],
      communities: [],
      place: null,
      ...(isTakenOut(row) ? { takenOut: true as const } : {}),
    },
  };
}

/** Taken out by the moderators, or a statement about the people and not the matter: Polis groups nobody by what they said of either. */
const isTakenOut = ({ cells }: RawRow): boolean =>
  cells['moderated']?.trim() === '-1' || /^true$/i.test(cells['is-meta'] ?? '');

function voteRecord(row: RawRow, { engagement }: PolisNotes, comments: Set<string>): RowOutcome {
  const [comment, voter, vote] = ['comment-id', 'voter-id', 'vote'].map(
    (label) => row.cells[label]?.trim() ?? '',
  );
  if (!comment || !comments.has(comment))
    return rejected(
      row,
      'comment-id',
      'vote-without-comment',
      'The vote is on a comment that is not in this delivery.',
    );
  if (!voter) return rejected(row, 'voter-id', 'id-missing', 'The vote has no voter.');
  if (vote === undefined || !/^(-1|0|1)(\.0)?$/.test(vote))
    return rejected(row, 'vote', 'vote-invalid', 'A vote is 1 (agree), -1 (disagree) or 0 (pass).');
  const votedAt = instantOf(row.cells['timestamp'] ?? null);
  if (votedAt === undefined)
    return rejected(row, 'timestamp', 'date-invalid', 'The cell is not a time in seconds or milliseconds.');
  const externalId = `${comment}:${voter}:${votedAt ?? ''}`;
  const value = Math.sign(Number(vote)) as VoteRecord['value'];
  return {
    ok: true,
    record: {
      kind: 'vote',
      file: row.file,
      row: row.row,
      externalId,
      engagement,
      commentId: comment,
      voter,
      value: value === 0 ? 0 : value,
      votedAt,
    },
  };
}

/** Unix time as an ISO instant, null where blank, undefined where it is none. Older exports count seconds. */
function instantOf(written: string | null): string | null | undefined {
  const text = written?.trim() ?? '';
  if (text === '') return null;
  if (!/^\d{9,14}$/.test(text)) return undefined;
  const date = new Date(Number(text) * (text.length <= 10 ? 1000 : 1));
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function rejected(
  row: RawRow,
  column: string,
  code: string,
  reason: string,
): Extract<RowOutcome, { ok: false }> {
  return { ok: false, rejections: [{ file: row.file, row: row.row, column, code, reason }] };
}

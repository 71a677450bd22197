import { HubError } from '#domain';

import type { Database, Queryable, Transaction } from '../../database.js';

/** What moves figures is not signed with a word or two: letters that a reason has at least. */
export const SHORTEST_REASON = 40;

/** Something that takes two accounts with the right. */
export interface Proposal {
  id: number;
  kind: 'sign-off' | 'codebook' | 'publication' | string;
  subject: string;
  reason: string;
  proposedBy: string;
  proposedAt: Date;
  /** Whether the second is wanted from an agency for which the first does not hold the right. */
  elsewhere: boolean;
  state: 'waiting' | 'done' | 'declined' | 'withdrawn';
  /** Nobody else held the right: one person decided. */
  alone: boolean;
  second: string | null;
  remark: string;
  decidedAt: Date | null;
  /** Whether the acting account proposed it, and whether it may be the second. */
  mine: boolean;
  maySecond: boolean;
  /** Of a publication: what the edition shall say of itself, and what it corrects. */
  note: string | null;
  correction: string | null;
  /** The edition behind which it stands. */
  edition: number | null;
  /** What became of a publication that was agreed to, with words; null until it was tried to the end. */
  outcome: PublicationOutcome | null;
  outcomeWords: string | null;
}

export type PublicationOutcome = 'published' | 'held' | 'waiting' | 'unchanged' | 'empty';

/** What an edition shall say of itself: agreed to with its publication. */
export interface EditionWords {
  note: string | null;
  correction: string | null;
}

const COLUMNS = `id::int AS id, kind, subject, reason, proposed_by AS "proposedBy", proposed_at AS "proposedAt", elsewhere, state, alone,
  second, remark, decided_at AS "decidedAt", mine, may_second AS "maySecond", note, correction, edition, outcome, outcome_words AS "outcomeWords"`;

const REFUSALS: Record<string, string> = {
  unknown: 'There is nothing of that number that you may decide.',
  decided: 'Somebody has decided this already.',
  own: 'You proposed this: another person with the same right agrees to it.',
  elsewhere: 'This moves a figure of the city by over a tenth: somebody of another agency agrees to it.',
};

/** @returns what became of it @throws HubError `refuse` */
function answered(answer: string | undefined): 'done' | 'declined' | 'withdrawn' {
  if (answer === 'done' || answer === 'declined' || answer === 'withdrawn') return answer;
  throw new HubError('refuse', `proposal-${answer}`, REFUSALS[answer ?? ''] ?? 'The hub did not do it.');
}

/** What a session's account may propose or second: what waits, or all of it, the latest first. */
export const sessionProposals = (tx: Transaction, everything: boolean): Promise<Proposal[]> =>
  tx.query<Proposal>(`SELECT ${COLUMNS} FROM access.session_proposals($1)`, [everything]);

/** The second's word in a session's name; the first withdraws by it. @throws HubError `refuse` */
export async function sessionAnswers(
  tx: Transaction,
  id: number,
  agrees: boolean,
  remark: string,
): Promise<void> {
  const [row] = await tx.query<{ answer: string }>('SELECT access.session_answers($1, $2, $3) AS answer', [
    id,
    agrees,
    remark,
  ]);
  answered(row?.answer);
}

/**
 * A lead's session asks for an edition.
 * @returns the number of the proposal
 * @throws HubError `refuse` where one waits that would say something else
 */
export async function proposePublication(
  tx: Transaction,
  reason: string,
  words: EditionWords = NO_WORDS,
): Promise<number> {
  const [row] = await tx.query<{ id: number }>('SELECT facts.propose_publication($1, $2)::int AS id', [
    reason,
    JSON.stringify(words),
  ]);
  const waiting = (await sessionProposals(tx, false)).find(({ id }) => id === row!.id);
  if (waiting) sameWords(waiting, words);
  return row!.id;
}

const NO_WORDS: EditionWords = { note: null, correction: null };

/** Of two proposals one waits: other words than its own would be lost without a word. */
function sameWords(waiting: EditionWords, { note, correction }: EditionWords): void {
  if (note === null && correction === null) return;
  if (waiting.note !== note || waiting.correction !== correction)
    throw new HubError(
      'refuse',
      'other-words',
      'An edition is proposed already, with another note or correction: agree to that one, or have it withdrawn first.',
    );
}

/**
 * Note and correction of a publication that was agreed to; null where it was not, or where it came out already.
 * @param db as the worker role
 */
export async function wordsOfPublication(db: Queryable, proposal: number): Promise<EditionWords | null> {
  const [row] = await db.query<EditionWords>('SELECT note, correction FROM facts.words_of_publication($1)', [
    proposal,
  ]);
  return row ?? null;
}

/** Keeps why a publication that was agreed to made no edition; one that did says so already. @param db as the worker role */
export async function keepPublicationOutcome(
  db: Queryable,
  proposal: number,
  became: PublicationOutcome,
  words: string,
): Promise<void> {
  await db.query('SELECT facts.keep_publication_outcome($1, $2, $3)', [proposal, became, words]);
}

/** The same for a command, in the name of whoever gives it. @param ownerDb as role `owner`, opened for its giver */
export const commandProposals = (ownerDb: Queryable, everything: boolean): Promise<Proposal[]> =>
  ownerDb.query<Proposal>(`SELECT ${COLUMNS} FROM access.proposals($1)`, [everything]);

export async function commandAnswers(
  ownerDb: Database,
  id: number,
  agrees: boolean,
  remark: string,
): Promise<'done' | 'declined' | 'withdrawn'> {
  const [row] = await ownerDb.query<{ answer: string }>(
    'SELECT access.answer_proposal($1, $2, $3) AS answer',
    [id, agrees, remark],
  );
  return answered(row?.answer);
}

export type MayPublish =
  { now: true; proposal: number; words: EditionWords } | { now: false; proposal: number; by: string };

/**
 * Whether a command may publish: as the second of a proposal that waits, or alone where nobody else is a lead. Otherwise it is proposed.
 * Agreed to first and published afterwards: an edition that fails leaves a word that stands behind the next.
 * @param words what the edition shall say; the second may leave them out, and publishes those that were proposed
 * @throws HubError `refuse` where the hub has leads and the giver is none, where its one lead gives no reason, or where an edition waits that would say something else
 */
export async function mayPublish(
  ownerDb: Database,
  reason: string,
  words: EditionWords = NO_WORDS,
): Promise<MayPublish> {
  return ownerDb.transaction(async (tx) => {
    const [who] = await tx.query<{ leads: number; lead: boolean; others: boolean; actor: string }>(
      `SELECT count(*)::int AS leads, coalesce(bool_or(h.name = audit.actor()), false) AS lead, coalesce(bool_or(h.name <> audit.actor()), false) AS others, audit.actor() AS actor FROM access.holders('lead') h`,
    );
    if (who!.leads > 0 && !who!.lead)
      throw new HubError(
        'refuse',
        'not-a-lead',
        'This hub has leads, who publish: say in whose name with --by.',
      );
    const [waiting] = await tx.query<{ id: number; by: string } & EditionWords>(
      `SELECT id::int AS id, proposed_by AS by, payload->>'note' AS note, payload->>'correction' AS correction FROM access.proposal WHERE kind = 'publication' AND state = 'waiting'`,
    );
    if (waiting) sameWords(waiting, words);
    if (waiting && waiting.by !== who!.actor) {
      const [row] = await tx.query<{ answer: string }>(
        `SELECT access.answer_proposal($1, true, $2) AS answer`,
        [waiting.id, reason],
      );
      answered(row?.answer);
      const { id: proposal, note, correction } = waiting;
      return { now: true, proposal, words: { note, correction } };
    }
    if (who!.lead && !who!.others && reason.trim().length < SHORTEST_REASON)
      throw new HubError(
        'refuse',
        'no-reason',
        `Nobody else may publish, so you decide alone: say why, in ${SHORTEST_REASON} letters or more, with --reason.`,
      );
    // Its giver's own: what it would move was counted when it was proposed, and is again when the second agrees.
    if (waiting) return { now: false, proposal: waiting.id, by: waiting.by };
    const [made] = await tx.query<{ id: number; state: string; by: string }>(
      `SELECT (p).id::int AS id, (p).state, (p).proposed_by AS by FROM access.propose('publication', 'edition', $2, $1, CASE WHEN $3 THEN facts.publication_moves() ELSE false END) p`,
      [reason, JSON.stringify(words), who!.others],
    );
    const { id: proposal, state, by } = made!;
    return state === 'done' ? { now: true, proposal, words } : { now: false, proposal, by };
  });
}

/** What two people, or one, decided that an edition rests on. */
export interface Signature {
  kind: string;
  proposedBy: string;
  second: string | null;
  alone: boolean;
  reason: string;
  at: Date;
}

/** By the published role. */
export const signaturesOf = (published: Queryable, edition: number): Promise<Signature[]> =>
  published.query<Signature>(
    'SELECT kind, proposed_by AS "proposedBy", second, alone, reason, at FROM facts.signatures_of($1)',
    [edition],
  );

/**
 * What was agreed since the edition before stands behind this one: in the transaction that makes it.
 * @param proposal of the publication whose job makes it; another that waits for its own job is left to that
 */
export async function signEdition(tx: Queryable, edition: number, proposal: number | null): Promise<void> {
  await tx.query('SELECT facts.sign_edition($1, $2)', [edition, proposal]);
}

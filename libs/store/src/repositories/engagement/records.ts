import type { Engagement, StatementRecord, SubmissionRecord, VoteRecord } from '#domain';

import type { Queryable, Transaction } from '../../database.js';

/** A submission ready to be kept: its id, where it came from, and where its respondent lives. */
export interface KeptSubmission {
  id: string;
  record: SubmissionRecord;
  contentHash: string;
  ward: string | null;
  outward: string | null;
  deprivation: number | null;
}

export interface Keep<T> {
  id: string;
  record: T;
}

export interface Origin {
  agency: string;
  source: string;
  delivery: number;
}

/** What is held under an id, and which delivery brought it. `hash` is null for votes and statements: they never change. */
export interface Held {
  hash: string | null;
  delivery: number;
}

/** Which of these are held already. */
export async function heldRecords(
  db: Queryable,
  table: 'submission' | 'vote' | 'statement',
  ids: readonly string[],
): Promise<Map<string, Held>> {
  if (ids.length === 0) return new Map();
  const hash = table === 'submission' ? 'content_hash' : 'NULL::text';
  const rows = await db.query<Held & { id: string }>(
    `SELECT id, ${hash} AS hash, delivery::int AS delivery FROM engagement.${table} WHERE id = ANY ($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What the hub knows of an engagement grows: a field once known is not lost to a delivery that leaves it out. */
export async function saveEngagements(
  tx: Transaction,
  agency: string,
  engagements: readonly Engagement[],
): Promise<void> {
  for (const e of engagements) {
    await tx.query(
      `INSERT INTO engagement.engagement AS old (agency, key, title, kind, participation, opens, closes, channel, decision_owner, can_still_change, url, target_communities)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       ON CONFLICT (agency, key) DO UPDATE SET title = EXCLUDED.title, kind = EXCLUDED.kind,
         participation = coalesce(EXCLUDED.participation, old.participation), opens = coalesce(EXCLUDED.opens, old.opens),
         closes = coalesce(EXCLUDED.closes, old.closes), channel = coalesce(EXCLUDED.channel, old.channel),
         decision_owner = coalesce(EXCLUDED.decision_owner, old.decision_owner),
         can_still_change = coalesce(EXCLUDED.can_still_change, old.can_still_change), url = coalesce(EXCLUDED.url, old.url),
         target_communities = CASE WHEN cardinality(EXCLUDED.target_communities) > 0 THEN EXCLUDED.target_communities ELSE old.target_communities END`,
      [
        agency,
        e.key,
        e.title,
        e.kind,
        e.participation,
        e.opens,
        e.closes,
        e.channel,
        e.decisionOwner,
        e.canStillChange,
        e.url,
        e.targetCommunities,
      ],
    );
  }
}

/** The words last sent stand; what was said of other words in other languages goes with these. */
async function saveQuestions(
  tx: Transaction,
  agency: string,
  kept: readonly KeptSubmission[],
): Promise<void> {
  const seen = new Map<string, unknown[]>();
  for (const { record } of kept)
    for (const [position, { question }] of record.answers.entries())
      seen.set(`${record.engagement.key}\u0000${question.key}`, [
        agency,
        record.engagement.key,
        question.key,
        question.text,
        question.kind,
        question.options ?? [],
        position,
      ]);
  for (const row of seen.values())
    await tx.query(
      `INSERT INTO engagement.question AS old (agency, engagement, key, text, kind, options, position) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (agency, engagement, key) DO UPDATE SET text = EXCLUDED.text, position = coalesce(old.position, EXCLUDED.position),
         language = CASE WHEN old.text = EXCLUDED.text THEN old.language END, wordings = CASE WHEN old.text = EXCLUDED.text THEN old.wordings ELSE '{}' END,
         options = CASE WHEN cardinality(EXCLUDED.options) > 0 THEN EXCLUDED.options ELSE old.options END`,
      row,
    );
}

/**
 * Submissions with everything that hangs on them; identifying fields go to the vault.
 * @param kept of a large delivery a slice at a time: of each some ten rows are made
 */
export async function saveSubmissions(
  tx: Transaction,
  origin: Origin,
  kept: readonly KeptSubmission[],
): Promise<void> {
  if (kept.length === 0) return;
  await saveQuestions(tx, origin.agency, kept);
  await saveParts(tx, origin, kept, [SUBMISSION, ...PARTS]);
}

/** What submissions that are held already say now, without the rows of the submissions themselves. */
export async function saveCorrectedParts(
  tx: Transaction,
  origin: Origin,
  kept: readonly KeptSubmission[],
  { words }: { words: boolean },
): Promise<void> {
  if (kept.length === 0) return;
  await saveQuestions(tx, origin.agency, kept);
  await saveParts(tx, origin, kept, words ? PARTS : PARTS.map((part) => part.besideWords ?? part));
}

async function saveParts(
  tx: Transaction,
  origin: Origin,
  kept: readonly KeptSubmission[],
  parts: readonly TablePart[],
): Promise<void> {
  for (const { table, columns, rows } of parts) {
    const all = function* () {
      for (const one of kept) yield* rows(one, origin);
    };
    await tx.copy(table, columns, all());
  }
}

/** What one submission puts into a table. */
interface TablePart {
  table: string;
  columns: readonly string[];
  rows(kept: KeptSubmission, origin: Origin): unknown[][];
  /** The same where the words stay as they are. */
  besideWords?: TablePart;
}

const firstOfEach = <T>(items: readonly T[], key: (item: T) => string): T[] => [
  ...new Map([...items].reverse().map((item) => [key(item), item])).values(),
];

// prettier-ignore
const SUBMISSION: TablePart = {
    table: 'engagement.submission',
    columns: ['id', 'agency', 'source', 'engagement', 'delivery', 'file', 'row', 'external_id', 'content_hash', 'submitted_on', 'channel', 'ward', 'outward', 'deprivation', 'place', 'taken_out'],
    rows: ({ id, record: r, contentHash, ward, outward, deprivation }, { agency, source, delivery }) => [
      [id, agency, source, r.engagement.key, delivery, r.file, r.row, r.externalId, contentHash, r.submittedOn, r.channel, ward, outward, deprivation, r.place, r.takenOut ?? false],
    ],
};

const answerRows = (
  kept: KeptSubmission,
  { agency }: Origin,
  those: (text: string | null) => boolean,
): unknown[][] =>
  kept.record.answers
    .filter((a) => those(a.text))
    .map((a) => [
      agency,
      kept.id,
      kept.record.engagement.key,
      a.question.key,
      a.text,
      a.options,
      a.value,
      a.original ?? null,
      a.text === null ? null : (a.language ?? null),
    ]);

const ANSWERS: Pick<TablePart, 'table' | 'columns'> = {
  table: 'engagement.answer',
  columns: [
    'agency',
    'submission',
    'engagement',
    'question',
    'text',
    'options',
    'value',
    'original',
    'language',
  ],
};

// prettier-ignore
const PARTS: readonly TablePart[] = [
  {
    ...ANSWERS,
    rows: (kept, origin) => answerRows(kept, origin, () => true),
    besideWords: { ...ANSWERS, rows: (kept, origin) => answerRows(kept, origin, (text) => text === null) },
  },
  {
    table: 'engagement.demographic',
    columns: ['agency', 'submission', 'characteristic', 'as_asked', 'wording', 'code'],
    rows: ({ id, record: r }, { agency }) =>
      firstOfEach(r.demographics, (d) => d.characteristic).map((d) => [agency, id, d.characteristic, d.asAsked, d.wording, d.code]),
  },
  {
    table: 'engagement.mention',
    columns: ['agency', 'submission', 'kind', 'label'],
    rows: ({ id, record: r }, { agency }) =>
      firstOfEach(r.communities, (c) => `${c.kind}\u0000${c.label}`).map((c) => [agency, id, c.kind, c.label]),
  },
  {
    table: 'vault.respondent',
    columns: ['submission', 'agency', 'source', 'given_name', 'family_name', 'full_name', 'date_of_birth', 'email', 'phone', 'address', 'postcode', 'nhs_number', 'system_id'],
    rows: ({ id, record: { respondent: p } }, { agency, source }) => [
      [id, agency, source, p.givenName, p.familyName, p.fullName, p.dateOfBirth, p.email, p.phone, p.address, p.postcode, p.nhsNumber, p.systemId],
    ],
  },
  {
    table: 'vault.encoded',
    columns: ['submission', 'agency', 'source', 'project', 'kind', 'codes'],
    rows: ({ id, record: { respondent: { encoded } } }, { agency, source }) =>
      encoded ? [[id, agency, source, encoded.project, encoded.kind, encoded.codes]] : [],
  },
];

export async function saveStatements(
  tx: Transaction,
  origin: Origin,
  kept: readonly Keep<StatementRecord>[],
): Promise<void> {
  await tx.copy(
    'engagement.statement',
    [
      'id',
      'agency',
      'source',
      'engagement',
      'delivery',
      'kind',
      'issued_on',
      'text',
      'action',
      'action_on',
      'place',
    ],
    kept.map(({ id, record: r }) => [
      id,
      origin.agency,
      origin.source,
      r.engagement.key,
      origin.delivery,
      r.statementKind,
      r.issuedOn,
      r.text,
      r.action,
      r.actionOn,
      r.place,
    ]),
  );
}

export async function saveVotes(
  tx: Transaction,
  origin: Origin,
  kept: readonly Keep<VoteRecord>[],
): Promise<void> {
  await tx.copy(
    'engagement.vote',
    ['id', 'agency', 'engagement', 'source', 'delivery', 'comment', 'voter', 'value', 'voted_at'],
    kept.map(({ id, record: r }) => [
      id,
      origin.agency,
      r.engagement.key,
      origin.source,
      origin.delivery,
      r.commentId,
      r.voter,
      r.value,
      r.votedAt,
    ]),
  );
}

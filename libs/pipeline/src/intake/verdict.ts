import type { Engagement, FileReceipt } from '#domain';
import {
  deliveryOfSubmission,
  type FinishedDelivery,
  type PendingDelivery,
  type QuarantinedRow,
  type Transaction,
} from '#store';

import type { KnownSplit } from './keep-records.js';
import { languageNote } from './languages.js';
import { textNote } from './mend-texts.js';
import { type UncodedAnswers, uncodedNote } from './uncoded-answers.js';

interface Read {
  pending: Pick<PendingDelivery, 'way'>;
  engagements: readonly Engagement[];
  files: FileReceipt[];
  split: KnownSplit;
  accepted: number;
  repeated: readonly { id: string }[];
  uncoded: readonly UncodedAnswers[];
  gathered: readonly { file: string; lines: number; people: number }[];
}

type Said = Pick<FinishedDelivery, 'status' | 'noteCode' | 'note'>;

/** What a delivery that was read through comes to, in a receipt's words. */
export async function verdict(tx: Transaction, outcome: Read): Promise<FinishedDelivery> {
  const { files, split } = outcome;
  const days = [...split.fresh, ...split.ours, ...split.changed, ...split.same].flatMap(({ record }) =>
    record.kind === 'submission' && record.submittedOn ? [record.submittedOn] : [],
  );
  return {
    ...(await said(tx, outcome)),
    suggestedMapping: null,
    files,
    dataTo: days.reduce<string | null>(
      (latest, day) => (latest === null || day > latest ? day : latest),
      null,
    ),
  };
}

async function said(tx: Transaction, outcome: Read): Promise<Said> {
  const { accepted, repeated, uncoded, split } = outcome;
  if (accepted > 0) {
    const notes = [
      linesNote(outcome),
      rereadNote(split),
      uncoded.length > 0 ? uncodedNote(uncoded) : null,
      textNote([...split.fresh, ...split.changed]),
      languageNote([...split.fresh, ...split.changed]),
    ].filter((note) => note !== null);
    const noteCode = uncoded.length > 0 ? 'answers-uncoded' : null;
    return { status: 'accepted', noteCode, note: notes.join(' ') || null };
  }
  if (repeated.length > 0) {
    const earlier = await deliveryOfSubmission(tx, repeated[0]!.id);
    const like = earlier ? `: this looks the same as delivery ${earlier}` : '';
    const note = [`Every row is already held${like}. Nothing was counted twice.`, rereadNote(split)]
      .filter((each) => each !== null)
      .join(' ');
    return { status: 'repeated', noteCode: 'looks-the-same', note };
  }
  return nothingTaken(outcome);
}

/** A person whose answers stand on several lines counts once: the rows of the receipt are people. */
function linesNote({ gathered }: Read): string | null {
  const said = gathered.map(
    ({ file, lines, people }) =>
      `${lines.toLocaleString('en-GB')} lines of ${file} are the answers of ${people.toLocaleString('en-GB')} people, who are its rows here.`,
  );
  return said.length > 0 ? said.join(' ') : null;
}

/** Rows that are as they were and are read otherwise by now. */
function rereadNote({ reread }: KnownSplit): string | null {
  if (reread.length === 0) return null;
  const rows = reread.length === 1 ? '1 row that was held is' : `${reread.length} rows that were held are`;
  return `${rows} read by this mapping now, under the same ${reread.length === 1 ? 'id' : 'ids'}.`;
}

/** A file of which nothing was taken is no success. A page that was pulled may be empty, and one may only describe engagements. */
function nothingTaken({ files, pending, engagements }: Read): Said {
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  if (rows === 0 && (pending.way === 'pull' || engagements.length > 0))
    return { status: 'accepted', noteCode: null, note: null };
  if (rows === 0)
    return {
      status: 'refused',
      noteCode: 'no-rows',
      note: 'There is no row of answers in it. Is it an empty export, or a file of another kind?',
    };
  const leftOut = files.reduce((sum, file) => sum + (file.leftOut ?? 0), 0);
  return {
    status: 'refused',
    noteCode: 'none-taken',
    note:
      leftOut === rows
        ? 'Every row was left out: none is an answer that may be used. The receipt says why.'
        : 'No row could be taken: each is in quarantine with its reason. Is it the right file, read by the right mapping?',
  };
}

/** A refused delivery none of whose rows says why: the file itself is named with the reason. */
export function whyRefused(
  { status, noteCode, note, files }: FinishedDelivery,
  reasons: number,
): QuarantinedRow[] {
  const file = files[0];
  if (status !== 'refused' || reasons > 0 || !file || noteCode === null || note === null) return [];
  return [{ file: file.name, row: null, column: null, code: noteCode, reason: note, cells: null }];
}

import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { Inject, Injectable } from '@nestjs/common';

import { writeAnswerCode } from '#decisions';
import type { DeliveryReceipt } from '#domain';
import { asRepeatedIfSame } from '#pipeline';
import {
  answerCodesByKey,
  Database,
  hashSecret,
  isSourceKey,
  pushRowOutcomes,
  pushStatus,
  receivePush,
  type ReceiveAnswer,
  type ReceivedFile,
} from '#store';

import type { AnswerCodesView, RowOutcomesView } from './delivery-types.js';
import { notFound, Problem } from './problem.js';

/** The database as the intake role: it executes functions and reads no table. */
export const INTAKE_DATABASE = Symbol('intake database');

const ROWS_A_PAGE = 1_000;
const POLL_MS = 100;
/** Codes made at once: of a larger delivery the rest is asked for again. */
const MOST_CODES = 20_000;
/** Bytes of chance that a code takes. */
const CODE_BYTES = 12;

/** Translates between HTTP and the doors of intake; holds no rule of its own. */
@Injectable()
export class PushDoor {
  constructor(@Inject(INTAKE_DATABASE) private readonly db: Database) {}

  /** Hash of the key in `Authorization: Bearer ...`. */
  keyOf(authorization: string | undefined): string {
    const key = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
    if (!key)
      throw new Problem(401, 'key-missing', 'Send the key of your source: Authorization: Bearer KEY.');
    return hashSecret(key);
  }

  /** @throws Problem where the sender is not known: 401 without a key, 404 with a wrong one or for a wrong source */
  async letIn(code: string, authorization: string | undefined): Promise<void> {
    if (!(await isSourceKey(this.db, code, this.keyOf(authorization)))) throw notFound();
  }

  async receive(push: {
    code: string;
    key: string;
    idempotencyKey: string | null;
    files: ReceivedFile[];
  }): Promise<ReceiveAnswer> {
    // In a transaction, which says what was under way to the job that it asks for.
    const answer = await this.db.transaction((tx) =>
      receivePush(tx, {
        source: push.code,
        keyHash: push.key,
        idempotencyKey: push.idempotencyKey,
        files: push.files,
      }),
    );
    switch (answer.outcome) {
      case 'unknown':
        throw notFound();
      case 'refused':
        throw new Problem(
          403,
          answer.code ?? 'refused',
          answer.reason ?? 'The data-sharing agreement does not allow it.',
        );
      case 'key-reused':
        throw new Problem(
          422,
          'key-reused',
          'This Idempotency-Key was used with another body; use a new key for a new delivery.',
        );
      case 'still-running':
        throw new Problem(
          409,
          'still-running',
          'A delivery with this Idempotency-Key is being taken in; ask again in a moment.',
        );
      default:
        return answer;
    }
  }

  /** The receipt now, or as soon as it is final within so many seconds. */
  async waitFor(code: string, key: string, answer: ReceiveAnswer, seconds: number): Promise<DeliveryReceipt> {
    const until = Date.now() + seconds * 1000;
    for (;;) {
      const receipt = await this.status(code, key, String(answer.delivery));
      if (receipt.status !== 'received' || Date.now() >= until) return asRepeatedIfSame(receipt, answer);
      await sleep(POLL_MS);
    }
  }

  async status(code: string, key: string, delivery: string): Promise<DeliveryReceipt> {
    const receipt = await pushStatus(this.db, code, key, delivery);
    if (!receipt) throw notFound();
    return receipt;
  }

  /** Codes for the people who answered; told this once. */
  async answerCodes(code: string, key: string, delivery: string): Promise<AnswerCodesView> {
    const receipt = await this.status(code, key, delivery);
    const many = Math.min(MOST_CODES, receipt.accepted + receipt.repeated);
    const offered = Array.from({ length: many }, () => writeAnswerCode(randomBytes(CODE_BYTES)));
    const told = await answerCodesByKey(this.db, { source: code, keyHash: key, delivery, offered });
    if (!told) throw notFound();
    return told;
  }

  async rows(code: string, key: string, delivery: string, after: string | null): Promise<RowOutcomesView> {
    await this.status(code, key, delivery);
    const cursor = after ? readCursor(after) : null;
    const { rows } = await pushRowOutcomes(this.db, {
      source: code,
      keyHash: key,
      delivery,
      afterFile: cursor?.file ?? null,
      afterRow: cursor?.row ?? null,
      limit: ROWS_A_PAGE,
    });
    const last = rows.length === ROWS_A_PAGE ? rows.at(-1) : undefined;
    const next = last
      ? `/v1/sources/${encodeURIComponent(code)}/deliveries/${delivery}/rows?after=${writeCursor(last)}`
      : null;
    return { rows, next };
  }
}

const writeCursor = (at: { file: string; row: number }): string =>
  Buffer.from(JSON.stringify([at.file, at.row])).toString('base64url');

function readCursor(text: string): { file: string; row: number } {
  try {
    const [file, row] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as [unknown, unknown];
    if (typeof file === 'string' && Number.isInteger(row)) return { file, row: row as number };
  } catch {
    // answered below
  }
  throw new Problem(400, 'cursor-unknown', 'This cursor is not one of ours; take it from `next`.');
}

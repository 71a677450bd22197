import { Injectable } from '@nestjs/common';
import { connector as connectorOf, lookApart, type DeliveredFile, type FileLook } from '#connectors';
import { addOwnSource, receiveUpload, setOwnMapping, type ReceiveAnswer, type Transaction } from '#store';
import { ApiError, badRequest, notFound } from '../graphql/errors.js';
import { kindsOf, Uploads } from '../partner/upload/uploads.js';
import type { Session } from '../sign-in/session.js';
import { lookAboutOf, sendAboutOf, type SendAbout } from './about.js';
import { FileProblem } from './problem.js';
import type { FilesForm } from './read-form.js';

/** Sources that are made in the page are tables under a mapping: whatever tool wrote them, the mapping says all of it. */
const FOR_NEW = 'spreadsheet';

/** What became of a file that was sent. */
export interface Sent {
  /** Number of the delivery; null where nothing was stored. */
  delivery: string | null;
  source: string | null;
  status: 'received' | 'repeated' | 'refused';
  note: string | null;
}

/** Takes back what was begun, and answers why. */
class Refused extends Error {
  constructor(readonly reason: string) {
    super('refused');
  }
}

/** Files out of the browser: looked at as often as a person changes something, kept once they say "send". */
@Injectable()
export class FilesDoor {
  constructor(private readonly uploads: Uploads) {}

  /** @throws ApiError, FileProblem */
  async look(session: Session, { about, files }: FilesForm): Promise<FileLook> {
    const { source: code, mapping, fresh } = lookAboutOf(about);
    const [file, ...more] = files as [DeliveredFile, ...DeliveredFile[]];
    if (more.length > 0) throw badRequest('One file is looked at at a time.', 'one-file');
    const known = code === undefined ? null : await this.uploads.source(session, code);
    const answer = await lookApart({
      connector: known?.connector.code ?? FOR_NEW,
      file,
      mapping: mapping ?? known?.source.mapping ?? null,
      fresh,
      today: new Date().toISOString().slice(0, 10),
    });
    if (!answer.ok) throw new FileProblem(413, answer.code, answer.reason);
    return answer.look;
  }

  /** @throws ApiError, FileProblem */
  async deliver(session: Session, { about, files }: FilesForm): Promise<Sent> {
    const sending = sendAboutOf(about);
    if (sending.mends !== undefined) return this.mended(session, sending.mends, files);
    const { code, answer, refused } = await this.taken(session, sending, files);
    if (refused !== null) return { delivery: null, source: code, status: 'refused', note: refused };
    return sentOf(answer, code);
  }

  private async mended(session: Session, of: string, [file]: DeliveredFile[]): Promise<Sent> {
    const { id, status, note, sourceCode } = await this.uploads.replay(session, of, file!);
    if (status === 'refused') return { delivery: null, source: sourceCode, status, note };
    return { delivery: id, source: sourceCode, status: status === 'repeated' ? status : 'received', note };
  }

  /** All or nothing: a file that is refused leaves neither a new source nor a new mapping behind. */
  private async taken(
    session: Session,
    sending: SendAbout,
    files: readonly DeliveredFile[],
  ): Promise<{ code: string | null; answer: ReceiveAnswer; refused: string | null }> {
    const connector = sending.source
      ? (await this.uploads.source(session, sending.source)).connector
      : (await connectorOf(FOR_NEW))!;
    const { mapping = null, remember = null } = sending;
    const kinds = { mapping: kindsOf(connector, mapping), remember: kindsOf(connector, remember) };
    try {
      return await session.work(async (tx) => {
        const code = await this.sourceOf(tx, sending, kinds.remember);
        const answer = await receiveUpload(tx, { source: code, files, mapping, fieldKinds: kinds.mapping });
        if (answer.outcome === 'refused') throw new Refused(answer.reason ?? 'The delivery was refused.');
        if (answer.outcome === 'unknown') throw notFound();
        return { code, answer, refused: null };
      });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { code: sending.source ?? null, answer: { outcome: 'refused' }, refused: error.reason };
    }
  }

  private async sourceOf(
    tx: Transaction,
    { source, newSource, remember }: SendAbout,
    kinds: string[] | null,
  ): Promise<string> {
    if (source !== undefined) {
      if (remember !== undefined) await mustBeDone(setOwnMapping(tx, source, remember, kinds ?? []));
      return source;
    }
    if (!newSource || remember === undefined)
      throw badRequest('Say which source the file belongs to, or name a new one.', 'source-missing');
    const made = await mustBeDone(
      addOwnSource(tx, { ...newSource, connector: FOR_NEW, mapping: remember, fieldKinds: kinds ?? [] }),
    );
    return made.source;
  }
}

/** @throws Refused with the reason, ApiError NOT_FOUND where there is nothing of that name for the session */
async function mustBeDone<T extends { outcome: string; reason?: string }>(asked: Promise<T>): Promise<T> {
  const answer = await asked;
  if (answer.outcome === 'refused') throw new Refused(answer.reason ?? 'It was refused.');
  if (answer.outcome !== 'done') throw notFound();
  return answer;
}

function sentOf({ outcome, delivery }: ReceiveAnswer, source: string | null): Sent {
  if (delivery === undefined) throw new ApiError('INTERNAL', 'The delivery is not to be found.');
  const again = outcome === 'same-bytes';
  return {
    delivery: String(delivery),
    source,
    status: again ? 'repeated' : 'received',
    note: again ? `The same file again: it is delivery ${delivery}. Nothing was counted twice.` : null,
  };
}

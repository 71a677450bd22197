import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HubError } from '#domain';
import { NO_ROOM, whyNotNow, type Logger } from '#platform';
import type { Database } from '#store';
import { ApiError } from '../graphql/errors.js';
import type { LimitedKind } from '../limits/kinds.js';
import type { Session } from '../sign-in/session.js';
import type { FilesDoor } from './files-door.js';
import { letIn } from './gate.js';
import { FileProblem, tellProblem } from './problem.js';
import { readForm, type FilesForm } from './read-form.js';
import { Room } from './room.js';

/** Addresses under which the browser sends files. */
const FILES = '/files';

interface Serving {
  door: FilesDoor;
  workbench: Database;
  logger: Logger;
}

type Answer = (session: Session, form: FilesForm) => Promise<unknown>;

/**
 * The way of files out of the browser: forms that stream in, with the limits of a delivery. In a scope of its own, so that
 * no other reader of bodies touches them.
 */
export function serveFiles(server: FastifyInstance, { door, workbench, logger }: Serving): void {
  const room = new Room();
  const post = (scope: FastifyInstance, path: string, kind: LimitedKind, answer: Answer): void => {
    const entered = new WeakMap<FastifyRequest, Session>();
    scope.post(
      `${FILES}/${path}`,
      {
        // It bounds and counts by itself: see `letIn`.
        bodyLimit: Number.MAX_SAFE_INTEGER,
        config: { counted: 'itself' },
        onRequest: async (request, reply) => {
          try {
            const { session, bytes } = await letIn(request, workbench, kind);
            reply.raw.once('close', room.take(bytes));
            entered.set(request, session);
          } catch (error) {
            await told(error, reply, logger);
          }
        },
      },
      async (request, reply) => {
        try {
          const form = await readForm(request.body as Readable, request.headers);
          await reply.header('cache-control', 'no-store').send(await answer(entered.get(request)!, form));
        } catch (error) {
          await told(error, reply, logger);
        }
      },
    );
  };
  void server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('multipart/form-data', (_request, body, done) => done(null, body));
    post(scope, 'look', 'look', (session, form) => door.look(session, form));
    post(scope, 'deliveries', 'upload', (session, form) => door.deliver(session, form));
  });
}

const STATUS: Partial<Record<ApiError['code'], number>> = {
  BAD_REQUEST: 400,
  NOT_SIGNED_IN: 401,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  BUSY: 503,
};

const busy = (): FileProblem =>
  new FileProblem(503, 'busy', 'The hub is busy just now. Nothing was kept; try again in a moment.', 5);

/** What went wrong on our side is told by a code alone: a driver's message may quote a row. */
function told(error: unknown, reply: FastifyReply, logger: Logger): Promise<void> {
  if (error instanceof FileProblem) return tellProblem(error, reply);
  if (error instanceof ApiError && STATUS[error.code])
    return tellProblem(
      new FileProblem(
        STATUS[error.code]!,
        String(error.extensions['detail'] ?? error.code.toLowerCase().replace('_', '-')),
        error.message,
      ),
      reply,
    );
  if (error instanceof HubError && error.next === 'retry') return tellProblem(busy(), reply);
  const notNow = whyNotNow(error);
  if (notNow !== null) {
    logger.failure('files-not-now', error, { status: notNow });
    return tellProblem(notNow === 'no-room' ? new FileProblem(507, notNow, NO_ROOM, 60) : busy(), reply);
  }
  logger.failure('files', error);
  return tellProblem(
    new FileProblem(500, 'fault', 'Something failed on our side; nothing was kept. Try again.'),
    reply,
  );
}

import type { FastifyRequest } from 'fastify';
import { hashSecret, type Database } from '#store';
import { readSessionCookie } from './cookie.js';
import { Session } from './session.js';

/** Whoever a request's cookie says that it comes from; a session that answers with nobody where there is none. */
export function sessionOf(request: FastifyRequest, workbench: Database): Session {
  const secret = readSessionCookie(request);
  const { asker, ip } = request;
  return new Session(workbench, secret === null ? null : hashSecret(secret), {
    by: asker ?? ip,
    signedIn: asker !== null,
  });
}

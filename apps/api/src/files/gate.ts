import type { FastifyRequest } from 'fastify';
import { DELIVERY_LIMIT } from '#domain';
import { recordRefusal, type Database } from '#store';
import type { LimitedKind } from '../limits/kinds.js';
import { sessionOf } from '../sign-in/session-of.js';
import type { Session } from '../sign-in/session.js';
import { FileProblem } from './problem.js';
import { LARGEST_WORDS, tooLarge } from './read-form.js';

/** Only a page of this hub can send it: another site's form can't set it, and its script is not let to. */
const OWN_HEADER = 'x-hub-page';

/**
 * Who is let in with a file, before a byte of it is read: a signed-in partner, from a page of this very hub, with a body that
 * says how long it is, and not too often.
 * @throws FileProblem
 */
export async function letIn(
  request: FastifyRequest,
  workbench: Database,
  kind: LimitedKind,
): Promise<{ session: Session; bytes: number }> {
  if (!isOwnPage(request))
    throw new FileProblem(403, 'not-from-here', 'Files are taken from the pages of this hub only.');
  const bytes = lengthOf(request);
  const session = sessionOf(request, workbench);
  const viewer = await session.viewer();
  if (!viewer)
    throw new FileProblem(401, 'not-signed-in', 'Your session has ended. Sign in again; nothing was kept.');
  if (!viewer.roles.includes('partner') && !viewer.roles.includes('lead')) {
    await session.work((tx) => recordRefusal(tx, 'not-allowed', 'POST /files'));
    throw new FileProblem(403, 'not-allowed', 'Your account may not send files.');
  }
  const wait = await request.server.limits.take(kind, request, session.hash);
  if (wait !== null)
    throw new FileProblem(429, 'too-many', `Too many files from here. Try again in ${wait} seconds.`, wait);
  return { session, bytes };
}

function isOwnPage({ headers, host }: FastifyRequest): boolean {
  if (headers[OWN_HEADER] !== '1') return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { origin } = headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}

function lengthOf({ headers }: FastifyRequest): number {
  const length = headers['content-length'];
  if (length === undefined)
    throw new FileProblem(411, 'length-missing', 'Say how large the file is: Content-Length.');
  if (Number(length) > DELIVERY_LIMIT + LARGEST_WORDS) throw tooLarge();
  return Number(length);
}

import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FORM_LIMIT } from './bodies.js';
import { SECURITY_HEADERS } from './security-headers.js';

/** The answer to an address that is none, in problem details (RFC 9457). It quotes nothing: a person's name may stand in an address. */
export const NOTHING_HERE = {
  type: 'about:blank',
  title: 'Not found',
  status: 404,
  code: 'not-found',
  detail: 'There is nothing at this address.',
};

/** Addresses that can't be read are told as those that are none; never kept, for what is not there may be in a minute. */
export const unreadableAddress = (reply: FastifyReply): FastifyReply =>
  reply.status(404).header('cache-control', 'no-store').type('application/problem+json').send(NOTHING_HERE);

/**
 * What the HTTP server is made with, whoever composes it. It logs nothing of its own: addresses may hold a sign-in token.
 * @param trustProxy addresses of proxies whose headers (client address, protocol) are believed; empty = nobody's
 */
export const serverOptions = (trustProxy: readonly string[] = []) => ({
  logger: false as const,
  // Doors that take more say so: see `boundBodies`.
  bodyLimit: FORM_LIMIT,
  trustProxy: trustProxy.length > 0 ? [...trustProxy] : (false as const),
  routerOptions: { maxParamLength: 200 },
  frameworkErrors: (_error: unknown, _request: FastifyRequest, reply: FastifyReply): void =>
    void unreadableAddress(reply),
  clientErrorHandler: answerUnparsed,
});

const STATUS: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** What the parser could not read is answered with the headers of every other answer, and without a word of it. */
function answerUnparsed(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  const headers = Object.entries(SECURITY_HEADERS).map(([name, value]) => `${name}: ${value}`);
  socket.end(
    [
      `HTTP/1.1 ${STATUS[error.code ?? ''] ?? '400 Bad Request'}`,
      ...headers,
      'connection: close',
      'content-length: 0',
      '\r\n',
    ].join('\r\n'),
  );
}

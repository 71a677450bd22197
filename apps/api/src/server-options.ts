import type { Socket } from 'node:net';
import { SECURITY_HEADERS } from './security-headers.js';
import { unreadableAddress } from './unknown-address.js';

/**
 * What the HTTP server is made with, whoever composes it.
 * @param trustProxy addresses of proxies whose headers (client address, protocol) are believed; empty = nobody's
 */
export const serverOptions = (trustProxy: readonly string[] = []) => ({
  logger: false as const,
  trustProxy: trustProxy.length > 0 ? [...trustProxy] : (false as const),
  routerOptions: { maxParamLength: 200 },
  frameworkErrors: unreadableAddress,
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

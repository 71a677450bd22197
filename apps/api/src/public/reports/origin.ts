import { isIPv6 } from 'node:net';
import { NotFoundException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Names by which whoever tries a hub on the own machine asks for it. */
const OWN_MACHINE = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;
/** What a reader's address bar may hold. */
const HOST = /^[a-z0-9.:[\]-]{1,255}$/i;

/**
 * Address of the hub, as it is printed and as links begin: what the setting HUB_ADDRESS says. Without it, where this server is reached:
 * never the name that a request happens to say, which anybody may make up, and as many as they like.
 * @throws NotFoundException where what is asked for is no name at all
 */
export function originOf({ protocol, host, socket }: FastifyRequest, address: string | null): string {
  if (!HOST.test(host)) throw new NotFoundException();
  if (address !== null) return address;
  const { localPort = 0 } = socket;
  // A socket of both families tells an IPv4 address as one of IPv6 that nobody can open.
  const localAddress = (socket.localAddress ?? '127.0.0.1').replace(/^::ffff:(?=[\d.]+$)/i, '');
  const port = `:${localPort}`;
  if (OWN_MACHINE.test(host) && host.endsWith(port)) return `${protocol}://${host.toLowerCase()}`;
  return `${protocol}://${isIPv6(localAddress) ? `[${localAddress}]` : localAddress}${port}`;
}

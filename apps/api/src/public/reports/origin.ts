import { NotFoundException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Names that a reader's address bar may hold; a report's own address is never made of anything else. */
const HOST = /^[a-z0-9.:[\]-]{1,255}$/i;

/** The hub as its reader calls it. @throws NotFoundException for a name that is none */
export function originOf({ protocol, host }: FastifyRequest): string {
  if (!HOST.test(host)) throw new NotFoundException();
  return `${protocol}://${host}`;
}

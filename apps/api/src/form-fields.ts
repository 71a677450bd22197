import type { FastifyRequest } from 'fastify';

/** A form of another site is told by the browser itself, where it tells at all. */
export function isFromHere({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin';
}

/** Fields of a form, whichever reader the server has for it; of each its text alone. */
export function formFields(body: unknown): Readonly<Record<string, string | undefined>> {
  if (Buffer.isBuffer(body)) return Object.fromEntries(new URLSearchParams(body.toString('utf8')));
  const fields = Object.entries(body && typeof body === 'object' ? body : {});
  return Object.fromEntries(fields.filter(([, value]) => typeof value === 'string'));
}

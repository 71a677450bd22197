import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = 'hub_session';

export const readSessionCookie = (request: FastifyRequest): string | null => request.cookies[NAME] || null;

/** The cookie carries the session's secret; only its hash is stored. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  void reply.setCookie(NAME, secret, attributes(request));
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(NAME, attributes(request));
}

const attributes = (request: FastifyRequest) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: isHttps(request),
});

/** A proxy in front says how it was spoken to. To lie about it hurts only whoever lies. */
function isHttps(request: FastifyRequest): boolean {
  const forwarded = request.headers['x-forwarded-proto'];
  const outermost = String(Array.isArray(forwarded) ? forwarded[0] : (forwarded ?? '')).split(',')[0];
  return request.protocol === 'https' || outermost?.trim() === 'https';
}

import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Behind TLS the cookie's name begins with `__Host-`: a browser then takes it from this very host alone, over TLS, for every path. Whether
 * the hub is spoken to over TLS is believed of a proxy that the setting `HUB_TRUST_PROXY` names, and of nobody else.
 */
const isHttps = (request: FastifyRequest): boolean => request.protocol === 'https';
const nameOf = (request: FastifyRequest, name: string): string =>
  isHttps(request) ? `__Host-${name}` : name;

const SESSION = 'hub_session';
const BROWSER = 'hub_sign_in';
/** A page with the button is good for this long. */
const BOUND_SECONDS = 600;

export const readSessionCookie = (request: FastifyRequest): string | null =>
  request.cookies[nameOf(request, SESSION)] || null;

/** The cookie carries the session's secret; only its hash is stored. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  void reply.setCookie(nameOf(request, SESSION), secret, attributes(request));
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(nameOf(request, SESSION), attributes(request));
}

/** Marks the browser that was shown the button: only it may press it. */
export function bindBrowser(request: FastifyRequest, reply: FastifyReply, nonce: string): void {
  void reply.setCookie(nameOf(request, BROWSER), nonce, {
    ...attributes(request),
    sameSite: 'strict',
    maxAge: BOUND_SECONDS,
  });
}

export const boundBrowser = (request: FastifyRequest): string | null =>
  request.cookies[nameOf(request, BROWSER)] || null;

const attributes = (request: FastifyRequest) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: isHttps(request),
});

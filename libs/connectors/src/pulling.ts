import { HubError } from '#domain';
import type { SafeFetch } from './contract.js';
import { readJsonFile } from './document-connector.js';

export interface JsonAnswer {
  bytes: Uint8Array;
  value: unknown;
}

/**
 * GETs one JSON page. Throws a `HubError` that says what to do next: `retry` for a server that is busy, broken or answers
 * something that is no JSON; `stop-source` where the address or the key is wrong.
 */
export async function fetchJson(
  fetch: SafeFetch,
  url: URL,
  options: Parameters<SafeFetch>[1] = {},
): Promise<JsonAnswer> {
  const place = `${url.origin}${url.pathname}`;
  const { status, headers, bytes } = await fetch(url.href, {
    headers: { accept: 'application/json' },
    ...options,
  });
  if (status >= 500 || status === 408 || status === 425 || status === 429)
    throw new HubError('retry', 'source-busy', `${place} answers with status ${status}.`, {
      afterSeconds: secondsOf(headers['retry-after']),
    });
  if (status !== 200)
    throw new HubError('stop-source', 'source-refuses', `${place} answers with status ${status}.`);
  const json = readJsonFile({ name: 'page.json', mediaType: 'application/json', bytes });
  if (!json.ok)
    throw new HubError('retry', 'answer-invalid', `${place} answers with something that is not JSON.`);
  return { bytes, value: json.value };
}

/** `Retry-After` (RFC 9110): seconds or a date; null where it is neither, or not there. */
function secondsOf(retryAfter: string | undefined): number | null {
  if (retryAfter === undefined) return null;
  if (/^\d{1,9}$/.test(retryAfter.trim())) return Number(retryAfter);
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1_000));
}

/** An answer of the wrong shape: perhaps a fault of the moment, so worth another try. */
export const wrongShape = (url: URL): HubError =>
  new HubError(
    'retry',
    'answer-invalid',
    `${url.origin}${url.pathname} answers with JSON of another shape than this connector knows.`,
  );

/** The address of the source with a path added and parameters set. Throws `HubError` where the address is none. */
export function addressOf(address: string, path = '', parameters: Record<string, string> = {}): URL {
  if (!URL.canParse(address))
    throw new HubError('stop-source', 'address-invalid', 'The address to pull from is not a valid address.');
  const url = new URL(address);
  if (path) url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`;
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url;
}

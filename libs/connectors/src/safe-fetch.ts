import { lookup as lookUpName } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { HubError } from '#domain';
import type { SafeFetch } from './contract.js';
import { isPublicAddress } from './addresses.js';

export interface SafeFetchOptions {
  /**
   * Also fetch from addresses that are not public: from all (`true`) or only from these hosts (`127.0.0.1:4000`), as for a
   * portal on the same machine. Off unless configured.
   */
  allowPrivate?: boolean | readonly string[];
  /** Defaults for calls that do not say. */
  maxBytes?: number;
  timeoutMs?: number;
}

const MAX_REDIRECTS = 5;

/**
 * Makes the GET that connectors pull with. It refuses what is no http(s) address, names and addresses that are not public,
 * and checks each redirect anew; the address that was checked is the one connected to, so a name can't change its mind in
 * between. Size and time are bounded for the whole exchange. Throws `HubError`: `retry` for network faults, time and 5xx-like
 * cuts; `stop-source` where the address itself is not to be fetched. Messages never hold the query of an address.
 */
export function createSafeFetch(settings: SafeFetchOptions = {}): SafeFetch {
  const mayBePrivate = privateTest(settings.allowPrivate ?? false);
  return async (address, options = {}) => {
    const maxBytes = options.maxBytes ?? settings.maxBytes ?? 32 * 1024 * 1024;
    const deadline = Date.now() + (options.timeoutMs ?? settings.timeoutMs ?? 30_000);
    let url = checkUrl(address, mayBePrivate);
    let headers = {
      'user-agent': 'co-operative-brain',
      'accept-encoding': 'gzip, deflate, br',
      ...options.headers,
    };
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const answer = await get(url, headers, { mayBePrivate, maxBytes, deadline });
      const location = answer.headers['location'];
      if (![301, 302, 303, 307, 308].includes(answer.status) || location === undefined) return answer;
      const next = checkUrl(redirected(location, url), mayBePrivate);
      // A key for one server is not shown to another.
      if (next.origin !== url.origin) headers = withoutSecrets(headers);
      url = next;
    }
    throw stop('too-many-redirects', `${place(url)} redirects too often.`);
  };
}

const stop = (code: string, reason: string): HubError => new HubError('stop-source', code, reason);
const retry = (code: string, reason: string): HubError => new HubError('retry', code, reason);
/** Server and path only: a query may hold a key. */
const place = (url: URL): string => `${url.origin}${url.pathname}`;

type PrivateTest = (url: URL) => boolean;

const privateTest =
  (allow: boolean | readonly string[]): PrivateTest =>
  (url) =>
    typeof allow === 'boolean' ? allow : allow.includes(url.host);

function redirected(location: string, from: URL): string {
  if (!URL.canParse(location, from.href))
    throw stop('address-invalid', `${place(from)} redirects to something that is no address.`);
  return new URL(location, from).href;
}

function checkUrl(address: string, mayBePrivate: PrivateTest): URL {
  if (!URL.canParse(address))
    throw stop('address-invalid', 'The address to pull from is not a valid address.');
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw stop('address-refused', 'Only http and https addresses are pulled from.');
  if (url.username || url.password)
    throw stop('address-refused', 'The address must not hold a user name or password.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !mayBePrivate(url) && !isPublicAddress(host))
    throw stop('address-refused', 'The address is not a public one.');
  return url;
}

function withoutSecrets<T extends Record<string, string>>(headers: T): T {
  const secret = /^(authorization|cookie|x-api-key|proxy-authorization)$/i;
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !secret.test(name))) as T;
}

interface Bounds {
  mayBePrivate: PrivateTest;
  maxBytes: number;
  deadline: number;
}
type Answer = Awaited<ReturnType<SafeFetch>>;

function get(url: URL, headers: Record<string, string>, bounds: Bounds): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const call = send(url, { headers, lookup: checkedLookup(bounds.mayBePrivate(url)), agent: false });
    const fault = (error: unknown): void => {
      clearTimeout(timer);
      call.destroy();
      reject(error instanceof HubError ? error : retry('network', `${place(url)} could not be fetched.`));
    };
    const timer = setTimeout(
      () => fault(retry('timeout', `${place(url)} did not answer in time.`)),
      Math.max(1, bounds.deadline - Date.now()),
    );
    call.on('error', fault);
    call.on('response', (response) => {
      collect(response, bounds.maxBytes, url).then(
        (bytes) => {
          clearTimeout(timer);
          resolve({ status: response.statusCode ?? 0, headers: plainHeaders(response), bytes });
        },
        (error: unknown) => fault(error),
      );
    });
    call.end();
  });
}

/** Resolves a name and lets through only if every address it has is public; the connection goes to one of just these. */
function checkedLookup(allowPrivate: boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookUpName(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const wrong =
        addresses.length === 0 ||
        (!allowPrivate && addresses.some(({ address }) => !isPublicAddress(address)));
      if (wrong)
        return callback(stop('address-refused', 'The name leads to an address that is not public.'), '', 0);
      const [first] = addresses;
      if (options.all) return callback(null, addresses);
      return callback(null, first?.address ?? '', first?.family ?? 4);
    });
  };
}

async function collect(response: IncomingMessage, maxBytes: number, url: URL): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  const body = unpacked(response);
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) throw stop('answer-too-large', `${place(url)} sends more than ${maxBytes} bytes.`);
      chunks.push(chunk);
    }
  } finally {
    response.destroy();
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function unpacked(response: IncomingMessage): AsyncIterable<unknown> {
  const coding = response.headers['content-encoding']?.trim().toLowerCase();
  const unpack =
    coding === 'gzip'
      ? createGunzip()
      : coding === 'br'
        ? createBrotliDecompress()
        : coding === 'deflate'
          ? createInflate()
          : null;
  if (!unpack) return response;
  response.on('error', (error) => unpack.destroy(error));
  response.on('aborted', () => unpack.destroy(new Error('aborted')));
  return response.pipe(unpack);
}

const plainHeaders = (response: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );

import type { FileLook } from './look';
import type { Mapping } from './mapping';

/** What is said about a file that is looked at. */
export interface LookAbout {
  source?: string | undefined;
  mapping?: Mapping | undefined;
  fresh?: boolean | undefined;
}

/** What is said about a file that is sent. */
export interface SendAbout {
  source?: string | undefined;
  newSource?: { name: string; agency: string; agreement: string } | undefined;
  mapping?: Mapping | undefined;
  remember?: Mapping | undefined;
  mends?: string | undefined;
}

export interface Sent {
  delivery: string | null;
  source: string | null;
  status: 'received' | 'repeated' | 'refused';
  note: string | null;
}

export type FilesAnswer<T> = { ok: true; value: T } | { ok: false; code: string; words: string };

const NO_ANSWER = 'The hub did not answer. Nothing was kept. Try again.';

/** `Content-Digest` of a body (RFC 9530); absent where the browser has no means to tell it. */
async function digestOf(body: Blob): Promise<Record<string, string>> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (!subtle) return {};
  const bytes = new Uint8Array(await subtle.digest('SHA-256', await body.arrayBuffer()));
  return { 'content-digest': `sha-256=:${btoa(String.fromCharCode(...bytes))}:` };
}

async function post<T>(
  path: string,
  about: object,
  file: File,
  signal?: AbortSignal,
): Promise<FilesAnswer<T>> {
  const form = new FormData();
  form.set('about', JSON.stringify(about));
  form.set('file', file, file.name);
  try {
    // Made whole first, so that what is sent can be compared with what arrives.
    const made = new Response(form);
    const type = made.headers.get('content-type') ?? '';
    const body = await made.blob();
    const answer = await fetch(`/files/${path}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': type, 'x-hub-page': '1', ...(await digestOf(body)) },
      body,
      ...(signal ? { signal } : {}),
    });
    const value = (await answer.json()) as T & { code?: string; detail?: string };
    if (answer.ok) return { ok: true, value };
    return { ok: false, code: value.code ?? 'fault', words: value.detail ?? NO_ANSWER };
  } catch {
    return { ok: false, code: signal?.aborted ? 'aborted' : 'no-answer', words: NO_ANSWER };
  }
}

/** Asks how a file would be read; nothing is kept. */
export const lookAt = (file: File, about: LookAbout, signal?: AbortSignal): Promise<FilesAnswer<FileLook>> =>
  post('look', about, file, signal);

/** Sends a file: from here on it is kept. */
export const sendFile = (file: File, about: SendAbout): Promise<FilesAnswer<Sent>> =>
  post('deliveries', about, file);

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { DeliveryReceipt } from '#domain';

import type { TestHub } from './hub.js';

/** What an answer of the push door was, whole. */
export interface PushAnswer {
  status: number;
  headers: Headers;
  /** The receipt, or problem details: as text, and as JSON where it is. */
  text: string;
  body: Partial<DeliveryReceipt> & { code?: string; detail?: string };
  ms: number;
}

/** One file to the push door, as a partner's system sends it. */
export async function push(
  address: string,
  source: string,
  key: string,
  file: { name: string; bytes: Uint8Array | string; mediaType?: string },
  headers: Record<string, string> = {},
): Promise<PushAnswer> {
  const begun = Date.now();
  const response = await fetch(`${address}/v1/sources/${source}/deliveries`, {
    method: 'POST',
    body: typeof file.bytes === 'string' ? file.bytes : new Uint8Array(file.bytes),
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': file.mediaType ?? 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      prefer: 'wait=10',
      ...headers,
    },
  });
  const text = await response.text();
  const answer = {
    status: response.status,
    headers: response.headers,
    text,
    body: parsed(text),
    ms: Date.now() - begun,
  };
  return answer.status === 202 && !('prefer' in headers) ? settled(address, key, answer) : answer;
}

/** A machine that is slow or busy may take longer than a hub lets anybody wait: then the receipt is asked for until it tells the end. */
async function settled(address: string, key: string, first: PushAnswer): Promise<PushAnswer> {
  const receipt = new URL(first.headers.get('location')!, address);
  let last = first;
  while (last.body.status === 'received' && last.ms < PATIENCE_MS) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const response = await fetch(receipt, { headers: { authorization: `Bearer ${key}` } });
    const text = await response.text();
    last = { ...first, status: response.status, text, body: parsed(text), ms: last.ms + 500 };
  }
  return last;
}

const PATIENCE_MS = 120_000;

const parsed = (text: string): PushAnswer['body'] => {
  try {
    return JSON.parse(text) as PushAnswer['body'];
  } catch {
    return {};
  }
};

/** Run a command that sets the hub up and must succeed; its output. */
export async function ok(hub: TestHub, ...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await hub.quickly(...words);
  if (code !== 0) throw new Error(`npx hub ${words.join(' ')}: ${stderr}`);
  return stdout;
}

/** An agency with one agreement, `now`. */
export async function takeOnAgency(hub: TestHub, agency: string, kind = 'council'): Promise<void> {
  await ok(hub, 'agency', 'add', agency, '--name', `The ${agency}`, '--kind', kind);
  await ok(hub, 'agreement', 'add', agency, 'now', '--basis', 'public task', '--from', '2020-01-01');
}

/** A source of that agency. @returns its key */
export async function takeOnSource(
  hub: TestHub,
  agency: string,
  source: string,
  mapping: unknown,
  connector = 'spreadsheet',
  agreement = 'now',
): Promise<string> {
  const path = join(hub.dataDir, `${source}.mapping.json`);
  await writeFile(path, JSON.stringify(mapping));
  const said = await ok(
    hub,
    'source',
    'add',
    source,
    '--agency',
    agency,
    '--agreement',
    agreement,
    '--connector',
    connector,
    '--mapping',
    path,
  );
  return said.trim().split('\n').pop() ?? '';
}

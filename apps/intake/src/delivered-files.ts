import { once } from 'node:events';

import type { FastifyRequest } from 'fastify';

import { digestsDiffer, following, toldDigests } from '#armour';
import { DELIVERY_LIMIT } from '#domain';
import type { ReceivedFile } from '#store';

import { Problem } from './problem.js';

const EXTENSIONS: Record<string, string> = {
  'text/csv': 'csv',
  'application/csv': 'csv',
  'text/tab-separated-values': 'tsv',
  'application/json': 'json',
  'application/x-ndjson': 'ndjson',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};

/** Files of a push: each part of a multipart body, or the body itself under the name its headers give. */
export async function deliveredFiles(request: FastifyRequest): Promise<ReceivedFile[]> {
  const files = request.isMultipart() ? await parts(request) : [whole(request)];
  if (files.length === 0 || files.every((file) => file.bytes.length === 0))
    throw new Problem(400, 'nothing-sent', 'The body is empty: send the file itself, or a form with files.');
  return files;
}

async function parts(request: FastifyRequest): Promise<ReceivedFile[]> {
  const files: ReceivedFile[] = [];
  let bytesLeft = DELIVERY_LIMIT;
  const told = toldDigests(request.headers['content-digest']);
  const digests = following(told);
  // Held back until the form's reader listens too, so that both hear all of it.
  request.raw.pause();
  request.raw.on('data', (chunk: Buffer) => digests.update(chunk));
  try {
    for await (const part of request.files()) {
      const bytes = await part.toBuffer();
      if ((bytesLeft -= bytes.length) < 0) throw tooLarge();
      files.push({ name: safeName(part.filename), mediaType: part.mimetype, bytes });
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE') throw tooLarge();
    throw new Problem(400, 'form-broken', 'The form can not be read.');
  }
  // The form's reader lets go of the body at its last boundary: what comes behind it still counts to the digest.
  if (told.length > 0 && !request.raw.readableEnded && !request.raw.destroyed) {
    const ended = Promise.race([once(request.raw, 'end'), once(request.raw, 'close')]);
    request.raw.resume();
    await ended;
  }
  if (!digests.isSame()) throw new Problem(400, 'digest-differs', digestsDiffer);
  return files;
}

const tooLarge = (): Problem =>
  new Problem(
    413,
    'too-large',
    'The files are larger than 200 MB together: send them in several deliveries.',
  );

function whole(request: FastifyRequest): ReceivedFile {
  const mediaType = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? null;
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const given = /filename\*?=(?:UTF-8'')?"?([^";]+)"?/i.exec(
    String(request.headers['content-disposition'] ?? ''),
  )?.[1];
  const name = given ? safeName(decode(given)) : `delivery.${EXTENSIONS[mediaType ?? ''] ?? 'bin'}`;
  return { name, mediaType, bytes };
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** A name to show, never a path. */
function safeName(name: string | undefined): string {
  const last = (name ?? '').split(/[\\/]/).pop() ?? '';
  return last.replace(/[\u0000-\u001f\u007f]/g, '').slice(0, 200) || 'delivery.bin';
}

import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import { comparing, digestsDiffer, toldDigests } from '#armour';
import type { DeliveredFile } from '#connectors';
import { DELIVERY_LIMIT } from '#domain';
import { bareName } from '../partner/upload/file.js';
import { FileProblem } from './problem.js';

/** What is said about the files: a mapping of thousands of columns at the most. */
export const LARGEST_WORDS = 4 * 1024 * 1024;
const MOST_FILES = 50;

/** A form as it came: the files, and what is said about them in its one field `about`. */
export interface FilesForm {
  about: unknown;
  files: DeliveredFile[];
}

/**
 * Reads a form of files as it streams in; no more of it is ever held than a delivery may have.
 * @throws FileProblem where it is too large, broken, or not what its sender says it is
 */
export async function readForm(body: Readable, headers: IncomingHttpHeaders): Promise<FilesForm> {
  const form: FilesForm = { about: {}, files: [] };
  const parser = parserOf(headers);
  const failed = collect(parser, form);
  try {
    await pipeline(body, comparing(toldDigests(headers['content-digest']), differs), parser);
  } catch (error) {
    throw error instanceof FileProblem ? error : (failed() ?? broken());
  }
  const problem = failed();
  if (problem) throw problem;
  if (form.files.length === 0) throw new FileProblem(400, 'nothing-sent', 'The form holds no file.');
  return form;
}

function parserOf(headers: IncomingHttpHeaders): BusboyInstance {
  try {
    return new Busboy({
      headers: headers as BusboyHeaders,
      limits: { fileSize: DELIVERY_LIMIT, files: MOST_FILES, fields: 1, fieldSize: LARGEST_WORDS },
    });
  } catch {
    throw broken();
  }
}

/** Puts what the parser finds into the form. @returns a question for what went wrong on the way, if anything */
function collect(parser: BusboyInstance, form: FilesForm): () => FileProblem | null {
  let problem: FileProblem | null = null;
  let total = 0;
  parser.on('file', (_field, stream, name, _encoding, mediaType) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => {
      total += chunk.length;
      if (total > DELIVERY_LIMIT) problem ??= tooLarge();
      else chunks.push(chunk);
    });
    stream.on('limit', () => (problem ??= tooLarge()));
    stream.on('error', () => (problem ??= broken()));
    stream.on('end', () => {
      try {
        form.files.push({
          name: bareName(name ?? ''),
          mediaType: mediaType || null,
          bytes: Buffer.concat(chunks),
        });
      } catch {
        problem ??= new FileProblem(400, 'name-missing', 'A file needs a name of at most 200 characters.');
      }
    });
  });
  parser.on('field', (name, value, _nameCut, valueCut) => {
    if (name !== 'about') return;
    if (valueCut) problem ??= new FileProblem(413, 'too-large', 'What is said about the file is too long.');
    else
      try {
        form.about = JSON.parse(value);
      } catch {
        problem ??= broken();
      }
  });
  parser.on('filesLimit', () => {
    problem ??= new FileProblem(413, 'too-many-files', `At most ${MOST_FILES} files make one delivery.`);
  });
  return () => problem;
}

const differs = (): FileProblem => new FileProblem(400, 'digest-differs', digestsDiffer);

const broken = (): FileProblem => new FileProblem(400, 'form-broken', 'The form can not be read. Try again.');

export const tooLarge = (): FileProblem =>
  new FileProblem(
    413,
    'too-large',
    'The file is larger than 200 MB. Send it in several parts: rows that we hold are never counted twice.',
  );

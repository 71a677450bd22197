import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { codePointsOf, covered } from './covered.js';
import type { PrintedDocument } from './document.js';
import { markRowHeaders } from './row-headers.js';
import { TEMPLATE } from './template.js';

const WEIGHTS = ['400Regular/SourceSans3_400Regular.ttf', '600SemiBold/SourceSans3_600SemiBold.ttf'];
/** A place that holds nothing: everything that the typesetter reads is handed to it. */
const NOWHERE = resolve('/nothing-is-read-here');

function fonts(): Buffer[] {
  const from = dirname(
    createRequire(import.meta.url).resolve('@expo-google-fonts/source-sans-3/package.json'),
  );
  return WEIGHTS.map((path) => readFileSync(join(from, path)));
}

/**
 * Sets a document as PDF/UA-1: tagged, with title, language, outline, scopes of headers and words for every drawing. The same document
 * gives the same bytes.
 * @throws Error where the typesetter refuses or warns, as of a drawing without words
 */
export function typeset(document: PrintedDocument): { bytes: Buffer; pages: number } {
  const blobs = fonts();
  const spans = blobs.map(codePointsOf);
  const has = (codePoint: number): boolean => spans.every((one) => one(codePoint));
  const data = JSON.stringify(document, (_, value: unknown) =>
    typeof value === 'string' ? covered(value, has) : value,
  );
  const compiler = NodeCompiler.create({ workspace: NOWHERE, fontArgs: [{ fontBlobs: blobs }] });
  compiler.mapShadow(join(NOWHERE, 'data.json'), Buffer.from(data));
  const made = compiler.compile({ mainFileContent: TEMPLATE, resetRead: true });
  const said = made.takeWarnings() ?? made.takeDiagnostics();
  if (!made.result || said)
    throw new Error(`the report could not be set: ${JSON.stringify(said?.shortDiagnostics)}`);
  const pdf = compiler.pdf(made.result, { pdfStandard: 'ua-1', creationTimestamp: document.madeAt });
  return { bytes: markRowHeaders(pdf), pages: made.result.numOfPages };
}

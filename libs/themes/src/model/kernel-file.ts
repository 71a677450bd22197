import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the build puts the kernel, seen from this file once built and from its source. */
const PLACES = ['../../kernel.wasm', '../../../../dist/libs/themes/kernel.wasm'];

let compiled: WebAssembly.Module | undefined;

/**
 * The training kernel, compiled once.
 * @throws Error where the hub was not built
 */
export function trainingKernel(): WebAssembly.Module {
  if (compiled) return compiled;
  const found = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find(existsSync);
  if (!found) throw new Error('the training kernel is not built: run npm run build:kernel');
  return (compiled = new WebAssembly.Module(readFileSync(found)));
}

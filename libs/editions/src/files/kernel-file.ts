import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the build puts the kernel, seen from this file once built and from its source. */
const PLACES = ['../../../counting/kernel.wasm', '../../../../dist/libs/counting/kernel.wasm'];

/** The counting kernel; null where it was not built, and then JavaScript counts. */
export function kernelModule(): WebAssembly.Module | null {
  const found = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find(existsSync);
  return found ? new WebAssembly.Module(readFileSync(found)) : null;
}

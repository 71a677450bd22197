import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { Kernel, type FactTable, memoryFor, TABLE_AT } from '#counting';

const BUILT = 'dist/libs/counting/kernel.wasm';

/** The built counting kernel; a run without a build before it builds it. */
export function kernelModule(): WebAssembly.Module {
  if (!existsSync(BUILT)) spawnSync(process.execPath, ['libs/build-kernels.mjs']);
  return new WebAssembly.Module(readFileSync(BUILT));
}

/** Copies a table to where a kernel can count it. */
export function kernelOver({ description, main }: FactTable, module: WebAssembly.Module): Kernel {
  const memory = memoryFor(description, 1);
  new Uint8Array(memory.buffer, TABLE_AT).set(new Uint8Array(main.who.buffer));
  return new Kernel(module, memory, description);
}

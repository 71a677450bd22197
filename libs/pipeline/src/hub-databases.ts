import type { Database } from '#store';

/** The doors the use cases need; each is its own role, and the linker alone reads the vault in bulk. */
export interface PipelineDatabases {
  worker: Database;
  linker: Database;
}

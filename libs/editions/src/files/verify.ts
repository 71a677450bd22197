import { join } from 'node:path';
import { type CountQuestion, type Counted, count, Kernel, lay, TABLE_AT } from '#counting';
import { type Database, registeredEditionFiles } from '#store';
import { CACHE, openCache, type OpenCache } from './cache.js';
import { answerHash } from './golden.js';
import { kernelModule } from './kernel-file.js';
import { checkFile, ClosedFile, DamagedFile, MANIFEST, type Manifest, readManifest } from './manifest.js';

export type Verification =
  | { ok: true; files: number; golden: number }
  /** `closed`: this account may not read it, so nothing is known about it and nothing can be mended. */
  | { ok: false; closed: boolean; file: string | null; reason: string };

/**
 * Checks an edition's files: every byte of each against its hash, the hashes against the register, and the golden
 * questions asked anew.
 * @param db opened as the worker role
 */
export async function verifyEdition(db: Database, editions: string, edition: number): Promise<Verification> {
  const found = (await registeredEditionFiles(db)).find((each) => each.edition === edition);
  if (!found)
    return {
      ok: false,
      closed: false,
      file: null,
      reason: `no files of edition ${edition} are in the register`,
    };
  const folder = join(editions, found.folder);
  try {
    const manifest = readManifest(folder, found.manifest);
    if (manifest.edition !== edition || manifest.hash !== found.hash)
      throw new DamagedFile(MANIFEST, 'it is of another edition');
    for (const file of manifest.files) checkFile(folder, file);
    askGolden(manifest, openCache(folder, found.manifest, 1));
    return { ok: true, files: manifest.files.length + 2, golden: manifest.golden.length };
  } catch (error) {
    const closed = error instanceof ClosedFile;
    if (closed || error instanceof DamagedFile)
      return { ok: false, closed, file: join(found.folder, error.file), reason: error.message };
    throw error;
  }
}

/** @throws DamagedFile where an answer is not the one that was given when the edition was published */
function askGolden({ golden }: Manifest, { description, memory }: OpenCache): void {
  const module = kernelModule();
  const kernel = module ? new Kernel(module, memory, description) : null;
  const table = lay(description, memory.buffer, TABLE_AT);
  const ask = (question: CountQuestion): Counted => kernel?.count(question) ?? count(table, question);
  for (const { question, answer } of golden)
    if (answerHash(ask(question)) !== answer)
      throw new DamagedFile(
        CACHE,
        `it answers “${question.dimensions.join(' by ') || 'everybody'}” in another way`,
      );
}

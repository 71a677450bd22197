import { chmodSync, chownSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { errorCode, StartError } from '../start-error.js';
import type { Account } from './account.js';

/** The file's text, or null where there is no such file. */
export function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw fileFailure(error, path);
  }
}

/** Writes a whole file or none of it, readable by this account only. */
export function writePrivate(path: string, text: string): void {
  const part = `${path}.${process.pid}.part`;
  try {
    writeFileSync(part, text, { mode: 0o600 });
    renameSync(part, path);
  } catch (error) {
    throw fileFailure(error, path);
  }
}

/** Makes a folder (and those above it) where it is missing, with exactly this mode and owner. */
export function makeFolder(path: string, mode: number, owner: Account | null = null): void {
  try {
    if (mkdirSync(path, { recursive: true }) !== undefined) chmodSync(path, mode);
    if (owner) chownSync(path, owner.uid, owner.gid);
  } catch (error) {
    throw fileFailure(error, path);
  }
}

/** A file system's refusal as one clear line. */
export function fileFailure(error: unknown, path: string): unknown {
  const reasons: Record<string, string> = {
    EACCES: 'this account may not use it',
    EPERM: 'this account may not use it',
    EROFS: 'it is on a read-only disk',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk quota is used up',
    ENOTDIR: 'a part of that path is a file',
    EEXIST: 'there is a file of that name',
  };
  const reason = reasons[errorCode(error) ?? ''];
  return reason
    ? new StartError(`${path} can't be used: ${reason} (see HUB_DATA_DIR)`, { cause: error })
    : error;
}

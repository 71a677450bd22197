import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
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
    const missing = missingFolders(path);
    missing.forEach(makeOne);
    if (missing.length > 0) chmodSync(path, mode);
    if (owner) chownSync(path, owner.uid, owner.gid);
  } catch (error) {
    throw fileFailure(error, path);
  }
}

/**
 * The folders of a path that are not there yet, the outermost first. (Node's own recursive making never ends where a parent
 * is there and takes no folders, as /proc does.)
 */
function missingFolders(path: string): string[] {
  const missing: string[] = [];
  for (let at = path; !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.unshift(at);
  return missing;
}

/** Another process may be quicker. */
function makeOne(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST' || !statSync(path).isDirectory()) throw error;
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
    ENOENT: 'no folder can be made there',
  };
  const reason = reasons[errorCode(error) ?? ''];
  return reason
    ? new StartError(`${path} can't be used: ${reason} (see HUB_DATA_DIR)`, { cause: error })
    : error;
}

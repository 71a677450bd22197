import { readFileSync } from 'node:fs';

const upwards = ['../../../package.json', '../../../../package.json'];

/** The hub's own version, from its package.json. */
export const VERSION: string = upwards.reduce<string>((found, path) => {
  if (found !== '') return found;
  try {
    const read = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as { name?: string; version?: string };
    return read.name === 'co-operative-brain' ? (read.version ?? '') : '';
  } catch {
    return '';
  }
}, '');

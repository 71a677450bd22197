import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The version in package.json, found upwards from here: sources and `dist` lie at different depths. */
export function hubVersion(from: string = dirname(fileURLToPath(import.meta.url))): string {
  const file = join(from, 'package.json');
  if (existsSync(file))
    return String((JSON.parse(readFileSync(file, 'utf8')) as { version?: unknown }).version ?? '0');
  const above = dirname(from);
  return above === from ? '0' : hubVersion(above);
}

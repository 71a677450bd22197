import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** `npm start`: build what is older than its source, then run the hub. Unchanged, it costs a look at the files. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BUILT = `${ROOT}dist/apps/hub/src/main.js`;

const SOURCE = /\.(ts|mjs)$/;

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) latest = Math.max(latest, newest(path));
    else if (SOURCE.test(entry.name)) latest = Math.max(latest, statSync(path).mtimeMs);
  }
  return latest;
}

if (!existsSync(BUILT) || Math.max(newest(`${ROOT}apps`), newest(`${ROOT}libs`)) > statSync(BUILT).mtimeMs) {
  const built = spawnSync('npm', ['run', '--silent', 'build:server'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (built.status !== 0) process.exit(built.status ?? 1);
}
// graphql-js checks every value it builds unless told that this is production.
process.env.NODE_ENV ??= 'production';
await import('../../dist/apps/hub/src/main.js');

import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** `npm start`: build what is older than its source, then run the hub. Unchanged, it costs a look at the files. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BUILT = `${ROOT}dist/apps/hub/src/main.js`;

const SOURCE = /\.(ts|mjs)$/;

// Until the hub itself listens for signals nothing is open that would have to be closed.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    process.stderr.write('hub: stopped; the next start goes on\n');
    process.exit(0);
  });

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) latest = Math.max(latest, newest(path));
    else if (SOURCE.test(entry.name)) latest = Math.max(latest, statSync(path).mtimeMs);
  }
  return latest;
}

function build() {
  const building = spawn('npm', ['run', '--silent', 'build:server'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return new Promise((resolve) => {
    building.once('error', () => resolve(1));
    building.once('close', (status) => resolve(status ?? 1));
  });
}

if (!existsSync(BUILT) || Math.max(newest(`${ROOT}apps`), newest(`${ROOT}libs`)) > statSync(BUILT).mtimeMs) {
  const status = await build();
  if (status !== 0) process.exit(status);
}
// graphql-js checks every value it builds unless told that this is production.
process.env.NODE_ENV ??= 'production';
await import('../../dist/apps/hub/src/main.js');

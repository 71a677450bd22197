/** Builds the kernel of each room that has one, unless the built one is newer than its source: `npm run build:kernel`. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

for (const room of readdirSync(here('.'))) {
  if (!existsSync(here(`${room}/kernel/asconfig.json`))) continue;
  const built = here(`../dist/libs/${room}/kernel.wasm`);
  const sources = readdirSync(here(`${room}/kernel`)).map((name) => here(`${room}/kernel/${name}`));
  const changed = Math.max(...sources.map((source) => statSync(source).mtimeMs));
  if (existsSync(built) && statSync(built).mtimeMs >= changed) continue;
  const { default: asc } = await import('assemblyscript/asc');
  const { error } = await asc.main(['--config', here(`${room}/kernel/asconfig.json`)], {
    stderr: process.stderr,
  });
  if (error) process.exit(1);
}

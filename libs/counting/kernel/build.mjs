/** Builds the kernel, unless the built one is newer than its source: `npm run build:kernel`. */
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const built = here('../../../dist/libs/counting/kernel.wasm');
const changed = Math.max(...['kernel.ts', 'asconfig.json'].map((name) => statSync(here(name)).mtimeMs));

if (!existsSync(built) || statSync(built).mtimeMs < changed) {
  const { default: asc } = await import('assemblyscript/asc');
  const { error } = await asc.main(['--config', here('asconfig.json')], { stderr: process.stderr });
  if (error) process.exit(1);
}

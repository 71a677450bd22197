/**
 * What the hub is made of and under which licences, from the bill of materials of what runs (`npm run sbom`): `npm run licences` fails where a
 * licence is none of those below, or where docs/licences.md is not of today's packages; `npm run licences -- --write` writes it anew.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const list = join(root, 'docs', 'licences.md');

/** All of them let the hub be given away under the MIT licence, with their notices. */
const FINE = [
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  '(MIT AND BSD-3-Clause)',
  'MIT AND OFL-1.1', // letters: they may be given away and stand in documents
];
/** Folders of this repository that npm knows as packages. */
const OWN = ['bin', 'hub', '@scarf/scarf', 'no-scarf'];

/** One package built for each machine is one line: which of its builds npm lists hangs on the machine that asks. */
const BUILT_FOR = /-(darwin|linux|win32|freebsd|android|openharmony|sunos|aix)(-[a-z0-9]+)*$/;
const same = (a, b) => a.name === b.name && a.version === b.version;

const made = spawnSync(
  'npm',
  ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'],
  {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  },
);
if (made.status !== 0) throw new Error(`npm sbom: ${made.stderr}`);
const packages = JSON.parse(made.stdout)
  .components.filter(({ name }) => !OWN.includes(name))
  .map(({ name, version, licenses = [] }) => {
    const said = licenses.map(({ license, expression }) => expression ?? license?.id ?? license?.name);
    return { name: name.replace(BUILT_FOR, '-*'), version, licence: said.join(' ') || 'none told' };
  })
  .filter((one, at, all) => all.findIndex((other) => same(one, other)) === at)
  .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));

const wrong = packages.filter(({ licence }) => !FINE.includes(licence));
for (const { name, version, licence } of wrong)
  console.error(`${name} ${version}: ${licence} is not a licence that was looked at`);

const counts = Object.entries(
  packages.reduce((all, { licence }) => ({ ...all, [licence]: (all[licence] ?? 0) + 1 }), {}),
);
const text = `# Licences

The hub is under the [MIT licence](../LICENSE). What runs with it, ${packages.length} packages, from the bill of materials (\`npm run sbom\`, CycloneDX 1.5); made by
\`npm run licences -- --write\`, and checked before each change is taken. Data and models that come with the repository have theirs beside them.

${counts
  .sort(([, a], [, b]) => b - a)
  .map(([licence, many]) => `${licence}: ${many}`)
  .join('; ')}.

| package | version | licence |
|---|---|---|
${packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`).join('\n')}
`;
if (process.argv.includes('--write')) writeFileSync(list, text);
else if (readFileSync(list, 'utf8') !== text) {
  console.error('docs/licences.md is not of today’s packages: npm run licences -- --write');
  process.exitCode = 1;
}
if (wrong.length > 0) process.exitCode = 1;

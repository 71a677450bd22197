/**
 * A hub that an earlier state of this repository made, opened by today's: `node .ci/upgrade.mjs [--size 2000] [COMMIT ...]`, after a build,
 * in a clone with its history. Each earlier state loads the demonstration and publishes; today's then migrates its data folder, must tell
 * the same of every edition (number, hash, each figure of each cut, to the person), publish the next one, and tell the same of the earlier
 * ones again; but of a community that fewer than ten people named it tells the figure under another code. Earlier states run on the
 * packages of today. Ends with 1 where anything differs.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { removeFolder, temporaryFolder } from '../dist/libs/platform/src/remove-folder.js';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
/** States that were released: 0.1.0 as it first was, as it was on 28, twice on 29 and on 30 November 2026. */
const RELEASED = ['6c0f536', 'a4a8d1c', '168e555', 'dae39e5', 'b24cda3'];
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { size: { type: 'string', default: '2000' } },
});

const CUTS = [
  [],
  ['THEME'],
  ['WARD'],
  ['QUARTER'],
  ['AGENCY'],
  ['COMMUNITY'],
  ['THEME', 'AGENCY'],
  ['WARD', 'THEME'],
];
/** What every state since the first can be asked. */
const FIGURES = `query ($by: [Dimension!], $edition: Int) { figures(report: "themes-by-community", by: $by, edition: $edition, first: 500) {
  nodes { keys { dimension code } __typename
    ... on PublishedFigure { submissions { value } people { value low high } arguments { value } share { value low high } base } } } }`;
const WITHDRAWN = / COMMUNITY=withdrawn-\d+$/;
const EDITIONS = '{ editions { nodes { number hash } } }';

/* global fetch */
const commits = positionals.length > 0 ? positionals : RELEASED;
let failed = 0;
for (const commit of commits) failed += (await drill(commit)) ? 0 : 1;
console.log(`    upgrade: ${commits.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function drill(commit) {
  // As root another account runs the database, and must get through.
  const base = temporaryFolder('upgrade', 0o711);
  const say = (words) => console.log(`    upgrade: from ${commit}: ${words}`);
  try {
    const earlier = unpack(commit, base);
    const env = { HUB_DATA_DIR: join(base, 'data') };
    run(earlier, process.execPath, ['apps/cli/bin/hub.mjs', 'demo', '--size', values.size], env);
    const before = await told(earlier, env);
    const after = await told(ROOT, env, before.editions);
    const published = run(ROOT, process.execPath, ['apps/cli/bin/hub.mjs', 'publish'], env);
    const later = await told(ROOT, env, before.editions);
    const differing = [after, later].flatMap((now) => differences(before.said, now.said, now.withdrawn));
    for (const one of differing.slice(0, 20)) say(one);
    say(
      `${before.editions.length} editions, ${before.said.size} figures, ${differing.length} differ, ${wider(before.said, later.said)} have a wider range, ${later.withdrawn} names withdrawn; then: ${published.trim()}`,
    );
    return differing.length === 0 && before.said.size > 100;
  } catch (fault) {
    say(fault instanceof Error ? fault.message : String(fault));
    return false;
  } finally {
    removeFolder(base);
  }
}

/** The files of a commit, built, beside today's packages. */
function unpack(commit, base) {
  const [folder, archive] = [join(base, 'earlier'), join(base, 'earlier.tar')];
  mkdirSync(folder, { mode: 0o755 });
  run(ROOT, 'git', ['archive', '--output', archive, commit]);
  run(base, 'tar', ['-xf', archive, '-C', folder]);
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  run(folder, 'npm', ['run', '--silent', 'build:server']);
  return folder;
}

/** Starts a hub over a data folder and asks it of its editions, or of these: each figure and hash, as text by what it is of. */
async function told(root, env, wanted = null) {
  const hub = spawn(process.execPath, [join(root, 'dist/apps/hub/src/main.js')], {
    cwd: root,
    env: { ...environment(), ...env, HUB_DEMO: 'off', HUB_REFINE: 'off', PORT: '0' },
  });
  const ended = new Promise((resolve) => hub.once('exit', resolve));
  try {
    const address = await addressOf(hub);
    const { nodes } = (await ask(address, EDITIONS)).editions;
    const editions = wanted ?? nodes.map(({ number }) => number);
    const said = new Map(
      nodes
        .filter(({ number }) => editions.includes(number))
        .map(({ number, hash }) => [`hash of ${number}`, hash]),
    );
    for (const edition of editions)
      for (const by of CUTS)
        for (const { keys, ...figure } of (await ask(address, FIGURES, { by, edition })).figures.nodes)
          said.set(
            [edition, ...keys.map(({ dimension, code }) => `${dimension}=${code}`)].join(' '),
            JSON.stringify(figure),
          );
    const withdrawn = [...said.keys()].filter((key) => WITHDRAWN.test(key)).length;
    return { editions, said, withdrawn };
  } finally {
    hub.kill('SIGTERM');
    await ended;
  }
}

/**
 * Figures that were withdrawn under their name must stand under the code that stands for it: as many of an edition, each with the same figure.
 * @param withdrawn how many names are
 */
function differences(before, after, withdrawn) {
  const gone = [...before].filter(([key]) => / COMMUNITY=/.test(key) && !after.has(key));
  const renamed = [...after].filter(([key]) => WITHDRAWN.test(key));
  const lines = (some) => some.map(([key, said]) => `${key.split(' ')[0]} ${said}`).sort();
  if (withdrawn > 0 && lines(gone).join() === lines(renamed).join())
    return differences(without(before, gone), without(after, renamed), 0);
  const all = new Set([...before.keys(), ...after.keys()]);
  return [...all]
    .filter((key) => before.get(key) !== after.get(key) && !isWider(before.get(key), after.get(key)))
    .map((key) => `${key}: ${before.get(key) ?? 'nothing'} -> ${after.get(key) ?? 'nothing'}`);
}

const without = (all, some) => {
  const gone = new Set(some.map(([key]) => key));
  return new Map([...all].filter(([key]) => !gone.has(key)));
};

/**
 * The same figure with a wider range of people? Editions of before 29 November 2026 kept the hub's funnel to the person; it is told rounded
 * since, so that no two editions tell of one person, and a range that is made of it goes outward by what rounding may have taken.
 */
function isWider(before, after) {
  if (!before?.startsWith('{') || !after?.startsWith('{')) return false;
  const [{ people: then, ...rest }, { people: now, ...same }] = [JSON.parse(before), JSON.parse(after)];
  const holds = then && now && then.value === now.value && now.low <= then.low && now.high >= then.high;
  return Boolean(holds) && JSON.stringify(rest) === JSON.stringify(same);
}

function wider(before, after) {
  return [...before].filter(([key, said]) => said !== after.get(key) && isWider(said, after.get(key))).length;
}

/** Figures that an edition's tables are still made for are asked again. */
async function ask(address, query, variables = {}) {
  for (let time = 0; ; time += 1) {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await response.json();
    if (!errors) return data;
    const [{ message, extensions }] = errors;
    if (extensions?.code === 'BAD_REQUEST')
      return { figures: { nodes: [{ keys: [{ dimension: 'cut', code: variables.by }], refused: true }] } };
    if (extensions?.code !== 'BUSY' || time > 240) throw new Error(`the hub answers ${message}`);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

function addressOf(hub) {
  let written = '';
  return new Promise((resolve, reject) => {
    const listen = (chunk) => {
      written += String(chunk);
      const found = /Dashboard\s+(http:\/\/\S+?)\/?\s/.exec(written)?.[1];
      if (found) resolve(found);
    };
    hub.stdout.on('data', listen);
    hub.stderr.on('data', listen);
    hub.once('exit', (code) => reject(new Error(`the hub ended with ${code}: ${written.slice(-1000)}`)));
  });
}

function run(cwd, command, words, env = {}) {
  const { status, stdout, stderr } = spawnSync(command, words, {
    cwd,
    env: { ...environment(), HUB_REFINE: 'off', ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0)
    throw new Error(`${command} ${words.join(' ')} ended with ${status}: ${stderr.slice(-1000)}`);
  return stdout;
}

/** As people run it, whatever a test runner set. */
function environment() {
  return { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' };
}

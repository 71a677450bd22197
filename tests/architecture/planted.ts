/** One violation of each border, as a tree of files. The key is the rule that must catch the file. */
export interface Plant {
  rule: string;
  file: string;
  text: string;
}

const exporting = 'export const x = 1;\n';
const importing = (what: string): string => `import * as y from '${what}';\nexport const z = y;\n`;

const ROOMS = [
  'domain',
  'decisions',
  'reports',
  'linkage',
  'disclosure',
  'counting',
  'statements',
  'themes',
  'platform',
  'printing',
  'armour',
  'tracing',
  'queue',
  'store',
  'connectors',
  'pipeline',
  'editions',
  'operations',
  'facts',
  'demo',
];

/** A tree in which nothing is wrong: every room imports what it may. */
export const SOUND: Record<string, string> = {
  ...Object.fromEntries(ROOMS.map((room) => [`libs/${room}/src/index.ts`, `export * from './thing.js';\n`])),
  ...Object.fromEntries(ROOMS.map((room) => [`libs/${room}/src/thing.ts`, exporting])),
  'libs/themes/src/registry.ts': importing('#platform'),
  'libs/themes/src/allowed.ts':
    importing('#domain') + importing('node:crypto').replaceAll(/\b[yz]\b/g, '$&2'),
  'libs/counting/src/parallel.ts': importing('node:worker_threads'),
  'libs/store/src/allowed.ts': importing('typeorm'),
  'libs/queue/src/allowed.ts': importing('bullmq'),
  'libs/pipeline/src/allowed.ts': importing('#linkage') + importing('#queue').replaceAll(/\b[yz]\b/g, '$&2'),
  'libs/facts/src/allowed.ts': importing('@nestjs/common'),
  'libs/connectors/src/one/connector.ts': `export { x } from '../reading/table.js';\n`,
  'libs/connectors/src/two/connector.ts': exporting,
  'libs/connectors/src/reading/table.ts': exporting,
  'libs/themes/src/codebooks/one/codebook.ts': exporting,
  'libs/themes/src/codebooks/two/codebook.ts': exporting,
  'libs/facts/src/reports/one/report.ts': exporting,
  'libs/facts/src/reports/two/report.ts': exporting,
  'apps/api/src/main.ts': importing('#facts'),
  'apps/worker/src/main.ts': importing('#pipeline'),
  'apps/hub/src/main.ts': importing('../../api/src/main.js'),
  'apps/dashboard/src/main.ts': exporting,
  'tests/support/thing.ts': exporting,
};

/** What each room may not import, one plant a room: the nearest temptation. */
const TEMPTATIONS: Record<string, string> = {
  domain: '#linkage',
  decisions: '#store',
  reports: '#decisions',
  linkage: '#domain',
  disclosure: '#domain',
  counting: '#disclosure',
  statements: '#disclosure',
  themes: '#platform',
  platform: '#domain',
  printing: '#domain',
  armour: '#store',
  tracing: '#platform',
  queue: '#store',
  store: '#platform',
  connectors: '#store',
  pipeline: '#facts',
  editions: '#facts',
  operations: '#facts',
  facts: '#pipeline',
  demo: '#store',
};

export const PLANTS: Plant[] = [
  ...Object.entries(TEMPTATIONS).map(([room, to]) => ({
    rule: `room-${room}`,
    file: `libs/${room}/src/planted-room.ts`,
    text: importing(to),
  })),
  plant('room-store', 'libs/store/src/planted-app.ts', importing('../../../apps/api/src/main.js')),
  plant('pure-recognising', 'libs/connectors/src/recognise/planted-fs.ts', importing('node:fs')),
  plant('framework-typeorm-and-pg', 'libs/pipeline/src/planted-typeorm.ts', importing('typeorm')),
  plant('framework-typeorm-and-pg', 'apps/worker/src/planted-pg.ts', importing('pg')),
  plant('framework-bullmq-and-ioredis', 'libs/pipeline/src/planted-bullmq.ts', importing('bullmq')),
  plant('framework-bullmq-and-ioredis', 'apps/worker/src/planted-ioredis.ts', importing('ioredis')),
  plant('framework-logger', 'apps/api/src/planted-pino.ts', importing('pino')),
  plant(
    'framework-typesetter',
    'apps/api/src/planted-typst.ts',
    importing('@myriaddreamin/typst-ts-node-compiler'),
  ),
  plant('framework-metrics', 'apps/api/src/planted-prom.ts', importing('prom-client')),
  plant('framework-nest', 'libs/store/src/planted-nest.ts', importing('@nestjs/common')),
  plant('framework-graphql', 'apps/intake/src/planted-graphql.ts', importing('graphql')),
  plant('framework-fastify', 'libs/connectors/src/planted-fastify.ts', importing('fastify')),
  plant('extension-connector', 'libs/connectors/src/one/planted.ts', importing('../two/connector.js')),
  plant('extension-codebook', 'libs/themes/src/codebooks/one/planted.ts', importing('../two/codebook.js')),
  plant('extension-report', 'libs/facts/src/reports/one/planted.ts', importing('../two/report.js')),
  plant('pure-node', 'libs/linkage/src/planted-fs.ts', importing('node:fs')),
  plant('pure-node', 'libs/themes/src/planted-net.ts', importing('http')),
  plant('pure-node', 'libs/counting/src/planted-threads.ts', importing('node:worker_threads')),
  plant('pure-node-parallel', 'libs/linkage/src/deep/parallel.ts', importing('node:fs')),
  plant('pure-packages', 'libs/domain/src/planted-package.ts', importing('leftish-pad')),
  plant('through-the-door', 'libs/facts/src/planted-door.ts', importing('../../store/src/thing.js')),
  plant(
    'through-the-door-from-apps',
    'apps/api/src/planted-door.ts',
    importing('../../../libs/facts/src/thing.js'),
  ),
  plant('not-through-the-own-door', 'libs/domain/src/planted-own.ts', importing('./index.js')),
  plant('not-through-the-own-door', 'libs/facts/src/planted-own.ts', importing('#facts')),
  plant('apps-apart', 'apps/api/src/planted-app.ts', importing('../../worker/src/main.js')),
  plant('dashboard-speaks-graphql', 'apps/dashboard/src/planted-domain.ts', importing('#domain')),
  plant(
    'no-tests-in-the-product',
    'libs/facts/src/planted-tests.ts',
    importing('../../../tests/support/thing.js'),
  ),
  plant('banned-folder', 'libs/facts/src/planted-utils.ts', importing('./utils/thing.js')),
  plant('no-circle', 'libs/store/src/planted-circle-a.ts', importing('./planted-circle-b.js')),
  plant(
    'no-circle',
    'libs/store/src/planted-knot-a.ts',
    `import type { B } from './planted-knot-b.js';\nexport const a: B | 1 = 1;\n`,
  ),
  plant('resolvable', 'libs/store/src/planted-nowhere.ts', importing('./nowhere.js')),
  plant(
    'room-themes-registry',
    'libs/themes/src/registry.ts',
    `${SOUND['libs/themes/src/registry.ts']}export * from '#store';\n`,
  ),
];

/** What the plants lean on; sound in itself. */
export const BESIDE: Record<string, string> = {
  'libs/facts/src/utils/thing.ts': exporting,
  'libs/store/src/planted-knot-b.ts': `import type { a } from './planted-knot-a.js';\nexport type B = typeof a;\n`,
  'libs/store/src/planted-circle-b.ts': importing('./planted-circle-a.js'),
};

export const PACKAGES = [
  'typeorm',
  'pg',
  'bullmq',
  'ioredis',
  'pino',
  '@myriaddreamin/typst-ts-node-compiler',
  'prom-client',
  '@nestjs/common',
  'graphql',
  'fastify',
  'leftish-pad',
];

function plant(rule: string, file: string, text: string): Plant {
  return { rule, file, text };
}

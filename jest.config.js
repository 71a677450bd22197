import { availableParallelism } from 'node:os';

/** Tests run on the TypeScript sources: swc compiles a file at a time, aliases map `#room` to its door. */
export default {
  testEnvironment: 'node',
  rootDir: '.',
  // A pattern of names, not of paths: brackets in the path of the checkout would be read as part of it.
  testRegex: '/tests/[a-z]+/[^/]+\\.test\\.ts$',
  // Jest's own place is a folder of the machine's temporary one with a name that anybody can foretell.
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    '^#([a-z]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  globalSetup: '<rootDir>/tests/support/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/support/global-teardown.mjs',
  testSequencer: '<rootDir>/tests/support/slow-first.mjs',
  // Both for a checkout whose path holds a per cent sign: see plain-frames.mjs.
  setupFiles: ['<rootDir>/tests/support/plain-frames.mjs'],
  noStackTrace: process.cwd().includes('%'),
  testTimeout: 180_000,
  // Journeys wait for processes of their own, so there are more workers than cores; but each may hold a database and a browser.
  maxWorkers: Math.min(8, Math.ceil(availableParallelism() * 1.5)),
};

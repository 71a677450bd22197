import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import connections from './eslint.connections.js';
import urlAsPath from './eslint.url-as-path.js';

/** Rooms without input or output, clock or chance (docs/, the import rule). */
const PURE = [
  ...['domain', 'linkage', 'disclosure', 'counting', 'statements', 'themes'].map(
    (room) => `libs/${room}/**/*.ts`,
  ),
  'libs/connectors/src/recognise/**/*.ts',
];

const IMPURE_GLOBALS = [
  ['process', 'a pure room knows no process: let the caller pass what is needed'],
  ['console', 'a pure room writes nothing: return it'],
  ['fetch', 'a pure room asks nobody: let the caller pass the answer'],
  ['setTimeout', 'a pure room does not wait'],
  ['setInterval', 'a pure room does not wait'],
  ['setImmediate', 'a pure room does not wait'],
  ['performance', 'a pure room has no clock: let the caller pass the time'],
  ['crypto', 'use node:crypto for hashes; chance comes from a seed'],
];

const IMPURE_CALLS = [
  ['CallExpression[callee.object.name="Math"][callee.property.name="random"]', 'chance comes from a seed'],
  ['CallExpression[callee.object.name="Date"][callee.property.name="now"]', 'let the caller pass the time'],
  ['NewExpression[callee.name="Date"][arguments.length=0]', 'let the caller pass the time'],
  ['CallExpression[callee.name="Date"]', 'let the caller pass the time'],
  ['CallExpression[callee.name=/^random(Bytes|Int|UUID)$/]', 'chance comes from a seed'],
  ['ImportExpression', 'a pure room loads nothing while it runs, except its registry'],
];

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '**/*.d.ts', 'apps/dashboard/src/gql/', 'apps/dashboard/public/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    plugins: { house: { rules: { connections, 'url-as-path': urlAsPath } } },
    rules: {
      'house/connections': 'error',
      'house/url-as-path': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      // Deliveries hold control characters, and naming them is the business of reading.
      'no-control-regex': 'off',
    },
  },
  {
    files: ['libs/store/src/connections.ts', 'libs/store/src/half-open.ts', 'libs/queue/src/redis.ts'],
    rules: { 'house/connections': 'off' },
  },
  {
    files: ['libs/**/*.{ts,tsx}', 'apps/**/*.{ts,tsx}'],
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: PURE,
    rules: {
      'no-restricted-globals': ['error', ...IMPURE_GLOBALS.map(([name, message]) => ({ name, message }))],
      'no-restricted-syntax': [
        'error',
        ...IMPURE_CALLS.map(([selector, message]) => ({ selector, message })),
      ],
    },
  },
  {
    // The embedding's packages are large and may be left out: they are loaded where they are asked for.
    files: ['libs/themes/src/embed/sentence.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...IMPURE_CALLS.filter(([selector]) => selector !== 'ImportExpression').map(
          ([selector, message]) => ({
            selector,
            message,
          }),
        ),
      ],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'URL',
          'Buffer',
          'setTimeout',
          'clearTimeout',
          'module',
          'require',
          '__dirname',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  // The encoder is a tool that partners run in a terminal.
  { files: ['bench/**', 'tests/**', '.ci/**', 'libs/linkage/encode/**'], rules: { 'no-console': 'off' } },
);

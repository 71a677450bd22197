import type { CodegenConfig } from '@graphql-codegen/cli';
import { fileURLToPath } from 'node:url';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Typed documents from the API's own schema: `npm run codegen` after the schema or a query has changed. */
const config: CodegenConfig = {
  schema: here('../api/schema.graphql'),
  documents: [here('./src/**/*.{ts,tsx}'), `!${here('./src/gql/**')}`],
  generates: {
    [here('./src/gql/')]: {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        scalars: { Date: 'string', DateTime: 'string', JSON: 'unknown' },
      },
    },
  },
};

export default config;

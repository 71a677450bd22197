import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { packed } from './packed.ts';
import { typedDocuments } from './typed-documents.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root: here,
  plugins: [typedDocuments(`${here}src/gql/graphql`), react(), packed()],
  resolve: {
    alias: {
      // The one room that pages share with the server: it is pure, and its sentences are to be the same everywhere.
      '#statements': fileURLToPath(new URL('../../libs/statements/src/index.ts', import.meta.url)),
      'govuk-frontend': fileURLToPath(new URL('../../node_modules/govuk-frontend/dist', import.meta.url)),
    },
  },
  build: {
    outDir: '../../dist/dashboard',
    emptyOutDir: true,
    // The minifier refuses the style sheets of govuk-frontend.
    cssMinify: false,
    chunkSizeWarningLimit: 900,
  },
});

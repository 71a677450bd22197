import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The dashboard's charts once more, as one file by which the server draws them into reports: whatever they need is in it. */
export default defineConfig({
  root: here,
  plugins: [react()],
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: true },
  build: {
    ssr: 'src/still/still-charts.tsx',
    outDir: '../../dist/still-charts',
    emptyOutDir: true,
    copyPublicDir: false,
    minify: true,
    rollupOptions: { output: { entryFileNames: 'still-charts.js' } },
  },
});

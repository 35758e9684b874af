import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// `npm run dev` shows the page with hot reload and asks a server that runs beside it.
const api = 'http://localhost:5000';

export default defineConfig({
  base: '/playground/',
  plugins: [react()],
  worker: { format: 'es' },
  server: { proxy: { '/graphql': api } },
  build: {
    target: 'es2022',
    // The editor and its language are big and come from this machine: a warning about their size helps nobody.
    chunkSizeWarningLimit: 8_000,
    rolldownOptions: {
      onLog(level, log, handler) {
        // Libraries mark their modules with "use client" and the like, which means nothing here.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
      },
    },
  },
});

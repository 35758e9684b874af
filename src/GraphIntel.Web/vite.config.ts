import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// `npm run dev` serves the page with hot reload; the API is that of a server that runs separately.
const api = 'http://localhost:5080';

export default defineConfig({
  base: '/playground/',
  plugins: [react()],
  worker: { format: 'es' },
  server: { proxy: { '/graphql': api } },
  build: {
    target: 'es2022',
    // The editor's chunks are large; no warning about their size is needed.
    chunkSizeWarningLimit: 8_000,
    rolldownOptions: {
      onLog(level, log, handler) {
        // Libraries have "use client" directives, which have no effect here.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
      },
    },
  },
});

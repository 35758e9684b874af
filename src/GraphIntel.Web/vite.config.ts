import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// `npm run dev` serves the page with hot reload; the API is that of a server that runs separately.
const api = 'http://localhost:5080';

export default defineConfig({
  base: '/web/',
  plugins: [react()],
  worker: { format: 'es' },
  server: { proxy: { '/graphql': api, '/export': api } },
  build: {
    target: 'es2022',
    // The editor's chunks are large; no warning about their size is needed.
    chunkSizeWarningLimit: 8_000,
    rolldownOptions: {
      // The explorer and the playground are pages of their own, because each has its own Content-Security-Policy.
      input: ['index.html', 'playground.html'],
      onLog(level, log, handler) {
        // Libraries have "use client" directives, which have no effect here.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
      },
    },
  },
});

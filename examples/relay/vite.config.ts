import react from '@vitejs/plugin-react';
import relay from 'vite-plugin-relay';
import { defineConfig } from 'vitest/config';

// The page asks the address it came from, so that no CORS is needed; in development Vite hands the questions on.
const server = process.env.GRAPHINTEL_URL ?? 'http://localhost:5080';

export default defineConfig({
  plugins: [react(), relay],
  server: { proxy: { '/graphql': server } },
  // React and Relay's runtime are what they are.
  build: { chunkSizeWarningLimit: 700 },
  test: {
    // In the tests the page comes from the server itself.
    environment: 'happy-dom',
    environmentOptions: { happyDOM: { url: server } },
    include: ['tests/**/*.test.tsx'],
    // A machine that has other work too.
    testTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
  },
});

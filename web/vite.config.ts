import { defineConfig } from 'vitest/config';

// Leaflet is the global `L` that the server's webjar provides, so it is never bundled.
// The proxy is for development: it points at a running server or at `npm run mock`.
const server = process.env.LIANPIAN_SERVER ?? 'http://127.0.0.1:7071';

export default defineConfig({
  base: '/',
  build: { target: 'es2022', outDir: 'dist', emptyOutDir: true, sourcemap: false },
  server: { proxy: { '/api': server, '/tiles': server, '/webjars': server } },
  test: { environment: 'happy-dom', include: ['test/**/*.test.ts'] },
});

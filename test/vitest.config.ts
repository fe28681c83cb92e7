import { defineConfig } from 'vitest/config';

export default defineConfig({
  // a busy machine is no failure: only a test that hangs runs into the limit
  test: {
    root: import.meta.dirname,
    setupFiles: ['./setup.ts'],
    testTimeout: 60_000,
    maxWorkers: '100%',
  },
});

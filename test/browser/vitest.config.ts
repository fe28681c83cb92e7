import { defineConfig } from 'vitest/config';

export default defineConfig({
  // pages are drawn one after the other, by one browser
  test: { root: import.meta.dirname, testTimeout: 120_000, hookTimeout: 120_000, maxWorkers: 1 },
});

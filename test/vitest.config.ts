import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  // a busy machine is no failure: only a test that hangs runs into the limit
  test: {
    root: import.meta.dirname,
    // needs a browser: npm run test:browser
    exclude: [...configDefaults.exclude, 'browser/**'],
    globalSetup: ['./build.ts'],
    setupFiles: ['./setup.ts'],
    testTimeout: 60_000,
    maxWorkers: '100%',
  },
});

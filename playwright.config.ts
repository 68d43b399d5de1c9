import { defineConfig } from '@playwright/test';

/** The same tests in a browser on the loopback host, and in a real Electron where there is one. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/e2e/support/find-programs.ts',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A press on something that isn't there ends its test, not the whole minute.
  use: { actionTimeout: 10_000 },
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  reporter: [['list']],
  projects: [
    { name: 'chromium', metadata: { host: 'loopback' } },
    {
      name: 'electron',
      metadata: { host: 'electron' },
      // The audit of every page takes minutes, and the pages are the same; Electron has one window.
      testIgnore: ['**/accessible/*.spec.ts', '**/second-window.spec.ts'],
    },
  ],
});

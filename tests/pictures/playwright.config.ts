import { defineConfig } from '@playwright/test';
import base from '../../playwright.config.ts';

/** Takes the README's pictures from the running program: `npm run pictures`. */
export default defineConfig({
  ...base,
  testDir: '.',
  testMatch: 'pictures.spec.ts',
  globalSetup: '../e2e/support/find-programs.ts',
  outputDir: '../../test-results/pictures',
  workers: 1,
  projects: [{ name: 'chromium', metadata: { host: 'loopback' } }],
});

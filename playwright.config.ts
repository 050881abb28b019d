import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests',
  testMatch: '**/*.app.ts',
  outputDir: 'out/tests',
  // Each test opens Balie itself and waits for it much of the time.
  workers: 2,
  timeout: 60_000,
  // A busy machine may hold up a real window past any patience; what needed a second try is named.
  retries: 2,
  reporter: 'dot',
  // A test that runs alone would let all others pass unseen.
  forbidOnly: process.env.CI !== undefined,
})

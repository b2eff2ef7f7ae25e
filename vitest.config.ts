import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // The API server prints every refusal it answers with; a test asserts those it expects.
    onConsoleLog: (log) => !log.startsWith('PostgresError:'),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
          // Pure rules leave nothing behind: loading each module once takes half of the time.
          isolate: false,
          // Unasked it leaves one core free, which on a small machine is half of it.
          maxWorkers: '100%',
          // Ends what hangs; it measures nothing. Beside the browser tests a property takes its time.
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'db',
          include: ['tests/db/**/*.test.ts'],
          globalSetup: 'tests/support/global-setup.ts',
          pool: 'forks',
          // Each file has a database of its own, and nothing else that another could find.
          isolate: false,
          maxWorkers: '100%',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: 'tests/support/global-setup.ts',
          pool: 'forks',
          // A file waits for the database as often as it works.
          maxWorkers: '100%',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/support/site-template.ts',
          pool: 'forks',
          // One instance and one Chromium at a time: two would share two cores and time out by turns.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});

import { defineConfig } from 'vitest/config';

const rooms = '{contract,renderer,preload,main,station,drivers,central,scripts}';

export default defineConfig({
  test: {
    allowOnly: !process.env.CI,
    projects: [
      {
        test: {
          name: 'rooms',
          sequence: { groupOrder: 0 },
          include: [`${rooms}/**/*.test.{ts,tsx}`, 'tests/{walls,faults,fuzz,lab,bench}/**/*.test.ts'],
          /** Real databases, servers and child processes on two slow cores. */
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'electron',
          /** Never beside the others: a face that shares two cores with databases under test answers as no kiosk does. */
          sequence: { groupOrder: 1 },
          include: ['tests/e2e/**/*.test.ts'],
          /** One window at a time: two cores, one display, one focus. */
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 90_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});

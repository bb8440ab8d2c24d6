import { defineConfig } from 'vitest/config';

/** Tests that start whole programs, browsers or kill processes: one file at a time, after the others. */
const WHOLE = [
  'test/faults/**',
  'test/journeys/**',
  'test/security/**',
  'test/docs.test.ts',
  'test/**/*page.test.ts',
  'test/**/*crash.test.ts',
  'test/bench/**',
];
const common = { testTimeout: 60_000, hookTimeout: 120_000, pool: 'forks' as const };

export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          ...common,
          name: 'parts',
          include: ['test/**/*.test.ts'],
          exclude: WHOLE,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...common,
          name: 'whole',
          include: WHOLE.map((pattern) => pattern.replace(/\*\*$/, '**/*.test.ts')),
          poolOptions: { forks: { singleFork: true } },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});

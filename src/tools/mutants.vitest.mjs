import { defineConfig } from 'vitest/config';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The unit tests alone, for `mutants.mjs`: without the application's build around them, and stopped at the first failure. */
export default defineConfig({
  root,
  test: {
    name: 'unit',
    environment: 'node',
    include: ['tests/unit/**/*.test.ts'],
    // These read the sources as text, where a mutant's own marks stand.
    exclude: [
      'tests/unit/architecture.test.ts',
      'tests/unit/architecture/**',
      'tests/unit/clause/traceability.test.ts',
      'tests/unit/tools/**',
    ],
    testTimeout: 20_000,
    setupFiles: [fileURLToPath(new URL('../../tests/support/light-passphrases.ts', import.meta.url))],
  },
});

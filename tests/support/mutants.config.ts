import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/**
 * The unit tests alone, for `src/tools/mutants.mjs`: without the other projects of the application's own configuration. Each file
 * has modules of its own, since a change is switched on when they are loaded: shared ones let changes pass that every test notices.
 */
export default defineConfig({
  root: at('.'),
  plugins: [svelte({ configFile: at('svelte.config.js') })],
  test: {
    environment: 'node',
    include: [process.env['TIRKELIM_MUTANTS_TESTS'] ?? 'tests/unit/**/*.test.ts'],
    exclude: [
      // What asks for modules that nobody has touched yet, or puts others in their place.
      'tests/unit/**/*.alone.test.ts',
      // These read the sources as text, where a mutant's own marks stand.
      'tests/unit/architecture.test.ts',
      'tests/unit/architecture/**',
      'tests/unit/clause/traceability.test.ts',
      'tests/unit/tools/**',
      // The law and the examination have to hold by tests of their own, not by what a page happens to show.
      'tests/unit/ui/**',
      // Thousands of rounds over whole registers: what they find, a test of the changed file has to find as well.
      'tests/unit/tampering/**',
      'tests/unit/model/**',
    ],
    testTimeout: 900_000,
    hookTimeout: 900_000,
    setupFiles: [at('tests/support/light-passphrases.ts'), at('tests/support/untimed.ts')],
    server: { deps: { inline: [/node_modules\/svelte/] } },
  },
});

import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { type Plugin, type UserConfig, defaultClientConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { metaContentSecurityPolicy } from '#tools/security-headers.mjs';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Parts of jsPDF that draw HTML pages; nobody calls them, and canvg and html2canvas would fight the policy. */
const stub = at('src/adapters/pdf/absent.ts');

/** Milliseconds after which a test is given up: for what will never end, and beyond what a busy machine needs. */
const neverByChance = 900_000;

/** Pages for tests and measurements, made of the application's own modules; none of them is in `dist/`. */
const bundles: { readonly [mode: string]: { readonly root: string; readonly outDir: string } | undefined } = {
  'browser-tests': { root: 'tests/browser', outDir: '.cache/browser-tests' },
  durability: { root: 'tests/durability/page', outDir: '.cache/durability' },
  bench: { root: 'tests/bench/page', outDir: '.cache/bench' },
};

export default defineConfig(({ mode, command }) => {
  if (mode === 'service-worker') return serviceWorker;
  if (mode === 'microscope') return microscope;
  const { root, outDir } = bundles[mode] ?? { root: 'src', outDir: 'dist' };
  const page: UserConfig = {
    root: at(root),
    publicDir: at('static'),
    base: './',
    plugins: [
      svelte({ configFile: at('svelte.config.js') }),
      ...(command === 'build' ? [policyInMeta(), digestAlone()] : []),
    ],
    resolve: {
      alias: {
        html2canvas: stub,
        canvg: stub,
        dompurify: stub,
        'vitest-environment-page': at('tests/support/page-environment.ts'),
      },
    },
    // As a page has them, also where Vitest would take Node's: the state of pages is tested as it is built.
    environments: { client: { resolve: { conditions: [...defaultClientConditions] } } },
    worker: { format: 'es', rolldownOptions: { output: { entryFileNames: 'workers/[name]-[hash].js' } } },
    cacheDir: at('.cache/vite'),
    build: {
      outDir: at(outDir),
      emptyOutDir: true,
      target: ['chrome120', 'firefox128', 'safari17.4'],
      // The service worker has every file at hand: lists of what to fetch ahead would only make the first script longer.
      modulePreload: false,
      // Data: addresses would be no file with a digest of its own.
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        checks: { bundlerTimings: false },
        output: { codeSplitting: { groups: [firstScreen, formFields, ...firstWords] } },
      },
    },
  };
  const unit = {
    include: ['tests/unit/**/*.test.ts'],
    testTimeout: neverByChance,
    hookTimeout: neverByChance,
    setupFiles: [at('tests/support/light-passphrases.ts')],
    // Node would take the half of Svelte that draws pages on a server, where nothing is a signal.
    server: { deps: { inline: [/node_modules\/svelte/] } },
  };
  return {
    ...page,
    test: {
      projects: [
        project('unit', {
          ...unit,
          exclude: ['tests/unit/**/*.alone.test.ts'],
          // One copy of the modules for all files of a thread: loading them anew for each took longer than the tests themselves.
          pool: 'threads',
          isolate: false,
        }),
        // What asks about modules as they are when nobody has touched them yet.
        project('unit-alone', { ...unit, include: ['tests/unit/**/*.alone.test.ts'], setupFiles: [] }),
        project('e2e-firefox', {
          include: ['tests/e2e-firefox/**/*.test.ts'],
          testTimeout: neverByChance,
          hookTimeout: neverByChance,
        }),
        project('interop', {
          include: ['tests/interop/**/*.test.ts'],
          testTimeout: neverByChance,
          hookTimeout: neverByChance,
        }),
      ],
    },
  };
});

/**
 * What is needed before anything can be read, in one file: forty small ones would be asked of the service worker one by one,
 * and compress worse. What only some pages need stays out of it.
 */
const firstScreen = {
  name: 'first-screen',
  test: new RegExp(
    [
      'node_modules/(svelte|idb|clsx)/',
      'src/domain/(base/(bytes|calendar-date|canonical-form|fault|instant|result|utf8)|audit/(audit-record|compare-heads))',
      'src/domain/(authority/station|exchange/collections|carrier/carrier|revocation/revocation-letter)\\.ts',
      'src/operations/station/start\\.ts',
      'src/adapters/(indexeddb/|browser/(clock|storage|untouched|writer-lock)\\.ts)',
      'src/app/(lazy-acts|run|begin|compose|custody-client|register-store)\\.ts',
      'src/(App|ui/frame/Frame|ui/components/Notice)\\.svelte',
      'src/(ui/frame/frame-facts|ui/state/(context|faults|idleness|installation|keys|last-backup|session)|ui/i18n/(format|language)|routes/pages)',
    ].join('|'),
  ),
};

/** What every form is made of, the set-up's first. */
const formFields = {
  name: 'form-fields',
  test: /src\/(ui\/components\/(Field|TextField|ErrorSummary|Choice)\.svelte|ui\/station\/address-errors|ui\/state\/draft-keeper|domain\/base\/text|domain\/party\/(dns-name|email-address|regions|web-address))/,
};

/** The frame's words of one language in one file. */
const firstWords = ['kk', 'ru', 'en'].map((language) => ({
  name: `first-${language}`,
  test: new RegExp(`src/ui/i18n/${language}/(frame|roles|calendar|units|first)\\.ts`),
}));

/** One classic script with everything inside, at an address that never changes. */
const serviceWorker: UserConfig = {
  root: at('src'),
  publicDir: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: at('dist'),
    emptyOutDir: false,
    target: ['chrome120', 'firefox128', 'safari17.4'],
    lib: {
      entry: at('src/service-worker.ts'),
      formats: ['iife'],
      name: 'tirkelim',
      fileName: () => 'service-worker.js',
    },
    reportCompressedSize: false,
  },
};

/** The auditor's page: one script and one style sheet, which `src/tools/one-file.mjs` puts into one HTML file. */
const microscope: UserConfig = {
  root: at('src/app/microscope'),
  publicDir: false,
  base: './',
  plugins: [svelte({ configFile: at('svelte.config.js') })],
  resolve: {
    // The system's own letters: a file to carry need not be larger by a font.
    alias: { '@fontsource-variable/golos-text/wght.css': at('src/app/microscope/system-font.css') },
  },
  build: {
    outDir: at('.cache/microscope'),
    emptyOutDir: true,
    target: ['chrome120', 'firefox128', 'safari17.4'],
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { checks: { bundlerTimings: false }, output: { codeSplitting: false } },
  },
};

/**
 * SHA-256 for the first screen without SHA-512, which the readers of foreign formats bring: a module that both use would be
 * whole in the first file.
 */
function digestAlone(): Plugin {
  const own = '?first-screen';
  return {
    name: 'tirkelim:digest-alone',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (source !== '@noble/hashes/sha2.js' || importer?.endsWith('src/adapters/digest/digest.ts') !== true)
        return null;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      return resolved === null ? null : `${resolved.id}${own}`;
    },
  };
}

/** The policy of the first load, when no service worker sends it yet and a foreign server may not either. */
function policyInMeta(): Plugin {
  return {
    name: 'tirkelim:policy-in-meta',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: metaContentSecurityPolicy() },
        injectTo: 'head-prepend',
      },
    ],
  };
}

function project(
  name: string,
  test: {
    include: string[];
    exclude?: string[];
    testTimeout: number;
    hookTimeout?: number;
    setupFiles?: string[];
    pool?: 'threads';
    isolate?: false;
    server?: { deps: { inline: RegExp[] } };
  },
): { extends: true; root: string; test: { name: string; environment: 'node'; include: string[] } } {
  return { extends: true, root: at('.'), test: { name, environment: 'node', ...test } };
}

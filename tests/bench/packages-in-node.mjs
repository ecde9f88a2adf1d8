import { join } from 'node:path';
import { createServer } from 'vite';
import { ROOT } from '#tools/project.mjs';

/**
 * `measurePackages` of `packages.ts`, which Node can't read by itself.
 *
 * @param {number} size
 * @param {(line: { name: string, value: number, unit: string, limit?: number, size?: number }) => void} take
 * @returns {Promise<void>}
 */
export async function packagesInNode(size, take) {
  const server = await createServer({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    appType: 'custom',
    server: { middlewareMode: true, watch: null, ws: false },
  });
  try {
    const { measurePackages } = /** @type {typeof import('./packages.ts')} */ (
      await server.ssrLoadModule(join(ROOT, 'tests/bench/packages.ts'))
    );
    await measurePackages({ size }, take);
  } finally {
    await server.close();
  }
}

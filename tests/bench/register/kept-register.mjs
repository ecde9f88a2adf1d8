import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { CACHE, ROOT } from '#tools/project.mjs';

/**
 * The folder with a register of so many certificates: made by the office's own acts the first time, and kept.
 *
 * @param {number} certificates
 * @returns {Promise<string>}
 */
export async function registerOf(certificates) {
  const folder = join(CACHE, 'registers', String(certificates));
  if (existsSync(join(folder, 'index.json'))) return folder;
  const server = await createServer({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    appType: 'custom',
    server: { middlewareMode: true, watch: null, ws: false },
  });
  try {
    const { writeRegister } = /** @type {typeof import('./make-register.ts')} */ (
      await server.ssrLoadModule(join(ROOT, 'tests/bench/register/make-register.ts'))
    );
    await writeRegister(folder, certificates, (done) => {
      if (done % 2_000 === 0) process.stdout.write(`register: ${done} of ${certificates} certificates\n`);
    });
  } finally {
    await server.close();
  }
  return folder;
}

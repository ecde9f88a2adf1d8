import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DIST, ROOT } from './project.mjs';

/** Builds when `dist/` is missing, or older than any source. */
export function buildIfOlder() {
  const sealed = join(DIST, 'service-worker.js');
  const sources = ['src', 'static', 'package-lock.json', 'vite.config.ts', 'svelte.config.js'];
  const newest = Math.max(...sources.map((source) => newestUnder(join(ROOT, source))));
  if (existsSync(sealed) && statSync(sealed).mtimeMs >= newest) return;
  process.stdout.write('Тіркелім дайындалып жатыр… · Tirkelim готовится… · Tirkelim is being made ready…\n');
  const { status } = spawnSync(process.execPath, [join(ROOT, 'src/tools/build.mjs')], {
    cwd: ROOT,
    // What a bundler reports is for who builds: only its faults are for who starts.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) {
    process.stderr.write(
      'Дайындалмады · Не удалось подготовить · It could not be made ready: npm run build\n',
    );
    process.exit(1);
  }
}

/**
 * @param {string} path a file or a folder
 * @returns {number} milliseconds of the last change, folders included: a removed file changes its folder
 */
function newestUnder(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newestUnder(join(path, name))));
}

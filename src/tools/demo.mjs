import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildIfOlder } from './build-if-older.mjs';
import { installIfMissing } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { ROOT } from './project.mjs';

/**
 * `npm run demo -- --out DIR`: the built application driven through its own pages with invented but valid data: a week and
 * a half of a National CA; for each kind of key five days of a Root CA and of a National CA under it; and seven years of a
 * Root CA with a CA of State Bodies and a National CA under it, between which files are carried. Writes stations,
 * certificates, CRLs, forms and screenshots into DIR, which has to be empty or missing.
 */

requireNode();
installIfMissing();
const at = process.argv.indexOf('--out');
const word = at < 0 ? undefined : process.argv[at + 1];
if (word === undefined) quit('say where: npm run demo -- --out DIR');
const out = resolve(process.env.INIT_CWD ?? process.cwd(), word);
mkdirSync(out, { recursive: true });
if (readdirSync(out).length > 0) quit(`${out} is not empty`);
process.chdir(ROOT);
buildIfOlder();
const { findChromium } = await import('#tests/support/find-browser.mjs');
const { path, missing } = await findChromium({ install: true });
if (path === undefined) quit(missing);
const windows = process.platform === 'win32';
const { status } = spawnSync(
  join(ROOT, 'node_modules', '.bin', windows ? 'playwright.cmd' : 'playwright'),
  ['test', '--config', 'tests/demo/playwright.config.ts'],
  {
    stdio: 'inherit',
    shell: windows,
    env: { ...process.env, TIRKELIM_CHROMIUM: path, TIRKELIM_DEMO_OUT: out },
  },
);
process.exitCode = status ?? 1;

/**
 * @param {string} complaint
 * @returns {never}
 */
function quit(complaint) {
  process.stderr.write(`${complaint}\n`);
  process.exit(2);
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { buildIfOlder } from './build-if-older.mjs';
import { installIfMissing } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { ROOT } from './project.mjs';

/**
 * `npm run bench -- --out FILE [--size N] [--browser firefox]`: what the application's own code needs in a browser, the limit
 * of that browser beside it, from the same run. FILE is JSON: `[{name, value, unit, limit, ratio, size, browser}]`; a rate's
 * ratio is value/limit, a time's too: over 1 is slower than the limit.
 *
 * With `--certificates N` instead: start, search and verification of a register of so many (E12). It is made by the office's own
 * acts, some 150 certificates a second, and kept under `.cache/registers` for the next time.
 *
 * With `--only issue`: a batch of `--size`, part by part, with raw inserts and `openssl ca` beside it.
 *
 * With `--only packages`: a package between stations of `--size` applications (300), each with a scan of 200 kB; in Node, where the memory that it takes
 * above the registers can be seen.
 */

requireNode();
installIfMissing();
const out = resolve(wordAfter('--out') ?? 'bench.json');
const size = Number(wordAfter('--size') ?? '10000');
const browser = wordAfter('--browser') ?? 'chromium';
if (!Number.isInteger(size) || size < 1) quit('--size wants a whole number');
const certificates = Number(wordAfter('--certificates') ?? '0');
if (!Number.isInteger(certificates) || certificates < 0) quit('--certificates wants a whole number');
if (browser !== 'chromium' && browser !== 'firefox') quit('--browser wants chromium or firefox');
process.chdir(ROOT);
const only = wordAfter('--only');
if (only !== undefined && only !== 'packages' && only !== 'issue') quit('--only wants packages or issue');
if (only === 'packages') {
  const { packagesInNode } = await import('#tests/bench/packages-in-node.mjs');
  /** @type {object[]} */
  const lines = [];
  await packagesInNode(Number(wordAfter('--size') ?? '300'), (line) => {
    lines.push({ ...line, browser: 'node' });
    process.stdout.write(`${line.name}: ${Number(line.value.toPrecision(3))} ${line.unit}\n`);
  });
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify(lines, null, 2)}\n`);
  process.exit(0);
}
// The page of a large register has no need of the built application, nor has that of a batch.
if (certificates === 0 && only === undefined) buildIfOlder();

const { build } = await import('vite');
await build({ mode: 'bench', logLevel: 'warn' });
const { CHROMIUM_FLAGS, findChromium, findFirefox } = await import('#tests/support/find-browser.mjs');
const { measureFirstRoute } = await import('#tests/bench/first-route.mjs');
const { measureOpensslPeers } = await import('#tests/bench/openssl-peers.mjs');
const { runPage } = await import('#tests/bench/run-page.mjs');
const { registerOf } = await import('#tests/bench/register/kept-register.mjs');
const register = certificates > 0 ? await registerOf(certificates) : undefined;
const isFirefox = browser === 'firefox';
const { path, missing } = await (isFirefox ? findFirefox : findChromium)({ install: true });
if (path === undefined) quit(missing);

/** @type {object[]} */
const report = [];
/** @param {import('#tests/bench/run-page.mjs').Measured} line */
const take = ({ name, value, unit, limit, size: lineSize }) => {
  const ratio = limit === undefined ? null : round(value / limit);
  report.push({
    name,
    value: round(value),
    unit,
    limit: limit === undefined ? null : round(limit),
    ratio,
    size: lineSize ?? null,
    browser,
  });
  const beside = limit === undefined ? '' : `  (limit ${round(limit)}, ratio ${ratio})`;
  process.stdout.write(`${name}: ${round(value)} ${unit}${beside}\n`);
};

const { launch } = await import('puppeteer-core');
const running = await launch({
  browser: isFirefox ? 'firefox' : 'chrome',
  executablePath: path,
  headless: true,
  args: isFirefox ? [] : CHROMIUM_FLAGS,
  protocolTimeout: 3_600_000,
});
const driver = {
  open: async (/** @type {string} */ address) => {
    const page = await running.newPage();
    await page.goto(address);
    return page;
  },
  close: () => running.close(),
};
try {
  if (only === 'issue') await measureIssueAlone();
  else if (register === undefined) await measureEverything();
  else await runPage(driver, { certificates }, take, register);
} finally {
  await driver.close();
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify(report, null, 2)}\n`);
}
process.stdout.write(`${report.length} measurements in ${out}\n`);

async function measureEverything() {
  const { lines, scripts } = await measureFirstRoute(driver);
  lines.forEach(take);
  for (const script of scripts.slice(0, 8)) process.stdout.write(`    ${script.octets} ${script.name}\n`);
  await runPage(driver, { size }, take);
  measureOpensslPeers().forEach(take);
}

async function measureIssueAlone() {
  await runPage(driver, { size, only: 'issue' }, take);
  measureOpensslPeers({ lists: false }).forEach(take);
}

/** Three digits say all that a shared machine knows. @param {number} value */
function round(value) {
  return Number(value.toPrecision(3));
}

/** @param {string} name */
function wordAfter(name) {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

/**
 * @param {string} complaint
 * @returns {never}
 */
function quit(complaint) {
  process.stderr.write(`${complaint}\n`);
  process.exit(2);
}

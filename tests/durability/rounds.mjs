import { closeSync, fsyncSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CACHE } from '#tools/project.mjs';
import { startBrowser } from './killable-browser.mjs';
import { makeLoopDisk } from './loop-disk.mjs';
import { talk } from './talk.mjs';

/**
 * @typedef {import('./killable-browser.mjs').BrowserName} BrowserName
 * @typedef {'kill' | 'power-cut'} End
 * @typedef {{ browser: BrowserName, path: string }} Installed
 * @typedef {{ rounds: number, acts: number, transactions: number, rebuilt: string[], faults: string[] }} Outcome
 */

/** Longest time of work before the end; the ends fall anywhere in it. */
const LONGEST_WORK_MS = 1_200;
const DISK_MEGABYTES = 192;

/**
 * E01, E02: the same register, worked at and ended without warning again and again; after each end the browser starts on
 * what is left and the page judges it.
 *
 * @param {Installed & { end: End, count: number, onRound?: (faults: readonly string[]) => void }} options
 * @returns {Promise<Outcome>}
 */
export async function endAgainAndAgain({ browser, path, end, count, onRound }) {
  const disk = end === 'power-cut' ? makeLoopDisk(DISK_MEGABYTES) : null;
  const home = disk === null ? mkdtempSync(join(tmpdir(), 'tirkelim-profile-')) : disk.folder();
  const profile = join(home, 'profile');
  mkdirSync(profile);
  const page = await talk();
  /** @type {Outcome} */
  const outcome = { rounds: 0, acts: 0, transactions: 0, rebuilt: [], faults: [] };
  const memory = new Memory();
  page.listen((said) => memory.take(said));
  /** @type {import('./killable-browser.mjs').KillableBrowser | null} */
  let latest = null;
  /** @param {string} phase */
  const begin = async (phase) => {
    page.order({ phase, ...memory.told() });
    latest = await startBrowser({ browser, path, profile, address: page.address });
    return latest;
  };
  try {
    page.order({ phase: 'set-up', acknowledged: [] });
    const first = await begin('set-up');
    memory.secrets = await page.next('made');
    await first.kill();
    // A set-up takes an office minutes, and this page seconds: by the first cut the kernel has written what nobody flushed, the
    // names of the private file system's files in Chromium among it.
    disk?.settle();
    for (let round = 0; round <= count; round++) {
      const isLast = round === count;
      const running = await begin(isLast ? 'judge' : 'work');
      const judged = await page.next('judged').catch((/** @type {unknown} */ cause) => {
        keepImage(disk, browser, round);
        throw cause;
      });
      if (judged.faults.length > 0) keepImage(disk, browser, round);
      // The first start finds nothing but the set-up: it ends no round.
      if (round > 0) {
        outcome.rounds += 1;
        onRound?.(judged.faults);
      }
      outcome.transactions += judged.transactions;
      if (judged.rebuilt !== null) outcome.rebuilt.push(judged.rebuilt);
      outcome.faults.push(...judged.faults.map((/** @type {string} */ fault) => `round ${round}: ${fault}`));
      if (!isLast) await sleep(Math.random() * LONGEST_WORK_MS);
      memory.close();
      if (disk === null || isLast) await running.kill();
      else {
        disk.cutPower();
        await running.kill();
        await disk.powerOn();
      }
      outcome.faults.push(...memory.faults.splice(0));
    }
    outcome.acts = memory.acknowledged.length;
    return outcome;
  } finally {
    // After a fault it still runs, and would hold the disk: then nobody would hear of the fault.
    await /** @type {import('./killable-browser.mjs').KillableBrowser | null} */ (latest)?.kill();
    await page.stop();
    await (disk?.remove() ?? rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  }
}

/**
 * E11: a disk without room. The register says so, keeps everything it had, and a revocation goes through to the published list.
 *
 * @param {Installed} options
 * @returns {Promise<string[]>} faults
 */
export async function fillTheDisk({ browser, path }) {
  const disk = makeLoopDisk(DISK_MEGABYTES);
  const profile = join(disk.folder(), 'profile');
  mkdirSync(profile);
  const page = await talk();
  const ballast = join(disk.folder(), 'ballast');
  const memory = new Memory();
  page.listen((said) => memory.take(said));
  // The page goes on when it is done, not while.
  page.beforeAnswering('please-fill', () => {
    fill(ballast);
  });
  page.beforeAnswering('please-make-room', () => {
    rmSync(ballast);
  });
  page.order({ phase: 'set-up', acknowledged: [] });
  let running = await startBrowser({ browser, path, profile, address: page.address });
  try {
    memory.secrets = await page.next('made');
    await running.kill();
    page.order({ phase: 'fill-the-disk', ...memory.told() });
    running = await startBrowser({ browser, path, profile, address: page.address });
    const { refusal } = await page.next('please-make-room');
    const { faults } = await page.next('room-was-used');
    // The second is Chromium's: it has emptied the database over it, and the act meets that.
    const isClear = ['NoRoom', 'RegisterRolledBack'].includes(refusal?.type);
    return isClear ? faults : [`a full disk was told as ${JSON.stringify(refusal)}`, ...faults];
  } finally {
    await running.kill();
    await page.stop();
    await disk.remove();
  }
}

/**
 * Writes until the disk takes no more.
 *
 * @param {string} ballast
 */
function fill(ballast) {
  const file = openSync(ballast, 'w');
  try {
    for (const octets of [1_048_576, 65_536, 4_096]) {
      const part = new Uint8Array(octets);
      while (writesAll(file, part));
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * @param {number} file
 * @param {Uint8Array} part
 */
function writesAll(file, part) {
  try {
    return writeSync(file, part) === part.length;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC') return false;
    throw cause;
  }
}

/**
 * The disk of a round that failed, as the cut left it: for whoever looks for the cause.
 *
 * @param {import('./loop-disk.mjs').LoopDisk | null} disk
 * @param {string} browser
 * @param {number} round
 */
function keepImage(disk, browser, round) {
  disk?.keepCut(join(CACHE, 'durability-images', `${browser}-${Date.now()}-round-${round}.img`));
}

/** What the page acknowledged, and by which passphrase its vault opens. */
class Memory {
  /** @type {object[]} */
  acknowledged = [];
  /** @type {{ officerId: string, passphrase: string } | undefined} */
  secrets;
  /** @type {string | undefined} */
  offeredPassphrase;
  /** @type {string[]} */
  faults = [];
  #listens = true;

  /** Sayings that come in after the end began may be of acts that never reached the disk. */
  close() {
    this.#listens = false;
  }

  told() {
    const { acknowledged, secrets, offeredPassphrase } = this;
    return { acknowledged, secrets, ...(offeredPassphrase === undefined ? {} : { offeredPassphrase }) };
  }

  /** @param {import('./talk.mjs').Said} said */
  take({ what, body }) {
    // The next page begins: what the ended one still said, also late, is behind.
    if (what === 'begin') this.#listens = true;
    if (!this.#listens) return;
    if (what === 'acknowledged') this.acknowledged.push(body);
    if (what === 'fault') this.faults.push(body.text);
    if (what === 'passphrase-offered') this.offeredPassphrase = body.passphrase;
    if (what === 'passphrase-changed' && this.secrets !== undefined)
      this.secrets = { ...this.secrets, passphrase: body.passphrase };
  }
}

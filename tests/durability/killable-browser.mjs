import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { CHROMIUM_FLAGS } from '#tests/support/find-browser.mjs';

/**
 * @typedef {'chromium' | 'firefox'} BrowserName
 *
 * @typedef {object} KillableBrowser
 * @property {() => Promise<void>} kill SIGKILL for every process of it, at once
 */

/**
 * A browser with a profile in a folder of the test's choice, showing one page.
 *
 * @param {{ browser: BrowserName, path: string, profile: string, address: string }} options
 * @returns {Promise<KillableBrowser>}
 */
export async function startBrowser({ browser, path, profile, address }) {
  const running = await launched({
    browser: browser === 'firefox' ? 'firefox' : 'chrome',
    executablePath: path,
    headless: true,
    userDataDir: profile,
    args: browser === 'firefox' ? [] : [...CHROMIUM_FLAGS, '--disk-cache-size=1', '--disable-crash-reporter'],
    extraPrefsFirefox: { 'browser.cache.disk.enable': false, 'toolkit.crashreporter.enabled': false },
    handleSIGINT: false,
  });
  const pid = running.process()?.pid;
  if (pid === undefined) throw new Error('the browser has no process');
  const [page] = await running.pages();
  // The page is killed in the middle of everything: what its driver then says is of no interest.
  void (page ?? (await running.newPage())).goto(address).catch(() => undefined);
  return {
    kill: async () => {
      killGroup(pid);
      for (let attempt = 0; attempt < 100; attempt++) {
        const left = processesOn(profile);
        if (left.length === 0) return;
        for (const other of left) kill(other);
        await sleep(20);
      }
      throw new Error(`processes of ${profile} do not end`);
    },
  };
}

/**
 * The driver puts the preferences of the Firefox that was killed back while the next one is started on the same profile, and
 * may take a file from under it: then it is asked again.
 *
 * @param {import('puppeteer-core').LaunchOptions} options
 */
async function launched(options) {
  const { launch } = await import('puppeteer-core');
  for (let attempt = 1; ; attempt++) {
    try {
      return await launch(options);
    } catch (cause) {
      const isTakenAway = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
      if (!isTakenAway || attempt === 5) throw cause;
      await sleep(200);
    }
  }
}

/** puppeteer starts a browser as the leader of a process group of its own. @param {number} pid */
function killGroup(pid) {
  kill(-pid);
}

/** @param {number} pid */
function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

/**
 * Only this test's processes name this profile.
 *
 * @param {string} profile
 * @returns {number[]}
 */
function processesOn(profile) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(profile);
      } catch {
        return false;
      }
    })
    .map(Number)
    .filter((pid) => pid !== process.pid);
}

import { type Page, expect } from '@playwright/test';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type StationSecrets, act, fileOnMedium, unlock } from '#tests/support/officer-at-browser.ts';
import { unlockIfLocked } from '#tests/support/root-at-browser.ts';

const dayMs = 86_400_000;

/** A station as the run's files speak of it. */
export interface DemonstratedStation {
  readonly kind: 'R' | 'G' | 'N';
  readonly suite: string;
  /** Of its folder under `stations/`. */
  readonly name: string;
  /** Name of the station above it; null: its certificate is signed by itself. */
  readonly parent: string | null;
}

/** One run: the page, the folder that it fills, the calendar it goes by. */
export class Demonstration {
  readonly page: Page;
  readonly #out: string;
  readonly #days: number;
  readonly station: DemonstratedStation;
  secrets: StationSecrets | undefined;
  /** Of the key that issues: 2 after its renewal. */
  generation = 1;
  #day = 0;

  /** `days` before now is where the calendar begins; the last day is the real present. */
  constructor(
    page: Page,
    out: string,
    days: number,
    station: DemonstratedStation = { kind: 'N', suite: 'ecdsa-p256', name: 'n', parent: null },
  ) {
    this.page = page;
    this.#out = out;
    this.#days = days;
    this.station = station;
  }

  /** Of the station's own files; a renewed key has a folder of its own. */
  folderOf(generation = this.generation): string {
    const { name } = this.station;
    return generation === 1 ? `stations/${name}` : `stations/${name}-${String(generation)}`;
  }

  /**
   * The browser's clock is set to that day and runs on from there; the officer comes in and opens the station. The answer is
   * how many days passed since the last visit.
   */
  async day(number: number): Promise<number> {
    const { page, secrets } = this;
    const passed = number - this.#day;
    this.#day = number;
    if (secrets !== undefined && (await page.locator('#lock').isVisible())) {
      await page.locator('#lock').click();
      await expect(page.locator('#unlock')).toBeVisible();
    }
    // The last day is the present itself: whoever judges the files by his own clock finds nothing in the future.
    await page.clock.setSystemTime(Date.now() - (this.#days - number) * dayMs);
    if (secrets === undefined) return passed;
    await page.goto('./#/');
    await expect(page.locator('main h1')).toBeVisible();
    // A clock that jumps locks the station by itself, within some seconds.
    await page.reload();
    await expect(page.locator('#unlock')).toBeVisible();
    await unlock(page, secrets);
    return passed;
  }

  /** As an officer types it: so many days before the station's own today, after it when negative. */
  async typedDay(daysAgo: number): Promise<string> {
    const now = await this.page.evaluate(() => Date.now());
    return new Date(now - daysAgo * dayMs).toISOString().slice(0, 10).split('-').reverse().join('.');
  }

  /** Waits until the page that was open has gone: its heading would be taken for the new one's. */
  async open(address: string): Promise<void> {
    const { page } = this;
    if (page.url().endsWith(`#${address}`)) return;
    await page.evaluate(() => document.querySelector('main h1')?.setAttribute('data-seen', ''));
    await page.goto(`./#${address}`);
    await expect(page.locator('main h1:not([data-seen])')).toBeVisible();
  }

  /** The keys are shut after each act at a Root CA: before the next one they are opened. */
  async unlocked(): Promise<void> {
    if (this.secrets !== undefined) await unlockIfLocked(this.page, this.secrets);
  }

  /** Presses a button that saves a file, and waits until the page says that it was written and read back. */
  async saved(name: string, within = ''): Promise<{ readonly name: string; readonly octets: Buffer }> {
    const { page } = this;
    await page.locator(`${within} [data-act="${name}"]`).first().click();
    const note = page.locator(`${within} [data-saved]`).first();
    await expect(note).toBeVisible();
    const fileName = (await note.getAttribute('data-saved')) ?? '';
    return { name: fileName, octets: await fileOnMedium(page, fileName) };
  }

  /** A paper from its preview, as PDF. */
  async paper(name: string, file: string): Promise<void> {
    await act(this.page, name);
    const { octets } = await this.saved('save-form', 'dialog');
    this.write(file, octets);
    await act(this.page, 'close-paper');
    await expect(this.page.locator('dialog')).toHaveCount(0);
  }

  write(file: string, octets: Uint8Array | string): void {
    const path = join(this.#out, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, octets);
  }

  /** A file that another station wrote, as it comes out of the bag. */
  read(file: string): Buffer {
    return readFileSync(join(this.#out, file));
  }
}

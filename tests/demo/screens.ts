import { expect } from '@playwright/test';
import type { Demonstration } from './demonstration.ts';

const languages = { kk: 'қаз', ru: 'рус', en: 'eng' } as const;
const modes = ['light', 'dark'] as const;

/** Pictures of whatever is open, in light and dark and in the three languages; `number` orders them. */
export class Screens {
  readonly #demonstration: Demonstration;
  readonly #prefix: string;
  #number = 0;

  /** `prefix` keeps the pictures of several stations apart. */
  constructor(demonstration: Demonstration, prefix = '') {
    this.#demonstration = demonstration;
    this.#prefix = prefix;
  }

  async page(what: string, address: string): Promise<void> {
    await this.#demonstration.open(address);
    await this.shown(what, () => this.#demonstration.open(address));
  }

  /** `again` brings back what a change of language may have closed. */
  async shown(what: string, again: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    const { page } = this.#demonstration;
    this.#number += 1;
    const number = String(this.#number).padStart(2, '0');
    for (const [language, label] of Object.entries(languages)) {
      const button = page.getByRole('button', { name: label, exact: true });
      if ((await page.locator('dialog[open]').count()) === 0 && (await button.isVisible())) {
        await button.click();
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await again();
      }
      for (const mode of modes) {
        await page.emulateMedia({ colorScheme: mode, reducedMotion: 'reduce' });
        const octets = await page.screenshot({ fullPage: true, animations: 'disabled' });
        this.#demonstration.write(`screens/${this.#prefix}${number}-${what}-${language}-${mode}.png`, octets);
      }
    }
    await page.emulateMedia({ colorScheme: 'light' });
    const first = page.getByRole('button', { name: languages.kk, exact: true });
    if ((await page.locator('dialog[open]').count()) === 0 && (await first.isVisible())) await first.click();
  }
}

import type { Page } from '@playwright/test';
import {
  type PageLanguage,
  languageButtons,
  pageLanguages,
  speak,
} from '#tests/support/officer-at-browser.ts';
import type { Demonstration } from './demonstration.ts';

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
    for (const language of pageLanguages) {
      if (await maySpeak(page, language)) {
        await speak(page, language);
        await again();
      }
      for (const mode of modes) {
        await page.emulateMedia({ colorScheme: mode, reducedMotion: 'reduce' });
        const octets = await page.screenshot({ fullPage: true, animations: 'disabled' });
        this.#demonstration.write(`screens/${this.#prefix}${number}-${what}-${language}-${mode}.png`, octets);
      }
    }
    await page.emulateMedia({ colorScheme: 'light' });
    if (await maySpeak(page, 'kk')) await speak(page, 'kk');
  }
}

/** Behind an open dialog, and on a page without its frame, there is no choice of language. */
async function maySpeak(page: Page, language: PageLanguage): Promise<boolean> {
  return (
    (await page.locator('dialog[open]').count()) === 0 &&
    (await page.getByRole('button', { name: languageButtons[language], exact: true }).isVisible())
  );
}

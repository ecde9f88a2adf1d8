import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, type Page, launch } from 'puppeteer-core';
import { anOffice, type StationSecrets } from '#tests/support/officer-at-browser.ts';

/** An officer at Firefox, which has no file pickers: files are offered as downloads, and shown again from where they lie. */
export class OfficerInFirefox {
  readonly page: Page;
  readonly #browser: Browser;
  readonly #downloads: string;

  private constructor(browser: Browser, page: Page, downloads: string) {
    this.#browser = browser;
    this.page = page;
    this.#downloads = downloads;
  }

  static async atWork(executablePath: string): Promise<OfficerInFirefox> {
    const downloads = mkdtempSync(join(tmpdir(), 'tirkelim-downloads-'));
    const browser = await launch({
      browser: 'firefox',
      executablePath,
      headless: true,
      defaultViewport: { width: 1280, height: 900 },
      extraPrefsFirefox: {
        'browser.download.folderList': 2,
        'browser.download.dir': downloads,
        'browser.download.useDownloadDir': true,
        'browser.download.always_ask_before_handling_new_types': false,
        'browser.download.open_pdf_attachments_inline': false,
        'pdfjs.disabled': true,
        'intl.accept_languages': 'kk',
      },
    });
    const page = await browser.newPage();
    page.setDefaultTimeout(180_000);
    // The driver answers for the officer in the file dialog; Firefox then says first that he closed it without a choice.
    await page.evaluateOnNewDocument(() => {
      const add = Object.getOwnPropertyDescriptor(EventTarget.prototype, 'addEventListener');
      const listen = add?.value as (this: EventTarget, type: string, ...rest: unknown[]) => void;
      Object.assign(HTMLInputElement.prototype, {
        addEventListener(this: EventTarget, type: string, ...rest: unknown[]) {
          if (type !== 'cancel') listen.call(this, type, ...rest);
        },
      });
    });
    await page.evaluateOnNewDocument(() => {
      const click = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'click');
      const press = click?.value as (this: HTMLElement) => void;
      HTMLAnchorElement.prototype.click = function () {
        if (this.download !== '') document.documentElement.dataset['offered'] = this.download;
        press.call(this);
      };
    });
    return new OfficerInFirefox(browser, page, downloads);
  }

  async goHome(): Promise<void> {
    await this.#browser.close();
    rmSync(this.#downloads, { recursive: true, force: true });
  }

  /** The application is installed, and all its files were verified. */
  async begin(origin: string): Promise<void> {
    await this.page.goto(`${origin}/`);
    await this.page.waitForSelector('html[data-may-unlock="true"]');
  }

  async act(name: string): Promise<void> {
    await this.press(`[data-act="${name}"]`);
  }

  async press(selector: string): Promise<void> {
    await this.page.locator(selector).click();
  }

  async fill(selector: string, value: string): Promise<void> {
    await this.page.locator(selector).fill(value);
  }

  async see(selector: string): Promise<string> {
    const found = await this.page.waitForSelector(selector, { visible: true });
    return (await found?.evaluate((element) => element.textContent)) ?? '';
  }

  async open(address: string): Promise<void> {
    await this.page.evaluate((hash) => {
      location.hash = hash;
    }, `#${address}`);
  }

  /**
   * Presses the button that offers a file, and waits until it lies among the downloads, whole: under the name that the
   * page gave it. Firefox begins under names of its own, with the same ending, and takes them away again.
   */
  async offered(name: string, ending: string): Promise<string> {
    await this.page.evaluate(() => delete document.documentElement.dataset['offered']);
    await this.act(name);
    await this.page.waitForFunction(() => document.documentElement.dataset['offered'] !== undefined);
    const fileName = await this.page.evaluate(() => document.documentElement.dataset['offered'] ?? '');
    if (!fileName.endsWith(ending)) throw new Error(`${name} offered ${fileName} and no *${ending}`);
    const path = join(this.#downloads, fileName);
    for (let attempt = 0; attempt < 300; attempt++) {
      const isWhole = (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
      if (isWhole && !readdirSync(this.#downloads).some((each) => each.endsWith('.part'))) return path;
      await sleep(100);
    }
    throw new Error(`${fileName} did not arrive: ${readdirSync(this.#downloads).join(', ')}`);
  }

  read(path: string): Buffer {
    return readFileSync(path);
  }

  async choose(path: string, press: () => Promise<void>): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForFileChooser(), press()]);
    await chooser.accept([path]);
  }

  async unlock({ passphrase }: StationSecrets): Promise<void> {
    await this.press('#unlock');
    await this.fill('#unlock-secret', passphrase);
    await this.press('dialog button.primary');
    await this.see('#lock');
    // Behind an open dialog every field is inert: what is filled into one is typed into the dialog.
    await this.page.waitForSelector('#unlock-secret', { hidden: true });
  }

  /** Signs a list, writes it, shows it again from where it lies, and writes down that it was published; its path. */
  async publishCrl(): Promise<string> {
    await this.open('/crl');
    await this.see('main tbody tr');
    await this.act('sign-crl');
    const crl = await this.offered('write-crl', '.crl');
    await this.choose(crl, () => this.act('show-file-again'));
    await this.see('#publication');
    await this.fill('#published-where', 'http://pki.example.kz/n.crl');
    await this.act('publish-crl');
    await this.see('.notice.good');
    return crl;
  }

  /** The whole wizard; the key backup is offered, and shown again from the medium. */
  async setUpStation(): Promise<StationSecrets> {
    await this.fill('#organisation', anOffice.organisation);
    await this.fill('#common-name', anOffice.commonName);
    await this.fill('#region', anOffice.region);
    await this.fill('#email', anOffice.email);
    await this.act('next');
    await this.fill('#officer-name', anOffice.officerName);
    await this.fill('#officer-position', anOffice.officerPosition);
    const passphrase = await this.see('#offered-passphrase');
    await this.fill('#passphrase', passphrase);
    await this.fill('#passphrase-again', passphrase);
    await this.act('make-keys');
    await this.see('#recovery-words li:nth-child(24)');
    const words = (
      await this.page.$$eval('#recovery-words li', (items) => items.map(({ textContent }) => textContent))
    ).join(' ');
    await this.act('read-back');
    await this.fill('#typed-words', words);
    await this.act('check-words');
    const backup = await this.offered('save-key-backup', '.zip');
    await this.choose(backup, () => this.act('show-key-backup'));
    await this.fill('#rehearse-passphrase', passphrase);
    await this.act('rehearse-passphrase');
    await this.act('rehearse-words');
    await this.act('ask-storage');
    await this.see('#storage-acknowledged, [data-act=self-sign]');
    if ((await this.page.$('#storage-acknowledged')) !== null) {
      await this.press('#storage-acknowledged');
      await this.act('accept-storage');
    }
    await this.act('self-sign');
    await this.act('self-sign-confirm');
    await this.see('#menu');
    return { passphrase, words };
  }
}

import { type Page, expect } from '@playwright/test';

/**
 * Drives the built application as an officer does: by its pages. Files are saved through handles of the origin's private
 * file system, which stand for the medium; nothing of this ships in the product.
 */
export async function plugMedium(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, {
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) => {
        const root = await navigator.storage.getDirectory();
        return root.getFileHandle(suggestedName, { create: true });
      },
    });
  });
}

/** What was written to the medium under that name. */
export async function fileOnMedium(page: Page, name: string): Promise<Buffer> {
  const base64 = await page.evaluate(async (wanted) => {
    const root = await navigator.storage.getDirectory();
    const file = await (await root.getFileHandle(wanted)).getFile();
    const octets = new Uint8Array(await file.arrayBuffer());
    let text = '';
    for (let at = 0; at < octets.length; at += 0x8000) text += String.fromCharCode(...octets.subarray(at, at + 0x8000));
    return btoa(text);
  }, name);
  return Buffer.from(base64, 'base64');
}

export async function filesOnMedium(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const root = (await navigator.storage.getDirectory()) as FileSystemDirectoryHandle & {
      keys(): AsyncIterable<string>;
    };
    const names: string[] = [];
    for await (const name of root.keys()) names.push(name);
    return names.sort();
  });
}

export interface Office {
  readonly organisation: string;
  readonly commonName: string;
  readonly region: string;
  readonly email: string;
  readonly crl?: string;
  readonly officerName: string;
  readonly officerPosition: string;
  readonly suite?: string;
}

export const anOffice: Office = {
  organisation: 'Цифрлық даму министрлігі',
  commonName: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ',
  region: 'Астана',
  email: 'ca@example.kz',
  crl: 'http://crl.example.kz/n.crl',
  officerName: 'Сейітова Айгүл',
  officerPosition: 'Бас маман',
};

export interface StationSecrets {
  readonly passphrase: string;
  readonly words: string;
}

/** The whole wizard, to a self-signed authority with its first CRL signed. */
export async function setUpStation(page: Page, office: Office = anOffice): Promise<StationSecrets> {
  await page.locator('#organisation').fill(office.organisation);
  await page.locator('#common-name').fill(office.commonName);
  await page.locator('#region').fill(office.region);
  await page.locator('#email').fill(office.email);
  if (office.crl !== undefined) await page.locator('#crl').fill(office.crl);
  await act(page, 'next');
  if (office.suite !== undefined) await page.locator(`input[name=suite][value=${office.suite}]`).check();
  await page.locator('#officer-name').fill(office.officerName);
  await page.locator('#officer-position').fill(office.officerPosition);
  const passphrase = (await page.locator('#offered-passphrase').textContent()) ?? '';
  await page.locator('#passphrase').fill(passphrase);
  await page.locator('#passphrase-again').fill(passphrase);
  await act(page, 'make-keys');
  await expect(page.locator('#recovery-words li')).toHaveCount(24, { timeout: 60_000 });
  const words = (await page.locator('#recovery-words li').allTextContents()).join(' ');
  await act(page, 'read-back');
  await page.locator('#typed-words').fill(words);
  await act(page, 'check-words');
  await act(page, 'save-key-backup');
  await page.locator('#rehearse-passphrase').fill(passphrase);
  await act(page, 'rehearse-passphrase');
  await act(page, 'rehearse-words');
  await act(page, 'ask-storage');
  const acknowledge = page.locator('#storage-acknowledged');
  await expect(acknowledge.or(page.locator('[data-act=self-sign]'))).toBeVisible();
  if (await acknowledge.isVisible()) {
    await acknowledge.check();
    await act(page, 'accept-storage');
  }
  await act(page, 'self-sign');
  await expect(page.locator('#menu')).toBeVisible({ timeout: 30_000 });
  return { passphrase, words };
}

/** Presses the button that does an act, when it may be pressed. */
export async function act(page: Page, name: string): Promise<void> {
  await page.locator(`[data-act="${name}"]`).first().click({ timeout: 30_000 });
}

export async function unlock(page: Page, { passphrase }: StationSecrets): Promise<void> {
  await page.locator('#unlock').click();
  await page.locator('#unlock-secret').fill(passphrase);
  await page.locator('dialog button.primary').click();
  await expect(page.locator('#lock')).toBeVisible({ timeout: 30_000 });
}

import { type Page, expect } from '@playwright/test';
import type { Applicant } from './people.ts';

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
    for (let at = 0; at < octets.length; at += 0x8000)
      text += String.fromCharCode(...octets.subarray(at, at + 0x8000));
    return btoa(text);
  }, name);
  return Buffer.from(base64, 'base64');
}

/** A file that is being saved, once it is there as a whole: it is empty while it is written. */
export async function savedFile(page: Page, name: string): Promise<Buffer> {
  let octets: Buffer = Buffer.alloc(0);
  await expect(async () => {
    octets = await fileOnMedium(page, name);
    expect(octets.length).toBeGreaterThan(0);
  }).toPass();
  return octets;
}

/** Names of its files; a folder there is the program's own and no medium. */
export async function filesOnMedium(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const root = (await navigator.storage.getDirectory()) as FileSystemDirectoryHandle & {
      values(): AsyncIterable<FileSystemHandle>;
    };
    const names: string[] = [];
    for await (const { kind, name } of root.values()) if (kind === 'file') names.push(name);
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
  /** Of the authority's certificate; what the wizard offers when absent. */
  readonly validityYears?: string;
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
  const secrets = await setUpToCertificate(page, office);
  await act(page, 'self-sign');
  await expect(page.locator('#menu')).toBeVisible();
  return secrets;
}

/** The wizard up to its last page, on which the authority's certificate is made or asked for. */
export function setUpToCertificate(page: Page, office: Office = anOffice): Promise<StationSecrets> {
  return setUpToLastStep(page, office, 'self-sign');
}

/** The wizard for a field station, up to its pairing. */
export async function setUpToPairing(page: Page, office: Office = anOffice): Promise<StationSecrets> {
  await page.locator('input[name=purpose][value=field]').check();
  return setUpToLastStep(page, office, 'ask-pairing');
}

async function setUpToLastStep(page: Page, office: Office, last: string): Promise<StationSecrets> {
  await page.locator('#organisation').fill(office.organisation);
  await page.locator('#common-name').fill(office.commonName);
  await page.locator('#region').fill(office.region);
  await page.locator('#email').fill(office.email);
  if (office.crl !== undefined) await page.locator('#crl').fill(office.crl);
  await act(page, 'next');
  if (office.suite !== undefined) await page.locator(`input[name=suite][value=${office.suite}]`).check();
  if (office.validityYears !== undefined) await page.locator('#validity').fill(office.validityYears);
  await page.locator('#officer-name').fill(office.officerName);
  await page.locator('#officer-position').fill(office.officerPosition);
  const passphrase = (await page.locator('#offered-passphrase').textContent()) ?? '';
  await page.locator('#passphrase').fill(passphrase);
  await page.locator('#passphrase-again').fill(passphrase);
  await act(page, 'make-keys');
  await expect(page.locator('#recovery-words li')).toHaveCount(24);
  // The paper says by which program the secret was made.
  const version = (await page.locator('html').getAttribute('data-running-version')) ?? '';
  await expect(page.locator('#recovery-words + .version')).toContainText(version.slice(0, 4));
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
  await expect(acknowledge.or(page.locator(`[data-act=${last}]`))).toBeVisible();
  if (await acknowledge.isVisible()) {
    await acknowledge.check();
    await act(page, 'accept-storage');
  }
  await expect(page.locator(`[data-act=${last}]`)).toBeVisible();
  return { passphrase, words };
}

/** Presses the button that does an act, when it may be pressed; of one that is reviewed first, the one below its review too. */
export async function act(page: Page, name: string): Promise<void> {
  const button = page.locator(`[data-act="${name}"]`).first();
  const isReviewed = (await button.getAttribute('data-reviewed')) !== null;
  await button.click();
  if (isReviewed) await page.locator(`[data-act="${name}-confirm"]`).click();
}

/** What the buttons that choose a language are named. */
export const languageButtons = { kk: 'қаз', ru: 'рус', en: 'eng' } as const;
export type PageLanguage = keyof typeof languageButtons;
export const pageLanguages = ['kk', 'ru', 'en'] as const satisfies readonly PageLanguage[];

/** Puts the page into a language; its words move whatever is pressed while they come in, so they are waited for. */
export async function speak(page: Page, language: PageLanguage): Promise<void> {
  await page.getByRole('button', { name: languageButtons[language], exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

export async function unlock(page: Page, { passphrase }: StationSecrets): Promise<void> {
  await page.locator('#unlock').click();
  await page.locator('#unlock-secret').fill(passphrase);
  await page.locator('dialog button.primary').click();
  await expect(page.locator('#lock')).toBeVisible();
  // Behind an open dialog every field is inert: what is filled into one is typed into the dialog.
  await expect(page.locator('#unlock-secret')).toHaveCount(0);
}

/** Files that the officer chooses in the dialog which `press` opens. */
export async function choose(
  page: Page,
  press: () => Promise<void>,
  ...files: { readonly name: string; readonly octets: Buffer }[]
): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press()]);
  await chooser.setFiles(
    files.map(({ name, octets }) => ({ name, mimeType: 'application/octet-stream', buffer: octets })),
  );
}

export interface Handed {
  readonly purpose?: 'signing' | 'authentication';
  /** A request file, or a key made here for the applicant's medium. */
  readonly request: Buffer | 'made-here';
  readonly scan?: Buffer;
  /** Of the identity document and the others. */
  readonly documentDate?: string;
  /** As N-F1 prints it. */
  readonly signatureTool?: string;
}

/** N-F1 or N-F2 typed in and registered; the application's page is open afterwards, its address is the answer. */
export async function handIn(page: Page, applicant: Applicant, handed: Handed): Promise<string> {
  const { legal } = applicant;
  await page.goto(`./#/applications/new/${legal === undefined ? 'N-F1' : 'N-F2'}`);
  await expect(page.locator('#iin')).toBeVisible();
  if (legal !== undefined) {
    await page.locator('#bin').fill(legal.bin);
    await page.locator('#organisationName').fill(legal.name);
    await page.locator('#organisationShortName').fill(legal.shortName);
    await page.locator(`input[name=legalRole][value="${legal.role}"]`).check();
  }
  for (const field of [
    'iin',
    'surname',
    'givenName',
    'patronymic',
    'region',
    'city',
    'email',
    'phone',
  ] as const)
    await page.locator(`#${field}`).fill(applicant[field]);
  await page.locator('#usageAreas-0').fill('Салық есептілігін тапсыру');
  await page.locator('#signatureTool').fill(handed.signatureTool ?? 'ECDSA P-256');
  await page.locator(`input[name=purpose][value=${handed.purpose ?? 'signing'}]`).check();
  for (const i of legal === undefined ? [0] : [0, 1, 2]) {
    await page.locator(`#documents-${i}-number`).fill(`04${applicant.iin.slice(0, 7)}`);
    await page.locator(`#documents-${i}-date`).fill(handed.documentDate ?? '05.03.2021');
    await page.locator(`#documents-${i}-issuer`).fill('ҚР ІІМ');
  }
  // N-4.2: the last day of the power of attorney.
  if (legal !== undefined) await page.locator('#documents-2-validUntil').fill('31.12.2049');
  const { scan, request } = handed;
  if (scan !== undefined) await choose(page, () => act(page, 'scan-0'), { name: 'scan.png', octets: scan });
  if (request === 'made-here') {
    await act(page, 'make-key-here');
    await page.locator('#carrier-passphrase').fill('carrier passphrase 1');
    await act(page, 'make-carrier');
  } else await choose(page, () => act(page, 'take-request'), { name: 'request.csr', octets: request });
  await expect(page.locator('#request .notice.good')).toBeVisible();
  await act(page, 'hand-in');
  await expect(page.locator('[data-act="confirm-N-5.1"], #decided-elsewhere')).toBeVisible();
  return page.url();
}

/** Both checks confirmed by name, the application approved. */
export async function approve(page: Page): Promise<void> {
  await act(page, 'confirm-N-5.1');
  await act(page, 'confirm-N-5.2');
  await act(page, 'approve');
  await expect(page.locator('[data-act=issue]')).toBeVisible();
}

/** Issues the certificate of the application whose page is open; its serial number is the answer. */
export async function issue(page: Page): Promise<string> {
  await act(page, 'issue');
  const link = page.locator('[data-act=to-certificate]');
  await expect(link).toBeVisible();
  return ((await link.getAttribute('href')) ?? '').split('/').at(-1) ?? '';
}

/** Signs the next CRL, writes it to the medium, and waits until it counts as published; its number is the answer. */
export async function publishNextCrl(page: Page): Promise<string> {
  await page.goto('./#/crl');
  await act(page, 'sign-crl');
  await expect(page.locator('[data-act=write-crl]')).toBeVisible();
  return publishShown(page);
}

/** The list that is shown: written to the medium, then placed where anybody can see it; its number is the answer. */
export async function publishShown(page: Page): Promise<string> {
  const number = (await page.locator('.page-head .mono').textContent()) ?? '';
  await act(page, 'write-crl');
  await expect(page.locator('#publication')).toBeVisible();
  await page.locator('#published-where').fill('http://pki.example.kz/n.crl');
  await act(page, 'publish-crl');
  await expect(page.locator('#publication')).toHaveCount(0);
  return number.trim();
}

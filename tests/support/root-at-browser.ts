import { type Page, expect } from '@playwright/test';
import {
  type Office,
  type StationSecrets,
  act,
  choose,
  publishShown,
  setUpToCertificate,
  unlock,
} from './officer-at-browser.ts';

export const aRootOffice: Office = {
  organisation: 'Байланыс және ақпарат министрлігі',
  commonName: 'НЕГІЗГІ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ',
  region: 'Астана',
  email: 'root@example.kz',
  crl: 'http://crl.example.kz/r.crl',
  officerName: 'Оспанов Ерлан',
  officerPosition: 'Басқарма басшысы',
};

/** The wizard for a Root CA: it signs its own certificate, makes its first CRL, and is locked. */
export async function setUpRootStation(page: Page, office: Office = aRootOffice): Promise<StationSecrets> {
  await page.locator('input[name=kind][value=R]').check();
  const secrets = await setUpToCertificate(page, office);
  await expect(page.locator('[data-act=save-request]')).toHaveCount(0);
  await act(page, 'self-sign');
  await expect(page.locator('#menu')).toBeVisible();
  await expect(page.locator('#unlock')).toBeVisible();
  return secrets;
}

export interface Applying {
  readonly organisation: string;
  readonly commonName: string;
  readonly region: string;
  readonly email: string;
  readonly years?: string;
  /** As R-F1 prints it. */
  readonly scheme?: string;
  /** `null`: no accreditation certificate is presented. */
  readonly accreditedUntil?: string | null;
  readonly accreditedOn?: string;
  readonly scan?: Buffer;
}

/** R-F1 typed in and registered; the application's page is open afterwards. The station has to be unlocked. */
export async function handInAuthority(page: Page, applying: Applying, request: Buffer): Promise<void> {
  await page.goto('./#/applications/new/R-F1');
  await expect(page.locator('#authorityShortName')).toBeVisible();
  await choose(page, () => act(page, 'take-request'), { name: 'tirkelim-ca.csr', octets: request });
  await expect(page.locator('#request .notice.good')).toBeVisible();
  for (const [field, value] of [
    ['scheme', applying.scheme ?? 'X.509 v3, ECDSA P-256'],
    ['region', applying.region],
    ['city', 'Астана'],
    ['organisationName', `Қазақстан Республикасының ${applying.organisation}`],
    ['organisationShortName', applying.organisation],
    ['authorityName', `Қазақстан Республикасы, ${applying.commonName}`],
    ['authorityShortName', applying.commonName],
    ['email', applying.email],
    ['usageAreas-0', 'Электрондық үкіметтің ақпараттық жүйелері'],
    ['validityYears', applying.years ?? '10'],
    ['headName', 'Жұмабекұлы Ерлан'],
  ] as const)
    await page.locator(`#${field}`).fill(value);
  if (applying.accreditedUntil === null) await page.locator('#accreditationPresented').uncheck();
  else {
    await page.locator('#accreditationNumber').fill('KZ-0012');
    await page.locator('#accreditationIssuer').fill('Байланыс және ақпарат министрлігі');
    await page.locator('#accreditationDate').fill(applying.accreditedOn ?? '01.02.2026');
    await page.locator('#accreditationValidUntil').fill(applying.accreditedUntil ?? '01.02.2029');
    if (applying.scan !== undefined)
      await choose(page, () => act(page, 'scan-0'), { name: 'accreditation.png', octets: applying.scan });
  }
  await act(page, 'hand-in');
  await expect(page.locator('#decision-title')).toBeVisible();
}

/** Both confirmations of R-10, the approval, the certificate; its serial number is the answer, the station is locked after it. */
export async function certify(page: Page): Promise<string> {
  await act(page, 'confirm-R-10.1');
  await act(page, 'confirm-R-10.2');
  await act(page, 'approve');
  await act(page, 'issue');
  const link = page.locator('[data-act=to-certificate]');
  await expect(link).toBeVisible();
  await expect(page.locator('#unlock')).toBeVisible();
  return ((await link.getAttribute('href')) ?? '').split('/').at(-1) ?? '';
}

/** Signs the next CRL and publishes it, unlocking between the two acts. */
export async function publishRootCrl(page: Page, secrets: StationSecrets): Promise<string> {
  await page.goto('./#/crl');
  await unlockIfLocked(page, secrets);
  await act(page, 'sign-crl');
  await expect(page.locator('[data-act=write-crl]')).toBeVisible();
  await unlockIfLocked(page, secrets);
  return publishShown(page);
}

export async function unlockIfLocked(page: Page, secrets: StationSecrets): Promise<void> {
  const open = page.locator('#unlock');
  await expect(open.or(page.locator('#lock'))).toBeVisible();
  if (await open.isVisible()) await unlock(page, secrets);
}

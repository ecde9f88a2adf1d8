import { expect } from '@playwright/test';
import { X509Certificate } from 'node:crypto';
import { act } from '#tests/support/officer-at-browser.ts';
import { type Applying, certify, handInAuthority } from '#tests/support/root-at-browser.ts';
import type { Demonstration } from './demonstration.ts';

export interface Certified {
  readonly applying: Applying;
  /** Address of the application's page. */
  readonly application: string;
  readonly serialNumber: string;
}

/** R-F1 registered; its page is open afterwards, the part of its address behind the sign is the answer. */
export async function receiveAuthority(
  demonstration: Demonstration,
  applying: Applying,
  request: Buffer,
): Promise<string> {
  const { page } = demonstration;
  await demonstration.unlocked();
  await handInAuthority(page, applying, request);
  return new URL(page.url()).hash.slice(1);
}

/** Examined, approved, signed; then handed over both ways, the paper put into its folder. */
export async function certifyAuthority(
  demonstration: Demonstration,
  applying: Applying,
  application: string,
  sheet: number,
): Promise<Certified> {
  const { page } = demonstration;
  await demonstration.open(application);
  await demonstration.unlocked();
  const serialNumber = await certify(page);
  await demonstration.open(`/register/${serialNumber}`);
  await demonstration.unlocked();
  for (const count of [1, 2]) {
    await page.locator('#delivery-recipient').fill('Жұмабекұлы Ерлан, жеке куәлік 012345678');
    await act(page, 'record-delivery');
    await expect(page.locator('#delivered-ways')).toContainText(`2 түрден ${count}`);
  }
  await page.locator('#paper-folder').fill('1');
  await page.locator('#paper-sheet').fill(String(sheet));
  await act(page, 'record-paper-place');
  await expect(page.locator('#paper-place')).toHaveText(`1-бума, ${sheet}-парақ`);
  return { applying, application, serialNumber };
}

/** handed in without the accreditation certificate, and refused for that. */
export async function refuseAuthority(
  demonstration: Demonstration,
  applying: Applying,
  request: Buffer,
): Promise<string> {
  const { page } = demonstration;
  const application = await receiveAuthority(demonstration, { ...applying, accreditedUntil: null }, request);
  await act(page, 'begin-refusal');
  await page.locator('input[type=checkbox][value=document-missing]').check();
  await page
    .locator('#ground-document-missing')
    .fill('Аккредиттеу туралы куәліктің нотариатта куәландырылған көшірмесі ұсынылмаған');
  await act(page, 'refuse');
  await expect(page.locator('[data-act=paper-refusal]')).toBeVisible();
  return application;
}

/** on the authority's own application, form R-F3; the case's page is open afterwards. */
export async function revokeAuthority(
  demonstration: Demonstration,
  { applying, serialNumber }: Certified,
): Promise<string> {
  const { page } = demonstration;
  await demonstration.open(`/register/${serialNumber}`);
  const { octets } = await demonstration.saved('export-cer');
  await act(page, 'revoke');
  await expect(page.locator('[data-act=receive-revocation]')).toBeVisible();
  await page.locator('input[name=revocation-kind][value=application]').check();
  await page.locator('input[name=ground][value=owners-wish]').check();
  const organisation = `Қазақстан Республикасының ${applying.organisation}`;
  for (const [field, value] of [
    ['surname', 'Жұмабекұлы'],
    ['givenName', 'Ерлан'],
    ['birthDate', '01.01.1985'],
    ['organisationName', organisation],
    ['address', 'Астана қаласы, Мәңгілік Ел даңғылы, 8'],
    ['phone', '+77172123456'],
    ['reason', 'Куәландырушы орталық қызметінің тоқтатылуына'],
    ['region', applying.region],
    ['city', 'Астана'],
    ['organisationShortName', applying.organisation],
    ['authorityName', applying.commonName],
    ['email', applying.email],
    ['validUntil', lastDayOf(octets)],
    ['headName', 'Жұмабекұлы Ерлан'],
  ] as const)
    await page.locator(`#${field}`).fill(value);
  await demonstration.unlocked();
  await act(page, 'receive-revocation');
  await expect(page.locator('#case-facts')).toContainText('11-тармақтың 1) тармақшасы');
  await page.locator('#confirmed-correct').check();
  await act(page, 'revoke');
  await act(page, 'revoke-finally');
  await expect(page.locator('#revoked-text')).toBeVisible();
  return new URL(page.url()).hash.slice(1);
}

/** R-F2 and R-F3 are printed where they arise. */
export async function printRootForms(root: Demonstration, { application }: Certified): Promise<void> {
  await root.open('/forms');
  for (const form of ['R-F1', 'R-F2', 'R-F3'])
    root.write(`forms/${form}-empty.pdf`, (await root.saved(`empty-${form}`)).octets);
  await root.open(application);
  await root.paper('paper-application', 'forms/R-F1.pdf');
}

/** As the form has it, by the office's calendar. */
function lastDayOf(certificateDer: Buffer): string {
  return new Intl.DateTimeFormat('ru', {
    timeZone: 'Asia/Almaty',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(new Date(new X509Certificate(certificateDer).validTo));
}

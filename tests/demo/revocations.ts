import { expect } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { act, choose } from '#tests/support/officer-at-browser.ts';
import type { Issued } from './applicants.ts';
import type { Demonstration } from './demonstration.ts';
import { fillRevocation as fillForm } from './revocation-form.ts';

/** N-8: by application of either form, by court decision, by the office's own statement; one of them an electronic document. */
export async function revokeByAllGrounds(
  demonstration: Demonstration,
  issued: readonly Issued[],
): Promise<void> {
  const people = issued.slice(3).filter(({ applicant }) => applicant.legal === undefined);
  const companies = issued.slice(3).filter(({ applicant }) => applicant.legal !== undefined);
  const [wish, stolen, broken, judged, mistaken] = people;
  const [company] = companies;
  const electronic = people.slice(5).find(({ request }) => request !== undefined);
  if (!wish || !stolen || !broken || !judged || !mistaken || !company || !electronic)
    throw new Error('too few certificates to revoke');
  await byApplication(demonstration, wish, 'owners-wish');
  await decide(demonstration);
  await demonstration.paper('paper-revocation', 'forms/N-F4.pdf');
  await demonstration.paper('paper-notice', 'forms/revocation-notice.pdf');
  for (const [each, ground] of [
    [stolen, 'key-compromise'],
    [broken, 'carrier-damaged'],
    [company, 'key-compromise'],
  ] as const) {
    await byApplication(demonstration, each, ground);
    await decide(demonstration);
  }
  await demonstration.paper('paper-revocation', 'forms/N-F5.pdf');
  await byCourt(demonstration, judged);
  await decide(demonstration);
  await byOffice(demonstration, mistaken);
  await decide(demonstration);
  await byElectronicDocument(demonstration, electronic);
  await decide(demonstration);
}

/** On the owner's application for that ground. */
export async function revokeByApplication(
  demonstration: Demonstration,
  issued: Issued,
  ground: string,
): Promise<void> {
  await byApplication(demonstration, issued, ground);
  await decide(demonstration);
}

/** N-8.2: by a decision of a court that is in force; beginning with the certificate, ending with its revocation. */
export async function revokeByCourt(demonstration: Demonstration, issued: Issued): Promise<void> {
  await byCourt(demonstration, issued);
  await decide(demonstration);
}

/**
 * A checker that takes the certificate of the lowest serial number for a sample may know mail and servers only, as NSS does
 * with an authority trusted for those. So the lowest one in force is left to be a signing certificate.
 */
export async function leaveSigningLowest(
  demonstration: Demonstration,
  issued: readonly Issued[],
): Promise<void> {
  const { page } = demonstration;
  for (const each of [...issued].sort((a, b) => (a.serialNumber < b.serialNumber ? -1 : 1))) {
    await demonstration.open(`/register/${each.serialNumber}`);
    await expect(page.locator('[data-act=export-cer]')).toBeVisible();
    if (!(await page.locator('[data-act=revoke]').isVisible())) continue;
    if (each.purpose === 'signing') return;
    await byApplication(demonstration, each, 'owners-wish');
    await decide(demonstration);
  }
}

/** The data confirmed, the certificate looked at once more, and revoked. */
export async function decide({ page }: Demonstration): Promise<void> {
  await page.locator('#confirmed-correct').check();
  await act(page, 'revoke');
  await act(page, 'revoke-finally');
  await expect(page.locator('#revoked-text')).toBeVisible();
}

/** Beginning with the certificate's own page, so that no other one can be meant. */
async function begin(
  demonstration: Demonstration,
  { serialNumber }: Issued,
  kind: 'application' | 'court' | 'office',
): Promise<void> {
  const { page } = demonstration;
  await demonstration.open(`/register/${serialNumber}`);
  await act(page, 'revoke');
  await expect(page.locator('[data-act=receive-revocation]')).toBeVisible();
  await page.locator(`input[name=revocation-kind][value=${kind}]`).check();
}

async function receive({ page }: Demonstration): Promise<void> {
  await act(page, 'receive-revocation');
  await expect(page.locator('[data-act=receive-revocation]')).toHaveCount(0);
}

async function byApplication(demonstration: Demonstration, issued: Issued, ground: string): Promise<void> {
  await begin(demonstration, issued, 'application');
  await demonstration.page.locator(`input[name=ground][value=${ground}]`).check();
  await fillForm(demonstration.page, issued.applicant);
  await receive(demonstration);
}

async function byCourt(demonstration: Demonstration, issued: Issued): Promise<void> {
  const { page } = demonstration;
  await begin(demonstration, issued, 'court');
  await page.locator('#court').fill('Астана қаласының Есіл аудандық соты');
  await page.locator('#decisionNumber').fill('2-1743');
  await page.locator('#decisionDate').fill(await demonstration.typedDay(9));
  await page.locator('#inForceFrom').fill(await demonstration.typedDay(2));
  await page.locator('input[name=ground][value=court-decision]').check();
  await receive(demonstration);
}

async function byOffice(demonstration: Demonstration, issued: Issued): Promise<void> {
  const { page } = demonstration;
  await begin(demonstration, issued, 'office');
  await page.locator('input[name=ground][value=own-error]').check();
  await page.locator('#statement').fill('Куәлік қате берілді: өтініш беруші басқа куәлікті сұраған.');
  await receive(demonstration);
}

/** N-10: signed by OpenSSL with the key whose certificate it asks to revoke. */
async function byElectronicDocument(demonstration: Demonstration, issued: Issued): Promise<void> {
  const { page } = demonstration;
  const { serialNumber, request } = issued;
  if (request === undefined) throw new Error('the key lies on the medium of its owner');
  await begin(demonstration, issued, 'application');
  const issuedOn = await page.locator('#issuedOn').inputValue();
  await demonstration.open('/revocations/file');
  await fillForm(page, issued.applicant);
  await page.locator('#serialNumber').fill(serialNumber);
  await page.locator('#issuedOn').fill(issuedOn);
  await page.locator('input[name=ground][value=owners-wish]').check();
  await act(page, 'make-revocation-file');
  const text = (await page.locator('#text-to-sign').textContent()) ?? '';
  await demonstration.open(`/register/${serialNumber}`);
  const { octets } = await demonstration.saved('export-pem');
  const at = (name: string) => join(dirname(request.keyPem), name);
  writeFileSync(at('signer.pem'), octets);
  writeFileSync(at('text.txt'), text);
  execFileSync(
    'openssl',
    [
      'cms',
      '-sign',
      '-binary',
      '-nodetach',
      '-md',
      'sha256',
      '-in',
      at('text.txt'),
      '-signer',
      at('signer.pem'),
    ].concat(['-inkey', request.keyPem, '-outform', 'DER', '-out', at('application.p7m')]),
    { stdio: 'pipe' },
  );
  const cms = readFileSync(at('application.p7m'));
  demonstration.write('handed-in/application.p7m', cms);
  await begin(demonstration, issued, 'application');
  await choose(page, () => act(page, 'take-electronic'), { name: 'application.p7m', octets: cms });
  await expect(page.locator('#signer-verdict')).toBeVisible();
  await receive(demonstration);
}

import type { Page } from '@playwright/test';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import { writeRevocationText } from '#domain/revocation/revocation-text.ts';
import { accessibilityFindings } from '#tests/support/accessibility.ts';
import { expect, installed, test, testAtStation } from '#tests/support/e2e.ts';
import { readOrThrow } from '#tests/support/authority-samples.ts';
import { gostEngineHolds } from '#tests/support/gost-judge.ts';
import { gostSignedData } from '#tests/support/gost-cms.ts';
import { encodingOf, gostRequest, hasGostTools, ownGostRequest } from '#tests/support/gost-requests.ts';
import {
  act,
  anOffice,
  approve,
  choose,
  fileOnMedium,
  filesOnMedium,
  handIn,
  issue,
  pageLanguages,
  plugMedium,
  publishNextCrl,
  setUpStation,
  speak,
  unlock,
} from '#tests/support/officer-at-browser.ts';
import { applicant } from '#tests/support/people.ts';
import { opensslRequest } from '#tests/support/request-files.ts';

const testAtNational = testAtStation('N');

const suites = [
  ['gost-rfc4491', 'p12', '1.2.643.2.2.3', 'МЕМСТ 34.310-2004'],
  ['gost-kz2004', 'age', '1.2.398.3.10.1.1.1.2', 'МЕМСТ 34.310-2004'],
  ['gost-2012-512', 'p12', '1.2.643.7.1.1.3.3', 'МЕМСТ 34.10-2015'],
  ['gost-kz2015', 'age', '1.2.398.3.10.1.1.2.3.2', 'МЕМСТ 34.10-2015'],
] as const;

for (const [suite, container, signatureOid, standard] of suites) {
  test(`[N-2.7] [N-5.3] [N-8.1] [N-10] [N-11] a whole day of a station with ${suite}`, async ({ page }) => {
    await plugMedium(page);
    await page.goto('/');
    await installed(page);
    await setUpStation(page, { ...anOffice, suite });
    await page.goto('./#/media');
    const authority = readOrThrow(await saved(page, 'export-ca'));
    expect(authority.signatureAlgorithm.oid).toBe(signatureOid);

    await handIn(page, applicant(1), { request: 'made-here' });
    expect(await filesOnMedium(page)).toContain(`${applicant(1).iin}.${container}`);
    await approve(page);
    const serialNumber = await issue(page);
    await page.goto(`./#/register/${serialNumber}`);
    await act(page, 'paper-certificate');
    const paper = page.locator('dialog [data-paper]');
    await expect(paper).toContainText(standard);
    await expect(paper).toContainText(signatureOid);
    await act(page, 'close-paper');
    const certificate = readOrThrow(await saved(page, 'export-cer'));
    expect(certificate.signatureAlgorithm.oid).toBe(signatureOid);

    await handIn(page, applicant(2), {
      request: await gostRequest(applicant(2), suite),
      purpose: 'authentication',
    });
    await approve(page);
    expect(await issue(page)).toMatch(/^01[0-9a-f]{38}$/);

    await revokeByOwnSignature(page, suite);

    await page.goto(`./#/revocations/new?serial=${serialNumber}`);
    await page.locator('input[name=ground][value=key-compromise]').check();
    const { iin, surname, givenName, patronymic, email, phone } = applicant(1);
    for (const [field, value] of Object.entries({ iin, surname, givenName, patronymic, email, phone }))
      await page.locator(`#${field}`).fill(value);
    await act(page, 'receive-revocation');
    await page.locator('#confirmed-correct').check();
    await act(page, 'revoke');
    await act(page, 'revoke-finally');
    await expect(page.locator('#revoked-text')).toBeVisible();
    const number = await publishNextCrl(page);
    const crlDer = new Uint8Array(await fileOnMedium(page, `${number}.crl`));
    const crl = readCrl(crlDer);
    if (!crl.ok) throw new Error(crl.error.type);
    expect(crl.value.tbs.entries.count).toBe(1);
    expect(crl.value.signatureAlgorithm.oid).toBe(signatureOid);
    if (hasGostTools) {
      const { key } = authority.tbs.publicKey;
      for (const der of [authority.der, certificate.der, crlDer])
        expect(gostEngineHolds(der, key)).toBe(true);
    }
  });
}

test('[N-2.7] a station with ГОСТ takes no request of another kind, and says why; its key maker offers nothing else', async ({
  page,
}) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await setUpStation(page, { ...anOffice, suite: 'gost-kz2004' });
  await page.goto('./#/applications/new/N-F1');
  for (const csr of [opensslRequest(applicant(1)).csr, await gostRequest(applicant(1), 'gost-rfc4491')]) {
    await choose(page, () => act(page, 'take-request'), { name: 'request.csr', octets: csr });
    await expect(page.locator('#request-error')).toContainText('станцияның кілті МЕМСТ 34.310-2004 (KZ)');
    await expect(page.locator('#request .notice.good')).toHaveCount(0);
  }
  await act(page, 'make-key-here');
  await expect(page.locator('#key-suite option')).toHaveCount(1);
  await expect(page.locator('#request')).toContainText('age');
  expect(await accessibilityFindings(page)).toEqual([]);
});

testAtNational(
  '[N-2.7] a station without ГОСТ takes no ГОСТ request, and says why',
  async ({ page, secrets }) => {
    await plugMedium(page);
    await page.goto('/');
    await installed(page);
    await unlock(page, secrets);
    await page.goto('./#/applications/new/N-F1');
    const csr = await gostRequest(applicant(1), 'gost-kz2004');
    await choose(page, () => act(page, 'take-request'), { name: 'request.csr', octets: csr });
    await expect(page.locator('#request-error')).toContainText('МЕМСТ кілттері бір тізбекте');
    await act(page, 'make-key-here');
    await expect(page.locator('#key-suite option')).toHaveCount(4);
  },
);

test('what a browser can’t promise of a ГОСТ key is said where it is made, in three languages', async ({
  page,
}) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await page.locator('#organisation').fill(anOffice.organisation);
  await page.locator('#common-name').fill(anOffice.commonName);
  await page.locator('#region').fill(anOffice.region);
  await page.locator('#email').fill(anOffice.email);
  await act(page, 'next');
  await expect(page.locator('#gost-note')).toHaveCount(0);
  const seen = new Set<string>();
  for (const language of pageLanguages) {
    await speak(page, language);
    await page.locator('input[name=suite][value=gost-rfc4491]').check();
    await expect(page.locator('#gost-note p')).toHaveCount(1);
    await page.locator('input[name=suite][value=gost-kz2004]').check();
    await expect(page.locator('#gost-note p')).toHaveCount(2);
    await expect(page.locator('#gost-note')).toContainText('age');
    seen.add((await page.locator('#gost-note').textContent()) ?? '');
    expect(await accessibilityFindings(page)).toEqual([]);
  }
  expect(seen.size).toBe(3);
});

/** [N-10] What an applicant's own ГОСТ key signed is taken by its signature, and not with another text under it. */
async function revokeByOwnSignature(page: Page, suite: (typeof suites)[number][0]): Promise<void> {
  const { csr, sign } = await ownGostRequest(applicant(3), suite);
  await handIn(page, applicant(3), { request: csr });
  await approve(page);
  const serialNumber = await issue(page);
  await page.goto(`./#/register/${serialNumber}`);
  const certificate = readOrThrow(await saved(page, 'export-cer'));
  const encoding = encodingOf(suite);
  const { iin, surname, givenName, patronymic, email, phone } = applicant(3);
  const issuedOn = calendarDateOf(certificate.tbs.notBefore);
  const person = { form: 'N-F4' as const, iin, surname, givenName, patronymic, email, phone };
  const content = { ...person, serialNumber, issuedOn };
  const text = encodeUtf8(writeRevocationText({ content, ground: 'owners-wish', writtenOn: issuedOn }));
  await page.goto(`./#/revocations/new?serial=${serialNumber}`);
  const take = async (octets: Uint8Array) =>
    choose(page, () => act(page, 'take-electronic'), { name: 'a.p7m', octets: Buffer.from(octets) });
  const right = await gostSignedData(encoding, certificate, sign, text);
  await take(await gostSignedData(encoding, certificate, sign, text, { digested: encodeUtf8('басқа') }));
  await expect(page.locator('[role=alert]').first()).toBeVisible();
  await expect(page.locator('#signer-verdict')).toHaveCount(0);
  await take(right);
  await expect(page.locator('#signer-verdict')).toBeVisible();
}

/** Presses the button of an export and answers what was written to the medium. */
async function saved(page: Page, name: string): Promise<Uint8Array> {
  await act(page, name);
  const note = page.locator('[data-saved]').first();
  await expect(note).toBeVisible();
  return new Uint8Array(await fileOnMedium(page, (await note.getAttribute('data-saved')) ?? ''));
}

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { expect, installed, testAtStation } from '#tests/support/e2e.ts';
import {
  act,
  approve,
  fileOnMedium,
  filesOnMedium,
  handIn,
  issue,
  plugMedium,
  unlock,
} from '#tests/support/officer-at-browser.ts';
import { applicant } from '#tests/support/people.ts';
import { opensslRequest } from '#tests/support/request-files.ts';

const test = testAtStation('N');

test('[N-7] [N-2.4] a certificate is printed, exported, handed over, and found again', async ({
  page,
  secrets,
}, testInfo) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
  const person = applicant(1);
  await handIn(page, person, { request: opensslRequest(person).csr });
  await approve(page);
  const serial = await issue(page);
  await page.goto(`./#/register/${serial}`);

  await act(page, 'paper-certificate');
  await expect(page.locator('dialog [data-paper="N-F3"]')).toContainText(person.iin);
  await act(page, 'save-form');
  await expect(page.locator('dialog [data-saved="N-F3-1.pdf"]')).toBeVisible();
  await act(page, 'close-paper');
  expect((await fileOnMedium(page, 'N-F3-1.pdf')).subarray(0, 5).toString()).toBe('%PDF-');

  for (const kind of ['cer', 'pem', 'p7b', 'eml']) {
    await act(page, `export-${kind}`);
    await expect(page.locator(`[data-saved="${serial}.${kind}"]`)).toBeVisible();
  }
  const cer = await fileOnMedium(page, `${serial}.cer`);
  const eml = (await fileOnMedium(page, `${serial}.eml`)).toString('latin1');
  expect(eml.replace(/\r\n/g, '')).toContain(cer.toString('base64'));
  const chain = testInfo.outputPath('chain.p7b');
  writeFileSync(chain, await fileOnMedium(page, `${serial}.p7b`));
  const printed = execFileSync('openssl', ['pkcs7', '-inform', 'DER', '-in', chain, '-print_certs'], {
    encoding: 'utf8',
  });
  expect(printed.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);

  await act(page, 'record-delivery');
  await expect(page.locator('#certificate-facts')).toContainText(person.email);
  await expect(page.locator('#history')).toContainText('Куәлік берілді');

  await page.locator('#frame-search').fill(person.surname.slice(0, 4).toLowerCase().replaceAll('і', 'i'));
  await page.locator('#frame-search').press('Enter');
  await expect(page.locator('[data-found=applications] li')).toHaveCount(1);
  await expect(page.locator('[data-found=certificates] li')).toHaveCount(1);
  await page.locator('[data-found=certificates] a').click();
  await expect(page.locator('#certificate-facts')).toContainText(person.email);
  await page.goto('./#/register');
  await page.locator('#register-search').fill(serial.slice(0, 12).replace(/(.{4})/g, '$1 '));
  await expect(page.locator('#register-rows tbody tr')).toHaveCount(1);
  await page.locator('#register-search').fill('Жоқадамов');
  await expect(page.locator('#nothing-found')).toBeVisible();
});

test('[N-3.1] empty forms are looked at and saved, the same bytes each time', async ({ page, secrets }) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
  await page.goto('./#/forms');
  for (const form of ['N-F1', 'N-F2', 'N-F3', 'N-F4', 'N-F5']) {
    await act(page, `preview-${form}`);
    await expect(page.locator(`dialog [data-paper="${form}"]`)).toBeVisible();
    await act(page, 'close-paper');
    await act(page, `empty-${form}`);
    await expect(page.locator(`[data-saved="${form}-empty.pdf"]`)).toBeVisible();
  }
  expect(await filesOnMedium(page)).toEqual(expect.arrayContaining(['N-F1-empty.pdf', 'N-F5-empty.pdf']));
  const first = await fileOnMedium(page, 'N-F1-empty.pdf');
  await page.reload();
  await act(page, 'empty-N-F1');
  await expect(page.locator('[data-saved="N-F1-empty.pdf"]')).toBeVisible();
  expect(Buffer.compare(first, await fileOnMedium(page, 'N-F1-empty.pdf'))).toBe(0);
});

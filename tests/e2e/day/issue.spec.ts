import { expect, installed, test } from '#tests/support/e2e.ts';
import { approve, handIn, issue, plugMedium, setUpStation } from '#tests/support/officer-at-browser.ts';
import { applicant } from '#tests/support/people.ts';
import { opensslRequest } from '#tests/support/request-files.ts';

test('[N-3.1] [N-5.1] [N-5.2] [N-5.3] from N-F1 to a certificate, with a request and with a key made here', async ({
  page,
}) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await setUpStation(page);
  const person = applicant(1);
  await handIn(page, person, { request: opensslRequest(person).csr });
  await approve(page);
  expect(await issue(page)).toMatch(/^01[0-9a-f]{38}$/);
  await handIn(page, applicant(2), { request: 'made-here', purpose: 'authentication' });
  await approve(page);
  expect(await issue(page)).toMatch(/^01[0-9a-f]{38}$/);
});

test('a half filled application is found again after a reload', async ({ page }) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await setUpStation(page);
  await page.goto('./#/applications/new/N-F1');
  await page.locator('#surname').fill('Әбілқасымов');
  await page.locator('#iin').fill('850101300015');
  await page.locator('#city').fill('Алматы');
  await expect(page.locator('#iin-note')).toContainText('01.01.1985');
  await page.locator('#email').focus();
  // Half a second after the last letter it is written down.
  await page.waitForTimeout(1_500);
  await page.reload();
  await expect(page.locator('#surname')).toHaveValue('Әбілқасымов');
  await expect(page.locator('#city')).toHaveValue('Алматы');
});

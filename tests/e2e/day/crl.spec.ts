import { createHash } from 'node:crypto';
import { expect, installed, testAtStation } from '#tests/support/e2e.ts';
import { act, fileOnMedium, plugMedium, publishNextCrl, unlock } from '#tests/support/officer-at-browser.ts';

const test = testAtStation('N');

test('[N-11] [N-14] a CRL is written, published where it is said, and given, with its checksum and the log’s signed head', async ({
  page,
  secrets,
}) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
  const number = await publishNextCrl(page);
  await expect(page.locator('#crl-published')).toContainText('http://pki.example.kz/n.crl');
  await page.locator('#addressees').fill('Әділет министрлігі\nА. Оспанова');
  await act(page, 'give-crl');
  await expect(page.locator('[data-given]')).toContainText('А. Оспанова');
  await expect(page.locator('#addressees')).toHaveValue('');
  const octets = await fileOnMedium(page, `${number}.crl`);
  await act(page, 'save-sha256');
  await act(page, 'save-head');
  await act(page, 'save-signature');
  await expect(page.locator(`[data-saved="${number}.head.json.p7s"]`)).toBeVisible();
  const sum = (await fileOnMedium(page, `${number}.crl.sha256`)).toString();
  expect(sum).toBe(`${createHash('sha256').update(octets).digest('hex')}  ${number}.crl\n`);
  const head = JSON.parse((await fileOnMedium(page, `${number}.head.json`)).toString()) as {
    crlNumber: string;
  };
  expect(head.crlNumber).toBe(number);
});

test('[B07] an overdue CRL is said in red on every page', async ({ page, secrets }) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
  await expect(page.locator('#crl-overdue')).toHaveCount(0);
  await page.clock.setFixedTime(Date.now() + 8 * 86_400_000);
  for (const address of ['#/', '#/register', '#/applications', '#/station']) {
    await page.goto(`./${address}`);
    await page.reload();
    await expect(page.locator('#crl-overdue')).toBeVisible();
  }
});

test('[C12] a cancelled save publishes nothing', async ({ page, secrets }) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
  await page.goto('./#/crl');
  await act(page, 'sign-crl');
  await expect(page.locator('[data-act=write-crl]')).toBeVisible();
  await page.evaluate(() => {
    Object.assign(window, {
      showSaveFilePicker: () => Promise.reject(new DOMException('cancelled', 'AbortError')),
    });
  });
  await act(page, 'write-crl');
  await page.waitForTimeout(500);
  await expect(page.locator('[data-act=write-crl]')).toBeVisible();
  await expect(page.locator('#crl-written')).toContainText('әлі жоқ');
  await page.goto('./#/crl');
  await expect(page.locator('tbody tr').first()).toContainText('Қол қойылған');
});

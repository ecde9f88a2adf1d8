import { accessibilityFindings } from '#tests/support/accessibility.ts';
import { expect, installed, testAtStation } from '#tests/support/e2e.ts';
import { act, unlock } from '#tests/support/officer-at-browser.ts';

const test = testAtStation('N');

test('(D09) (K14) a recovery secret is split, printed sheet by sheet, read back, and opens the station with two of three', async ({
  page,
  secrets,
}) => {
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
  await page.goto('./#/station');
  await act(page, 'begin-recovery');
  await page.locator('input[name=recovery-form][value=split]').check();
  await page.locator('#present-recovery').fill(secrets.words);
  expect(await accessibilityFindings(page)).toEqual([]);
  await act(page, 'make-recovery');
  const shown = page.locator('#recovery-sheets-shown');
  await expect(shown.locator('[data-sheet]')).toHaveCount(3);
  const sheets = await Promise.all(
    [1, 2, 3].map(async (number) =>
      (await shown.locator(`[data-sheet="${String(number)}"] ol li`).allTextContents()).join(' '),
    ),
  );
  const [one = '', two = '', three = ''] = sheets;

  // Each sheet is on a page of its own, and nothing else is printed.
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(paper.match(/\/Type\s*\/Page\b/gu)).toHaveLength(3);

  await act(page, 'read-sheets-back');
  const field = page.locator('#new-recovery');
  const read = page.locator('[data-read-sheet=new-recovery]');
  await field.fill(three.replace(/^\S+/u, 'babab'));
  await read.click();
  await expect(page.locator('#new-recovery-error')).toContainText('1');
  await field.fill(three);
  await read.click();
  await expect(page.locator('#new-recovery-progress')).toContainText('1');
  await field.fill(three);
  await read.click();
  await expect(page.locator('#new-recovery-error')).toContainText('№ 3');
  await field.fill(one);
  await read.click();
  await expect(field).toHaveCount(0);
  await act(page, 'confirm-recovery');
  await expect(page.locator('#recovery-renewed')).toBeVisible();
  await expect(page.locator('#recovery-standing')).toContainText('3');

  await page.locator('#lock').click();
  await page.locator('#unlock').click();
  await page.locator('[data-by-recovery]').check();
  const secret = page.locator('#unlock-secret');
  const readSecret = page.locator('[data-read-sheet=unlock-secret]');
  await secret.fill(two);
  await readSecret.click();
  await expect(page.locator('#unlock-secret-progress')).toContainText('2');
  expect(await accessibilityFindings(page)).toEqual([]);
  // One sheet alone opens nothing, and says so.
  await page.locator('dialog button.primary').click();
  await expect(page.locator('dialog .notice.bad')).toContainText('2');
  await expect(page.locator('#lock')).toHaveCount(0);
  await secret.fill(one);
  await page.locator('dialog button.primary').click();
  await expect(page.locator('#lock')).toBeVisible();

  // The whole sheet of before is none any more.
  await page.locator('#lock').click();
  await page.locator('#unlock').click();
  await page.locator('[data-by-recovery]').check();
  await page.locator('[data-by-sheets=unlock-secret]').uncheck();
  await page.locator('#unlock-secret').fill(secrets.words);
  await page.locator('dialog button.primary').click();
  await expect(page.locator('dialog .notice.bad')).toBeVisible();
  await expect(page.locator('#lock')).toHaveCount(0);
});

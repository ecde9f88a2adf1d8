import { accessibilityFindings } from '#tests/support/accessibility.ts';
import { expect, installed, test as base, testAtStation } from '#tests/support/e2e.ts';
import { act, anOffice, plugMedium, unlock } from '#tests/support/officer-at-browser.ts';

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

base(
  '(K14) a station set up with a split is read back by its sheets, and its key backup is opened by them',
  async ({ page }) => {
    await plugMedium(page);
    await page.goto('/');
    await installed(page);
    await page.locator('#organisation').fill(anOffice.organisation);
    await page.locator('#common-name').fill(anOffice.commonName);
    await page.locator('#region').fill(anOffice.region);
    await page.locator('#email').fill(anOffice.email);
    await act(page, 'next');
    await page.locator('#officer-name').fill(anOffice.officerName);
    await page.locator('#officer-position').fill(anOffice.officerPosition);
    const passphrase = (await page.locator('#offered-passphrase').textContent()) ?? '';
    await page.locator('#passphrase').fill(passphrase);
    await page.locator('#passphrase-again').fill(passphrase);
    await page.locator('input[name=recovery-form][value=split]').check();
    await page.locator('#recovery-sheets').fill('4');
    await page.locator('#recovery-threshold').fill('5');
    await act(page, 'make-keys');
    await expect(page.locator('#recovery-sheets-error')).toBeVisible();
    await page.locator('#recovery-threshold').fill('3');
    await act(page, 'make-keys');
    const shown = page.locator('#recovery-sheets-shown [data-sheet]');
    await expect(shown).toHaveCount(4);
    expect(await accessibilityFindings(page)).toEqual([]);
    const sheets: string[] = [];
    for (const number of [4, 1, 2])
      sheets.push(
        (
          await shown
            .nth(number - 1)
            .locator('ol li')
            .allTextContents()
        ).join(' '),
      );
    await act(page, 'read-back');
    for (const sheet of sheets) {
      await page.locator('#typed-words').fill(sheet);
      await page.locator('[data-read-sheet=typed-words]').click();
    }
    await act(page, 'check-words');
    await act(page, 'save-key-backup');
    await page.locator('#rehearse-passphrase').fill(passphrase);
    await act(page, 'rehearse-passphrase');
    // What was typed back a moment ago is still there, and one sheet of it can be put away and typed again.
    await expect(page.locator('#rehearse-words-progress')).toContainText('3');
    await page.locator('[data-drop-sheet="1"]').click();
    await page.locator('#rehearse-words').fill(sheets[1] ?? '');
    await act(page, 'rehearse-words');
    await expect(page.locator('[data-act=ask-storage]')).toBeVisible();
  },
);

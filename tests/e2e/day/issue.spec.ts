import { expect, installed, testAtStation } from '#tests/support/e2e.ts';
import { draftKept } from '#tests/support/kept-draft.ts';
import { approve, handIn, issue, plugMedium, unlock } from '#tests/support/officer-at-browser.ts';
import { applicant } from '#tests/support/people.ts';
import { opensslRequest } from '#tests/support/request-files.ts';

const test = testAtStation('N');

test('[N-3.1] [N-5.1] [N-5.2] [N-5.3] from N-F1 to a certificate, with a request and with a key made here', async ({
  page,
  secrets,
}) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
  const person = applicant(1);
  await handIn(page, person, { request: opensslRequest(person).csr });
  await approve(page);
  expect(await issue(page)).toMatch(/^01[0-9a-f]{38}$/);
  await handIn(page, applicant(2), { request: 'made-here', purpose: 'authentication' });
  await approve(page);
  expect(await issue(page)).toMatch(/^01[0-9a-f]{38}$/);
});

test('a half filled application is found again after a reload', async ({ page, secrets }) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
  await page.goto('./#/applications/new/N-F1');
  await page.locator('#surname').fill('Әбілқасымов');
  await page.locator('#iin').fill('850101300015');
  await page.locator('#city').fill('Алматы');
  await expect(page.locator('#iin-note')).toContainText('01.01.1985');
  await page.locator('#usageAreas-0').fill('Салық есептілігі');
  await page.locator('[data-act=add-area]').click();
  await page.locator('#usageAreas-1').fill('Мемлекеттік сатып алу');
  await page.locator('#region').fill('Алматы қаласы');
  await page.locator('#email').focus();
  await draftKept(page, 'Мемлекеттік сатып алу');
  await page.reload();
  await expect(page.locator('#surname')).toHaveValue('Әбілқасымов');
  await expect(page.locator('#city')).toHaveValue('Алматы');
  await expect(page.locator('#region')).toHaveValue('Алматы қаласы');
  await expect(page.locator('#usageAreas-0')).toHaveValue('Салық есептілігі');
  await expect(page.locator('#usageAreas-1')).toHaveValue('Мемлекеттік сатып алу');
});

test('many are issued while another page is used, and the result waits until it was seen', async ({
  page,
  secrets,
}) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
  for (const number of [1, 2, 3]) {
    const person = applicant(number);
    await handIn(page, person, { request: opensslRequest(person).csr });
    await approve(page);
  }
  await page.goto('./#/applications/issue');
  await expect(page.locator('tbody input:checked')).toHaveCount(3);
  // Three are quickly made: the page is left in the moment in which they are begun.
  await page.locator('[data-act=issue-many]').evaluate((button: HTMLButtonElement) => {
    button.click();
    location.hash = '#/register';
  });
  const line = page.locator('[data-work=issue] a');
  await expect(line).toBeVisible();
  await expect(page.locator('[data-work=issue] progress')).toHaveCount(0);
  await expect(page.locator('main tbody tr')).toHaveCount(3);
  await line.click();
  await expect(page.locator('#outcomes tbody tr')).toHaveCount(3);
  await expect(page.locator('#outcomes')).toContainText(applicant(2).surname);
  await page.goto('./#/');
  await expect(page.locator('[data-work]')).toHaveCount(0);
  await page.goto('./#/applications/issue');
  await expect(page.locator('#outcomes')).toHaveCount(0);
});

test('[N-5.3] by keys alone: both checks, one review of what will be signed, the next application (U5, U6)', async ({
  page,
  secrets,
}) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
  for (const number of [1, 2]) {
    const person = applicant(number);
    await handIn(page, person, { request: opensslRequest(person).csr });
  }
  const standing = page.locator('#standing');
  await expect(standing).toContainText('2');
  await page.keyboard.press('c');
  await expect(page.locator('[data-act="confirm-N-5.1"]')).toHaveCount(0);
  await page.keyboard.press('c');
  const review = page.locator('[data-act=approve-and-issue]');
  await expect(review).toBeEnabled();
  await expect(review).toBeInViewport();
  await page.keyboard.press('a');
  // Nothing has happened yet: what will be true, and of whom.
  await expect(page.locator('dialog [data-fact=means]')).toBeVisible();
  await expect(page.locator('dialog #certificate-to-be')).toContainText(applicant(2).surname);
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog')).toHaveCount(0);
  await expect(review).toBeFocused();
  await page.keyboard.press('a');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-act=to-certificate]')).toBeInViewport();
  await page.keyboard.press('x');
  await expect(page.locator('[data-act="confirm-N-5.1"]')).toBeVisible();
  await expect(page.locator('h1')).toBeVisible();
});

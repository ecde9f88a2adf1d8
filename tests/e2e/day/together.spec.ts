import { zipFiles } from '#adapters/zip/zip.ts';
import { expect, installed, testAtStation } from '#tests/support/e2e.ts';
import { choose, plugMedium, unlock } from '#tests/support/officer-at-browser.ts';
import { applicant } from '#tests/support/people.ts';
import { opensslRequest } from '#tests/support/request-files.ts';
import { tableOf } from '#tests/support/table-of-applicants.ts';

const test = testAtStation('N');
const count = 28;

test('[N-5.3] [N-7] 28 persons from a table to handed-over certificates in under 12 clicks; another’s request stays apart', async ({
  page,
  secrets,
}) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
  await page.evaluate(() => {
    const counted = window as Window & { clicked?: number };
    counted.clicked = 0;
    document.addEventListener('click', ({ isTrusted, target }) => {
      // What a click on a label does to its field is not another click.
      if (isTrusted && !(target instanceof HTMLInputElement)) counted.clicked = (counted.clicked ?? 0) + 1;
    });
  });
  const press = (name: string) => page.locator(`[data-act="${name}"]`).first().click();
  const people = Array.from({ length: count }, (_, i) => applicant(i + 1));
  const [first, second] = people;
  if (first === undefined || second === undefined) throw new Error('nobody');

  await page.locator('#menu a[href="#/applications"]').click();
  await press('to-import');
  await choose(page, () => press('choose-table'), { name: 'table.csv', octets: tableOf(people) });
  await expect(page.locator('#verdicts tbody tr')).toHaveCount(count);
  await press('receive-table');
  await press('to-together');
  const requests = new Map(
    people.map((person) => [
      `${person.iin}.csr`,
      // The first one brought the second one's.
      new Uint8Array(opensslRequest(person === first ? second : person).csr),
    ]),
  );
  await choose(page, () => press('attach-requests'), {
    name: 'requests.zip',
    octets: Buffer.from(zipFiles(requests)),
  });
  await expect(page.locator('#attached')).toContainText(String(count));
  const act = page.locator('[data-act=issue-together]');
  await expect(act).toContainText(String(count - 1));
  await act.click();
  await expect(page.locator('dialog li')).toHaveCount(count - 1);
  await press('issue-together-confirm');
  await expect(page.locator('#outcomes tbody tr')).toHaveCount(count - 1);
  await press('save-messages');
  await press('record-together');
  await press('record-together-confirm');
  await expect(page.locator('#recorded-together')).toContainText(String(count - 1));
  expect(await page.evaluate(() => (window as Window & { clicked?: number }).clicked)).toBeLessThan(12);
  // Who brought another's request waits, and is the only one.
  await expect(page.locator('#menu a[href="#/applications"]')).toContainText('1');
  await expect(page.locator('main')).toContainText(first.surname);
});

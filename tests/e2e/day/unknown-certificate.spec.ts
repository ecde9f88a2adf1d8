import { expect, installed, testAtStation } from '#tests/support/e2e.ts';
import {
  act,
  approve,
  choose,
  fileOnMedium,
  filesOnMedium,
  handIn,
  issue,
  plugMedium,
  savedFile,
  unlock,
} from '#tests/support/officer-at-browser.ts';
import { applicant } from '#tests/support/people.ts';
import { opensslRequest } from '#tests/support/request-files.ts';
import { rootAnswer } from '#tests/support/root-by-openssl.ts';

const test = testAtStation('N');

test('[B11] restored by a passphrase, the register takes in what it lacks by its file, and revokes it', async ({
  page,
  browser,
  baseURL,
  secrets,
}) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
  await page.goto('./#/media');
  await act(page, 'backup');
  await expect(page.locator('[data-saved^=tirkelim-register]')).toBeVisible();
  const onMedium = async (start: string, end: string) => {
    const names = await filesOnMedium(page);
    return fileOnMedium(page, names.find((name) => name.startsWith(start) && name.endsWith(end)) ?? '');
  };
  const backup = await onMedium('tirkelim-register-', '.age');
  const keyBackup = await onMedium('tirkelim-keys-', '.zip');
  const person = applicant(3);
  const { csr } = opensslRequest(person);
  await handIn(page, person, { request: csr });
  await approve(page);
  const serial = await issue(page);
  await page.goto(`./#/register/${serial}`);
  await act(page, 'export-cer');
  await expect.poll(async () => (await filesOnMedium(page)).join()).toContain('.cer');
  const name = (await filesOnMedium(page)).find((each) => each.endsWith('.cer')) ?? '';
  const certificate = await savedFile(page, name);

  const second = await browser.newContext({ baseURL: baseURL ?? '', locale: 'kk-KZ' });
  const other = await second.newPage();
  await plugMedium(other);
  await other.goto('/');
  await installed(other);
  await other.locator('#to-restore').click();
  await other.locator('input[name=restore-way][value=passphrase]').check();
  await choose(other, () => act(other, 'choose-backup'), { name: 'register.age', octets: backup });
  await choose(other, () => act(other, 'choose-key-backup'), { name: 'keys.zip', octets: keyBackup });
  await other.locator('#restore-passphrase').fill('бұл басқа құпиясөз');
  await act(other, 'open-backup');
  await expect(other.locator('#backup-error')).toBeVisible();
  await other.locator('#restore-passphrase').fill(secrets.passphrase);
  await act(other, 'open-backup');
  await expect(other.locator('#backup-facts [data-fact=acts]')).toBeVisible();
  await act(other, 'restore');
  await expect(other.locator('#restored')).toBeVisible();
  await unlock(other, secrets);

  await other.goto('./#/revocations/new');
  await other.locator('#entryId').fill(serial);
  await expect(other.locator('#certificate-choices li')).toHaveCount(0);
  await other.locator('#orphan summary').click();
  const take = (name: string, octets: Buffer) =>
    choose(other, () => act(other, 'register-unknown-certificate'), { name, octets });
  await take('foreign.pem', rootAnswer(csr).root);
  await expect(other.locator('#orphan-refused')).toContainText('foreign.pem');
  await take('request.csr', csr);
  await expect(other.locator('#orphan-refused')).toContainText('request.csr');
  await take('ours.cer', certificate);
  await expect(other.locator('#chosen-serial')).toContainText(serial.slice(0, 4));
  await other.goto(`./#/register/${serial}`);
  await expect(other.locator('#recovered')).toBeVisible();
  await other.goto('./#/audit');
  await act(other, 'verify-log');
  await expect(other.locator('#log-report')).toHaveAttribute('data-faults', '0');
  await second.close();
});

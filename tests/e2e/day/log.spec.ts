import { unzipSync } from 'fflate';
import { expect, installed, testAtStation } from '#tests/support/e2e.ts';
import {
  act,
  filesOnMedium,
  plugMedium,
  publishNextCrl,
  savedFile,
  unlock,
} from '#tests/support/officer-at-browser.ts';

const test = testAtStation('N');

test('[N-12] the log is saved with a fresh checkpoint, its tiles, and the checkpoint of each CRL', async ({
  page,
  secrets,
}) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
  const number = await publishNextCrl(page);
  await page.goto('./#/audit');
  await act(page, 'export-log');
  const named = async () => (await filesOnMedium(page)).find((name) => /^audit-.*\.zip$/u.test(name));
  await expect.poll(named).toBeTruthy();
  const files = unzipSync(await savedFile(page, (await named()) ?? ''));
  const names = Object.keys(files);
  expect(names).toEqual(
    expect.arrayContaining(['checkpoint', 'vkey.txt', `checkpoints/${number}`, 'check.py']),
  );
  const lines = Buffer.from(files['log.jsonl'] ?? [])
    .toString()
    .trimEnd()
    .split('\n').length;
  const [origin = '', size] = Buffer.from(files['checkpoint'] ?? [])
    .toString()
    .split('\n');
  expect([origin.startsWith('tirkelim/'), Number(size)]).toEqual([true, lines]);
});

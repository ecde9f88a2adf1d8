import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, installed, testAtStation } from '#tests/support/e2e.ts';
import { act, plugMedium, unlock } from '#tests/support/officer-at-browser.ts';
import { applicant } from '#tests/support/people.ts';
import { opensslRequest } from '#tests/support/request-files.ts';

const test = testAtStation('N');

test('what an officer chooses arrives, however long the dialog was open and whatever was tidied up meanwhile', async ({
  page,
  secrets,
}) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
  await page.goto('./#/applications/new/N-F1');
  await expect(page.locator('#iin')).toBeVisible();
  const file = join(mkdtempSync(join(tmpdir(), 'tirkelim-chosen-')), 'request.csr');
  writeFileSync(file, opensslRequest(applicant(1)).csr);

  // Not by the runner's own file chooser: its handle would keep the input alive.
  const browser = await page.context().newCDPSession(page);
  await browser.send('DOM.enable');
  await browser.send('Page.enable');
  await browser.send('Page.setInterceptFileChooserDialog', { enabled: true });
  const opened = new Promise<number>((resolve) => {
    browser.once('Page.fileChooserOpened', ({ backendNodeId }) => {
      resolve(backendNodeId ?? 0);
    });
  });
  await act(page, 'take-request');
  const backendNodeId = await opened;
  for (let i = 0; i < 3; i++) await browser.send('HeapProfiler.collectGarbage');
  await browser.send('DOM.setFileInputFiles', { files: [file], backendNodeId });
  await expect(page.locator('#request .notice.good')).toBeVisible();
});

import type { Browser, BrowserContext, Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, installed, test } from '#tests/support/e2e.ts';
import {
  act,
  anOffice,
  approve,
  choose,
  filesOnMedium,
  handIn,
  issue,
  plugMedium,
  publishShown,
  savedFile,
  setUpToCertificate,
  unlock,
} from '#tests/support/officer-at-browser.ts';
import { applicant } from '#tests/support/people.ts';
import { opensslRequest } from '#tests/support/request-files.ts';
import {
  certify,
  handInAuthority,
  publishRootCrl,
  setUpRootStation,
  unlockIfLocked,
} from '#tests/support/root-at-browser.ts';

/** A browser of its own for each authority: they meet by files alone. */
async function aBrowser(browser: Browser, baseURL: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ baseURL, locale: 'kk-KZ', timezoneId: 'Asia/Almaty' });
  const page = await context.newPage();
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  return { context, page };
}

test('[R-3.1] [R-13] a National CA asks the Root, works under it, and stops when the Root revokes it', async ({
  browser,
  origin,
}) => {
  const root = await aBrowser(browser, `${origin}/`);
  const national = await aBrowser(browser, `${origin}/`);
  const rootSecrets = await setUpRootStation(root.page);
  const nationalSecrets = await setUpToCertificate(national.page);

  // The request travels; both sides read the same ten words.
  await act(national.page, 'save-request');
  const request = await savedFile(national.page, 'tirkelim-ca.csr');
  const spoken = (await national.page.locator('#request-words [data-fact=key-words]').textContent()) ?? '';
  expect(spoken.split(' ')).toHaveLength(10);
  // From now on the answer is what is waited for, and the station does not sign for itself by a habit of the hand.
  await expect(national.page.locator('main button.primary')).toHaveAttribute('data-act', 'take-answer');
  await unlock(root.page, rootSecrets);
  await root.page.goto('./#/applications/new/R-F1');
  await choose(root.page, () => act(root.page, 'take-request'), { name: 'n.csr', octets: request });
  await expect(root.page.locator('#request [data-fact=key-words]')).toHaveText(spoken);
  await handInAuthority(root.page, anOffice, request);
  await expect(root.page.locator('#comparison tr.same')).toHaveCount(5);
  const serial = await certify(root.page);
  await act(root.page, 'to-certificate');
  await unlockIfLocked(root.page, rootSecrets);
  await act(root.page, 'export-answer');
  const answer = await savedFile(root.page, 'answer-1.pem');

  // And back: one file with everything in it.
  await choose(national.page, () => act(national.page, 'take-answer'), {
    name: 'answer-1.pem',
    octets: answer,
  });
  // A Root that was never above this station: its own station shows the same ten words.
  const ofRoot = (await national.page.locator('#root-words [data-fact=key-words]').textContent()) ?? '';
  await root.page.goto('./#/station');
  await expect(root.page.locator('main [data-fact=key-words]')).toHaveText(ofRoot);
  await act(national.page, 'confirm-root');
  await expect(national.page.locator('#menu')).toBeVisible();
  await expect(national.page.locator('main')).toContainText('НЕГІЗГІ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ');
  await unlockIfLocked(national.page, nationalSecrets);
  const person = applicant(2);
  await handIn(national.page, person, { request: opensslRequest(person).csr });
  await approve(national.page);
  const leaf = await issue(national.page);
  await national.page.goto(`./#/register/${leaf}`);
  await act(national.page, 'export-pem');
  const leafPem = await savedFile(national.page, `${leaf}.pem`);

  await test.step('OpenSSL verifies the chain with both CRLs', async () => {
    await national.page.goto('./#/crl');
    await act(national.page, 'sign-crl');
    await expect(national.page.locator('[data-act=write-crl]')).toBeVisible();
    await publishShown(national.page);
    const [crl] = (await filesOnMedium(national.page)).filter((name) => name.endsWith('.crl'));
    const folder = mkdtempSync(join(tmpdir(), 'tirkelim-loop-'));
    const at = (name: string, octets?: Buffer | string) => {
      const path = join(folder, name);
      if (octets !== undefined) writeFileSync(path, octets);
      return path;
    };
    const parts = answer.toString().split(/(?<=-----END [A-Z0-9 ]+-----\n)/);
    const nationalCrl = execFileSync('openssl', ['crl', '-inform', 'DER'], {
      input: await savedFile(national.page, crl ?? ''),
    });
    const verified = execFileSync('openssl', [
      ...['verify', '-x509_strict', '-crl_check_all', '-CAfile', at('root.pem', parts[1] ?? '')],
      ...['-untrusted', at('n.pem', parts[0] ?? ''), '-CRLfile', at('root.crl', parts[2] ?? '')],
      ...['-CRLfile', at('n.crl', nationalCrl)],
      at('leaf.pem', leafPem),
    ]).toString();
    expect(verified).toContain('OK');
  });

  // The Root revokes; its CRL is brought, and issuing closes with the reason.
  await root.page.goto(`./#/revocations/new?serial=${serial}`);
  await root.page.locator('input[name=revocation-kind][value=court]').check();
  for (const [field, value] of [
    ['court', 'Астана қалалық соты'],
    ['decisionNumber', '2-77'],
    ['decisionDate', '02.11.2026'],
    ['inForceFrom', '20.11.2026'],
  ] as const)
    await root.page.locator(`#${field}`).fill(value);
  await unlockIfLocked(root.page, rootSecrets);
  await act(root.page, 'receive-revocation');
  await root.page.locator('#confirmed-correct').check();
  await act(root.page, 'revoke');
  await act(root.page, 'revoke-finally');
  await expect(root.page.locator('#revoked-text')).toBeVisible();
  const number = await publishRootCrl(root.page, rootSecrets);
  const rootCrl = await savedFile(root.page, `${number}.crl`);

  await national.page.goto('./#/crl');
  await unlockIfLocked(national.page, nationalSecrets);
  const take = (name: string, octets: Buffer) =>
    choose(national.page, () => act(national.page, 'take-issuer-crl'), { name, octets });
  await take('broken.crl', Buffer.concat([rootCrl.subarray(0, -3), Buffer.from([1, 2, 3])]));
  await expect(national.page.locator('#issuer-crl-refused')).toContainText('broken.crl');
  await take('note.txt', Buffer.from('тізім'));
  await expect(national.page.locator('#issuer-crl-refused')).toContainText('КТКТ емес');
  await take(`${number}.crl`, rootCrl);
  await expect(national.page.locator('#issuer-crl-taken')).toContainText(number);
  await take(`${number}.crl`, rootCrl);
  await expect(national.page.locator('#issuer-crl-refused')).toContainText('жаңа емес');
  await national.page.goto('./#/');
  await expect(national.page.locator('#chain-broken')).toContainText('кері қайтарылған');
  await unlockIfLocked(national.page, nationalSecrets);
  const other = applicant(3);
  await handIn(national.page, other, { request: opensslRequest(other).csr });
  await expect(national.page.locator('.notice.bad').first()).toContainText('privilegeWithdrawn');
  await expect(national.page.locator('[data-act="confirm-N-5.1"]')).toBeDisabled();
  await root.context.close();
  await national.context.close();
});

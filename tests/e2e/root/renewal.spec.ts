import { type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessibilityFindings } from '#tests/support/accessibility.ts';
import { expect, installed, test, watch, testAtStation } from '#tests/support/e2e.ts';
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
import { goOverToNewKey, publishCrlOf, renewToCertificate } from '#tests/support/renewal-at-browser.ts';
import { authorityRequest, opensslRequest } from '#tests/support/request-files.ts';
import {
  aRootOffice,
  certify,
  handInAuthority,
  setUpRootStation,
  unlockIfLocked,
} from '#tests/support/root-at-browser.ts';

const testAtNational = testAtStation('N');
const testAtRoot = testAtStation('R');

const national = {
  organisation: 'Цифрлық даму министрлігі',
  commonName: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ',
  region: 'Астана',
  email: 'ca@example.kz',
};

function crlText(crl: Buffer): string {
  return execFileSync('openssl', ['crl', '-inform', 'DER', '-noout', '-text'], { input: crl }).toString();
}

const withoutColons = (text: string): string => text.toLowerCase().replace(/[^0-9a-f]/g, '');

async function saved(page: Page, name: string): Promise<Buffer> {
  await expect(async () => {
    expect(await filesOnMedium(page)).toContain(name);
  }).toPass();
  return savedFile(page, name);
}

testAtRoot(
  '[R-9] [R-13] a Root renews its key; what the old key issued is revoked in the old key’s list alone',
  async ({ page, secrets }) => {
    await plugMedium(page);
    await page.goto('/');
    await installed(page);
    await unlock(page, secrets);
    await handInAuthority(page, national, authorityRequest(national).csr);
    const serial = await certify(page);

    await page.goto('./#/station');
    await expect(page.locator('#authority-keys li')).toHaveCount(1);
    await expect(page.locator('#keys-backed-up')).toBeVisible();
    await act(page, 'to-renewal');
    await expect(page.locator('#new-name')).toHaveText(`${aRootOffice.commonName} 2`);
    await expect(page.locator('#crl')).toHaveValue('http://crl.example.kz/r-2.crl');
    expect(await accessibilityFindings(page)).toEqual([]);

    // The address of the list that verifiers fetch for the old key is not the new one's.
    await unlockIfLocked(page, secrets);
    // The dialog gives the focus back when it closes; what is typed before that goes nowhere.
    await expect(page.locator('dialog')).toHaveCount(0);
    await page.locator('#crl').fill('http://crl.example.kz/r.crl');
    await expect(page.locator('#crl')).toHaveValue('http://crl.example.kz/r.crl');
    await act(page, 'begin-renewal');
    await expect(page.locator('#crl-error')).toContainText('http://crl.example.kz/r.crl');
    await page.locator('#crl').fill('http://crl.example.kz/r-2.crl');
    await page.locator('input[name=suite][value=ecdsa-p384]').check();
    await renewToCertificate(page, secrets);

    // A reload in the middle goes on where it stopped, and until then the old key issues.
    await page.reload();
    await page.goto('./#/station');
    await expect(page.locator('#authority-keys [data-state=making]')).toContainText(
      `${aRootOffice.commonName} 2`,
    );
    await act(page, 'to-renewal');
    await unlock(page, secrets);
    await act(page, 'self-sign');
    await goOverToNewKey(page);
    await expect(page.locator('#unlock')).toBeVisible();
    expect(await accessibilityFindings(page)).toEqual([]);

    await page.goto('./#/station');
    await expect(page.locator('#authority-keys li')).toHaveCount(2);
    await expect(page.locator('#keys-backed-up')).toBeVisible();
    await page.goto('./#/');
    await expect(page.locator('[data-replaces]')).toContainText(aRootOffice.commonName);

    await page.goto(`./#/revocations/new?serial=${serial}`);
    await page.locator('input[name=revocation-kind][value=liquidation]').check();
    await page.locator('#noticeNumber').fill('7-15/201');
    await page.locator('#noticeDate').fill('20.11.2026');
    await unlockIfLocked(page, secrets);
    await act(page, 'receive-revocation');
    await page.locator('#confirmed-correct').check();
    await act(page, 'revoke');
    await act(page, 'revoke-finally');
    await expect(page.locator('#revoked-text')).toBeVisible();

    const ofNew = await publishCrlOf(page, secrets, 'sign-crl');
    await page.goto('./#/crl');
    await expect(page.locator('#former-keys [data-generation="1"]')).toHaveAttribute(
      'data-duty',
      'next-list',
    );
    expect(await accessibilityFindings(page)).toEqual([]);
    const ofOld = await publishCrlOf(page, secrets, 'sign-crl-1');
    await expect(page.locator('[data-fact=key]')).toContainText(aRootOffice.commonName);
    const lists = {
      old: crlText(await saved(page, `${ofOld}.crl`)),
      new: crlText(await saved(page, `${ofNew}.crl`)),
    };
    expect(withoutColons(lists.old)).toContain(serial);
    expect(withoutColons(lists.new)).not.toContain(serial);
    expect(lists.new).toContain('No Revoked Certificates');
    expect(lists.new).toContain('ecdsa-with-SHA384');
    await page.goto(`./#/register/${serial}`);
    await expect(page.locator('main')).toContainText(ofOld);

    await page.goto('./#/audit');
    await expect(page.locator('main')).toContainText('Орталық жаңа кілтке көшті');
  },
);

test('[N-5.3] [N-14] a National CA renews its key by the Root, and issues under its new name', async ({
  browser,
  origin,
  watched,
}) => {
  const aBrowser = async () => {
    const context = await browser.newContext({
      baseURL: `${origin}/`,
      locale: 'kk-KZ',
      timezoneId: 'Asia/Almaty',
    });
    watch(context, watched);
    const page = await context.newPage();
    await plugMedium(page);
    await page.goto('/');
    await installed(page);
    return { context, page };
  };
  const root = await aBrowser();
  const office = await aBrowser();
  const rootSecrets = await setUpRootStation(root.page);
  const secrets = await setUpToCertificate(office.page);

  /** A request goes to the Root on a medium, and the answer comes back. */
  const asked = async (name: string, commonName: string, number: number): Promise<Buffer> => {
    await act(office.page, 'save-request');
    const request = await saved(office.page, name);
    await root.page.goto('./#/');
    await unlockIfLocked(root.page, rootSecrets);
    await handInAuthority(root.page, { ...anOffice, commonName }, request);
    await certify(root.page);
    await act(root.page, 'to-certificate');
    await unlockIfLocked(root.page, rootSecrets);
    await act(root.page, 'export-answer');
    const answer = await saved(root.page, `answer-${number}.pem`);
    await choose(office.page, () => act(office.page, 'take-answer'), { name: 'answer.pem', octets: answer });
    return answer;
  };
  await asked('tirkelim-ca.csr', anOffice.commonName, 1);
  await act(office.page, 'confirm-root');
  await expect(office.page.locator('#menu')).toBeVisible();
  await unlockIfLocked(office.page, secrets);
  const issueTo = async (n: number): Promise<string> => {
    const person = applicant(n);
    await handIn(office.page, person, { request: opensslRequest(person).csr });
    await approve(office.page);
    return issue(office.page);
  };
  const old = await issueTo(2);

  await renewToCertificate(office.page, secrets);
  await expect(office.page.locator('[data-act=self-sign]')).toHaveCount(0);
  const answer = await asked('tirkelim-ca-2.csr', `${anOffice.commonName} 2`, 2);
  await goOverToNewKey(office.page);
  await expect(office.page.locator('#renewal-done')).toContainText(`${anOffice.commonName} 2`);
  await unlockIfLocked(office.page, secrets);
  const young = await issueTo(3);

  await test.step('OpenSSL verifies the new certificate by the new chain and the new list', async () => {
    const number = await publishCrlOf(office.page, secrets, 'sign-crl');
    const crl = execFileSync('openssl', ['crl', '-inform', 'DER'], {
      input: await saved(office.page, `${number}.crl`),
    });
    await office.page.goto(`./#/register/${young}`);
    await act(office.page, 'export-pem');
    await act(office.page, 'export-p7b');
    const leaf = await saved(office.page, `${young}.pem`);
    const folder = mkdtempSync(join(tmpdir(), 'tirkelim-renewal-'));
    const put = (name: string, octets: Buffer | string): string => {
      const path = join(folder, name);
      writeFileSync(path, octets);
      return path;
    };
    const parts = answer.toString().split(/(?<=-----END [A-Z0-9 ]+-----\n)/);
    const verified = execFileSync('openssl', [
      ...['verify', '-x509_strict', '-crl_check_all', '-CAfile', put('root.pem', parts[1] ?? '')],
      ...['-untrusted', put('n.pem', parts[0] ?? ''), '-CRLfile', put('root.crl', parts[2] ?? '')],
      ...['-CRLfile', put('n.crl', crl), put('leaf.pem', leaf)],
    ]).toString();
    expect(verified).toContain('OK');
    const chain = execFileSync('openssl', ['pkcs7', '-inform', 'DER', '-print_certs', '-noout'], {
      input: await saved(office.page, `${young}.p7b`),
    }).toString();
    expect(chain.match(/subject=/g)).toHaveLength(3);
    await office.page.goto(`./#/register/${old}`);
    await act(office.page, 'export-p7b');
    expect((await saved(office.page, `${old}.p7b`)).equals(await saved(office.page, `${young}.p7b`))).toBe(
      false,
    );
  });
  await root.context.close();
  await office.context.close();
});

testAtNational(
  '[N-3.1] a National CA is reminded of its key ahead, and may give a next key up',
  async ({ page, secrets }) => {
    await plugMedium(page);
    await page.goto('/');
    await installed(page);
    await unlock(page, secrets);
    await page.goto('./#/');
    await expect(page.locator('[data-act=new-application]')).toBeVisible();
    await expect(page.locator('a[href="#/station/renewal"]')).toHaveCount(0);

    // By keyboard alone: the name corrected, the key made.
    await page.goto('./#/station/renewal');
    await page.locator('#name').focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Enter');
    await expect(page.locator('#name-error')).toContainText('Кілт жасалған жоқ');
    await page.locator('#name').focus();
    await page.keyboard.type('ҰКО');
    await expect(page.locator('#new-name')).toHaveText('ҰКО 2');
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-act=save-key-backup]')).toBeVisible();
    await page.goto('./#/');
    await expect(page.locator('a[href="#/station/renewal"]')).toContainText('кілтті жаңарту аяқталмаған');

    await page.goto('./#/station/renewal');
    await page.locator('summary').focus();
    await page.keyboard.press('Enter');
    await page.locator('#give-up-understood').focus();
    await page.keyboard.press('Space');
    await act(page, 'give-up-renewal');
    await expect(page.locator('#new-name')).toHaveText(`${anOffice.commonName} 3`);

    // Nine years later the present key no longer covers a year.
    await page.clock.setFixedTime(new Date('2035-10-01T05:00:00Z'));
    await page.reload();
    await page.goto('./#/');
    await expect(page.locator('a[href="#/station/renewal"]')).toContainText('кілтін жаңарту керек');
    await page.goto('./#/station/renewal');
    await expect(page.locator('#renewal-advice')).toHaveAttribute('data-advice', 'advised');
    expect(secrets.passphrase).not.toBe('');
  },
);

testAtNational(
  '[N-8.3] a National CA that ceases after a renewal signs a final list by each of its keys',
  async ({ page, secrets }) => {
    await plugMedium(page);
    await page.goto('/');
    await installed(page);
    await unlock(page, secrets);
    const issueTo = async (n: number): Promise<string> => {
      const person = applicant(n);
      await handIn(page, person, { request: opensslRequest(person).csr });
      await approve(page);
      return issue(page);
    };
    const serials = [await issueTo(2)];
    await renewToCertificate(page, secrets);
    await act(page, 'self-sign');
    await goOverToNewKey(page);
    serials.push(await issueTo(3));

    await page.goto('./#/revocations/cessation');
    await expect(page.locator('#cessation-count')).toHaveText('2');
    await page.locator('#typed-name').fill(`${anOffice.commonName} 2`);
    await page.locator('#understood').check();
    await act(page, 'cease');
    await expect(page.locator('#cessation-done')).toBeVisible();
    await act(page, 'sign-final-crl');
    const finals = page.locator('[data-act=to-final-crl]');
    await expect(finals).toHaveCount(2);
    const addresses = await finals.evaluateAll((links) =>
      links.map((link) => link.getAttribute('href') ?? ''),
    );
    for (const [i, address] of addresses.entries()) {
      await page.goto(`./${address}`);
      await expect(page.locator('[data-fact=key]')).toContainText(`${i + 1}-кілт`);
      const number = await publishShown(page);
      const text = withoutColons(crlText(await saved(page, `${number}.crl`)));
      for (const [j, serial] of serials.entries()) expect(text.includes(serial), `${i} ${j}`).toBe(i === j);
    }
    // Nothing is renewed any more.
    await page.goto('./#/station/renewal');
    await expect(page.locator('main .notice.due')).toBeVisible();
    await expect(page.locator('#name')).toHaveCount(0);
  },
);

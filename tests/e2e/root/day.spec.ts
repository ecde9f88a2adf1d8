import { execFileSync } from 'node:child_process';
import { expect, installed, testAtStation } from '#tests/support/e2e.ts';
import { act, choose, plugMedium, savedFile, unlock } from '#tests/support/officer-at-browser.ts';
import { certify, handInAuthority, publishRootCrl, unlockIfLocked } from '#tests/support/root-at-browser.ts';
import { authorityRequest } from '#tests/support/request-files.ts';

const test = testAtStation('R');

const national = {
  organisation: 'Цифрлық даму министрлігі',
  commonName: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ',
  region: 'Астана',
  email: 'ca@example.kz',
};

test.beforeEach(async ({ page }) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
});

test('[R-3.1] a Root CA has its own pages and forms and none of another authority', async ({ page }) => {
  await page.goto('./#/forms');
  await expect(page.locator('[data-act^="preview-"]')).toHaveCount(3);
  await expect(page.locator('main')).toContainText('R-F3');
  for (const path of ['/', '/applications', '/register', '/revocations', '/crl', '/forms', '/station']) {
    await page.goto(`./#${path}`);
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('main')).not.toContainText(/N-F\d|ЖСН,|БСН|3-тармақтың 1\)/);
  }
  for (const path of [
    '/applications/new/N-F1',
    '/applications/import',
    '/applications/issue',
    '/revocations/cessation',
  ]) {
    await page.goto(`./#${path}`);
    await expect(page.locator('h1')).toHaveText('Мұндай бет жоқ');
  }
  await page.goto('./#/');
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/#\/applications\/new\/R-F1$/);
});

test('[R-4] [R-7] [R-8] [R-14] from the application to both faces of the certificate and the place of its paper', async ({
  page,
  secrets,
}) => {
  await unlock(page, secrets);
  const { csr } = authorityRequest(national);
  await handInAuthority(page, national, csr);
  await expect(page.locator('main')).toContainText('шешім мерзімі');
  await expect(page.locator('#comparison tr.same')).toHaveCount(5);
  const serial = await certify(page);
  await act(page, 'to-certificate');
  await expect(page.locator('#certificate-facts')).toContainText(national.commonName);
  await expect(page.locator('#certificate-fields')).toContainText('CA:TRUE');
  await expect(page.locator('[data-act=renewal]')).toHaveCount(0);

  await unlock(page, secrets);
  await expect(page.locator('#delivered-ways')).toContainText('2 түрден 0');
  for (const count of [1, 2]) {
    await page.locator('#delivery-recipient').fill('Жұмабекұлы Ерлан, жеке куәлік 012345678');
    await act(page, 'record-delivery');
    await expect(page.locator('#delivered-ways')).toContainText(`2 түрден ${count}`);
  }
  await page.locator('#paper-folder').fill('3');
  await page.locator('#paper-sheet').fill('17');
  await act(page, 'record-paper-place');
  await expect(page.locator('#paper-place')).toHaveText('3-бума, 17-парақ');

  await act(page, 'export-answer');
  const answer = await savedFile(page, 'answer-1.pem');
  expect(answer.toString().match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
  expect(answer.toString()).toContain('BEGIN X509 CRL');
  await act(page, 'paper-certificate');
  await expect(page.locator('dialog')).toContainText('Тіркеу Куәлігі');
  await expect(page.locator('dialog')).toContainText('-----BEGIN CERTIFICATE-----');
  expect(serial).toMatch(/^[0-9a-f]{40}$/);
});

test('[R-6] [R-10.1] without the accreditation certificate an application is refused, with a printed notice', async ({
  page,
  secrets,
}) => {
  await unlock(page, secrets);
  const { csr } = authorityRequest(national);
  await handInAuthority(page, { ...national, accreditedUntil: null }, csr);
  await expect(page.locator('#findings')).toContainText('Аккредиттеу туралы куәліктің көшірмесі ұсынылмаған');
  await expect(page.locator('[data-act="confirm-R-10.1"]')).toBeDisabled();
  await act(page, 'begin-refusal');
  await expect(page.locator('input[type=checkbox][value]')).toHaveCount(2);
  await page.locator('input[value=document-missing]').check();
  await page.locator('#ground-document-missing').fill('аккредиттеу туралы куәлік жоқ');
  await act(page, 'refuse');
  await expect(page.locator('.life li')).toHaveCount(2);
  await expect(page.locator('.life li.ended')).toHaveCount(1);
  await act(page, 'paper-refusal');
  await expect(page.locator('dialog')).toContainText('бас тартылды');
  await expect(page.locator('dialog')).toContainText('(Қағидалардың 10-тармағының 1) тармақшасы)');
  await expect(page.locator('dialog')).toContainText('Шығыс № БТ/');
  await page.keyboard.press('Escape');
  await page.goto('./#/forms');
  await act(page, 'outgoing-journal');
  await expect(page.locator('dialog')).toContainText('Тіркеу куәлігін беруден бас тарту туралы хабарлама');
});

test('[A01] [A20] wrong files are refused by name; [A09] what is asked beyond the profile is shown and not granted', async ({
  page,
  secrets,
}) => {
  await unlock(page, secrets);
  await page.goto('./#/applications/new/R-F1');
  const { csr } = authorityRequest(national);
  const der = execFileSync('openssl', ['req', '-outform', 'DER'], { input: csr });
  const broken = Buffer.from(der);
  broken[broken.length - 3] = (broken.at(-3) ?? 0) ^ 1;
  for (const [name, octets, text] of [
    ['broken.csr', broken, /broken\.csr: Өтініш беруші жабық кілтке иелігін дәлелдемеді/],
    ['scan.csr', Buffer.from('%PDF-1.7\n'), /scan\.csr: .*PDF құжаты/],
    ['empty.csr', Buffer.alloc(0), /empty\.csr: .*бос файл/],
    ['large.csr', Buffer.alloc(65_537, 0x30), /large\.csr: Файл тым үлкен/],
  ] as const) {
    await choose(page, () => act(page, 'take-request'), { name, octets });
    await expect(page.locator('#request-error')).toHaveText(text);
  }
  const greedy = authorityRequest(national, [
    'basicConstraints=critical,CA:TRUE,pathlen:3',
    'keyUsage=critical,digitalSignature,keyCertSign,cRLSign',
  ]);
  await handInAuthority(page, national, greedy.csr);
  await expect(page.locator('main')).toContainText('төменгі орталықтар саны 3; куәлікте 0 болады');
  await expect(page.locator('main')).toContainText('digitalSignature');
});

test('[R-11.2] [R-12] [R-13] a liquidation: case, two working days, revocation, published CRL', async ({
  page,
  secrets,
}) => {
  await unlock(page, secrets);
  await handInAuthority(page, national, authorityRequest(national).csr);
  const serial = await certify(page);
  await page.goto(`./#/revocations/new?serial=${serial}`);
  await expect(page.locator('input[name=revocation-kind]')).toHaveCount(5);
  await page.locator('input[name=revocation-kind][value=liquidation]').check();
  await page.locator('#noticeNumber').fill('7-15/201');
  await page.locator('#noticeDate').fill('31.12.2099');
  await unlockIfLocked(page, secrets);
  await act(page, 'receive-revocation');
  await expect(page.locator('#noticeDate-error')).toBeVisible();
  await page.locator('#noticeDate').fill('20.11.2026');
  await act(page, 'receive-revocation');
  await expect(page.locator('#case-facts')).toContainText('11-тармақтың 2) тармақшасы');
  await expect(page.locator('#case-facts')).toContainText('cessationOfOperation');
  await page.locator('#confirmed-correct').check();
  await act(page, 'revoke');
  await act(page, 'revoke-finally');
  await expect(page.locator('#revoked-text')).toBeVisible();
  await expect(page.locator('#unlock')).toBeVisible();
  const number = await publishRootCrl(page, secrets);
  const text = execFileSync('openssl', ['crl', '-inform', 'DER', '-noout', '-text'], {
    input: await savedFile(page, `${number}.crl`),
  }).toString();
  expect(text.toLowerCase().replace(/[^0-9a-f]/g, '')).toContain(serial);
  expect(text).toContain('Cessation Of Operation');
});

test('[R-11.3] the end of an accreditation is spoken of 30 days ahead, and put to the officer when it came', async ({
  page,
  secrets,
}) => {
  // By the clock of the day: the station was set up today, and is never worked at before that.
  const [now, dayMs] = [Date.now(), 86_400_000];
  const [year, month, day] = new Date(now + 29 * dayMs + 5 * 3_600_000).toISOString().slice(0, 10).split('-');
  const accreditedUntil = `${day ?? ''}.${month ?? ''}.${year ?? ''}`;
  await page.clock.setFixedTime(now);
  await unlock(page, secrets);
  await handInAuthority(page, { ...national, accreditedUntil }, authorityRequest(national).csr);
  const serial = await certify(page);
  await page.goto('./#/');
  await expect(page.locator('main')).toContainText('аккредиттеу мерзімі бітеді');
  await page.clock.setFixedTime(now + 30 * dayMs);
  await page.reload();
  const line = page.locator(`a[href*="serial=${serial}&ground=accreditation-ended"]`);
  await expect(line).toContainText('кері қайтару керек');
  await line.click();
  await expect(page.locator('#accreditation-ended')).toContainText(accreditedUntil);
  await unlockIfLocked(page, secrets);
  await act(page, 'receive-revocation');
  await expect(page.locator('#case-facts')).toContainText('11-тармақтың 3) тармақшасы');
  await expect(page.locator('#case-facts')).toContainText('privilegeWithdrawn');
});

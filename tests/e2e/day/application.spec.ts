import { execFileSync } from 'node:child_process';
import { expect, installed, testAtStation } from '#tests/support/e2e.ts';
import { act, approve, choose, handIn, plugMedium, unlock } from '#tests/support/officer-at-browser.ts';
import { applicant } from '#tests/support/people.ts';
import { opensslRequest } from '#tests/support/request-files.ts';

const test = testAtStation('N');

test.beforeEach(async ({ page, secrets }) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await unlock(page, secrets);
});

test('[A01] [A20] wrong files are refused by name, with the reason and what to do, and nothing is registered', async ({
  page,
}) => {
  await page.goto('./#/applications/new/N-F1');
  const flipped = Buffer.from(
    opensslRequest(applicant(1))
      .csr.toString()
      .replace(/\n(.{20})(.)/, (_, a: string, b: string) => `\n${a}${b === 'A' ? 'B' : 'A'}`),
  );
  const der = execFileSync('openssl', ['req', '-outform', 'DER'], {
    input: opensslRequest(applicant(1)).csr,
  });
  const signatureBroken = Buffer.from(der);
  signatureBroken[signatureBroken.length - 3] = (signatureBroken.at(-3) ?? 0) ^ 1;
  for (const [name, octets, words] of [
    ['flipped.csr', flipped, /flipped\.csr/],
    ['broken.csr', signatureBroken, /broken\.csr: Өтініш беруші жабық кілтке иелігін дәлелдемеді/],
    ['scan.csr', Buffer.from('%PDF-1.7\n'), /scan\.csr: .*PDF құжаты/],
    ['empty.csr', Buffer.alloc(0), /empty\.csr: .*бос файл/],
    ['large.csr', Buffer.alloc(65_537, 0x30), /large\.csr: Файл тым үлкен/],
    ['deep.csr', Buffer.alloc(60_000, 0x30), /deep\.csr/],
  ] as const) {
    await choose(page, () => act(page, 'take-request'), { name, octets });
    await expect(page.locator('#request-error')).toHaveText(words);
  }
  await page.goto('./#/applications');
  await expect(page.locator('.empty')).toBeVisible();
});

test('[I02] what has no place in a field is named beside it; megabytes are bounded', async ({ page }) => {
  await page.goto('./#/applications/new/N-F2');
  const hostile = {
    surname: 'Аб\u202eдул',
    givenName: 'Ай😀гүл',
    organisationName: 'А'.repeat(1000),
    city: 'Ал\u0000маты',
    email: 'a@b@c',
    phone: 'жоқ',
  };
  for (const [field, value] of Object.entries(hostile)) await page.locator(`#${field}`).fill(value);
  await page.locator('#surname').evaluate((input: HTMLInputElement) => {
    input.focus();
  });
  await act(page, 'hand-in');
  for (const field of Object.keys(hostile)) await expect(page.locator(`#${field}-error`)).toBeVisible();
  await page.locator('#city').evaluate((input: HTMLInputElement) => {
    input.value = 'А'.repeat(10_000_000);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(page, 'hand-in');
  await expect(page.locator('#city-error')).toContainText('Тым ұзын');
});

test('[A17] hostile text stays text: no element, no link, no script comes of it', async ({ page }) => {
  await page.goto('./#/applications/new/N-F1');
  const person = { ...applicant(1), city: '<img src=x onerror=alert(1)>' };
  await handIn(page, person, { request: opensslRequest(person).csr });
  await expect(page.locator('main')).toContainText('<img src=x onerror=alert(1)>');
  expect(await page.locator('main img').count()).toBe(0);
});

test('[N-5.2] another’s request is red and hinders the approval; an approval goes back with its reason', async ({
  page,
}) => {
  const [person, another] = [applicant(0), applicant(4)];
  await handIn(page, person, { request: opensslRequest(another).csr });
  await expect(page.locator('#open-findings')).toBeVisible();
  await expect(page.locator('#comparison tr.another')).toHaveCount(1);
  await expect(page.locator('#no-findings')).toHaveCount(0);
  await expect(page.locator('[data-act="confirm-N-5.1"]')).toBeDisabled();
  await page.locator('[data-act=correct]').click();
  await choose(page, () => act(page, 'take-request'), {
    name: 'own.csr',
    octets: opensslRequest({ ...person, email: 'own@example.kz' }).csr,
  });
  await act(page, 'hand-in');
  await expect(page.locator('#comparison tr.another')).toHaveCount(0);
  await page.locator('#reason-0').fill('екі поштасы бар');
  await expect(page.locator('#reasoned-findings')).toBeVisible();
  await approve(page);
  await expect(page.locator('#decision-reasons')).toContainText('екі поштасы бар');
  await page.locator('#withdrawal-reason').fill('қайта қарау керек');
  await act(page, 'withdraw-approval');
  await expect(page.locator('[data-act="confirm-N-5.1"]')).toBeEnabled();
  await expect(page.locator('.withdrawn-approval')).toHaveText('қайта қарау керек');
});

test('[C01] a table gets a verdict for each row before anything is written', async ({ page }) => {
  await page.goto('./#/applications/import');
  const heads =
    'ЖСН;Тегі;Аты;Облыс;Қала;Электрондық пошта;Телефон;Пайдалану саласы;ЭЦҚ құралы;Жеке куәлік нөмірі;Жеке куәлік күні;Жеке куәлікті кім берген';
  const row = (iin: string, surname: string) =>
    `${iin};${surname};Айгүл;Астана;Астана;a@example.kz;+77011234567;салық;ECDSA;012345;05.03.2020;ІІМ`;
  const text = [
    heads,
    row('850101300015', 'Әбілқасымов'),
    row('850101300017', 'Қате'),
    row('850101300015', 'Әбілқасымов'),
  ].join('\r\n');
  await choose(page, () => act(page, 'choose-table'), {
    name: 'table.csv',
    octets: Buffer.from(`\ufeff${text}`),
  });
  await expect(page.locator('#verdicts tbody tr')).toHaveCount(3);
  await expect(page.locator('#verdicts')).toContainText('Бақылау разряды 7');
  await expect(page.locator('#verdicts')).toContainText('2-жолдың қайталануы');
  await act(page, 'receive-table');
  await expect(page.locator('.notice.good')).toContainText('1 өтініш тіркелді');
});

test('a cancelled save of the key carrier takes no key [C12]', async ({ page }) => {
  await page.goto('./#/applications/new/N-F1');
  const person = applicant(1);
  for (const field of ['iin', 'surname', 'givenName', 'region', 'city', 'email', 'phone'] as const)
    await page.locator(`#${field}`).fill(person[field]);
  await page.locator('#usageAreas-0').fill('салық');
  await page.locator('#signatureTool').fill('ECDSA P-256');
  await page.locator('#documents-0-number').fill('012345');
  await page.locator('#documents-0-date').fill('05.03.2021');
  await page.locator('#documents-0-issuer').fill('ІІМ');
  await page.evaluate(() => {
    Object.assign(window, {
      showSaveFilePicker: () => Promise.reject(new DOMException('cancelled', 'AbortError')),
    });
  });
  await act(page, 'make-key-here');
  await page.locator('#carrier-passphrase').fill('carrier passphrase 1');
  await act(page, 'make-carrier');
  await expect(page.locator('#request-error')).toContainText('жойылды');
  await expect(page.locator('#request .notice.good')).toHaveCount(0);
});

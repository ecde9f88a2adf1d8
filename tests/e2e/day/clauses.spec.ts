import { accessibilityFindings } from '#tests/support/accessibility.ts';
import { expect, installed, testAtStation } from '#tests/support/e2e.ts';
import { act, approve, handIn, issue, plugMedium, speak, unlock } from '#tests/support/officer-at-browser.ts';
import { applicant } from '#tests/support/people.ts';
import { opensslRequest } from '#tests/support/request-files.ts';

const testAtNational = testAtStation('N');
const testAtRoot = testAtStation('R');

testAtNational(
  '[N-3.2] [N-9] [N-13] an auditor goes from a clause to what keeps it, to its acts, and to what is kept until when',
  async ({ page, secrets }) => {
    await plugMedium(page);
    await page.goto('/');
    await installed(page);
    await unlock(page, secrets);

    // Before anything was issued the only thing kept is the first CRL.
    await page.goto('./#/archive');
    await expect(page.locator('main h1')).toHaveText('Мұрағат');
    await expect(page.locator('#kept-years tbody tr')).toHaveCount(1);

    const person = applicant(2);
    await handIn(page, person, { request: opensslRequest(person).csr });
    await approve(page);
    const serial = await issue(page);

    await page.goto('./#/station');
    await page.locator('main .page-head a[href="#/clauses"]').click();
    await expect(page.locator('main h1')).toHaveText('Бұйрық тармақтары');
    await expect(page.locator('article')).toHaveCount(30);
    await expect(page.locator('#act li')).toHaveCount(4);
    await expect(page.locator('#act')).toContainText('6716');
    await expect(page.locator('#clause-N-9 h3')).toHaveText('9-тармақ (кері қайтару мерзімі)');
    await expect(page.locator('#clause-N-9 [lang=kk]')).toContainText('екі жұмыс күннен кеш емес уақытта');
    await expect(page.locator('#clause-N-3\\.2 strong')).toHaveText('1');
    await expect(page.locator('#clause-N-9 strong')).toHaveText('0');
    await expect(page.locator('main .notice.good')).toBeVisible();
    await page.locator('#clause-N-9 summary').click();
    await expect(page.locator('#clause-N-9 .clauseImplementations')).toContainText('мерзімі 2 жұмыс күні');
    await expect(page.locator('#clause-N-9 .clauseImplementations')).toContainText('receiveRevocation');

    // An application to revoke that nobody decides within two working days is late, and both pages say so.
    await page.goto(`./#/revocations/new?serial=${serial}`);
    await page.locator('input[name=revocation-kind][value=court]').check();
    await page.locator('#court').fill('Астана қаласының Есіл аудандық соты');
    await page.locator('#decisionNumber').fill('2-1234');
    await page.locator('#decisionDate').fill('01.10.2026');
    await page.locator('#inForceFrom').fill('02.11.2026');
    await page.locator('input[name=ground][value=court-decision]').check();
    await act(page, 'receive-revocation');
    await expect(page).toHaveURL(/#\/revocations\/[0-9a-f]+/u);
    await page.clock.setFixedTime(Date.now() + 14 * 86_400_000);
    await page.goto('./#/clauses');
    await page.reload();
    await expect(page.locator('#clause-N-9 .badge.due')).toHaveText(/кешіккені: 1/u);
    await expect(page.locator('#clause-N-8\\.2 strong')).toHaveText('1');
    await expect(page.locator('main .notice.due')).toContainText('Мерзімі бұзылған тармақтар: 1');

    for (const [language, words] of [
      ['ru', 'Отзыв не позднее двух рабочих дней после получения заявления.'],
      ['en', 'Revoked within two working days after the application was received.'],
    ] as const) {
      await speak(page, language);
      await expect(page.locator('#clause-N-9')).toContainText(words);
      await expect(page.locator('#clause-N-9 [lang=kk]')).toContainText('екі жұмыс күннен');
    }
    await page.locator('#clause-N-9 a').click();
    await expect(page).toHaveURL(/#\/revocations$/u);

    // What is kept: the certificate to the last day of the fifth year after its term.
    await page.goto('./#/archive');
    const rows = page.locator('#kept-years tbody tr');
    await expect(rows).toHaveCount(2);
    await expect(rows.last().locator('td').first()).toHaveText('1');
    await expect(page.locator('main .notice.good')).toContainText('No period of keeping ends this year');
  },
);

testAtNational(
  '[N-15] a CRL whose keeping is over is shown as such and stays; axe finds nothing on either page',
  async ({ page, secrets }) => {
    await plugMedium(page);
    await page.goto('/');
    await installed(page);
    await unlock(page, secrets);
    const findings: string[] = [];
    const look = async (address: string) => {
      await page.goto(`./#${address}`);
      await expect(page.locator('main h1')).toBeVisible();
      await expect(page.locator('main section').first()).toBeVisible();
      for (const text of await accessibilityFindings(page)) findings.push(`${address}: ${text}`);
    };
    for (const [mode, width] of [
      ['light', 1280],
      ['dark', 390],
    ] as const) {
      await page.emulateMedia({ colorScheme: mode });
      await page.setViewportSize({ width, height: 900 });
      await look('/clauses');
      await look('/archive');
    }
    // Six years on.
    await page.clock.setFixedTime(Date.now() + 6 * 366 * 86_400_000);
    await page.goto('./#/archive');
    await page.reload();
    await expect(page.locator('#kept-past tbody tr')).toHaveCount(1);
    await expect(page.locator('main .notice.due')).toContainText('Сақтау мерзімі өткен жазбалар: 1');
    await look('/archive');
    await page.locator('#kept-past a').click();
    await expect(page).toHaveURL(/#\/crl\//u);
    expect([...new Set(findings)]).toEqual([]);
  },
);

testAtRoot(
  '[R-7] [R-16] at the Root CA the clauses are those of annex 1, and its archive says what it keeps',
  async ({ page }) => {
    await plugMedium(page);
    await page.goto('/');
    await installed(page);
    const findings: string[] = [];
    for (const address of ['/clauses', '/archive']) {
      await page.goto(`./#${address}`);
      await expect(page.locator('main section').first()).toBeVisible();
      await expect(page.locator('main')).not.toContainText(/N-\d|G-\d/u);
      for (const text of await accessibilityFindings(page)) findings.push(`${address}: ${text}`);
    }
    expect(findings).toEqual([]);
    await page.goto('./#/clauses');
    await page.locator('#clause-R-7 summary').click();
    await expect(page.locator('#clause-R-7 .clauseImplementations')).toContainText('мерзімі 15 жұмыс күні');
    await expect(page.locator('#clause-R-7 strong')).toHaveText('0');
    await expect(page.locator('article')).toHaveCount(27);
  },
);

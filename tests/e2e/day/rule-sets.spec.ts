import { accessibilityFindings } from '#tests/support/accessibility.ts';
import { expect, installed, testAtStation } from '#tests/support/e2e.ts';
import { inventedRuleSet, ruleSetOctets } from '#tests/support/invented-rules.ts';
import { act, choose, plugMedium, unlock } from '#tests/support/officer-at-browser.ts';

const testAtNational = testAtStation('N');
const languages = [
  ['қаз', 'Қағидалар жинағы', '№ 5 ойдан шығарылған бұйрық'],
  ['рус', 'Свод правил', 'Вымышленный приказ № 5'],
  ['eng', 'Rule sets', 'Invented order No. 5'],
] as const;

testAtNational(
  '[R-1] [N-1] an officer looks at another act’s set, passes to it, and finds nothing of the old act where the new one counts',
  async ({ page, secrets }) => {
    await plugMedium(page);
    await page.goto('/');
    await installed(page);
    await page.goto('./#/station');
    await act(page, 'to-rule-sets');
    await expect(page.locator('main h1')).toHaveText('Қағидалар жинағы');
    await expect(page.locator('#held-sets tbody tr')).toHaveCount(1);

    const openFile = (octets: Uint8Array) =>
      choose(page, () => act(page, 'choose-rule-set'), { name: 'set.json', octets: Buffer.from(octets) });
    const rules = inventedRuleSet.authorities.N;
    const delivery = { ...rules.delivery, ways: ['e-mail', 'e-mail'] };
    await openFile(ruleSetOctets({ authorities: { N: { ...rules, delivery } } }));
    await expect(page.locator('#file-error')).toContainText('authorities.N.delivery.ways: e-mail');
    await expect(page.locator('#looked-at')).toHaveCount(0);

    // Two grounds that read alike are two lines.
    const grounds = rules.grounds.flatMap((ground) => [ground, { ...ground, id: `${ground.id}-2` }]);
    await openFile(ruleSetOctets({ authorities: { N: { ...rules, grounds } } }));
    await expect(page.locator('#changes [data-aspect=grounds] td').last().locator('li')).toHaveCount(4);
    await openFile(ruleSetOctets());
    await expect(page.locator('#changes [data-aspect=grounds] td').last().locator('li')).toHaveCount(2);
    await expect(page.locator('#file-error')).toHaveCount(0);
    await expect(page.locator('#changes [data-aspect=delivery] td')).toHaveText([
      'қағаз',
      'қалғаны өзгермейді',
    ]);
    await expect(page.locator('[data-fact=in-force]')).toHaveText('01.11.2026');
    await expect(page.locator('[data-fact=spoken]')).toHaveText(/^(?:\S+ ){9}\S+$/u);
    await expect(page.locator('#changes [data-aspect=revocation] td')).toHaveText(['2 жұмыс күні', '7 күн']);
    await expect(page.locator('#changes [data-aspect=retention] td')).toHaveText(['5 жыл', '12 жыл']);
    for (const [language, title, name] of languages) {
      await page.getByRole('button', { name: language, exact: true }).click();
      await expect(page.locator('main h1')).toHaveText(title);
      await expect(page.locator('[data-fact=name]')).toHaveText(name);
      await expect(page.locator('#will-be-true')).toContainText(name);
      expect(await accessibilityFindings(page)).toEqual([]);
    }
    await page.getByRole('button', { name: 'қаз', exact: true }).click();

    // By the keyboard alone, from the first field to the act; the station is opened in the middle.
    await act(page, 'pass-to-rule-set');
    await expect(page.locator('#order-number-error')).toBeVisible();
    await expect(page.locator('#order-date-error')).toBeVisible();
    const today = await page.locator('#from').inputValue();
    await page.locator('#order-number').fill('12-н');
    await page.locator('#order-date').fill(today);
    await page.locator('#order-date').press('Enter');
    await page.locator('#unlock-secret').fill(secrets.passphrase);
    await page.locator('#unlock-secret').press('Enter');
    await expect(page.locator('#passed')).toContainText('№ 5 ойдан шығарылған бұйрық');
    await expect(page.locator('#held-sets tbody tr')).toHaveCount(2);
    await expect(page.locator('[data-set=invented-1]')).toContainText('№ 12-н');
    await openFile(ruleSetOctets());
    await expect(page.locator('#unfit')).toContainText('invented-1');
    await expect(page.locator('#order-number')).toHaveCount(0);

    // From here on the act that counts is the invented one, also in what the pages say of themselves, and after a new start.
    await page.goto('./#/clauses');
    await expect(page.locator('main .page-head p')).toContainText('№ 5 ойдан шығарылған бұйрық');
    await expect(page.locator('article')).toHaveCount(10);
    await page.reload();
    await expect(page.locator('article')).toHaveCount(10);
    await page.goto('./#/forms');
    await expect(page.locator('main tbody tr').first()).toContainText('ZQ-1');
    await page.goto('./#/revocations');
    await expect(page.locator('main .page-head p')).toContainText('12-тармақ, 13-тармақ, 14-тармақ');
    await page.goto('./#/applications/new/N-F1');
    await expect(page.locator('main .page-head p')).toContainText('(3-тармақ)');
    await page.goto('./#/');
    await expect(page.locator('main h1')).toBeVisible();
    await expect(page.locator('main')).toContainText('15-тармақ');
    // Each page as it says something of the new act: before that it is not read whole.
    for (const [address, ofNew] of [
      ['./#/', '15-тармақ'],
      ['./#/clauses', 'ZQ-1: Төлем түбіртегі'],
      ['./#/forms', 'ZQ-4'],
      ['./#/revocations', '12-тармақ'],
      ['./#/crl', '14-тармақ'],
      ['./#/archive', '№ 5 ойдан шығарылған бұйрық'],
    ] as const) {
      await page.goto(address);
      await expect(page.locator('main')).toContainText(ofNew);
      if (address !== './#/archive') await expect(page.locator('main')).not.toContainText(/№ 348|N-F\d/u);
    }
    await unlock(page, secrets);
  },
);

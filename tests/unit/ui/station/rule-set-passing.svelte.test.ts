// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { largestRuleSet } from '#domain/authority/rule-set-file.ts';
import { firstRuleSet } from '#domain/authority/rule-sets.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { spokenDigest } from '#domain/base/spoken-words.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { languages, words } from '#ui/i18n/language.svelte.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import { RuleSetPassing } from '#ui/station/rule-set-passing.svelte.ts';
import { ruleValueText } from '#ui/station/rule-value-text.ts';
import { inventedRuleSet, ruleSetOctets } from '#tests/support/invented-rules.ts';
import { anOffice, setUp } from '#tests/support/office-at-work.ts';
import { aSession, until } from '#tests/support/session-at-work.ts';

async function atPage() {
  const office = anOffice();
  await setUp(office);
  const desk = await aSession(office);
  const page = new RuleSetPassing(desk.session);
  const choose = async (octets: Uint8Array) => {
    desk.toOpen.push([{ name: 'set.json', size: octets.length, octets }]);
    await page.choose();
  };
  const type = (change: Partial<RuleSetPassing['typed']['value']>) => {
    page.typed.value = { orderNumber: '12-н', orderDate: '20.11.2026', from: '23.11.2026', ...change };
  };
  const kept = async () => (await desk.session.office.store.read()).get('station', 'station');
  return { ...desk, page, choose, type, kept };
}

describe('[R-1] [N-1] the page on which a station passes to another rule set', () => {
  it('shows what a file is before anything is written, also at a locked station', async () => {
    const { page, choose, session, kept, office } = await atPage();
    await session.lock('officer');
    expect(page.held).toMatchObject([{ id: firstRuleSet, isPresent: true }]);
    await choose(ruleSetOctets());
    expect(session.unlockAsked).toBe(false);
    const digest = office.desk.sha256(ruleSetOctets());
    expect(page.looked).toMatchObject({
      sha256Hex: bytesToHex(digest),
      file: { names: inventedRuleSet.names, act: { number: '5', inForceFrom: '2026-11-01' } },
    });
    expect(page.spoken).toBe(spokenDigest(digest, 'cyrillic'));
    expect(page.unfit).toBeNull();
    expect(page.differences.map(({ aspect }) => aspect)).toEqual([
      ...['names', 'revocation', 'validity', 'retention', 'confirmations', 'grounds', 'refusalGrounds'],
      ...['documents', 'documents', 'delivery', 'deliveryNeeded', 'issue', 'certificate', 'revocationForms'],
    ]);
    expect(page.sentence).toBe(words.t.ruleSet.willBeTrue('№ 5 ойдан шығарылған бұйрық', '23.11.2026'));
    expect((await kept())?.heldRuleSets).toBeUndefined();
    page.putAway();
    expect([page.looked, page.differences, page.sentence]).toEqual([undefined, [], undefined]);
  });

  it('in each language says every difference in words', async () => {
    const { page, choose } = await atPage();
    await choose(ruleSetOctets());
    for (const language of languages) {
      await words.choose(language);
      const said = page.differences.flatMap(({ before, after }) => [...before, ...after].map(ruleValueText));
      expect(said).toContain(words.t.ruleSet.period['calendar-days'](7));
      expect(said.filter((each) => each.includes('undefined') || each.trim() === '')).toEqual([]);
    }
    const latin = page.spoken;
    await words.choose('kk');
    expect(page.spoken).not.toBe(latin);
  });

  it('passes by the act, opens a locked station in the middle, and then shows the set among those held', async () => {
    const { page, choose, type, session, unlock, kept } = await atPage();
    await session.lock('officer');
    await choose(ruleSetOctets());
    type({ orderNumber: ' 12-н ' });
    const passed = page.pass();
    await until(() => session.unlockAsked);
    await unlock();
    await passed;
    expect([page.action.error, page.errors]).toEqual([undefined, []]);
    expect(page.action.said).toBe(words.t.ruleSet.passed('№ 5 ойдан шығарылған бұйрық', '23.11.2026'));
    await until(() => session.station?.ruleSet === 'invented-1');
    expect(await kept()).toMatchObject({
      ruleSet: 'invented-1',
      heldRuleSets: [{ order: { number: '12-н' } }],
    });
    expect([page.looked, page.typed.value.orderNumber]).toEqual([undefined, '']);
    expect(page.held).toMatchObject([
      { id: firstRuleSet, isPresent: false },
      {
        id: 'invented-1',
        names: inventedRuleSet.names,
        from: '2026-11-23',
        order: { number: '12-н', date: '2026-11-20' },
        isPresent: true,
      },
    ]);
    // The same file once more: said before anything is typed.
    await choose(ruleSetOctets());
    expect(page.unfit).toEqual({ type: 'RuleSetHeld', id: 'invented-1' });
  });

  it('names what is typed wrongly beside its field, and sends nothing', async () => {
    const { page, choose, type, kept } = await atPage();
    await choose(ruleSetOctets());
    const fields = () => page.errors.map(({ fieldId }) => fieldId);
    type({ orderNumber: ' ', orderDate: 'кеше', from: '' });
    await page.pass();
    expect(fields()).toEqual(['order-number', 'order-date', 'from']);
    type({ orderNumber: '' });
    await page.pass();
    expect(fields()).toEqual(['order-number']);
    type({ from: '24.11.2026' });
    await page.pass();
    expect(page.errorOf('from')).toBe(refusalText({ type: 'PassingDayWrong', date: '2026-11-24' as never }));
    type({ from: '31.10.2026', orderDate: '30.10.2026' });
    await page.pass();
    expect(page.errorOf('from')).toBe(refusalText({ type: 'ActNotInForce', date: '2026-10-31' as never }));
    expect((await kept())?.ruleSet).toBe('order-348');
    // Of what was typed nothing is lost.
    expect(page.typed.value.orderNumber).toBe('12-н');
  });

  it('refuses in words that name the place, in each language, and shows nothing of the file', async () => {
    const { page, choose } = await atPage();
    await choose(ruleSetOctets());
    const rest = Object.fromEntries(
      Object.entries(inventedRuleSet.authorities.N).filter(([name]) => name !== 'retention'),
    );
    await choose(ruleSetOctets({ authorities: { N: rest } }));
    expect(page.looked).toBeUndefined();
    for (const language of languages) {
      await words.choose(language);
      expect(page.taking.action.error).toMatch(/^set\.json: .*authorities\.N\.retention/u);
    }
    await words.choose('kk');
    await choose(encodeUtf8('{}{'));
    expect(page.taking.action.error).toBe(`set.json: ${words.t.refusals.RuleSetUnreadable}`);
    // Only its first places, however many a stranger's file has.
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`x${String(i)}`, 1]));
    await choose(ruleSetOctets(many));
    expect(page.taking.action.error?.length).toBeLessThan(600);
    expect(page.taking.action.error).toContain('492');
  });

  it('says of another authority’s set that it is one', async () => {
    const { page, choose, session } = await atPage();
    await choose(ruleSetOctets());
    const { station } = session;
    if (station === undefined) throw new Error('no station');
    session.station = { ...station, kind: 'G' };
    expect(page.unfit).toEqual({ type: 'RuleSetOfOtherAuthority', kind: 'G' });
    expect(page.differences).toEqual([]);
  });

  it('tells the order from a set of any name, and shows grounds that read alike one by one', async () => {
    const { page, choose, type } = await atPage();
    const rules = inventedRuleSet.authorities.N;
    const grounds = rules.grounds.flatMap((ground) => [ground, { ...ground, id: `${ground.id}-2` }]);
    await choose(ruleSetOctets({ id: 'order', authorities: { N: { ...rules, grounds } } }));
    expect(page.differences.find(({ aspect }) => aspect === 'grounds')?.after).toHaveLength(4);
    type({});
    await page.pass();
    await until(() => page.held.length === 2);
    expect(new Set(page.held.map(({ id }) => id)).size).toBe(2);
  });

  it('a file too large is not read; none chosen leaves what was looked at', async () => {
    const { page, choose, toOpen } = await atPage();
    await choose(ruleSetOctets());
    toOpen.push([]);
    await page.choose();
    expect(page.looked).toBeDefined();
    toOpen.push([{ name: 'film.json', size: largestRuleSet + 1 }]);
    await page.choose();
    expect([page.looked, page.taking.action.error?.startsWith('film.json: ')]).toEqual([undefined, true]);
  });

  it('an act that is refused after all says why, and keeps the file and what was typed', async () => {
    const { page, choose, type, plant } = await atPage();
    await choose(ruleSetOctets());
    type({});
    plant('passToRuleSet', () => () => Promise.resolve({ ok: false, error: { type: 'RuleSetDiffers' } }));
    await page.pass();
    expect(page.action.error).toBe(words.t.refusals.RuleSetDiffers);
    expect([page.looked === undefined, page.typed.value.orderNumber]).toEqual([false, '12-н']);
  });
});

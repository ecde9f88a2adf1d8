import { beforeAll, describe, expect, it } from 'vitest';
import type { RegisterContent } from '#adapters/memory/memory-store.ts';
import { readMarker, writeMarker } from '#domain/exchange/station-marker.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import type { Start } from '#operations/station/start.ts';
import { startStation } from '#operations/station/start.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import { type Browser, aBrowser, contentOf, copyOf, startedOn } from '#tests/support/guarded-office.ts';
import { aDisk } from '#tests/support/journal-in-memory.ts';
import { issued, passphrase, setUp, taken } from '#tests/support/office-at-work.ts';
import { expectClosed, expectWhole, seen, twoStores, without } from '#tests/support/two-stores.ts';

/** A station with a CRL and a certificate, and the same one some acts before. */
let whole: Browser;
let older: RegisterContent;
let olderMarker: string;

beforeAll(async () => {
  ({ whole, older, olderMarker } = await twoStores());
});

const copy = (): Browser => copyOf(whole);

async function startOn(browser: Browser, options: Parameters<typeof startedOn>[1] = {}) {
  const office = startedOn(browser, { at: '2026-11-23T05:00:00Z', ...options });
  return { office, start: taken(await startStation(office.desk)) };
}

describe('[J21] [E07] a register that is gone, older or damaged, its journal whole', () => {
  it('is rebuilt to the last acknowledged act, told, and written into the log', async () => {
    const browser = { ...copy(), register: undefined };
    const { office, start } = await startOn(browser);
    const seq = whole.register?.head?.seq;
    expect(seen(start)).toEqual({ type: 'ready', rebuilt: { what: 'register', found: 'missing', seq } });
    await expectWhole(office, whole.register, ['register-rebuilt']);
    const [record] = (await (await office.itself.read()).list('audit')).slice(-1);
    expect(record).toMatchObject({ officer: 'station', subjects: ['missing', '0', String(seq)] });
  });

  it('goes on: the next start finds both the same, and the next act is in both', async () => {
    const browser: Browser = { ...copy(), register: undefined };
    const first = await startOn(browser);
    browser.register = await contentOf(first.office.itself);
    const second = await startOn(browser);
    expect(seen(second.start)).toEqual({ type: 'ready', rebuilt: undefined });
    const [officer] = await (await second.office.itself.read()).list('officer');
    taken(await unlockStation(second.office.desk, { officerId: officer?.id ?? '', secret: { passphrase } }));
    second.office.pass(60);
    await issued(second.office);
    const expected = (await second.office.itself.read()).head;
    const third = await startOn({ ...browser, register: undefined });
    expect(third.start).toMatchObject({ type: 'ready', rebuilt: { what: 'register', seq: expected?.seq } });
  });

  it('that was set back is brought forward again', async () => {
    const { office, start } = await startOn({ ...copy(), register: older });
    expect(seen(start)).toMatchObject({ type: 'ready', rebuilt: { what: 'register', found: 'behind' } });
    await expectWhole(office, whole.register, ['register-rebuilt']);
  });

  it.each(['station', 'officer', 'vaultFile', 'entry', 'certificate', 'audit'] as const)(
    'is rebuilt when %s was emptied and that shows at the start, and is found before a signature when not',
    async (name) => {
      const { office, start } = await startOn({ ...copy(), register: without(whole.register, name) });
      if (name === 'station' || name === 'audit') {
        expect(seen(start)).toMatchObject({ type: 'ready', rebuilt: { found: 'damaged' } });
        await expectWhole(office, whole.register, ['register-rebuilt']);
      } else expect((await verifyLog(office.desk)).faults).not.toEqual([]);
    },
  );

  it('is rebuilt when whole commits are gone out of its middle, the newest still there', async () => {
    const lines = [...(whole.register?.tables.get('audit') ?? [])];
    const lost = lines.slice(4, 9);
    const entries = whole.register?.tables.get('entry') ?? new Map<string, never>();
    const tables = new Map(whole.register?.tables ?? []);
    tables.set('audit', new Map(lines.filter((line) => !lost.includes(line))));
    tables.set('entry', new Map([...entries].slice(0, -1)));
    const register = { ...(whole.register ?? older), tables };
    const { office, start } = await startOn({ ...copy(), register });
    expect(seen(start)).toMatchObject({ type: 'ready', rebuilt: { what: 'register', found: 'damaged' } });
    await expectWhole(office, whole.register, ['register-rebuilt']);
  });

  it('keeps the forms that were half filled in and are still there', async () => {
    const content = without(older, 'station');
    const draft = { id: 'd1', kind: 'N-F1', updatedAt: '2026-11-23T04:00:00Z', fields: { surname: 'Ә' } };
    const tables = new Map(content.tables).set('draft', new Map([['d1', { record: draft, keys: {} }]]));
    const { office } = await startOn({ ...copy(), register: { ...content, tables } });
    expect(await (await office.itself.read()).get('draft', 'd1')).toEqual(draft);
  });

  it('and is rebuilt, whatever a stranger put among the half filled forms', async () => {
    const spoiled = copy();
    const junk: unknown = new Map([['d1', { record: null, keys: {} }]]);
    const tables = new Map(older.tables).set('draft', junk as ReadonlyMap<string, never>);
    spoiled.register = { ...older, tables };
    const { start } = await startOn(spoiled);
    expect(start).toMatchObject({ type: 'ready', rebuilt: { what: 'register', found: 'behind' } });
  });

  it('is rebuilt also under a clock that is wrong', async () => {
    const { start } = await startOn({ ...copy(), register: undefined }, { at: '2031-01-01T00:00:00Z' });
    expect(seen(start)).toMatchObject({ type: 'ready', rebuilt: { what: 'register' } });
  });

  it('is not rebuilt by a tab that only reads', async () => {
    const { office, start } = await startOn({ ...copy(), register: undefined }, { isWriter: () => false });
    expect(seen(start)).toEqual({ type: 'register-missing' });
    expect((await office.itself.read()).head).toBe(null);
  });
});

describe('[J21] [E08] a journal that is gone or behind, its register sound', () => {
  it('is written anew, told, and logged', async () => {
    const browser: Browser = { ...copy(), disk: aDisk() };
    const { office, start } = await startOn(browser);
    expect(seen(start)).toEqual({ type: 'ready', rebuilt: { what: 'journal' } });
    await expectWhole(office, whole.register, ['journal-rebuilt']);
    browser.register = undefined;
    const again = await startOn(browser);
    expect(seen(again.start)).toMatchObject({ rebuilt: { what: 'register', found: 'missing' } });
  });

  it('is written in silence where there never was one: a register of before', async () => {
    const { office, start } = await startOn({ ...aBrowser(), register: whole.register });
    expect(seen(start)).toEqual({ type: 'ready', rebuilt: undefined });
    await expectWhole(office, whole.register, []);
    expect(await office.guard.journalStanding()).toBe('kept');
  });

  it('is brought up by the acts that it lacks', async () => {
    const browser = copy();
    const stale = { ...browser, register: older, disk: aDisk(), places: aBrowser().places };
    const first = await startOn(stale);
    expect(seen(first.start)).toEqual({ type: 'ready', rebuilt: undefined });
    const second = await startOn({ ...browser, disk: stale.disk });
    expect(seen(second.start)).toEqual({ type: 'ready', rebuilt: undefined });
    await expectWhole(second.office, whole.register, []);
    const third = await startOn({ ...browser, disk: stale.disk, register: undefined });
    expect(seen(third.start)).toMatchObject({ type: 'ready', rebuilt: { what: 'register' } });
    await expectWhole(third.office, whole.register, ['register-rebuilt']);
  });

  it('that a cut left torn is mended from the register', async () => {
    const browser = copy();
    const file = browser.disk.files.find(({ octets }) => octets.length > 0);
    if (file === undefined) throw new Error('no journal');
    file.octets = file.octets.slice(0, -7);
    const { start } = await startOn(browser);
    expect(seen(start)).toEqual({ type: 'ready', rebuilt: undefined });
    const again = await startOn({ ...browser, register: undefined });
    await expectWhole(again.office, whole.register, ['register-rebuilt']);
  });

  it('with a flip in the middle is found at the start and written anew', async () => {
    const browser = copy();
    const file = browser.disk.files.find(({ octets }) => octets.length > 0);
    if (file === undefined) throw new Error('no journal');
    const middle = file.octets.length >> 1;
    file.octets[middle] = (file.octets[middle] ?? 0) ^ 1;
    await startOn(browser);
    const again = await startOn({ ...browser, register: undefined });
    await expectWhole(again.office, whole.register, ['register-rebuilt']);
  });
});

describe('[J21] [J05] [E06] neither store has what was acknowledged', () => {
  const spoilt = (): Uint8Array => {
    const octets = whole.disk.files
      .map((file) => file.octets)
      .find(({ length }) => length > 0)
      ?.slice();
    if (octets === undefined) throw new Error('no journal');
    const middle = octets.length >> 1;
    octets[middle] = (octets[middle] ?? 0) ^ 1;
    return octets;
  };

  it.each([
    [
      'nothing but markers is left',
      (b: Browser) => ({ ...b, register: undefined, disk: aDisk() }),
      'register-missing',
    ],
    [
      'one marker is left that cannot be read',
      (b: Browser) => {
        const { places } = aBrowser();
        if (places[1] !== undefined) places[1].text = '{"stationId":';
        return { ...b, register: undefined, disk: aDisk(), places };
      },
      'register-missing',
    ],
    [
      'the journal alone is left, with a flip in it',
      (b: Browser) => {
        const disk = aDisk();
        disk.files[0].octets = spoilt();
        return { ...b, register: undefined, disk, places: aBrowser().places };
      },
      'register-missing',
    ],
    [
      'the register is older, and the journal has a flip',
      (b: Browser) => {
        const disk = aDisk();
        disk.files[0].octets = spoilt();
        return { ...b, register: older, disk };
      },
      'rolled-back',
    ],
    [
      'register and journal are set back together',
      (b: Browser) => ({ ...b, register: older, disk: aDisk() }),
      'rolled-back',
    ],
  ] as readonly (readonly [string, (browser: Browser) => Browser, Start['type']])[])(
    'restore and never a first run: %s',
    async (_, spoil, expected) => {
      const { office, start } = await startOn(spoil(copy()));
      expect(seen(start)).toEqual({ type: expected });
      await expectClosed(office);
    },
  );

  it('one marker that is ahead closes writing, and the others do not outvote it', async () => {
    const browser = copy();
    const marker = readMarker(browser.places[0]?.text ?? '');
    if (marker === null || browser.places[1] === undefined) throw new Error('no marker');
    const head = { ...marker.head, seq: marker.head.seq + 1 };
    browser.places[1].text = writeMarker({ ...marker, head });
    const { office, start } = await startOn(browser);
    expect(seen(start)).toEqual({ type: 'rolled-back' });
    await expectClosed(office);
  });

  it('nothing speaks: a first run', async () => {
    const { office, start } = await startOn(aBrowser());
    expect(seen(start)).toEqual({ type: 'first-run' });
    await setUp(office);
    expect(seen((await startOn({ ...aBrowser(), register: undefined })).start)).toEqual({
      type: 'first-run',
    });
  });
});

describe('how the second store stands, asked before the start has brought it up', () => {
  it('is kept where it ends with the register, and not where it lacks an act or ends elsewhere', async () => {
    expect(await startedOn(copy()).guard.journalStanding()).toBe('kept');
    const lacking = { ...copy(), disk: aDisk() };
    expect(await startedOn(lacking).guard.journalStanding()).toBe('behind');
    expect(await startedOn({ ...copy(), register: older }).guard.journalStanding()).toBe('behind');
  });

  it('is what the start made of it afterwards', async () => {
    const { office } = await startOn({ ...copy(), disk: aDisk() });
    expect(await office.guard.journalStanding()).toBe('kept');
  });
});

describe('a browser without a private file system', () => {
  it('works as before, with markers, and says that there is no second store', async () => {
    const browser = { ...copy(), disk: aDisk() };
    const { office, start } = await startOn(browser, { isClosed: () => true });
    expect(seen(start)).toEqual({ type: 'ready', rebuilt: undefined });
    await expectWhole(office, whole.register, []);
    expect(await office.guard.journalStanding()).toBe('closed');
    expect(browser.disk.files.map(({ octets }) => octets.length)).toEqual([0, 0, 0]);
    const lost = await startOn({ ...browser, register: undefined }, { isClosed: () => true });
    expect(seen(lost.start)).toEqual({ type: 'register-missing' });
  });
});

describe('the first page', () => {
  it('shows a register in order before anything beside it was asked, and writes nothing until it was', async () => {
    const browser = { ...copy(), register: older };
    const office = startedOn(browser, { at: '2026-11-23T05:00:00Z' });
    const first = taken(await startStation(office.desk, 'first'));
    expect(first).toMatchObject({ type: 'ready', isCompared: false });
    const [officer] = await (await office.itself.read()).list('officer');
    const command = { officerId: officer?.id ?? '', secret: { passphrase } };
    expect(await unlockStation(office.desk, command)).toMatchObject({
      ok: false,
      error: { type: 'RegisterRolledBack' },
    });
    expect(await issueCertificates(office.desk, { applicationIds: ['x'] })).toMatchObject([
      { result: { ok: false } },
    ]);
    expect((await office.itself.read()).head).toEqual(older.head);
    expect(taken(await startStation(office.desk))).toMatchObject({ type: 'ready', isCompared: true });
    taken(await unlockStation(office.desk, command));
  });

  it('a marker of the older state beside a newer register is lawful, and follows', async () => {
    const browser = copy();
    for (const place of browser.places) place.text = olderMarker;
    const { office, start } = await startOn(browser);
    expect(seen(start)).toEqual({ type: 'ready', rebuilt: undefined });
    await office.guard.marked();
    expect(browser.places.map(({ text }) => text)).toEqual(whole.places.map(({ text }) => text));
  });
});

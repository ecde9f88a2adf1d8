// @vitest-environment page
import { beforeAll, describe, expect, it } from 'vitest';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import { RecoveryRenewal } from '#ui/recovery/recovery-renewal.svelte.ts';
import { SheetReading } from '#ui/recovery/sheet-reading.svelte.ts';
import { splitOf } from '#ui/recovery/typed-split.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { type OfficeAtWork, anOffice, setUp, taken } from '#tests/support/office-at-work.ts';
import { aSession } from '#tests/support/session-at-work.ts';

const sheet = (words: readonly string[], number: number) =>
  words.slice((number - 1) * 32, number * 32).join(' ');

let office: OfficeAtWork;
let session: Session;
let whole: readonly string[];

beforeAll(async () => {
  office = anOffice();
  whole = await setUp(office);
  taken(await signCrl(office.desk));
  ({ session } = await aSession(office));
});

describe('a new recovery secret from the page', () => {
  it('is made, shown, read back sheet by sheet, and then exchanged', async () => {
    const page = new RecoveryRenewal(session);
    page.step = 'present';
    page.split.form = 'split';
    page.present = whole.join(' ');
    await page.make();
    expect([page.action.error, page.step, page.present, page.shown.length]).toEqual([
      undefined,
      'print',
      '',
      96,
    ]);
    const shown = page.shown;
    page.typedBack = sheet(shown, 1);
    await page.confirm();
    expect(page.action.error).toBe(refusalText({ type: 'SharesTooFew', seen: 1, expected: 2 }));
    expect(page.shown).toBe(shown);
    page.typedBack = `${sheet(shown, 1)} ${sheet(shown, 3)}`;
    await page.confirm();
    expect([page.action.error, page.step, page.typedBack, page.shown]).toEqual([undefined, 'done', '', []]);
    await session.readStart();
    expect(session.station?.recoverySplit).toEqual({ threshold: 2, sheets: 3 });

    const own = new SheetReading(session, true);
    own.typed = sheet(shown, 2);
    own.readSheet();
    expect([own.needed, own.read.length, own.isEnough, own.typed]).toEqual([2, 1, false, '']);
    own.typed = sheet(shown, 2);
    own.readSheet();
    expect(own.error).toBe(refusalText({ type: 'ShareTwice', number: 2 }));
    expect(own.text).toBe(`${sheet(shown, 2)} ${sheet(shown, 2)}`);
    own.typed = sheet(shown, 3);
    own.readSheet();
    expect([own.error, own.isEnough]).toEqual([undefined, true]);
    own.drop(2);
    expect([own.isEnough, own.text]).toEqual([false, sheet(shown, 3)]);
  });

  it('that is no split is not asked for', async () => {
    const page = new RecoveryRenewal(session);
    page.split = { form: 'split', sheets: '3', threshold: '4' };
    expect(page.splitError).toBe(refusalText({ type: 'SplitUnfit' }));
    page.present = whole.join(' ');
    await page.make();
    expect(page.shown).toEqual([]);
    expect(splitOf({ form: 'whole', sheets: 'x', threshold: '' })).toBeUndefined();
  });
});

describe('sheets as they are typed (K14)', () => {
  it('of an earlier split, or with a wrong word, are told at once', async () => {
    const other = anOffice();
    const words = await setUp(other);
    const { session: beside } = await aSession(other);
    const page = new RecoveryRenewal(beside);
    page.split.form = 'split';
    page.present = words.join(' ');
    await page.make();
    const reading = new SheetReading(beside, true);
    reading.typed = sheet(page.shown, 2);
    reading.readSheet();
    // They were not read back: the present set is still that of the whole sheet.
    expect([reading.error, reading.read.length]).toEqual([undefined, 1]);
    expect(reading.warning).toBe(refusalText({ type: 'ShareOfOtherSet', number: 2 }));
    expect(new SheetReading(beside, true).warning).toBeUndefined();
    const backup = new SheetReading(beside, false);
    backup.take(`${sheet(page.shown, 2)} ${sheet(page.shown, 1).replace(/^\S+/u, 'ыыыы')}`);
    expect(backup.error).toBe(refusalText({ type: 'ShareWordWrong', sheet: 2, position: 1 }));
    expect([backup.read.length, backup.typed.startsWith('ыыыы')]).toEqual([1, true]);
    backup.clear();
    expect([backup.text, backup.error]).toEqual(['', undefined]);
  });
});

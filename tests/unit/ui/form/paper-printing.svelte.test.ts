// @vitest-environment page
import { describe, expect, it } from 'vitest';
import type { Instant } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { FormContent } from '#domain/form/content.ts';
import type { PrintRefusal } from '#ports/printer.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { PaperPrinting } from '#ui/form/paper-printing.svelte.ts';
import { anOffice, setUp } from '#tests/support/office-at-work.ts';
import { aGate, aSession } from '#tests/support/session-at-work.ts';

type Drawn = Promise<Result<Uint8Array, PrintRefusal>>;

const noLetter = { type: 'LetterNotInFont', letter: '₸', codePoint: 0x20b8, field: 'Мекеме' } as const;
const pdfOf = (title: string) => new TextEncoder().encode(`%PDF ${title}`);

function paper(title: string): FormContent {
  const recordedAt = '2026-11-23T04:00:00Z' as Instant;
  return { form: 'N-F3', title, facts: { recordId: title, recordedAt, demonstration: false }, blocks: [] };
}

/** `draw` answers for the printer, by the paper's title. */
async function atPaper(draw: (title: string) => Drawn) {
  const office = anOffice();
  await setUp(office);
  const print = (content: FormContent | readonly FormContent[]) => draw([content].flat()[0]?.title ?? '');
  const desk = await aSession(office, { printer: { print, printUntil: print } });
  const printing = new PaperPrinting(desk.session);
  const exported = async () => (await desk.session.office.store.read()).list('exportedFile');
  return { ...desk, printing, exported };
}

describe('a paper that is shown', () => {
  it('is drawn before it is asked for, saved by its name, and the file written down for its record', async () => {
    const { printing, medium, exported } = await atPaper((title) => Promise.resolve(ok(pdfOf(title))));
    await printing.draw(paper('куәлік'));
    expect(printing.pdf).toEqual(pdfOf('куәлік'));
    await printing.save('N-F3-1.pdf', 'id-1');
    expect([printing.saving.saved, printing.saving.failure]).toEqual(['N-F3-1.pdf', undefined]);
    expect(medium.get('N-F3-1.pdf')).toEqual(pdfOf('куәлік'));
    expect((await exported()).map(({ kind, of }) => [kind, of])).toEqual([['form', 'id-1']]);
    await printing.save('empty.pdf');
    expect((await exported()).some((file) => file.fileName === 'empty.pdf' && !('of' in file))).toBe(true);
  });

  it('with a letter that the font lacks is refused in words, and no file is begun', async () => {
    const { printing, medium } = await atPaper(() => Promise.resolve(err(noLetter)));
    await printing.draw(paper('куәлік'));
    expect([printing.pdf, printing.refused]).toEqual([undefined, refusalText(noLetter)]);
    await printing.save('a.pdf');
    expect(medium.size).toBe(0);
    await words.choose('ru');
    expect(printing.refused).toBe(refusalText(noLetter));
    await words.choose('kk');
  });

  it('that was exchanged for another while it was drawn is not the one that is saved', async () => {
    const gate = aGate();
    const { printing, medium } = await atPaper(async (title) => {
      if (title === 'баяу') await gate.passed;
      return ok(pdfOf(title));
    });
    const slow = printing.draw(paper('баяу'));
    expect(printing.working).toBe(true);
    await printing.draw(paper('жаңа'));
    gate.open();
    await slow;
    expect([printing.refused, printing.working]).toEqual([undefined, false]);
    await printing.save('a.pdf');
    expect(medium.get('a.pdf')).toEqual(pdfOf('жаңа'));
  });

  it('is not saved while it is drawn, and the paper before is no substitute', async () => {
    const gate = aGate();
    const { printing, medium } = await atPaper(async (title) => {
      if (title === 'баяу') await gate.passed;
      return ok(pdfOf(title));
    });
    await printing.draw(paper('бұрынғы'));
    const slow = printing.draw(paper('баяу'));
    await printing.save('a.pdf');
    expect([medium.size, printing.pdf]).toEqual([0, undefined]);
    gate.open();
    await slow;
    expect(printing.pdf).toEqual(pdfOf('баяу'));
  });

  it('that broke while it was drawn is told, and drawn again when it is to be saved', async () => {
    const broken = { times: 1 };
    const { printing, session, medium } = await atPaper((title) =>
      broken.times-- > 0 ? Promise.reject(new RangeError('x')) : Promise.resolve(ok(pdfOf(title))),
    );
    await printing.draw(paper('куәлік'));
    expect([session.faults.last?.code, printing.working, printing.refused]).toEqual([
      'RangeError',
      false,
      undefined,
    ]);
    await printing.save('a.pdf');
    expect(medium.get('a.pdf')).toEqual(pdfOf('куәлік'));
  });
});

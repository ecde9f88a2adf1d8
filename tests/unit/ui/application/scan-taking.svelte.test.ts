// @vitest-environment page
import { picture } from '#tests/support/picture.ts';
import { describe, expect, it } from 'vitest';
import { maximumScanOctets } from '#domain/application/attachment.ts';
import type { ReceivedApplication } from '#operations/application/receive.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { ApplicationForm } from '#ui/application/application-form.svelte.ts';
import { ScanTaking } from '#ui/application/scan-taking.svelte.ts';
import { LetterForm } from '#ui/body/letter-form.svelte.ts';
import { AuthorityForm } from '#ui/root/authority-form.svelte.ts';
import { anIndividual, anOffice, setUp } from '#tests/support/office-at-work.ts';
import { setUpRoot } from '#tests/support/root-at-work.ts';
import { setUpBodies } from '#tests/support/bodies-at-work.ts';
import { type SessionAtWork, aSession, until } from '#tests/support/session-at-work.ts';

const scan = (name: string, octets = picture) => [{ name, size: octets.length, octets }];

async function atForm(): Promise<SessionAtWork & { form: ApplicationForm; taking: ScanTaking }> {
  const office = anOffice();
  await setUp(office);
  const desk = await aSession(office);
  const form = new ApplicationForm(desk.session, 'N-F1');
  await form.load();
  const taking = new ScanTaking(desk.session, {
    attachmentId: () => form.draft.documents[0]?.attachmentId ?? '',
    take: (scan, letGo) => {
      form.takeScan(0, scan, letGo);
    },
    name: (id) => {
      form.nameScan(0, id);
    },
  });
  return { ...desk, form, taking };
}

const shownOf = ({ draft, scans }: ApplicationForm) =>
  scans.find(({ attachment }) => attachment.id === draft.documents[0]?.attachmentId)?.attachment.fileName;

const handedIn = (form: ApplicationForm) => namesOf(form.received(anIndividual()));

const namesOf = ({ scans }: Pick<ReceivedApplication, 'scans'>) =>
  scans.map(({ attachment }) => attachment.fileName);

describe('[N-4] the scan of a document', () => {
  it('is encrypted before it is kept, for whom an open vault names, and found again with the draft', async () => {
    const { form, taking, toOpen, session, unlock } = await atForm();
    await session.lock('officer');
    toOpen.push(scan('куәлік.png'));
    const chosen = taking.choose();
    await until(() => session.unlockAsked);
    await unlock();
    await chosen;
    expect([taking.action.error, namesOf(form)]).toEqual([undefined, ['куәлік.png']]);
    expect(form.draft.documents[0]?.attachmentId).toBe(form.scans[0]?.attachment.id);
    expect(new TextDecoder().decode(form.scans[0]?.ageFile)).toMatch(/^age-encryption.org\/v1/u);
    await form.keeper.now();
    const again = new ApplicationForm(session, 'N-F1');
    await again.load();
    expect(namesOf(again)).toEqual(['куәлік.png']);
  });

  it('[U8] takes the place of the one before, which comes back; of those before that nothing is kept on', async () => {
    const { form, taking, toOpen, session } = await atForm();
    toOpen.push(scan('a.png'), scan('b.png'), scan('c.png'));
    await taking.choose();
    await taking.choose();
    await taking.choose();
    expect([shownOf(form), namesOf(form)]).toEqual(['c.png', ['b.png', 'c.png']]);
    expect(handedIn(form)).toEqual(['c.png']);
    taking.undo();
    expect([shownOf(form), handedIn(form)]).toEqual(['b.png', ['b.png']]);
    // The undoing can be undone.
    taking.undo();
    expect(shownOf(form)).toBe('c.png');
    await form.keeper.now();
    const again = new ApplicationForm(session, 'N-F1');
    await again.load();
    expect([shownOf(again), namesOf(again)]).toEqual(['c.png', ['c.png']]);
  });

  it('[U8] that was removed is handed in by nobody, and comes back until the form is opened anew', async () => {
    const { form, taking, toOpen, session } = await atForm();
    taking.remove();
    taking.undo();
    expect([taking.removed, form.scans]).toEqual(['', []]);
    toOpen.push(scan('a.png'), scan('b.png'));
    await taking.choose();
    taking.remove();
    expect([shownOf(form), handedIn(form)]).toEqual([undefined, []]);
    // What is on the disk has it still: only then can it be undone.
    await form.keeper.now();
    const draft = await (await session.office.store.read()).get('draft', form.draftId);
    expect(draft?.fields).toMatchObject({ scans: [{ attachment: { fileName: 'a.png' } }] });
    taking.undo();
    expect([shownOf(form), taking.removed]).toEqual(['a.png', '']);
    taking.remove();
    await taking.choose();
    expect([shownOf(form), handedIn(form)]).toEqual(['b.png', ['b.png']]);
    taking.undo();
    expect(shownOf(form)).toBe('a.png');
    taking.remove();
    await form.keeper.now();
    const again = new ApplicationForm(session, 'N-F1');
    await again.load();
    expect(again.scans).toEqual([]);
  });

  it('that is too large, empty or none is refused by name, and the one before stays', async () => {
    const { form, taking, toOpen } = await atForm();
    const size = maximumScanOctets + 1;
    toOpen.push(scan('a.png'), [{ name: 'large.pdf', size }]);
    await taking.choose();
    await taking.choose();
    expect(taking.action.error).toBe(
      `large.pdf: ${refusalText({ type: 'ScanTooLarge', octets: size, maximum: maximumScanOctets })}`,
    );
    toOpen.push(scan('empty.png', new Uint8Array()), scan('мәтін.png', new TextEncoder().encode('мәтін')));
    await taking.choose();
    expect(taking.action.error).toBe(`empty.png: ${words.t.refusals.ScanEmpty}`);
    await taking.choose();
    expect(taking.action.error).toMatch(/^мәтін\.png: /u);
    expect(namesOf(form)).toEqual(['a.png']);
  });

  it('none chosen says nothing, and takes the refusal before away', async () => {
    const { form, taking, toOpen } = await atForm();
    toOpen.push(scan('empty.png', new Uint8Array()));
    await taking.choose();
    await taking.choose();
    expect([taking.action.error, taking.action.working, form.scans]).toEqual([undefined, false, []]);
  });

  it('a fault is told, and the button lives', async () => {
    const { form, taking, toOpen, plant, session, restore } = await atForm();
    plant('encryptScan', () => () => Promise.reject(new RangeError('x')));
    toOpen.push(scan('a.png'), scan('a.png'));
    await taking.choose();
    expect([session.faults.last?.code, taking.action.working, taking.action.error]).toEqual([
      'RangeError',
      false,
      undefined,
    ]);
    restore();
    await taking.choose();
    expect(namesOf(form)).toEqual(['a.png']);
  });

  it('of a document that is no longer asked for is taken by nobody', async () => {
    const { form, toOpen, session } = await atForm();
    const nowhere = form.draft.documents.length;
    const taking = new ScanTaking(session, {
      attachmentId: () => '',
      take: (taken) => {
        form.takeScan(nowhere, taken);
      },
      name: (id) => {
        form.nameScan(nowhere, id);
      },
    });
    toOpen.push(scan('a.png'));
    await taking.choose();
    expect(form.scans).toEqual([]);
  });
});

describe('the scans of other forms', () => {
  it('[R-6] of the accreditation certificate, exchanged for another', async () => {
    const office = anOffice();
    await setUpRoot(office);
    const { session, toOpen, unlock } = await aSession(office);
    const form = new AuthorityForm(session);
    const taking = new ScanTaking(session, {
      attachmentId: () => form.draft.attachmentId,
      take: (taken, letGo) => {
        form.takeScan(taken, letGo);
      },
      name: (id) => {
        form.nameScan(id);
      },
    });
    toOpen.push(scan('a.png'), scan('b.png'));
    // A Root CA is locked after each act, its set-up too.
    const choosing = taking.choose();
    await until(() => session.unlockAsked);
    await unlock();
    await choosing;
    await taking.choose();
    const [first, second] = form.scans.map(({ attachment }) => attachment.id);
    expect([taking.removed, form.draft.attachmentId]).toEqual([first, second]);
    taking.undo();
    expect(form.draft.attachmentId).toBe(first);
    await form.keeper.now();
    const again = new AuthorityForm(session);
    await again.load();
    expect(again.scans.map(({ attachment }) => attachment.id)).toEqual([again.draft.attachmentId]);
    expect(again.draft.attachmentId).toBe(first);
  });

  it('[G-4] of the document by which a letter was signed, kept with its draft', async () => {
    const office = anOffice();
    await setUpBodies(office);
    const { session, toOpen } = await aSession(office);
    const form = new LetterForm(session);
    const taking = new ScanTaking(session, {
      attachmentId: () => form.draft.document.attachmentId,
      take: (taken, letGo) => {
        form.takeScan(taken, letGo);
      },
      name: (id) => {
        form.nameScan(id);
      },
    });
    toOpen.push(scan('a.png'), scan('b.png'));
    await taking.choose();
    await taking.choose();
    await form.keeper.now();
    const again = new LetterForm(session);
    await again.load();
    expect(again.scans.map(({ attachment }) => attachment.fileName)).toEqual(['b.png']);
    expect(again.draft.document.attachmentId).toBe(again.scans[0]?.attachment.id);
  });
});

// @vitest-environment page
import { picture } from '#tests/support/picture.ts';
import { describe, expect, it } from 'vitest';
import { maximumScanOctets } from '#domain/application/attachment.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { ApplicationForm } from '#ui/application/application-form.svelte.ts';
import { ScanTaking } from '#ui/application/scan-taking.svelte.ts';
import { LetterForm } from '#ui/body/letter-form.svelte.ts';
import { AuthorityForm } from '#ui/root/authority-form.svelte.ts';
import { anOffice, setUp } from '#tests/support/office-at-work.ts';
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
  const taking = new ScanTaking(desk.session, (taken) => {
    form.takeScan(0, taken);
  });
  return { ...desk, form, taking };
}

const namesOf = ({ scans }: Pick<ApplicationForm, 'scans'>) =>
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

  it('takes the place of the one before, which is not kept on', async () => {
    const { form, taking, toOpen } = await atForm();
    toOpen.push(scan('a.png'), scan('b.png'));
    await taking.choose();
    await taking.choose();
    expect(namesOf(form)).toEqual(['b.png']);
    expect(form.draft.documents[0]?.attachmentId).toBe(form.scans[0]?.attachment.id);
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
    const taking = new ScanTaking(session, (taken) => {
      form.takeScan(form.draft.documents.length, taken);
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
    const taking = new ScanTaking(session, (taken) => {
      form.takeScan(taken);
    });
    toOpen.push(scan('a.png'), scan('b.png'));
    // A Root CA is locked after each act, its set-up too.
    const first = taking.choose();
    await until(() => session.unlockAsked);
    await unlock();
    await first;
    await taking.choose();
    expect(form.scans.map(({ attachment }) => attachment.id)).toEqual([form.draft.attachmentId]);
    await form.keeper.now();
    const again = new AuthorityForm(session);
    await again.load();
    expect(again.draft.attachmentId).toBe(form.draft.attachmentId);
  });

  it('[G-4] of the document by which a letter was signed, kept with its draft', async () => {
    const office = anOffice();
    await setUpBodies(office);
    const { session, toOpen } = await aSession(office);
    const form = new LetterForm(session);
    const taking = new ScanTaking(session, (taken) => {
      form.takeScan(taken);
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

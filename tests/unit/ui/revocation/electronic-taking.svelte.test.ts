// @vitest-environment page
import { describe, expect, it } from 'vitest';
import type { OpenedFile } from '#ports/media.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import { ElectronicTaking } from '#ui/revocation/electronic-taking.svelte.ts';
import { RevocationFormState } from '#ui/revocation/revocation-form.svelte.ts';
import { anOffice, setUp } from '#tests/support/office-at-work.ts';
import { textToRevoke } from '#tests/support/revocation-samples.ts';
import { aSession } from '#tests/support/session-at-work.ts';
import { aSigner } from '#tests/support/signers.ts';

async function atForm(chosen: (octets: Uint8Array) => OpenedFile[]) {
  const office = anOffice();
  await setUp(office);
  const { entry, sign } = await aSigner(office);
  const { session, toOpen } = await aSession(office);
  const form = new RevocationFormState(session);
  await form.load(null, null);
  toOpen.push(chosen(sign(textToRevoke(entry))));
  return { entry, form, taking: new ElectronicTaking(form) };
}

describe('[N-10] a signed document', () => {
  it('becomes the form, and the form is typed again when it is taken away', async () => {
    const { entry, form, taking } = await atForm((octets) => [
      { name: 'a.p7m', size: octets.length, octets },
    ]);
    await taking.choose();
    expect([form.electronic?.signer.id, form.isSigned]).toEqual([entry.id, true]);
    await taking.drop();
    expect([form.electronic, form.isSigned]).toEqual([undefined, false]);
  });

  it('that is none is refused, and the form stays as it was', async () => {
    const { form, taking } = await atForm(() => [{ name: 'a.p7m', size: 1, octets: new Uint8Array(1) }]);
    await taking.choose();
    expect([form.electronic, taking.action.error === undefined]).toEqual([undefined, false]);
  });

  it('that is too large was not read', async () => {
    const { form, taking } = await atForm(() => [{ name: 'a.p7m', size: 2 ** 21 }]);
    await taking.choose();
    expect(form.electronic).toBeUndefined();
    expect(taking.action.error).toBe(refusalText({ type: 'DocumentTooLarge', maximumOctets: 2 ** 20 }));
  });

  it('none chosen says nothing', async () => {
    const { taking } = await atForm(() => []);
    await taking.choose();
    expect([taking.action.error, taking.action.working]).toEqual([undefined, false]);
  });
});

// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/digest/digest.ts';
import { openKeyCarrier } from '#adapters/pkijs/key-carrier.ts';
import type { KeySuite } from '#domain/authority/station.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { ApplicationForm } from '#ui/application/application-form.svelte.ts';
import { RequestMaking } from '#ui/application/request-making.svelte.ts';
import { aRequest, anOffice, setUp } from '#tests/support/office-at-work.ts';
import { aGate, aSession } from '#tests/support/session-at-work.ts';

const passphrase = 'k7mq2-9xw4d-abcde';

async function atForm(suite: KeySuite = 'ecdsa-p256') {
  const office = anOffice();
  await setUp(office, suite);
  const desk = await aSession(office);
  const form = new ApplicationForm(desk.session, 'N-F1');
  await form.load();
  Object.assign(form.draft, {
    iin: ' 850101300015 ',
    surname: 'Әбілқасымов',
    givenName: 'Нұрлан',
    region: 'Алматы қаласы',
    city: 'Алматы',
    email: 'n.abilkasymov@example.kz',
    phone: '+77012345678',
    usageAreas: ['салық есептілігі'],
    signatureTool: 'ECDSA P-256',
    documents: form.draft.documents.map((document) => ({
      ...document,
      number: '012345678',
      date: '05.05.2020',
      issuer: 'ІІМ',
    })),
  });
  const request = new RequestMaking(form);
  Object.assign(request, { isOpen: true, passphrase });
  const exported = async () => (await desk.session.office.store.read()).list('exportedFile');
  return { ...desk, form, request, exported };
}

describe('[N-2.9] a key made here for the applicant’s medium', () => {
  it('goes out in a carrier that the passphrase opens; its request is the form’s, the passphrase gone', async () => {
    const { form, request, medium } = await atForm();
    await request.make();
    expect([request.error, request.passphrase, request.isOpen]).toEqual([undefined, '', false]);
    expect([form.request?.source, form.proved]).toEqual(['made-here', undefined]);
    const carrier = medium.get('850101300015.p12') ?? new Uint8Array();
    const opened = await openKeyCarrier(carrier, passphrase);
    expect(opened).not.toBeNull();
  });

  it('is written down by the digest of what was written', async () => {
    const { request, medium, exported } = await atForm();
    await request.make();
    const [[name, carrier] = ['', new Uint8Array()]] = medium;
    expect((await exported()).map(({ kind, fileName, sha256Hex }) => [kind, fileName, sha256Hex])).toEqual([
      ['key-carrier', name, bytesToHex(sha256(carrier))],
    ]);
  });

  it('needs no key of the station: a locked one makes it, and cannot write it down', async () => {
    const { form, request, session, exported } = await atForm();
    await session.lock('officer');
    await request.make();
    expect([session.unlockAsked, form.request?.source, await exported()]).toEqual([false, 'made-here', []]);
  });

  it('is found again with the draft', async () => {
    const { form, request, session } = await atForm();
    await request.make();
    await form.keeper.now();
    const again = new ApplicationForm(session, 'N-F1');
    await again.load();
    expect(again.request).toEqual(form.request);
  });

  it('waits for the form to be filled in, and names what is wrong there', async () => {
    const { form, request, medium } = await atForm();
    form.draft.surname = '';
    await request.make();
    expect(request.error).toBe(words.t.application.fillFirst);
    expect(form.findingOf('surname')).toBeDefined();
    expect([medium.size, request.isOpen, request.passphrase]).toEqual([0, true, passphrase]);
  });

  it.each(['1234567', 'құпиясөз-құпиясөз', 'a'.repeat(129)])(
    'a passphrase that other programs do not take is refused: %s',
    async (typed) => {
      const { request, medium } = await atForm();
      request.passphrase = typed;
      await request.make();
      expect(request.error).toBe(refusalText({ type: 'CarrierPassphrase' }));
      expect([medium.size, request.passphrase]).toEqual([0, typed]);
    },
  );

  it('that does not come onto the medium is no request, and what was typed stays', async () => {
    const { form, request, toSave } = await atForm();
    toSave.push('failed', 'cancelled');
    await request.make();
    expect(request.error).toBe(words.t.setUp.saveFailed['medium-full']);
    await request.make();
    expect(request.error).toBe(words.t.application.carrierNotWritten);
    expect([form.request, request.passphrase, request.isOpen]).toEqual([undefined, passphrase, true]);
  });

  it('that was written but not written down keeps its request, and says why', async () => {
    const { form, request, plant } = await atForm();
    plant('recordExport', () => () => Promise.resolve({ ok: false, error: { type: 'NoRoom' } }));
    await request.make();
    expect([request.error, form.request?.source]).toEqual([words.t.refusals.NoRoom, 'made-here']);
  });

  it('another passphrase, typed while the key is made, stays', async () => {
    const { request, plant } = await atForm();
    const gate = aGate();
    plant('makeSubscriberKey', (real) => async (command) => {
      await gate.passed;
      return real(command);
    });
    const made = request.make();
    request.passphrase = 'another-passphrase';
    gate.open();
    await made;
    expect(request.passphrase).toBe('another-passphrase');
  });

  it('a fault is told, and the button lives', async () => {
    const { form, request, plant, session, restore } = await atForm();
    plant('makeSubscriberKey', () => () => Promise.reject(new RangeError('x')));
    await request.make();
    expect([session.faults.last?.code, request.action.working, request.error, form.request]).toEqual([
      'RangeError',
      false,
      undefined,
      undefined,
    ]);
    restore();
    await request.make();
    expect(form.request?.source).toBe('made-here');
  });
});

describe('the applicant’s public key', () => {
  it('of a file takes the place of one made here, and each act takes the other’s refusal away', async () => {
    const { form, request, toOpen } = await atForm();
    await request.make();
    request.passphrase = 'аз';
    await request.make();
    expect(request.error).toBeDefined();
    const { der } = await aRequest();
    toOpen.push([{ name: 'a.csr', size: der.length, octets: der }]);
    await request.choose();
    expect([request.error, form.request?.source, form.proved?.taken.fileName]).toEqual([
      undefined,
      'file',
      'a.csr',
    ]);
    const octets = new TextEncoder().encode('бұл сұрау емес');
    toOpen.push([{ name: 'b.csr', size: octets.length, octets }]);
    await request.choose();
    expect(request.error).toMatch(/^b\.csr: /u);
    request.passphrase = passphrase;
    await request.make();
    expect([request.error, form.request?.source, form.proved]).toEqual([undefined, 'made-here', undefined]);
  });

  it('is made of the suites that the station’s own allows', async () => {
    const { request } = await atForm();
    expect([request.suite, request.suites.length, request.container]).toEqual(['ecdsa-p256', 4, 'pkcs12']);
    request.suite = 'rsa-3072';
    expect(request.suite).toBe('rsa-3072');
    request.suite = 'gost-kz2015';
    expect(request.suite).toBe('ecdsa-p256');
    const gost = await atForm('gost-kz2015');
    expect([gost.request.suite, gost.request.suites, gost.request.container]).toEqual([
      'gost-kz2015',
      ['gost-kz2015'],
      'age',
    ]);
    await gost.request.make();
    expect([gost.request.error, [...gost.medium.keys()]]).toEqual([undefined, ['850101300015.age']]);
  });
});

// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { readRevocationText } from '#domain/revocation/revocation-text.ts';
import { readElectronicApplication } from '#operations/revocation/electronic.ts';
import { clockNow, typedMoment } from '#ui/crl/typed-moment.ts';
import { RevocationFile } from '#ui/revocation/revocation-file.svelte.ts';
import { RevocationFormState } from '#ui/revocation/revocation-form.svelte.ts';
import { RevocationRecord } from '#ui/revocation/revocation-record.svelte.ts';
import { anOffice, issued, setUp, taken } from '#tests/support/office-at-work.ts';
import { textToRevoke } from '#tests/support/revocation-samples.ts';
import { aSession } from '#tests/support/session-at-work.ts';
import { aSigner } from '#tests/support/signers.ts';

const typed = {
  iin: '850101300015',
  surname: ' Әбілқасымов ',
  givenName: 'Нұрлан',
  email: 'n.abilkasymov@example.kz',
  phone: '8 701 234 56 78',
  serialNumber: 'AB 01',
  issuedOn: '23.11.2026',
  ground: 'owners-wish',
};

describe('[N-10] the file that an applicant signs', () => {
  async function atPage() {
    const office = anOffice();
    await setUp(office);
    const { session } = await aSession(office);
    return { office, file: new RevocationFile(session) };
  }

  it('is what a station reads, whatever way it was typed; what is wrong is named instead', async () => {
    const { office, file } = await atPage();
    file.make();
    expect([file.text, file.findingOf('iin')?.refusal.type]).toEqual([undefined, 'Empty']);
    Object.assign(file.draft, typed);
    file.make();
    expect(file.findings).toEqual([]);
    const today = calendarDateOf(office.desk.clock.now());
    expect(readRevocationText(encodeUtf8(file.text ?? ''), { today, rules: rulesByKind.N })).toMatchObject({
      ok: true,
      value: { content: { surname: 'Әбілқасымов', phone: '+77012345678', serialNumber: 'ab01' } },
    });
    expect(file.fileName).toBe('revocation-ab01.txt');
    // Typed on, it is another text.
    file.change();
    expect(file.text).toBeUndefined();
  });
});

describe('[N-10] an electronic application in the form', () => {
  it('is not typed: its fields are the text’s own, and it is registered as it was signed', async () => {
    const office = anOffice();
    await setUp(office);
    const { entry, sign } = await aSigner(office);
    const { session } = await aSession(office);
    const form = new RevocationFormState(session);
    await form.load(null, null);
    const octets = sign(textToRevoke(entry, { ground: 'key-compromise' }));
    await form.takeElectronic(taken(await readElectronicApplication(office.desk, { name: 'a', octets })));
    expect([form.isSigned, form.signerMayApply, form.entry?.id]).toEqual([true, true, entry.id]);
    const received = await form.submit();
    if (received === null) throw new Error(JSON.stringify([form.findings, form.action.error]));
    expect(received).toMatchObject({ ground: 'key-compromise', reasonCode: 'keyCompromise' });
    const record = new RevocationRecord(session);
    await record.load(received.id);
    expect(record.unfounded).toBeNull();
  });

  it('of another certificate chooses that one, or none that is not here', async () => {
    const office = anOffice();
    await setUp(office);
    const { entry, sign } = await aSigner(office);
    const other = await issued(office);
    const { session } = await aSession(office);
    const form = new RevocationFormState(session);
    await form.load(other.id, null);
    const read = (text: string) => readElectronicApplication(office.desk, { name: 'a', octets: sign(text) });
    await form.takeElectronic(taken(await read(textToRevoke(entry))));
    expect(form.entry?.id).toBe(entry.id);
    await form.takeElectronic(taken(await read(textToRevoke(entry).replace(entry.id, '01cd'))));
    expect([form.entry, form.draft.entryId]).toEqual([undefined, '']);
  });
});

describe('a moment that is typed', () => {
  it('is a day and a time of Almaty, to the minute', () => {
    const at = typedMoment('23.11.2026', '9:05');
    expect(at).toBe('2026-11-23T04:05:00Z');
    expect(at === null ? null : clockNow(at)).toEqual({ day: '23.11.2026', time: '09:05' });
    expect(['24:00', '9', '9:60', ''].map((time) => typedMoment('23.11.2026', time))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(typedMoment('31.02.2026', '9:05')).toBeNull();
  });
});

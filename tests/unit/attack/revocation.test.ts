import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { ceaseActivity } from '#operations/revocation/cease.ts';
import { readElectronicApplication } from '#operations/revocation/electronic.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { decideRevocation, refuseRevocation } from '#operations/revocation/revoke.ts';
import {
  type OfficeAtWork,
  aLegalEntity,
  anIndividual,
  anOffice,
  issued,
  setUp,
  taken,
} from '#tests/support/office-at-work.ts';
import {
  applicationToRevoke,
  authorityApplication,
  contentToRevoke,
  textToRevoke,
} from '#tests/support/revocation-samples.ts';
import { aSigner } from '#tests/support/signers.ts';

const authority = 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ';
async function anOpenOffice() {
  const office = anOffice();
  await setUp(office);
  return office;
}
const confirmed = (caseId: string) => ({ caseId, confirmedCorrect: true });
async function decided(office: OfficeAtWork, command: Parameters<typeof receiveRevocation>[1]) {
  const found = await receiveRevocation(office.desk, command);
  if (!found.ok) return found.error.type;
  const done = await decideRevocation(office.desk, confirmed(found.value.id));
  return done.ok ? 'revoked' : done.error.type;
}

describe('[N-8] an application of another form', () => {
  it('N-F5 that names no BIN, for a person’s certificate', async () => {
    const office = await anOpenOffice();
    const entry = await issued(office);
    const { serialNumber, issuedOn } = contentToRevoke(entry);
    const content = { form: 'N-F5' as const, phone: '+77011234567', serialNumber, issuedOn };
    expect(
      await decided(office, {
        serialNumber: entry.id,
        ground: 'owners-wish',
        source: { type: 'application', content },
      }),
    ).not.toBe('revoked');
  });
  it('N-F4 for a legal entity’s certificate', async () => {
    const office = await anOpenOffice();
    const entry = await issued(office, aLegalEntity());
    const { iin, surname, givenName } = anIndividual();
    const { serialNumber, issuedOn } = contentToRevoke(entry);
    const content = {
      form: 'N-F4' as const,
      iin,
      surname,
      givenName,
      phone: '+77011234567',
      serialNumber,
      issuedOn,
    };
    expect(
      await decided(office, {
        serialNumber: entry.id,
        ground: 'owners-wish',
        source: { type: 'application', content },
      }),
    ).not.toBe('revoked');
  });
  it('R-F3 for a person’s certificate', async () => {
    const office = await anOpenOffice();
    const entry = await issued(office);
    expect(
      await decided(office, {
        serialNumber: entry.id,
        ground: 'owners-wish',
        source: authorityApplication(entry),
      }),
    ).not.toBe('revoked');
  });
  it('G-F4a at the National CA', async () => {
    const office = await anOpenOffice();
    const entry = await issued(office);
    const { surname, givenName } = anIndividual();
    const { serialNumber, issuedOn } = contentToRevoke(entry);
    const content = {
      form: 'G-F4a' as const,
      letterId: 'none',
      surname,
      givenName,
      organisationName: 'x',
      position: 'x',
      identityDocument: 'x',
      address: 'x',
      reason: 'x',
      serialNumber,
      issuedOn,
    };
    expect(
      await decided(office, {
        serialNumber: entry.id,
        ground: 'owners-wish',
        source: { type: 'application', content },
      }),
    ).not.toBe('revoked');
  });
  it('office with no statement', async () => {
    const office = await anOpenOffice();
    const entry = await issued(office);
    const grounds = ['own-error', 'own-error-replaced', 'owners-wish'];
    const seen = [];
    for (const ground of grounds)
      seen.push(
        await decided(office, { serialNumber: entry.id, ground, source: { type: 'office', statement: ' ' } }),
      );
    expect(seen).not.toContain('revoked');
  });
});

describe('[N-10] signed text', () => {
  const command = async (office: OfficeAtWork, octets: Uint8Array) => {
    const { application, evidence } = taken(
      await readElectronicApplication(office.desk, { name: 'a.p7m', octets }),
    );
    const { content, ground, writtenOn, invalidityDate } = application;
    return {
      serialNumber: content.serialNumber,
      ground,
      writtenOn,
      ...(invalidityDate === undefined ? {} : { invalidityDate }),
      source: { type: 'application' as const, content, electronic: evidence },
    };
  };
  it('a moment of the day that was not signed', async () => {
    const office = await anOpenOffice();
    const { entry, sign } = await aSigner(office);
    office.pass(86_400);
    const c = await command(
      office,
      sign(
        textToRevoke(entry, {
          ground: 'key-compromise',
          invalidityDate: '2026-11-22T19:00:00Z' as never,
          writtenOn: '2026-11-23' as CalendarDate,
        }),
      ),
    );
    const found = await receiveRevocation(office.desk, {
      ...c,
      invalidityDate: '2026-11-23T18:59:00Z' as never,
    });
    expect(found.ok ? found.value.invalidityDate : found.error.type).not.toBe('2026-11-23T18:59:00Z');
  });
  it('fields that the form does not have', async () => {
    const office = await anOpenOffice();
    const { entry, sign } = await aSigner(office);
    const c = await command(office, sign(textToRevoke(entry)));
    const content = {
      ...c.source.content,
      bin: '120641000010',
      organisationName: 'БАСҚА',
      headName: 'БАСҚА',
    };
    const found = await receiveRevocation(office.desk, { ...c, source: { ...c.source, content } });
    expect(found.ok ? found.value.source : {}).not.toMatchObject({ content: { headName: 'БАСҚА' } });
  });
  it('the same file once more after a refusal', async () => {
    const office = await anOpenOffice();
    const { entry, sign } = await aSigner(office);
    const c = await command(office, sign(textToRevoke(entry)));
    const first = taken(await receiveRevocation(office.desk, c));
    taken(await refuseRevocation(office.desk, { caseId: first.id, text: 'иесі қайтарып алды' }));
    office.pass(30 * 86_400);
    expect((await receiveRevocation(office.desk, c)).ok).toBe(false);
  });
  it.each([
    ['BOM', (t: string) => `\ufeff${t}`],
    ['two texts', (t: string) => t + t],
    ['mixed ends', (t: string) => t.replace('\n', '\r\n')],
    ['lone CR', (t: string) => t.replaceAll('\n', '\r')],
    ['CR CR LF', (t: string) => t.replaceAll('\n', '\r\r\n')],
    ['no last line end', (t: string) => t.slice(0, -1)],
    ['blank at end', (t: string) => `${t} `],
    ['NUL', (t: string) => `${t}\0`],
    ['NFD', (t: string) => t.normalize('NFD')],
    [
      'upper hex',
      (t: string) => t.replace(/serial-number: (.*)/u, (_, s: string) => `serial-number: ${s.toUpperCase()}`),
    ],
    ['empty key', (t: string) => t.replace('ground:', 'patronymic: \nground:')],
    ['NBSP', (t: string) => t.replace('surname: ', 'surname: \u00a0')],
  ])('%s', async (_, change) => {
    const office = await anOpenOffice();
    const { entry, sign } = await aSigner(office);
    const text = change(textToRevoke(entry));
    if (text === textToRevoke(entry)) return;
    expect((await readElectronicApplication(office.desk, { name: 'a', octets: sign(text) })).ok).toBe(false);
  });
  it.each([1, 5])('trailing octets (%d)', async (n) => {
    const office = await anOpenOffice();
    const { entry, sign } = await aSigner(office);
    const octets = Uint8Array.from([...sign(textToRevoke(entry)), ...new Uint8Array(n)]);
    expect((await readElectronicApplication(office.desk, { name: 'a', octets })).ok).toBe(false);
  });
  it('the text of another, signed by him, registered for mine', async () => {
    const office = await anOpenOffice();
    const { entry, sign } = await aSigner(office);
    const other = await issued(
      office,
      anIndividual({ iin: '920308400012', surname: 'Оспанова', givenName: 'Әсел' }),
    );
    const c = await command(office, sign(textToRevoke(other)));
    expect((await receiveRevocation(office.desk, c)).ok).toBe(false);
    expect((await receiveRevocation(office.desk, { ...c, serialNumber: entry.id })).ok).toBe(false);
  });
  it('an own-power: representative is the signer himself by an IIN with blanks', async () => {
    const office = await anOpenOffice();
    const { sign } = await aSigner(office);
    const other = await issued(
      office,
      anIndividual({ iin: '920308400012', surname: 'Оспанова', givenName: 'Әсел' }),
    );
    const c = await command(office, sign(textToRevoke(other)));
    const power = {
      number: '1',
      date: '2026-12-01' as CalendarDate,
      validUntil: '2027-01-01' as CalendarDate,
      issuer: 'н',
    };
    expect(
      await decided(office, {
        ...c,
        source: { ...c.source, representative: { name: 'x', iin: '850101300015', power } },
      }),
    ).toBe('PowerNotInForce');
  });
});

describe('[N-8.3] gone through again', () => {
  it('a compromise that was told after the cessation is not closed by it', async () => {
    const office = await anOpenOffice();
    const entry = await issued(office);
    taken(await ceaseActivity(office.desk, { typedName: authority }));
    office.pass(86_400);
    const found = taken(
      await receiveRevocation(office.desk, {
        serialNumber: entry.id,
        ground: 'key-compromise',
        source: applicationToRevoke(entry),
      }),
    );
    taken(await ceaseActivity(office.desk, { typedName: authority }));
    taken(await decideRevocation(office.desk, confirmed(found.id)));
    const after = await (await office.desk.store.read()).get('entry', entry.id);
    expect(after?.revocation?.reasonCode).toBe('keyCompromise');
  });
  it('a compromise that waited when it ceased is not lost', async () => {
    const office = await anOpenOffice();
    const entry = await issued(office);
    taken(
      await receiveRevocation(office.desk, {
        serialNumber: entry.id,
        ground: 'key-compromise',
        source: applicationToRevoke(entry),
      }),
    );
    office.pass(86_400);
    taken(await ceaseActivity(office.desk, { typedName: authority }));
    const again = await receiveRevocation(office.desk, {
      serialNumber: entry.id,
      ground: 'key-compromise',
      source: applicationToRevoke(entry),
    });
    expect(again.ok).toBe(true);
  });
});

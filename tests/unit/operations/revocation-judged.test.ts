import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { revocationApplicationPaper } from '#domain/form/papers.ts';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import type { RevocationSource } from '#domain/revocation/revocation-case.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
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
import { aRepresentative, applicationToRevoke, textToRevoke } from '#tests/support/revocation-samples.ts';
import { aSigner } from '#tests/support/signers.ts';

const authority = 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ';

async function anOpenOffice() {
  const office = anOffice();
  await setUp(office);
  return office;
}

async function revocationOf({ desk }: OfficeAtWork, { id }: RegisterEntry) {
  return (await (await desk.store.read()).get('entry', id))?.revocation;
}

const confirmed = (caseId: string) => ({ caseId, confirmedCorrect: true });

describe('what the operation judges', () => {
  it.each([
    ['another person', { surname: 'Басқа' }, ['surname']],
    ['another IIN', { iin: '920308400012' }, ['iin']],
    ['another serial number', { serialNumber: '01cd' }, ['serialNumber']],
  ] as const)(
    '[N-8] an application of %s revokes nothing, whatever was confirmed, and can be refused',
    async (_, change, fields) => {
      const office = await anOpenOffice();
      const entry = await issued(office);
      const source = applicationToRevoke(entry, change);
      const found = taken(
        await receiveRevocation(office.desk, { serialNumber: entry.id, ground: 'owners-wish', source }),
      );
      expect(await decideRevocation(office.desk, confirmed(found.id))).toEqual({
        ok: false,
        error: { type: 'ApplicationDiffers', fields },
      });
      expect(await revocationOf(office, entry)).toBeUndefined();
      taken(await refuseRevocation(office.desk, { caseId: found.id, text: 'сәйкес емес' }));
    },
  );

  it('[N-8.1] a legal entity applies with its own BIN', async () => {
    const office = await anOpenOffice();
    const entry = await issued(office, aLegalEntity());
    const source = applicationToRevoke(entry, { bin: '000740000728' });
    const found = taken(
      await receiveRevocation(office.desk, { serialNumber: entry.id, ground: 'owners-wish', source }),
    );
    expect(await decideRevocation(office.desk, confirmed(found.id))).toMatchObject({
      error: { type: 'ApplicationDiffers', fields: ['bin'] },
    });
  });

  it('[N-8.2] the ground of a court decision is registered with the court’s paper and with no other', async () => {
    const office = await anOpenOffice();
    const entry = await issued(office);
    for (const source of [
      { type: 'office', statement: 'сот шешті' },
      applicationToRevoke(entry),
    ] satisfies RevocationSource[])
      expect(
        await receiveRevocation(office.desk, { serialNumber: entry.id, ground: 'court-decision', source }),
      ).toEqual({ ok: false, error: { type: 'GroundUnproven', ground: 'court-decision' } });
    const decision = {
      court: ' ',
      number: '2-1',
      date: '2026-11-02' as CalendarDate,
      inForceFrom: '2026-11-20' as CalendarDate,
    };
    const found = taken(
      await receiveRevocation(office.desk, {
        serialNumber: entry.id,
        ground: 'court-decision',
        source: { type: 'court', decision },
      }),
    );
    expect(await decideRevocation(office.desk, confirmed(found.id))).toEqual({
      ok: false,
      error: { type: 'CourtPaperIncomplete' },
    });
  });

  it('[N-8.1] a representative’s power has to be in force when the application arrives', async () => {
    const office = await anOpenOffice();
    const entry = await issued(office);
    const over = aRepresentative({ validUntil: '2026-11-22' as CalendarDate });
    const found = taken(
      await receiveRevocation(office.desk, {
        serialNumber: entry.id,
        ground: 'owners-wish',
        source: applicationToRevoke(entry, {}, over),
      }),
    );
    expect(await decideRevocation(office.desk, confirmed(found.id))).toMatchObject({
      error: { type: 'PowerNotInForce', validUntil: '2026-11-22' },
    });
    taken(await refuseRevocation(office.desk, { caseId: found.id, text: 'сенімхаттың мерзімі өткен' }));
    const source = applicationToRevoke(entry, {}, aRepresentative());
    const good = taken(
      await receiveRevocation(office.desk, { serialNumber: entry.id, ground: 'owners-wish', source }),
    );
    taken(await decideRevocation(office.desk, confirmed(good.id)));
    const kept = await (await office.desk.store.read()).get('revocation', good.id);
    expect(kept?.source).toMatchObject({ representative: { power: { number: '15-7' } } });
  });
});

describe('the days of an application', () => {
  it('[N-9] the two working days run from the arrival, and the form prints the day on the paper', async () => {
    const office = await anOpenOffice();
    const entry = await issued(office, aLegalEntity());
    // Monday; the paper came on Thursday and was written on Wednesday.
    office.pass(7 * 86_400);
    const command = {
      serialNumber: entry.id,
      ground: 'owners-wish',
      source: applicationToRevoke(entry),
      writtenOn: '2026-11-25' as CalendarDate,
      arrivedOn: '2026-11-26' as CalendarDate,
    };
    expect(
      await receiveRevocation(office.desk, { ...command, arrivedOn: '2026-12-01' as CalendarDate }),
    ).toMatchObject({ error: { type: 'ArrivedAfterEntering' } });
    expect(
      await receiveRevocation(office.desk, { ...command, arrivedOn: '2026-11-24' as CalendarDate }),
    ).toMatchObject({ error: { type: 'PaperAfterArrival' } });
    const found = taken(await receiveRevocation(office.desk, command));
    expect([found.dueOn, calendarDateOf(found.receivedAt)]).toEqual(['2026-11-30', '2026-11-30']);
    const context = { station: undefined, officers: [], rules: rulesByKind.N, sha256: office.desk.sha256 };
    const paper = JSON.stringify(revocationApplicationPaper(context, found)?.blocks);
    expect(paper).toContain('"date":"2026-11-25"');
    expect(paper).toContain('Әбілқасымов Нұрлан Серікұлы');
  });
});

describe('[N-8.3] what waits when the authority ceases', () => {
  it('is closed by the cessation and says so; nothing is left late on Today', async () => {
    const office = await anOpenOffice();
    const entry = await issued(office);
    const found = taken(
      await receiveRevocation(office.desk, {
        serialNumber: entry.id,
        ground: 'owners-wish',
        source: applicationToRevoke(entry),
      }),
    );
    office.pass(60);
    taken(await ceaseActivity(office.desk, { typedName: authority }));
    const snapshot = await office.desk.store.read();
    const closed = await snapshot.get('revocation', found.id);
    const by = await snapshot.get('revocation', closed?.decision?.by ?? '');
    expect(closed?.decision).toMatchObject({ outcome: 'overtaken', by: by?.id });
    expect(by?.source).toEqual({ type: 'cessation' });
    expect((await snapshot.list('revocation')).filter(({ decision }) => decision === undefined)).toEqual([]);
    const numbers = (await snapshot.list('revocation')).map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect((await verifyLog(office.desk)).faults).toEqual([]);
    expect(await decideRevocation(office.desk, confirmed(found.id))).toMatchObject({
      error: { type: 'CaseDecided' },
    });
  });

  it('in a register of before is closed when the cessation is gone through again', async () => {
    const office = await anOpenOffice();
    const entry = await issued(office);
    taken(await ceaseActivity(office.desk, { typedName: authority }));
    // As it was left open: an application that raises the reason is received after the cessation.
    const source = applicationToRevoke(entry);
    const left = taken(
      await receiveRevocation(office.desk, { serialNumber: entry.id, ground: 'owners-wish', source }),
    );
    taken(await ceaseActivity(office.desk, { typedName: authority }));
    const closed = await (await office.desk.store.read()).get('revocation', left.id);
    expect(closed?.decision).toMatchObject({
      outcome: 'overtaken',
      by: (await revocationOf(office, entry))?.caseId,
    });
  });
});

describe('an electronic application', () => {
  async function read(office: OfficeAtWork, octets: Uint8Array) {
    return readElectronicApplication(office.desk, { name: 'a.p7m', octets });
  }

  async function commandOf(office: OfficeAtWork, octets: Uint8Array) {
    const { application, evidence } = taken(await read(office, octets));
    const { content, ground, writtenOn } = application;
    return {
      serialNumber: content.serialNumber,
      ground,
      writtenOn,
      source: { type: 'application' as const, content, electronic: evidence },
    };
  }

  it('[N-10] is registered as it was signed, with the times of both verifications, and revokes', async () => {
    const office = await anOpenOffice();
    const { entry, sign } = await aSigner(office);
    const command = await commandOf(office, sign(textToRevoke(entry)));
    office.pass(600);
    const found = taken(await receiveRevocation(office.desk, command));
    expect(found.source).toMatchObject({
      content: command.source.content,
      electronic: {
        signerSerialNumber: entry.id,
        readAt: '2026-11-23T04:00:00Z',
        verifiedAt: '2026-11-23T04:10:00Z',
      },
    });
    taken(await decideRevocation(office.desk, confirmed(found.id)));
    expect(await revocationOf(office, entry)).toMatchObject({ ground: 'owners-wish' });
  });

  it('[N-10] is refused when its signer was revoked between reading and registering', async () => {
    const office = await anOpenOffice();
    const { entry, sign } = await aSigner(office);
    const command = await commandOf(office, sign(textToRevoke(entry)));
    office.pass(60);
    const other = taken(
      await receiveRevocation(office.desk, {
        serialNumber: entry.id,
        ground: 'key-compromise',
        source: applicationToRevoke(entry),
      }),
    );
    taken(await decideRevocation(office.desk, confirmed(other.id)));
    office.pass(5 * 86_400);
    expect(await receiveRevocation(office.desk, command)).toEqual({
      ok: false,
      error: { type: 'SignerNotInForce', status: 'revoked' },
    });
  });

  it('[N-10] is refused when an invoice was signed, or a field more', async () => {
    const office = await anOpenOffice();
    const { entry, sign } = await aSigner(office);
    expect(await read(office, sign('Шот-фактура № 7: 100 000 теңге\n'))).toEqual({
      ok: false,
      error: { type: 'TextOfOtherKind' },
    });
    const more = textToRevoke(entry).replace('ground:', 'comment: тез арада\nground:');
    expect(await read(office, sign(more))).toMatchObject({ error: { type: 'TextLineWrong' } });
    const refused = (await (await office.desk.store.read()).list('audit')).filter(
      ({ act }) => act === 'import-refused',
    );
    expect(refused).toHaveLength(2);
  });

  it.each([
    ['another ground', { ground: 'key-compromise' }],
    ['another day', { writtenOn: '2026-11-22' as CalendarDate }],
    ['a day of compromise more', { invalidityDate: '2026-11-22T19:00:00Z' as never }],
  ])('[N-10] registers nothing that was not signed: %s', async (_, change) => {
    const office = await anOpenOffice();
    const { entry, sign } = await aSigner(office);
    const command = await commandOf(office, sign(textToRevoke(entry)));
    expect(await receiveRevocation(office.desk, { ...command, ...change })).toEqual({
      ok: false,
      error: { type: 'SignedContentDiffers' },
    });
  });

  it('[N-10] registers no other data, and no other certificate, than the text names', async () => {
    const office = await anOpenOffice();
    const { entry, sign } = await aSigner(office);
    const second = await issued(office);
    const command = await commandOf(office, sign(textToRevoke(entry)));
    const { source } = command;
    const content = { ...source.content, phone: '+77019999999' };
    const differs = { ok: false, error: { type: 'SignedContentDiffers' } };
    expect(await receiveRevocation(office.desk, { ...command, source: { ...source, content } })).toEqual(
      differs,
    );
    expect(await receiveRevocation(office.desk, { ...command, serialNumber: second.id })).toEqual(differs);
  });

  it('[N-10] of an employee revokes nobody else’s certificate, but by a power of attorney that names the signer', async () => {
    const office = await anOpenOffice();
    const head = await issued(office, aLegalEntity());
    const clerk = anIndividual({ iin: '920308400012', surname: 'Оспанова', givenName: 'Әсел' });
    const { sign } = await aSigner(office, { ...aLegalEntity(clerk), ...aLegalEntity(), ...namesOf(clerk) });
    const command = await commandOf(office, sign(textToRevoke(head)));
    expect(await receiveRevocation(office.desk, command)).toEqual({
      ok: false,
      error: { type: 'SignerMayNotApply' },
    });
    const by = (representative: ReturnType<typeof aRepresentative>) =>
      receiveRevocation(office.desk, { ...command, source: { ...command.source, representative } });
    expect(await by(aRepresentative({}, '850101300015'))).toMatchObject({
      error: { type: 'SignerMayNotApply' },
    });
    const found = taken(await by(aRepresentative({}, '920308400012')));
    taken(await decideRevocation(office.desk, confirmed(found.id)));
  });
});

function namesOf({ iin, surname, givenName }: ReturnType<typeof anIndividual>) {
  return { iin, surname, givenName, legalRole: 5 as const };
}

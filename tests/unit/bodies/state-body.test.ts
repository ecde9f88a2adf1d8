import { describe, expect, it } from 'vitest';
import type { IssueLetter } from '#domain/application/letter.ts';
import { ok } from '#domain/base/result.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { issueOntoCarriers } from '#operations/carrier/issue.ts';
import { confirmStateBody } from '#operations/letter/confirm-state-body.ts';
import { considerPersons } from '#operations/letter/consider.ts';
import { transact } from '#operations/transact.ts';
import { aLetterReceived, blankCarriers, issuedOnto, setUpBodies } from '#tests/support/bodies-at-work.ts';
import { type OfficeAtWork, anOffice, taken } from '#tests/support/office-at-work.ts';

async function anOpenOffice(): Promise<OfficeAtWork> {
  const office = anOffice();
  await setUpBodies(office);
  return office;
}

/** As a program of before left it, which asked nobody. */
async function askedNobody({ desk }: OfficeAtWork, letter: IssueLetter): Promise<void> {
  const { id, salt, number, receivedAt, receivedBy, key, content, applicationIds } = letter;
  const record: IssueLetter = { id, salt, number, receivedAt, receivedBy, key, content, applicationIds };
  taken(
    await transact(desk, () =>
      Promise.resolve(
        ok({
          acts: [{ act: 'letter-received', subjects: [id], puts: [{ collection: 'letter', record }] }],
          answer: null,
        }),
      ),
    ),
  );
}

const unconfirmed = {
  ok: false,
  error: { type: 'ExaminationFailed', findings: [{ ruleId: 'state-body-confirmed', clauses: ['G-2.7'] }] },
};

describe('a letter whose body nobody confirmed', () => {
  it('[G-2.7] is considered for nobody until an officer has, who stands in it with the moment', async () => {
    const office = await anOpenOffice();
    const { letter, persons } = await aLetterReceived(office, 2);
    await askedNobody(office, letter);
    const applicationIds = persons.map(({ id }) => id);
    for (const { result } of await considerPersons(office.desk, { applicationIds }))
      expect(result).toMatchObject(unconfirmed);
    office.pass(60);
    const confirmed = taken(await confirmStateBody(office.desk, { letterId: letter.id }));
    expect(confirmed.stateBodyConfirmed).toEqual({
      officer: office.desk.custody.officerId(),
      at: office.desk.clock.now(),
    });
    for (const { result } of await considerPersons(office.desk, { applicationIds })) taken(result);
    expect((await verifyLog(office.desk)).faults).toEqual([]);
  });

  it('[G-2.7] gets no certificate either where it was approved before', async () => {
    const office = await anOpenOffice();
    const { letter, persons } = await aLetterReceived(office);
    const [considered] = await considerPersons(office.desk, { applicationIds: persons.map(({ id }) => id) });
    const approved = taken(considered?.result ?? { ok: false, error: 'nobody' });
    await askedNobody(office, letter);
    const [carrier] = await blankCarriers(office, 1);
    if (carrier === undefined) throw new Error('no carrier');
    const pairs = [{ applicationId: approved.id, carrierId: carrier.id }];
    const [refused] = await issueOntoCarriers(office.desk, { pairs });
    expect(refused?.result).toMatchObject(unconfirmed);
    expect(await (await office.desk.store.read()).count('entry')).toBe(0);
    taken(await confirmStateBody(office.desk, { letterId: letter.id }));
    await issuedOnto(office, approved, carrier);
  });

  it('[G-2.7] is confirmed once, by an officer at an open station', async () => {
    const office = await anOpenOffice();
    const { letter } = await aLetterReceived(office);
    const confirm = (letterId: string) => confirmStateBody(office.desk, { letterId });
    expect(await confirm(letter.id)).toEqual({ ok: false, error: { type: 'AlreadyConfirmed' } });
    expect(await confirm('none')).toEqual({ ok: false, error: { type: 'LetterMissing' } });
    office.desk.custody.lock();
    expect(await confirm(letter.id)).toEqual({ ok: false, error: { type: 'Locked' } });
  });
});

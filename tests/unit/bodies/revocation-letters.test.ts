import { beforeAll, describe, expect, it } from 'vitest';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { carrierState } from '#domain/carrier/carrier.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { isLateNotice, noticePeriod } from '#domain/revocation/leaving.ts';
import { ownerNoticePeriod } from '#domain/revocation/owner-notice.ts';
import { announcedDays } from '#domain/calendar/announced-days.ts';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import { endCarrier } from '#operations/carrier/end.ts';
import { decideRevocations } from '#operations/revocation/decide-many.ts';
import { enterLeaving } from '#operations/revocation/enter-leaving.ts';
import { notifyOwners } from '#operations/revocation/notify-owner.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { decideRevocation, refuseRevocation } from '#operations/revocation/revoke.ts';
import { type OfficeAtWork, anOffice, setUp, taken } from '#tests/support/office-at-work.ts';

import { journalOfRevocation, letterFor, owners } from '#tests/support/revocation-letters-at-work.ts';

const day = (date: string) => date as CalendarDate;

async function casesOf({ desk }: OfficeAtWork, ids: readonly string[]) {
  const snapshot = await desk.store.read();
  return Promise.all(
    ids.map(async (id) => {
      const revocationCase = await snapshot.get('revocation', id);
      if (revocationCase === undefined) throw new Error('no case');
      return revocationCase;
    }),
  );
}

describe('a letter to revoke (G-F4)', () => {
  it('[G-12.1] opens a case for each person, with the ground of each and one deadline', async () => {
    const { office, entries } = await owners(2);
    const letter = taken(await letterFor(office, entries));
    const cases = await casesOf(office, letter.caseIds);
    expect(letter.number).toBe('2026-000001');
    expect(cases.map(({ serialNumber }) => serialNumber)).toEqual(entries.map(({ id }) => id));
    expect(cases.map(({ number }) => number)).toEqual(['2026-000001', '2026-000002']);
    for (const revocationCase of cases)
      expect(revocationCase).toMatchObject({
        ground: 'affiliation-changed',
        reasonCode: 'affiliationChanged',
        carrier: { type: 'returned' },
        source: { type: 'application', content: { form: 'G-F4a', letterId: letter.id } },
      });
    // Received on a Monday: two working days end on Wednesday.
    expect(new Set(cases.map(({ dueOn }) => dueOn))).toEqual(new Set([day('2026-11-25')]));
  });

  it('the same letter twice is named, and nothing of it is written', async () => {
    const { office, entries } = await owners(2);
    const first = taken(await letterFor(office, entries.slice(0, 1)));
    const again = await letterFor(office, entries.slice(1), {}, { bodyNumber: ' 12-3 / 900' });
    expect(again).toEqual({
      ok: false,
      error: { type: 'LetterTwice', letterId: first.id, number: first.number },
    });
    expect(await (await office.desk.store.read()).count('revocation')).toBe(1);
  });

  it('a certificate with an open case, or revoked before, stops the whole letter', async () => {
    const { office, entries } = await owners(2);
    const [first] = entries;
    if (first === undefined) throw new Error('none');
    const letter = taken(await letterFor(office, [first]));
    const open = await letterFor(office, entries, {}, { bodyNumber: '2' });
    expect(open).toEqual({ ok: false, error: { type: 'CaseOpen', number: '2026-000001' } });
    await decideRevocations(office.desk, { caseIds: letter.caseIds, confirmedCorrect: true });
    // Read against the register as it was before: another tab revoked in between.
    const late = await letterFor(office, entries, {}, { bodyNumber: '3' });
    expect(late).toMatchObject({ ok: false, error: { type: 'AlreadyRevoked' } });
    expect(await (await office.desk.store.read()).count('revocationLetter')).toBe(1);
  });

  it('a station of another kind has no such letter', async () => {
    const { entries } = await owners(1);
    const office = anOffice();
    await setUp(office);
    expect(await letterFor(office, entries)).toEqual({
      ok: false,
      error: { type: 'FormOfOtherAuthority', form: 'G-F4' },
    });
  });

  it('[G-14] the carrier that came with it is returned in the act that revokes', async () => {
    const { office, entries, made } = await owners(2);
    const letter = taken(await letterFor(office, entries));
    const [one, two] = letter.caseIds;
    taken(await decideRevocation(office.desk, { caseId: one ?? '', confirmedCorrect: true }));
    const snapshot = await office.desk.store.read();
    const [first, second] = await Promise.all(made.map(({ carrier }) => snapshot.get('carrier', carrier.id)));
    expect(first && carrierState(first)).toBe('returned');
    expect(second && carrierState(second)).toBe('written');
    // A refused application leaves the carrier alone.
    taken(await refuseRevocation(office.desk, { caseId: two ?? '', text: 'басқа адам' }));
    const after = await (await office.desk.store.read()).get('carrier', made[1]?.carrier.id ?? '');
    expect(after && carrierState(after)).toBe('written');
  });

  it('[G-14] a carrier that did not come is written down with the reason, and may still come', async () => {
    const { office, entries, made } = await owners(1);
    const change = { carrier: 'not-returned', whyNotReturned: 'жоғалған' } as const;
    const letter = taken(await letterFor(office, entries, change));
    await decideRevocations(office.desk, { caseIds: letter.caseIds, confirmedCorrect: true });
    const id = made[0]?.carrier.id ?? '';
    const carrier = await (await office.desk.store.read()).get('carrier', id);
    expect(carrier?.ended).toMatchObject({ how: 'not-returned', note: 'жоғалған' });
    const back = taken(await endCarrier(office.desk, { carrierId: id, how: 'returned', note: '' }));
    expect(carrierState(back)).toBe('returned');
  });

  it('many at once: who has a fault is named, the others are revoked, and it can be begun again', async () => {
    const { office, entries } = await owners(3);
    const letter = taken(await letterFor(office, entries));
    const [first, second] = letter.caseIds;
    taken(await refuseRevocation(office.desk, { caseId: first ?? '', text: 'қолы басқа' }));
    const seen: number[] = [];
    const cancellation = { isCancelled: false };
    const broken = await decideRevocations(
      office.desk,
      { caseIds: letter.caseIds, confirmedCorrect: true },
      {
        onProgress: (done) => {
          seen.push(done);
          if (done === 2) cancellation.isCancelled = true;
        },
        cancellation: cancellation as never,
      },
    );
    expect(seen).toEqual([1, 2, 3]);
    expect(broken.map(({ result }) => (result.ok ? 'revoked' : result.error.type))).toEqual([
      'CaseDecided',
      'revoked',
      'Cancelled',
    ]);
    const again = await decideRevocations(office.desk, { caseIds: letter.caseIds, confirmedCorrect: true });
    expect(again.map(({ result }) => (result.ok ? 'revoked' : result.error.type))).toEqual([
      'CaseDecided',
      'CaseDecided',
      'revoked',
    ]);
    expect(second).toBeDefined();
  });

  it('without the officer’s confirmation nothing is revoked', async () => {
    const { office, entries } = await owners(1);
    const letter = taken(await letterFor(office, entries));
    const [outcome] = await decideRevocations(office.desk, {
      caseIds: letter.caseIds,
      confirmedCorrect: false,
    });
    expect(outcome?.result).toEqual({ ok: false, error: { type: 'NotConfirmed' } });
  });
});

describe('a court decision (G-12.2)', () => {
  it('[G-12.2] revokes without a letter, and stands in the journal by court, number and day', async () => {
    const { office, entries } = await owners(1);
    const decision = {
      court: 'Астана қаласының мамандандырылған соты',
      number: '7119-26',
      date: day('2026-11-02'),
      inForceFrom: day('2026-11-17'),
    };
    const revocationCase = taken(
      await receiveRevocation(office.desk, {
        serialNumber: entries[0]?.id ?? '',
        source: { type: 'court', decision },
        ground: 'court-decision',
      }),
    );
    taken(await decideRevocation(office.desk, { caseId: revocationCase.id, confirmedCorrect: true }));
    const [row] = await journalOfRevocation(office);
    expect(row?.columns.paper).toEqual({
      type: 'court',
      court: decision.court,
      number: '7119-26',
      date: '2026-11-02',
    });
  });
});

describe('the owner’s notice (G-15)', () => {
  it('[G-15] is due within a day of the revocation, and is written down once', async () => {
    const { office, entries } = await owners(1);
    const letter = taken(await letterFor(office, entries));
    const [caseId = ''] = letter.caseIds;
    const early = await notifyOwners(office.desk, { caseIds: [caseId], way: 'paper' });
    expect(early).toEqual({ ok: false, error: { type: 'NothingRevoked' } });
    taken(await decideRevocation(office.desk, { caseId, confirmedCorrect: true }));
    const [decided] = await casesOf(office, [caseId]);
    if (decided === undefined) throw new Error('none');
    expect(ownerNoticePeriod(decided, rulesByKind.G, announcedDays)?.dueOn).toBe('2026-11-24');
    expect(ownerNoticePeriod(decided, rulesByKind.N, announcedDays)).toBeNull();
    taken(await notifyOwners(office.desk, { caseIds: [caseId, caseId], way: 'paper' }));
    const [told] = await casesOf(office, [caseId]);
    expect(told?.ownerNotice).toMatchObject({ way: 'paper', at: office.desk.clock.now() });
    expect(await notifyOwners(office.desk, { caseIds: [caseId], way: 'told' })).toEqual({
      ok: false,
      error: { type: 'OwnerNotified' },
    });
  });

  it('[G-15] the register entry is made in the act that revokes: no second step could be forgotten', async () => {
    const { office, entries } = await owners(1);
    const letter = taken(await letterFor(office, entries));
    const [outcome] = await decideRevocations(office.desk, {
      caseIds: letter.caseIds,
      confirmedCorrect: true,
    });
    expect(outcome?.result.ok === true && outcome.result.value.revocation?.date).toBe(
      office.desk.clock.now(),
    );
  });
});

describe('a notice of leaving (G-13)', () => {
  let office: OfficeAtWork;
  let entry: RegisterEntry;
  beforeAll(async () => {
    const made = await owners(1);
    office = made.office;
    [entry] = made.entries as [RegisterEntry];
  });
  const enter = (leftOn: string, noticedOn: string) =>
    enterLeaving(office.desk, {
      serialNumber: entry.id,
      facts: { kind: 'moved', leftOn: day(leftOn), noticedOn: day(noticedOn), noticeNumber: '12-4/7' },
    });

  it('[G-13] within three days it is in time, after that it is late, and kept either way', async () => {
    // Thursday the 19th and three days end on Sunday, and on to Monday.
    const inTime = taken(await enter('2026-11-19', '2026-11-23'));
    expect([inTime.dueOn, isLateNotice(inTime)]).toEqual(['2026-11-23', false]);
    const late = taken(await enter('2026-11-16', '2026-11-20'));
    expect([late.dueOn, isLateNotice(late)]).toEqual(['2026-11-19', true]);
  });

  it('[G-13] it is no ground by itself: the certificate stays in force until the body applies', async () => {
    const after = await (await office.desk.store.read()).get('entry', entry.id);
    expect(after?.revocation).toBeUndefined();
  });

  it.each([
    ['2026-11-24', '2026-11-24', 'LeavingInFuture'],
    ['2026-11-23', '2026-11-24', 'NoticeInFuture'],
    ['2026-11-20', '2026-11-19', 'NoticeBeforeLeaving'],
  ])('left on %s, noticed on %s: %s', async (leftOn, noticedOn, type) => {
    expect(await enter(leftOn, noticedOn)).toMatchObject({ ok: false, error: { type } });
  });

  it('rules that know no such notice have no period for it', () => {
    expect(noticePeriod(day('2026-11-19'), rulesByKind.N, announcedDays)).toEqual({
      ok: false,
      error: { type: 'NoLeavingHere' },
    });
  });
});

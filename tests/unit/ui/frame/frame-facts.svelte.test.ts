// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { memoryStore } from '#adapters/memory/memory-store.ts';
import type { Application } from '#domain/application/application.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import { recordExport } from '#operations/backup/exported.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { decideRevocation } from '#operations/revocation/revoke.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import type { Put, RegisterStore } from '#ports/register-store.ts';
import { FrameFacts } from '#ui/frame/frame-facts.svelte.ts';
import { BackupList } from '#ui/media/backup-list.svelte.ts';
import { anIndividual, anOffice, approvedOf, issued, setUp, taken } from '#tests/support/office-at-work.ts';
import { renewed } from '#tests/support/renewal-at-work.ts';
import { aSession, until } from '#tests/support/session-at-work.ts';
import { applicationToRevoke } from '#tests/support/revocation-samples.ts';

async function atFrame() {
  const office = anOffice();
  await setUp(office);
  const desk = await aSession(office);
  const facts = new FrameFacts();
  const read = () => facts.read(desk.session);
  await read();
  return { ...desk, facts, read };
}

function aBackup({ desk }: ReturnType<typeof anOffice>, type: 'written' | 'offered', name = 'a.age') {
  const outcome = { type, name, octets: new Uint8Array([1]) };
  return recordExport(desk, { kind: 'register-backup', outcome });
}

const at = '2026-11-23T06:00:00Z' as Instant;
const registered = { salt: 'aa', receivedAt: at, receivedBy: 'o1' };
const aDecision = { outcome: 'refused', officer: 'o1', at, confirmedCorrect: true } as const;

function waitingApplication(number: string): Application {
  return { ...registered, id: number, number, content: anIndividual() };
}

function undecidedCase(number: string): RevocationCase {
  return {
    ...registered,
    id: number,
    number,
    serialNumber: '0a',
    source: { type: 'cessation' },
    ground: 'cessation',
    dueOn: '2026-11-25' as CalendarDate,
  };
}

describe('what the frame says beside each page', () => {
  it('before there is a station: nothing waits, nothing is overdue', async () => {
    const { session } = await aSession();
    const facts = new FrameFacts();
    await facts.read(session);
    const { waitingApplications, openRevocations, lastBackupAt, crlOverdueSince, persisted } = facts;
    expect([waitingApplications, openRevocations, lastBackupAt, crlOverdueSince, persisted]).toEqual([
      0,
      0,
      undefined,
      undefined,
      true,
    ]);
  });

  it('applications wait until they are issued, revocations until they are decided', async () => {
    const { facts, read, office } = await atFrame();
    await approvedOf(office);
    const entry = await issued(office, anIndividual({ iin: '900202400022' }));
    await read();
    expect([facts.waitingApplications, facts.openRevocations]).toEqual([1, 0]);
    const opened = taken(
      await receiveRevocation(office.desk, {
        serialNumber: entry.id,
        ground: 'key-compromise',
        source: applicationToRevoke(entry),
      }),
    );
    await read();
    expect(facts.openRevocations).toBe(1);
    taken(await decideRevocation(office.desk, { caseId: opened.id, confirmedCorrect: true }));
    await read();
    expect(facts.openRevocations).toBe(0);
  });

  it('of 600 that wait each is counted, and no record is read for it', async () => {
    const { session, facts } = await atFrame();
    const store = memoryStore();
    const numbers = Array.from({ length: 600 }, (_, i) => `2026-${String(i + 1).padStart(6, '0')}`);
    const waiting = numbers.flatMap((number): Put[] => [
      { collection: 'application', record: waitingApplication(number) },
      { collection: 'revocation', record: undecidedCase(number) },
    ]);
    const ended: Put[] = [
      { collection: 'application', record: { ...waitingApplication('issued'), issued: '0a' } },
      { collection: 'revocation', record: { ...undecidedCase('decided'), decision: aDecision } },
    ];
    expect((await store.replaceAll([...waiting, ...ended])).type).toBe('committed');
    const read: string[] = [];
    const watched: RegisterStore = {
      ...store,
      read: async () => {
        const snapshot = await store.read();
        const list: typeof snapshot.list = (collection, query) => {
          read.push(collection);
          return snapshot.list(collection, query);
        };
        return { ...snapshot, list };
      },
    };
    await facts.read({ office: { ...session.office, store: watched }, station: session.station });
    expect([facts.waitingApplications, facts.openRevocations]).toEqual([600, 600]);
    expect(read.filter((name) => name === 'application' || name === 'revocation')).toEqual([]);
  });

  it('the last backup is the newest that was read back; one that was only offered is none', async () => {
    const { facts, read, office, session } = await atFrame();
    taken(await aBackup(office, 'offered'));
    await read();
    expect(facts.lastBackupAt).toBeUndefined();
    const first = office.desk.clock.now();
    taken(await aBackup(office, 'written'));
    office.pass(3600);
    taken(await aBackup(office, 'offered', 'b.age'));
    await read();
    expect(facts.lastBackupAt).toBe(first);
    office.pass(3600);
    const second = office.desk.clock.now();
    taken(await aBackup(office, 'written', 'c.age'));
    await read();
    expect(facts.lastBackupAt).toBe(second);
    const backups = new BackupList(session);
    await backups.load();
    expect(
      backups.rows
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    ).toEqual(backups.rows.map(({ at }) => at));
    expect([backups.rows.length, backups.lastRegisterBackupAt]).toEqual([4, second]);
  });

  it('[B07] a CRL is overdue after its nextUpdate, and no longer when the next is signed', async () => {
    const { facts, read, office } = await atFrame();
    const { nextUpdate } = taken(await signCrl(office.desk));
    await read();
    expect(facts.crlOverdueSince).toBeUndefined();
    office.pass(8 * 86_400);
    await read();
    expect(facts.crlOverdueSince).toBe(nextUpdate);
    taken(await signCrl(office.desk));
    await read();
    expect(facts.crlOverdueSince).toBeUndefined();
  });

  it('[B07] of a renewed key it is the list of the key that issues that counts', async () => {
    const { facts, read, office, session } = await atFrame();
    taken(await signCrl(office.desk));
    await renewed(office, { name: 'ҰКО 2' });
    await until(() => session.station?.generation === 2);
    office.pass(8 * 86_400);
    taken(await signCrl(office.desk, { generation: 1 }));
    await read();
    expect(facts.crlOverdueSince).toBeDefined();
  });

  it('[B07] and it is found behind any number of lists of another key', async () => {
    const { facts, read, office, session } = await atFrame();
    taken(await signCrl(office.desk));
    await renewed(office, { name: 'ҰКО 2' });
    await until(() => session.station?.generation === 2);
    const { nextUpdate } = taken(await signCrl(office.desk));
    for (let i = 0; i < 6; i++) {
      office.pass(86_400);
      taken(await signCrl(office.desk, { generation: 1 }));
    }
    office.pass(2 * 86_400);
    await read();
    expect(facts.crlOverdueSince).toBe(nextUpdate);
  });
});

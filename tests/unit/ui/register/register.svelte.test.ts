// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { RegisterSearch, registerIndexOf } from '#ui/register/register-search.svelte.ts';
import { ApplicationList } from '#ui/application/application-list.svelte.ts';
import { CertificateRecord } from '#ui/certificate/certificate-record.svelte.ts';
import { ClauseList } from '#ui/clause/clause-list.svelte.ts';
import { FrameFacts } from '#ui/frame/frame-facts.svelte.ts';
import { AuditView } from '#ui/audit/audit-view.svelte.ts';
import { ArchiveView } from '#ui/archive/archive-view.svelte.ts';
import { BackupList } from '#ui/media/backup-list.svelte.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { anIndividual, anOffice, approvedOf, issued, setUp, taken } from '#tests/support/office-at-work.ts';
import { aSession } from '#tests/support/session-at-work.ts';

async function atRegister() {
  const office = anOffice();
  await setUp(office);
  const first = await issued(office);
  const second = await issued(
    office,
    anIndividual({ iin: '900202400022', surname: 'Қасымова', givenName: 'Әйгерім' }),
  );
  return { ...(await aSession(office)), first, second };
}

describe('the register', () => {
  it('is searched by what is typed, in the order that is asked for', async () => {
    const { session, first, second } = await atRegister();
    const search = new RegisterSearch(session, '');
    expect(search.loaded).toBe(false);
    await search.load();
    expect(search.rows.map(({ id }) => id)).toEqual([second.id, first.id]);
    search.sort('number');
    expect(search.rows.map(({ id }) => id)).toEqual([first.id, second.id]);
    search.ask('қасымова');
    expect(search.rows.map(({ id }) => id)).toEqual([second.id]);
    search.filter({ status: 'revoked' });
    expect(search.rows).toEqual([]);
    search.without('status');
    expect(search.rows).toHaveLength(1);
    expect([search.total, search.statusOf(first)]).toEqual([2, 'in-force']);
  });

  it('what is typed stays when another certificate is issued; the index is made anew once', async () => {
    const { session, office } = await atRegister();
    const search = new RegisterSearch(session, '');
    await search.load();
    search.ask('қасымова');
    const before = await registerIndexOf(session);
    expect(await registerIndexOf(session)).toBe(before);
    await issued(office, anIndividual({ iin: '850101300015', purpose: 'authentication' }));
    await search.load();
    expect([search.text, search.rows.length, search.total]).toEqual(['қасымова', 1, 3]);
    expect(await registerIndexOf(session)).not.toBe(before);
  });

  it('has of one certificate everything that it knows', async () => {
    const { session, first } = await atRegister();
    const record = new CertificateRecord(session);
    await record.load(first.id);
    expect([record.entry?.id, record.status, record.missing]).toEqual([first.id, 'in-force', false]);
    expect(record.certificate).toBeDefined();
    await record.loadHistory();
    expect(record.history?.map(({ act }) => act)).toContain('certificate-issued');
    const none = new CertificateRecord(session);
    await none.load('00');
    expect(none.missing).toBe(true);
  });
});

describe('lists that are read again after each commit', () => {
  it('applications: what waits is shown, and found by what is typed', async () => {
    const { session, office } = await atRegister();
    const list = new ApplicationList(session);
    await list.load();
    expect([list.loaded, list.found.length]).toEqual([true, 0]);
    await approvedOf(office, anIndividual({ iin: '000229500018', surname: 'Оспанов' }));
    await list.load();
    expect([list.found.length, list.approved.length]).toEqual([1, 1]);
    list.typed = 'жоқ';
    expect(list.found).toEqual([]);
    list.showAll();
    expect(list.found).toHaveLength(3);
  });

  it('the frame counts what waits, and says when a CRL is overdue', async () => {
    const { session, office } = await atRegister();
    taken(await signCrl(office.desk));
    await approvedOf(office, anIndividual({ iin: '000229500018', surname: 'Оспанов' }));
    const facts = new FrameFacts();
    await facts.read(session);
    expect([facts.waitingApplications, facts.openRevocations, facts.persisted]).toEqual([1, 0, true]);
    expect(facts.crlOverdueSince).toBeUndefined();
    office.pass(400 * 86_400);
    await facts.read(session);
    expect(facts.crlOverdueSince).toBeDefined();
  });

  it('the log: newest first, by group, with what each act was about', async () => {
    const { session } = await atRegister();
    const view = new AuditView(session);
    await view.load();
    expect(view.rows[0]?.record.seq).toBeGreaterThan(view.rows.at(-1)?.record.seq ?? 0);
    const all = view.rows.length;
    view.filter = { officer: 'nobody' };
    await view.load();
    expect(view.rows).toEqual([]);
    expect(view.chips.map(({ id }) => id)).toEqual(['officer']);
    view.filter = {};
    expect((await view.tableRows()).length).toBeGreaterThanOrEqual(all);
    expect(view.officerName('station')).not.toBe('station');
  });

  it('the archive, the backups and the clauses', async () => {
    const { session } = await atRegister();
    const archive = new ArchiveView(session);
    await archive.load();
    expect([archive.loaded, archive.ready, archive.past.length]).toEqual([true, 0, 0]);
    expect(archive.years.length).toBeGreaterThan(0);
    const backups = new BackupList(session);
    await backups.load();
    expect([backups.rows, backups.lastRegisterBackupAt]).toEqual([[], undefined]);
    const clauses = new ClauseList(session);
    await clauses.load();
    const rows = clauses.chapters.flatMap((chapter) => chapter.rows);
    expect(rows.every(({ clause }) => clause.id.startsWith('N-'))).toBe(true);
    expect(rows.some(({ governed }) => governed !== undefined)).toBe(true);
  });
});

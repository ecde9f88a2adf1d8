// @vitest-environment page
import { beforeEach, describe, expect, it } from 'vitest';
import { formatCalendarDate } from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { confirmExamination } from '#operations/application/examine.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { ApplicationList } from '#ui/application/application-list.svelte.ts';
import { RevocationFormState } from '#ui/revocation/revocation-form.svelte.ts';
import { RevocationList } from '#ui/revocation/revocation-list.svelte.ts';
import { RevocationRecord } from '#ui/revocation/revocation-record.svelte.ts';
import { revocationLife } from '#ui/revocation/revocation-life.ts';
import { Answered } from '#ui/stations/answered.svelte.ts';
import { Exchanges } from '#ui/stations/exchanges.svelte.ts';
import { Incoming } from '#ui/stations/incoming.svelte.ts';
import { Tallies } from '#ui/stations/tallies.svelte.ts';
import { changeSettings } from '#operations/station/settings.ts';
import { packageItems, queueItems } from '#ui/today/today-packages.ts';
import { changeText } from '#ui/stations/change-text.ts';
import { declinedText } from '#ui/stations/declined-text.ts';
import { decideRevocation } from '#operations/revocation/revoke.ts';
import { lookAtPackage } from '#operations/exchange/look-at-package.ts';
import { applicants } from '#tests/support/exchange-applicants.ts';
import { anIndividual, taken } from '#tests/support/office-at-work.ts';
import { type SessionAtWork, aSession } from '#tests/support/session-at-work.ts';
import {
  type Stations,
  digestOfStation,
  handedIn,
  pairedStations,
  receipt,
  sent,
  signedAnew,
  stationOf,
  tookIn,
} from '#tests/support/stations-at-work.ts';

let stations: Stations;
let field: SessionAtWork;

beforeEach(async () => {
  stations = await pairedStations();
  field = await aSession(stations.field);
});

/** An application that was carried in, issued, and answered. */
async function answered() {
  const { authority } = stations;
  const { id } = await handedIn(stations.field, applicants[0]);
  taken(await tookIn(authority, (await sent(stations.field, authority)).file));
  const application = await (await authority.desk.store.read()).get('application', id);
  if (application === undefined) throw new Error('no application');
  const command = { applicationId: id, contentDigest: contentDigest(application, authority.desk.sha256) };
  for (const clause of ['N-5.1', 'N-5.2'] as const)
    taken(await confirmExamination(authority.desk, { ...command, clause, reasons: [] }));
  taken(await approveApplication(authority.desk, command));
  const [issued] = await issueCertificates(authority.desk, { applicationIds: [id] });
  expect(issued?.result.ok).toBe(true);
  const { file } = await sent(authority, stations.field);
  const seen = taken(await lookAtPackage(stations.field.desk, file));
  const texts = seen.items.flatMap(({ outcome }) =>
    'change' in outcome ? [changeText(outcome.change)] : [],
  );
  taken(await tookIn(stations.field, file));
  const after = await (await stations.field.desk.store.read()).get('application', id);
  if (after?.answer?.certificate === undefined) throw new Error('no answer');
  return { application: after, certificate: after.answer.certificate, texts };
}

describe('the answer of an authority on the pages of its field station', () => {
  it('is said in words, offers the certificate’s files, and is handed over (N-6)', async () => {
    const { application, certificate, texts } = await answered();
    const t = words.t.exchange;
    expect(texts).toContain(t.changes.answer(application.number, t.answerOutcomes.issued));
    const list = new ApplicationList(field.session);
    await list.load();
    expect(list.rows.map(({ state }) => state)).toEqual(['issued']);
    const page = new Answered(field.session);
    await page.load(application);
    expect(page.files(application).map(({ name }) => name)).toEqual(
      ['cer', 'pem', 'p7b'].map((id) => `${certificate.serialNumber}.${id}`),
    );
    expect(page.files(application)[0]?.octets()).toEqual(certificate.der);
    expect(new TextDecoder().decode(page.files(application)[1]?.octets())).toContain('BEGIN CERTIFICATE');
    expect(page.files(application)[2]?.octets().length).toBeGreaterThan(certificate.der.length);
    page.chooseWay('paper');
    await page.handOver(application);
    expect(page.action.error).toBe(words.t.refusals.RecipientMissing);
    page.recipient = 'Серікова Айгүл, 034';
    await page.handOver(application);
    expect(page.action.error).toBeUndefined();
    await page.load(application);
    expect(page.deliveries).toMatchObject([{ way: 'paper', recipient: 'Серікова Айгүл, 034' }]);
    expect(page.recipient).toBe('');
  });

  it('by e-mail goes to the address on the application', async () => {
    const { application } = await answered();
    const page = new Answered(field.session);
    expect(page.wayFor(application)).toBe('e-mail');
    await page.handOver(application);
    await page.load(application);
    expect(page.deliveries).toMatchObject([{ way: 'e-mail', recipient: application.content.email }]);
  });

  it('says why something was not registered, without the names of refusals', () => {
    expect(declinedText('SamePerson')).toBe(words.t.exchange.declinedBecause['SamePerson']);
    expect(declinedText('toString')).toBe(words.t.exchange.declinedOther);
    expect(declinedText('Whatever')).toBe(words.t.exchange.declinedOther);
  });
});

describe('an application to revoke at a field station (N-8)', () => {
  async function typed(serialNumber: string): Promise<RevocationFormState> {
    const form = new RevocationFormState(field.session);
    await form.load(null, null);
    const { surname, givenName, iin } = anIndividual(applicants[0]);
    Object.assign(form.draft, {
      ...{ serialNumber, surname, givenName, iin, email: 's@example.kz', phone: '+77011234567' },
      ...{
        issuedOn: '23.11.2026',
        ground: form.rules.grounds.find(({ evidence }) => evidence === 'application')?.id,
      },
    });
    return form;
  }

  it('is taken in by the number as typed, and goes as an urgent item', async () => {
    const { application, certificate } = await answered();
    const { authority } = stations;
    const form = await typed(certificate.serialNumber.toUpperCase());
    expect(form.kinds).toEqual(['application', 'court']);
    expect([form.isField, form.paper, form.findingOf('entryId')]).toEqual([true, 'N-F4', undefined]);
    const received = await form.submit();
    expect([form.findings, form.action.error]).toEqual([[], undefined]);
    expect(received?.serialNumber).toBe(certificate.serialNumber);
    const record = new RevocationRecord(field.session);
    await record.load(received?.id ?? '');
    expect(record.state).toBe('open');
    const { file } = await sent(stations.field, authority, 'urgent');
    taken(await tookIn(authority, file));
    const at = await (await authority.desk.store.read()).get('revocation', received?.id ?? '');
    expect(at?.serialNumber).toBe(certificate.serialNumber);
    authority.pass(60);
    taken(await decideRevocation(authority.desk, { caseId: received?.id ?? '', confirmedCorrect: true }));
    taken(await tookIn(stations.field, (await sent(authority, stations.field, 'urgent')).file));
    await record.load(received?.id ?? '');
    expect(record.state).toBe('revoked');
    expect(revocationLife(record).map(({ id }) => id)).toEqual(['received', 'revoked']);
    const list = new RevocationList(field.session);
    await list.load();
    expect([list.total, list.matching]).toEqual([1, 0]);
    list.all = true;
    await list.load();
    expect(list.rows.map(({ revocationCase }) => list.stateOf(revocationCase))).toEqual(['revoked']);
    expect(application.content.form).toBe('N-F1');
  });

  it('proposes the certificate that went through the station, once its owner’s number is typed', async () => {
    const { application, certificate } = await answered();
    const form = await typed('');
    expect(form.found.map(({ id }) => id)).toEqual([application.id]);
    form.draft.iin = '';
    expect(form.found).toEqual([]);
    form.draft.serialNumber = certificate.serialNumber.slice(0, 6);
    const [found] = form.found;
    if (found === undefined) throw new Error('not found');
    await form.chooseKnown(found);
    expect(form.draft.serialNumber).toBe(certificate.serialNumber);
    expect(form.draft.issuedOn).toBe(
      formatCalendarDate(calendarDateOf(application.answer?.at ?? application.receivedAt)),
    );
    const again = new RevocationFormState(field.session);
    await again.load(null, null);
    expect(again.draft.serialNumber).toBe(certificate.serialNumber);
  });

  it('of a certificate that is unknown here is taken in; without a number, or with none, it is not', async () => {
    const form = await typed('');
    expect(await form.submit()).toBeNull();
    expect(form.findingOf('serialNumber')?.refusal.type).toBe('Empty');
    form.draft.serialNumber = 'xyz';
    expect(await form.submit()).toBeNull();
    expect(form.findingOf('serialNumber')?.refusal.type).toBe('SerialNumberMalformed');
    form.draft.serialNumber = '01 ab:cd';
    expect((await form.submit())?.serialNumber).toBe('01abcd');
  });

  it('is a court’s decision too, and names the certificate', async () => {
    const form = await typed('');
    form.changeKind('court');
    Object.assign(form.draft, {
      ...{ court: 'Алматы қалалық соты', decisionNumber: '12-3' },
      ...{ decisionDate: '20.11.2026', inForceFrom: '22.11.2026' },
    });
    expect(await form.submit()).toBeNull();
    expect(form.findingOf('serialNumber')?.refusal.type).toBe('Empty');
    form.draft.serialNumber = '01abcd';
    expect((await form.submit())?.source.type).toBe('court');
  });

  it('is nothing that no package carries: the office’s own statement goes no way', async () => {
    const received = await receiveRevocation(stations.field.desk, {
      serialNumber: '01abcd',
      ground: 'office-error',
      source: { type: 'office', statement: 'қате' },
    });
    expect(received.ok).toBe(false);
    const [office] = (await typed('')).rules.grounds.filter(({ evidence }) => evidence === 'statement');
    expect(
      await receiveRevocation(stations.field.desk, {
        ...{ serialNumber: '01abcd', ground: office?.id ?? '' },
        source: { type: 'office', statement: 'қате' },
      }),
    ).toEqual({ ok: false, error: { type: 'SourceNotCarried' } });
  });
});

describe('a sender that contradicts itself, on the pages (K07)', () => {
  it('is stopped when its package is opened, and Today and the exchanges say so', async () => {
    const authority = await aSession(stations.authority);
    await handedIn(stations.field, applicants[0]);
    taken(await tookIn(stations.authority, (await sent(stations.field, stations.authority)).file));
    const octets = await signedAnew(stations.field, stations.authority, { number: 1, epoch: 2 });
    authority.toOpen.push([{ name: 'a.tirkelim', octets, size: octets.length }]);
    const incoming = new Incoming(authority.session);
    await incoming.choose();
    expect(incoming.action.error).toBe(words.t.refusals.PackageForked({ number: 1 }));
    expect(incoming.seen).toBeUndefined();
    const exchanges = new Exchanges(authority.session);
    await exchanges.load();
    expect(exchanges.peers.map(({ stopped }) => stopped?.because)).toEqual(['forked']);
    const station = await stationOf(stations.authority);
    const { office } = authority.session;
    const items = await packageItems(await office.store.read(), station, office.sha256);
    const name = (await digestOfStation(stations.field)).slice(0, 8);
    expect(items.map(({ text }) => text)).toEqual([words.t.exchange.stoppedToday(name)]);
  });
});

describe('the counts of an exchange (rule 11)', () => {
  it('say at both stations the same of what went between them, on paper and as a list', async () => {
    const { authority } = stations;
    const atAuthority = await aSession(authority);
    const [mine, theirs] = [new Tallies(field.session), new Tallies(atAuthority.session)];
    const peers = async (exchanges: Exchanges) => {
      await exchanges.load();
      const [peer] = exchanges.standing;
      if (peer === undefined) throw new Error('not paired');
      return peer;
    };
    const [toAuthority, toField] = [
      await peers(new Exchanges(field.session)),
      await peers(new Exchanges(atAuthority.session)),
    ];
    const first = await handedIn(stations.field, applicants[0], true);
    await handedIn(stations.field, applicants[1]);
    await mine.load(toAuthority.digest);
    expect(mine.tally).toMatchObject({ collected: 2, packed: 0, acknowledged: 0, onItsWay: 2, arrived: 0 });
    expect(mine.tally.oldestAt).toBe(first.receivedAt);
    const { file } = await sent(stations.field, authority);
    taken(await tookIn(authority, file));
    await theirs.load(toField.digest);
    expect(theirs.tally).toMatchObject({ arrived: 2, declined: 0 });
    taken(await tookIn(stations.field, await receipt(authority, stations.field)));
    await mine.load(toAuthority.digest);
    expect(mine.tally).toEqual({
      ...{ collected: 2, packed: 2, acknowledged: 2, onItsWay: 0, arrived: 0, declined: 0 },
    });
    expect(mine.due).toBeNull();
    await mine.saveList(toAuthority);
    expect(mine.saving.failure).toBeUndefined();
    const list = [...field.medium].find(([name]) => name.endsWith('.csv'))?.[1];
    expect(new TextDecoder().decode(list)).toContain(first.id);
    expect(JSON.stringify(mine.paper(toAuthority))).toContain(toAuthority.digest);
  });

  it('ask for a package first, after the days and the items that the office has set (rule 12)', async () => {
    const { desk } = stations.field;
    await handedIn(stations.field, applicants[0]);
    const { settings, addresses } = await stationOf(stations.field);
    const peer = await digestOfStation(stations.authority);
    const set = (change: object) => changeSettings(desk, { addresses, settings: { ...settings, ...change } });
    const due = async () => {
      const station = await stationOf(stations.field);
      const { office } = field.session;
      return (await queueItems(office, station)).map(({ text }) => text);
    };
    const t = words.t.exchange.tally.due;
    expect(await due()).toEqual([]);
    taken(await set({ packageAfterItems: 1 }));
    expect(await due()).toEqual([t.items(1)]);
    taken(await set({ packageAfterDays: 3 }));
    stations.field.pass(3 * 24 * 3600);
    expect(await due()).toEqual([t.days(3)]);
    expect(await set({ packageAfterDays: 0 })).toMatchObject({ error: { type: 'SettingOutOfRange' } });
    const tallies = new Tallies(field.session);
    await tallies.load(peer);
    expect(tallies.due).toBe('days');
    await sent(stations.field, stations.authority);
    // Packed is not arrived: it is asked about until it was acknowledged.
    expect(await due()).toEqual([t.days(3)]);
  });
});

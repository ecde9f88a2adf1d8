import { beforeAll, describe, expect, it } from 'vitest';
import type { Application } from '#domain/application/application.ts';
import type { Station } from '#domain/authority/station.ts';
import { writeCertificationRequestInfo } from '#domain/certificate/assemble.ts';
import { authoritySubject } from '#domain/certificate/authority-subject.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { changeSettings } from '#operations/station/settings.ts';
import type { SignRequest } from '#ports/custody.ts';
import { KeyVault } from '#workers/custody/key-vault.ts';
import {
  type OfficeAtWork,
  anOffice,
  issued,
  passphrase,
  setUp,
  taken,
} from '#tests/support/office-at-work.ts';
import { receivedBy, setUpRoot } from '#tests/support/root-at-work.ts';

interface Opened {
  readonly vault: KeyVault;
  readonly station: Station;
  readonly certificate: Uint8Array;
  /** That the certificate follows. */
  readonly application: Application;
  readonly list: Uint8Array;
}

let own: Opened;
let other: Opened;

beforeAll(async () => {
  own = await openedBeside(anOffice());
  other = await openedBeside(anOffice());
});

/** A station with a certificate and a list, and its vault opened a second time, by itself. */
async function openedBeside(office: OfficeAtWork): Promise<Opened> {
  await setUp(office);
  taken(await signCrl(office.desk));
  const entry = await issued(office);
  const crl = taken(await signCrl(office.desk));
  const reading = await office.desk.store.read();
  const station = await stationOf(office);
  const certificate = await reading.get('certificate', entry.id);
  const file = await reading.get('crlFile', crl.id);
  const application = await reading.get('application', entry.applicationId);
  if (application === undefined) throw new Error('no application');
  return {
    application,
    vault: await opened(office),
    station,
    certificate: taken(readCertificate(certificate?.der ?? new Uint8Array())).tbs.der,
    list: taken(readCrl(file?.octets ?? new Uint8Array())).tbs.der,
  };
}

async function stationOf({ desk }: OfficeAtWork): Promise<Station> {
  const station = await (await desk.store.read()).get('station', 'station');
  if (station === undefined) throw new Error('no station');
  return station;
}

async function opened(office: OfficeAtWork): Promise<KeyVault> {
  const reading = await office.desk.store.read();
  const vault = new KeyVault();
  const first = await reading.list('vaultFile');
  const officers = await reading.list('officer');
  const officerId = officers[0]?.id ?? '';
  const station = await stationOf(office);
  taken(await vault.unlock({ passphrase, officerId, first, second: first, station, officers }));
  return vault;
}

function sign(
  what: SignRequest['what'],
  tbsDer: Uint8Array,
  { vault, station, application }: Pick<Opened, 'vault' | 'station'> & Partial<Opened> = own,
) {
  const { suite, authoritySpkiDer: spkiDer } = station;
  const approved = application === undefined ? {} : { approved: [application] };
  return vault.signAsAuthority({ what, tbs: [tbsDer], suite, spkiDer, station, ...approved });
}

const refused = (because: string) => ({ ok: false, error: { type: 'NotWarranted', because } });

describe('[J11] the worker that holds the authority’s key', () => {
  it('signs a certificate and a list that keep every rule', async () => {
    expect((await sign('certificates', own.certificate)).ok).toBe(true);
    expect((await sign('crl', own.list)).ok).toBe(true);
  });

  it.each(['certificates', 'crl', 'certification-request'] as const)(
    'signs no “hello” as %s',
    async (what) => {
      expect(await sign(what, encodeUtf8('hello'))).toEqual(refused('examination'));
    },
  );

  it('signs nothing in the place of something else', async () => {
    expect(await sign('crl', own.certificate)).toEqual(refused('examination'));
    expect(await sign('certificates', own.list)).toEqual(refused('examination'));
    expect(await sign('certification-request', own.certificate)).toEqual(refused('examination'));
  });

  it('signs nothing in another issuer’s name, or of another profile', async () => {
    expect(await sign('certificates', other.certificate)).toEqual(refused('examination'));
    expect(await sign('crl', other.list)).toEqual(refused('examination'));
    // Its own certificate once more: the key has one, and waits for none.
    const { authorityCertificateDer = new Uint8Array() } = own.station;
    const itself = taken(readCertificate(authorityCertificateDer)).tbs.der;
    expect(await sign('certificates', itself)).toEqual(refused('examination'));
    const root = anOffice();
    await setUpRoot(root);
    await receivedBy(root);
    const ofRoot = { vault: await opened(root), station: await stationOf(root) };
    expect(await sign('certificates', own.certificate, ofRoot)).toEqual(refused('examination'));
  });

  it('signs no second list of a number, and none of a lower one', async () => {
    const office = anOffice();
    const { vault, station, list } = await openedBeside(office);
    office.pass(3600);
    const later = taken(await signCrl(office.desk));
    const file = await (await office.desk.store.read()).get('crlFile', later.id);
    const next = taken(readCrl(file?.octets ?? new Uint8Array())).tbs.der;
    expect((await sign('crl', next, { vault, station })).ok).toBe(true);
    expect(await sign('crl', next, { vault, station })).toEqual(refused('number-not-above'));
    expect(await sign('crl', list, { vault, station })).toEqual(refused('number-not-above'));
  });

  it('goes by no record of the station that its statement does not hold for', async () => {
    const edited: readonly Partial<Station>[] = [
      { addresses: { crl: 'http://x.kz/n.crl' } },
      { kind: 'R' },
      { epoch: 9 },
      { authorityCertificateDer: other.station.authorityCertificateDer ?? new Uint8Array() },
      { statement: { ...other.station.statement, text: '', signature: new Uint8Array() } },
    ];
    for (const change of edited) {
      const at = { vault: own.vault, station: { ...own.station, ...change } };
      expect(await sign('certificates', own.certificate, at), Object.keys(change)[0]).toEqual(
        refused('station-unproven'),
      );
    }
    expect(
      await sign('certificates', own.certificate, { vault: own.vault, station: other.station }),
    ).toMatchObject({
      ok: false,
    });
  });

  it('goes by no record that an older statement holds for', async () => {
    const office = anOffice();
    await setUp(office);
    taken(await signCrl(office.desk));
    const before = await stationOf(office);
    const settings = { ...before.settings, crlValidityDays: 5 };
    taken(await changeSettings(office.desk, { settings, addresses: before.addresses }));
    const entry = await issued(office);
    const stored = await (await office.desk.store.read()).get('certificate', entry.id);
    const tbsDer = taken(readCertificate(stored?.der ?? new Uint8Array())).tbs.der;
    const vault = await opened(office);
    const application = await (await office.desk.store.read()).get('application', entry.applicationId);
    if (application === undefined) throw new Error('no application');
    const now = { vault, station: await stationOf(office), application };
    expect((await sign('certificates', tbsDer, now)).ok).toBe(true);
    expect(await sign('certificates', tbsDer, { vault, station: before })).toEqual(
      refused('station-unproven'),
    );
  });

  it('makes a request for its own key and name, and for no other', async () => {
    const office = anOffice();
    await setUp(office);
    const station = await stationOf(office);
    const vault = await opened(office);
    const request = writeCertificationRequestInfo(authoritySubject(station), station.authoritySpkiDer);
    expect((await sign('certification-request', request, { vault, station })).ok).toBe(true);
    const foreign = writeCertificationRequestInfo(authoritySubject(station), other.station.authoritySpkiDer);
    expect(await sign('certification-request', foreign, { vault, station })).toEqual(refused('examination'));
    const named = { ...station.authority, commonName: 'БАСҚА ОРТАЛЫҚ' };
    const renamed = writeCertificationRequestInfo(
      authoritySubject({ authority: named }),
      station.authoritySpkiDer,
    );
    expect(await sign('certification-request', renamed, { vault, station })).toEqual(refused('examination'));
  });
});

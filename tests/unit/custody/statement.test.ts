import { beforeAll, describe, expect, it } from 'vitest';
import type { StatedOfficer } from '#domain/authority/station-statement.ts';
import type { Station } from '#domain/authority/station.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import type { Role } from '#domain/authority/roles.ts';
import { KeyVault } from '#workers/custody/key-vault.ts';
import { whyRecordUnfit } from '#workers/custody/record-follows.ts';
import { type OfficeAtWork, anOffice, passphrase, setUp, taken } from '#tests/support/office-at-work.ts';

let station: Station;
let officers: readonly StatedOfficer[];
let vault: KeyVault;

beforeAll(async () => {
  const office = anOffice();
  await setUp(office);
  taken(await signCrl(office.desk));
  ({ station, officers, vault } = await openedBeside(office));
});

async function openedBeside({ desk }: OfficeAtWork) {
  const reading = await desk.store.read();
  const registered = await reading.get('station', 'station');
  const listed = await reading.list('officer');
  if (registered === undefined) throw new Error('no station');
  const first = await reading.list('vaultFile');
  const opened = new KeyVault();
  const officerId = listed[0]?.id ?? '';
  const rows = { station: registered, officers: listed };
  taken(await opened.unlock({ passphrase, officerId, first, second: first, ...rows }));
  return { ...rows, vault: opened };
}

const say = (next: Partial<Station>, before: Station = station) =>
  vault.signStatement({ before, next: { ...station, ...next }, officers });

describe('[J11] the station’s key', () => {
  it('signs the statement after the proven one', async () => {
    const signed = taken(await say({ epoch: 2 }));
    expect(JSON.parse(signed.text)).toMatchObject({ epoch: 2, number: 3 });
  });

  it.each<[string, Partial<Station>, string]>([
    ['a lower epoch', { epoch: 0 }, 'epoch-falls'],
    ['another recovery recipient', { recoveryRecipient: 'age1stranger' }, 'recipients-change'],
    ['another recipient of scans', { scansRecipient: 'age1stranger' }, 'recipients-change'],
    ['another station', { stationId: 'ff' }, 'other-station'],
    ['another key of the station', { stationSpkiDer: new Uint8Array([1]) }, 'other-station'],
    ['a key that the vault does not hold', { authoritySpkiDer: new Uint8Array([1]) }, 'key-unknown'],
  ])('signs no statement of %s', async (_, next, because) => {
    expect(await say(next)).toEqual({ ok: false, error: { type: 'NotStated', because } });
  });

  it.each<[string, object]>([
    ['another kind', { kind: 'G' }],
    ['another demonstration', { demonstration: true }],
    ['another day of its making', { createdAt: '2020-01-01T00:00:00Z' }],
    ['another name of the record', { id: 'other' }],
    ['a member that nobody knows', { extra: 'x' }],
    ['an epoch that no serial number holds', { epoch: 128 }],
    ['an epoch that is no whole number', { epoch: 1.5 }],
    ['an epoch that is none', { epoch: Number.NaN }],
  ])('signs no statement of a record with %s', async (_, next) => {
    expect(await say(next)).toEqual({ ok: false, error: { type: 'NotStated', because: 'record-unfit' } });
  });

  it('signs none of another purpose, or of an epoch that is no number of one', async () => {
    expect(await say({ purpose: 'field' })).toMatchObject({ ok: false });
    expect(whyRecordUnfit(station, { ...station, purpose: 'field' }, ['administrator'])).toBe('record-unfit');
    expect(whyRecordUnfit(station, { ...station, epoch: 1.5 }, ['administrator'])).toBe('record-unfit');
  });

  it('signs no statement in which a certificate is of another key than its generation’s', async () => {
    const unfit = { ok: false, error: { type: 'NotStated', because: 'record-unfit' } };
    const { stationCertificateDer, authorityCertificateDer: own } = station;
    if (own === undefined) throw new Error('no certificate');
    expect(await say({ authorityCertificateDer: stationCertificateDer })).toEqual(unfit);
    expect(await say({ authorityCertificateDer: new Uint8Array([1]) })).toEqual(unfit);
    expect(await say({ stationCertificateDer: own })).toEqual(unfit);
    expect(whyRecordUnfit(station, station, ['administrator'])).toBeNull();
    const { authority, addresses, suite, authoritySpkiDer: spkiDer, chainDer } = station;
    const key = { generation: 2, authority, addresses, suite, spkiDer, chainDer };
    const former = { ...key, replacedAt: station.createdAt };
    const following = { ...key, validityYears: 1, setUp: { keyMadeAt: station.createdAt } };
    for (const [certificateDer, because] of [
      [own, null],
      [stationCertificateDer, 'record-unfit'],
    ] as const) {
      const change = [
        { formerAuthorities: [{ ...former, certificateDer }] },
        { nextAuthority: { ...following, certificateDer } },
      ];
      for (const each of change)
        expect(whyRecordUnfit(station, { ...station, ...each }, ['ca-officer'])).toBe(because);
    }
  });

  it('raises the epoch by more than one only where a lost register can be stated', () => {
    const raised = (epoch: number, role: Role) => whyRecordUnfit(station, { ...station, epoch }, [role]);
    expect(raised(2, 'registrar')).toBeNull();
    expect(raised(3, 'registrar')).toBe('not-your-role');
    expect(raised(127, 'administrator')).toBeNull();
    expect(raised(3, 'ca-officer')).toBeNull();
  });

  it('signs none that follows an edited record', async () => {
    expect(await say({ epoch: 3 }, { ...station, epoch: 2 })).toEqual({
      ok: false,
      error: { type: 'NotStated', because: 'record-edited' },
    });
  });

  it('signs none with officers that the one before does not name', async () => {
    const more = [
      ...officers,
      { id: 'ffffffff', signingSpkiDer: new Uint8Array([1]), ageRecipient: 'age1x' },
    ];
    expect(await vault.signStatement({ before: station, next: station, officers: more })).toEqual({
      ok: false,
      error: { type: 'NotStated', because: 'record-edited' },
    });
  });

  it('signs no first statement where there is one, and none upon a broken one', async () => {
    const { statement, ...unstated } = station;
    expect(await vault.signStatement({ next: unstated, officers })).toMatchObject({
      error: { type: 'StatementInvalid' },
    });
    expect(await say({ epoch: 2 }, unstated)).toMatchObject({ error: { type: 'StatementInvalid' } });
    const bent = { ...station, statement: { text: statement?.text ?? '', signature: new Uint8Array(64) } };
    expect(await say({ epoch: 2 }, bent)).toEqual({ ok: false, error: { type: 'StatementInvalid' } });
  });

  it('signs nothing in a locked vault', async () => {
    const locked = new KeyVault();
    expect(await locked.signStatement({ before: station, next: station, officers })).toEqual({
      ok: false,
      error: { type: 'Locked' },
    });
    expect(await locked.encrypt(new Uint8Array([1]), 'officers')).toEqual({
      ok: false,
      error: { type: 'Locked' },
    });
    expect(await locked.openForRestore({ files: [], station, officers })).toEqual({
      ok: false,
      error: { type: 'Locked' },
    });
  });
});

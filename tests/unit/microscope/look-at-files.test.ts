import { beforeAll, describe, expect, it } from 'vitest';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { writeCertificateChain } from '#domain/certificate/certificate-chain.ts';
import type { Look, LookedAt } from '#domain/microscope/looked-at.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { lookAtFiles } from '#operations/microscope/look-at-files.ts';
import { lookWith } from '#operations/microscope/look-with.ts';
import { nothingKnown } from '#operations/microscope/known-here.ts';
import { magnifier } from '#app/magnifier.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { decideRevocation } from '#operations/revocation/revoke.ts';
import { aCertificate, anAuthority } from '#tests/support/authority-samples.ts';
import { newestCrl } from '#tests/support/chain-at-work.ts';
import { type OfficeAtWork, anOffice, issued, setUp, taken } from '#tests/support/office-at-work.ts';
import { applicationToRevoke } from '#tests/support/revocation-samples.ts';
import { aRequest, ecKeyPair, pemOf, textFile } from '#tests/support/request-samples.ts';

const file = (name: string, octets: Uint8Array) => ({ name, size: octets.length, octets });

function only(look: Look, kind: LookedAt['part']['kind']): LookedAt {
  const [found, more] = look.parts.filter(({ part }) => part.kind === kind);
  if (found === undefined || more !== undefined) throw new Error(`not one ${kind}`);
  return found;
}

describe('at a station, a file under the microscope', () => {
  let office: OfficeAtWork;
  let serial: string;
  let own: Uint8Array;
  let root: Uint8Array;

  beforeAll(async () => {
    office = anOffice();
    await setUp(office);
    const entry = await issued(office);
    serial = entry.id;
    const snapshot = await office.desk.store.read();
    own = (await snapshot.get('certificate', serial))?.der ?? new Uint8Array();
    root = (await snapshot.get('station', 'station'))?.authorityCertificateDer ?? new Uint8Array();
    office.pass(60);
  });

  const at = (...files: readonly ReturnType<typeof file>[]) => lookAtFiles(office.desk, { files });

  it('is found in the register, under the station’s own authority, by no broken rule', async () => {
    const before = (await office.desk.store.read()).version;
    const seen = only(await at(file('a.cer', own)), 'certificate');
    expect(seen.register).toMatchObject({ type: 'entry', id: serial, number: 1 });
    expect(seen.chain?.verdict).toEqual({ type: 'holds', under: 'station' });
    expect(seen.chain?.links.map(({ origin }) => origin)).toEqual(['station', 'files']);
    expect(seen.examination?.findings).toEqual([]);
    expect(seen.listing).toEqual({ type: 'no-list' });
    // Nothing is stored.
    expect((await office.desk.store.read()).version).toEqual(before);
  });

  it('is the authority’s own certificate, or somebody’s that nobody knows', async () => {
    expect(only(await at(file('root.cer', root)), 'certificate').register).toEqual({ type: 'authority' });
    const stranger = anAuthority();
    const foreign = only(
      await at(file('x.pem', textFile(pemOf(aCertificate(stranger), 'CERTIFICATE')))),
      'certificate',
    );
    expect(foreign.register).toEqual({ type: 'unknown' });
    expect(foreign.chain?.verdict).toMatchObject({ type: 'unfinished' });
    const { parts } = await at(
      file('p.p7b', writeCertificateChain([aCertificate(stranger), stranger.certificate.der])),
    );
    expect(parts.map(({ part, carriedBy }) => [part.kind, carriedBy])).toEqual([
      ['cms', undefined],
      ['certificate', 0],
      ['certificate', 0],
    ]);
    expect(parts.slice(1).map(({ chain }) => chain?.verdict)).toEqual([
      { type: 'holds', under: 'files' },
      { type: 'holds', under: 'files' },
    ]);
  });

  it('is named by the station’s list, with its reason, when it was revoked', async () => {
    const source = applicationToRevoke(
      (await (await office.desk.store.read()).get('entry', serial)) as never,
    );
    const received = taken(
      await receiveRevocation(office.desk, { serialNumber: serial, ground: 'owners-wish', source }),
    );
    taken(await decideRevocation(office.desk, { caseId: received.id, confirmedCorrect: true }));
    taken(await signCrl(office.desk));
    const seen = only(await at(file('a.cer', own)), 'certificate');
    expect(seen.listing).toMatchObject({ type: 'revoked', list: { origin: 'station' } });
    const list = only(await at(file('n.crl', await newestCrl(office))), 'crl');
    expect(list).toMatchObject({ signature: 'holds', register: { type: 'list' } });
    expect(list.examination?.findings).toEqual([]);
  });

  it('is a request: its key is the applicant’s, or its signature fails', async () => {
    const request = aRequest();
    const good = only(await at(file('r.csr', request)), 'certificationRequest');
    expect(good).toMatchObject({ signature: 'holds', register: { type: 'unknown' } });
    const other = aRequest({ spkiDer: ecKeyPair().spkiDer });
    expect(only(await at(file('r.csr', other)), 'certificationRequest').signature).toBe('fails');
    const old = aRequest({ version: 1 });
    expect(only(await at(file('r.csr', old)), 'certificationRequest').requestRefusal).toMatchObject({
      type: 'RequestVersion',
    });
  });

  it('is nothing that is explained here, and the others beside it are', async () => {
    const look = await at(file('letter.txt', encodeUtf8('Сәлем')), file('a.cer', own), {
      name: 'film',
      size: 2 ** 33,
    } as never);
    expect(look.refused.map(({ file: name, refusal }) => [name, refusal.type])).toEqual([
      ['letter.txt', 'MicroscopeUnknown'],
      ['film', 'MicroscopeTooLarge'],
    ]);
    expect(look.parts).toHaveLength(1);
  });
});

describe('without a station', () => {
  it('there is no register to be found in, and only what came with the files', async () => {
    const office = anOffice();
    const authority = anAuthority();
    const look = await lookAtFiles(office.desk, { files: [file('a.cer', aCertificate(authority))] });
    expect(look.hasRegister).toBe(false);
    expect(only(look, 'certificate').register).toBe(undefined);
    const alone = await lookWith(
      { ...office.desk, ...magnifier },
      { files: [file('a.cer', authority.certificate.der)] },
      nothingKnown,
    );
    expect(only(alone, 'certificate').chain?.verdict).toEqual({ type: 'holds', under: 'files' });
  });
});

import { afterAll, beforeAll, describe, expect } from 'vitest';
import { identityOfOctets } from '#adapters/age/age.ts';
import { sha256 } from '#adapters/digest/digest.ts';
import { authorityKeys } from '#domain/authority/generations.ts';
import { readRecoveryWords } from '#domain/base/recovery-words.ts';
import { writePem } from '#domain/der/pem.ts';
import { writeAuthorityAnswer } from '#domain/crl/authority-answer.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { decideRevocation } from '#operations/revocation/revoke.ts';
import { makeAuthorityRequest } from '#operations/station/authority-certificate.ts';
import { makeKeyBackup } from '#operations/station/key-backup.ts';
import { takeAnswer } from '#tests/support/root-confirmed.ts';
import { unzipFiles } from '#adapters/zip/zip.ts';
import { joined, newestCrl } from '#tests/support/chain-at-work.ts';
import { run, runOrThrow, workFolder } from '#tests/support/foreign-programs.ts';
import { aLegalEntity, anOffice, issued, setUp, taken } from '#tests/support/office-at-work.ts';
import { aNextKey, renewed, stationOf } from '#tests/support/renewal-at-work.ts';
import { itWith } from '#tests/support/tools.ts';
import {
  anAuthorityContent,
  issuedTo,
  nationalName,
  rootName,
  unlockAgain,
} from '#tests/support/root-at-work.ts';
import { applicationToRevoke } from '#tests/support/revocation-samples.ts';

const folder = workFolder();
afterAll(() => {
  folder.remove();
});

/** Everything that a verifier has of one generation. */
interface Kept {
  root: string;
  rootCrl: string;
  national: string;
  crl: string;
  leaf: string;
}

describe('two generations of a Root CA and of a National CA under it', () => {
  const kept: Kept[] = [];
  const pem = (name: string, der: Uint8Array | undefined) =>
    folder.put(name, writePem(name.endsWith('crl') ? 'X509 CRL' : 'CERTIFICATE', der ?? new Uint8Array()));

  beforeAll(async () => {
    const loop = await joined();
    const { root, national } = loop;
    const old = await issued(national);
    await renewed(root, {
      name: rootName.commonName,
      suite: 'ecdsa-p384',
      validityYears: 30,
      addresses: { crl: 'http://crl.example.kz/R-2.crl', policyOid: '1.2.398.99.1.1' },
    });
    loop.pass(60);
    const { generation } = await aNextKey(national);
    const request = taken(await makeAuthorityRequest(national.desk));
    const authorityShortName = `${nationalName.commonName} 2`;
    const entry = await issuedTo(root, anAuthorityContent({ authorityShortName }), request);
    const der = (await (await root.desk.store.read()).get('certificate', entry.id))?.der ?? new Uint8Array();
    const above = (await stationOf(root)).authorityCertificateDer ?? new Uint8Array();
    taken(await takeAnswer(national.desk, [writeAuthorityAnswer([der, above], undefined)]));
    taken(await signCrl(national.desk, { generation }));
    const young = await issued(national, aLegalEntity());
    loop.pass(60);
    const { id: caseId } = taken(
      await receiveRevocation(national.desk, {
        serialNumber: old.id,
        ground: 'owners-wish',
        source: applicationToRevoke(old),
      }),
    );
    taken(await decideRevocation(national.desk, { caseId, confirmedCorrect: true }));
    for (const [i, leaf] of [old, young].entries()) {
      const at = i + 1;
      await unlockAgain(root);
      taken(await signCrl(root.desk, { generation: at }));
      const rootCrl = await newestCrl(root);
      taken(await signCrl(national.desk, { generation: at }));
      const crl = await newestCrl(national);
      const ofRoot = await stationOf(root);
      const ofNational = await stationOf(national);
      const stored = await (await national.desk.store.read()).get('certificate', leaf.id);
      kept.push({
        root: pem(
          `root-${at}`,
          ofRoot.formerAuthorities?.[i]?.certificateDer ?? ofRoot.authorityCertificateDer,
        ),
        rootCrl: pem(`root-${at}.crl`, rootCrl),
        national: pem(
          `national-${at}`,
          ofNational.formerAuthorities?.[i]?.certificateDer ?? ofNational.authorityCertificateDer,
        ),
        crl: pem(`national-${at}.crl`, crl),
        leaf: pem(`leaf-${at}`, stored?.der),
      });
    }
  });

  const of = (generation: number): Kept => {
    const found = kept[generation - 1];
    if (found === undefined) throw new Error('not set up');
    return found;
  };

  const verify = (leaf: Kept, chain: Kept, crl: Kept) =>
    run(
      'openssl',
      ...['verify', '-x509_strict', '-crl_check_all', '-no_check_time', '-CAfile', chain.root],
      ...['-untrusted', chain.national, '-CRLfile', chain.rootCrl, '-CRLfile', crl.crl, leaf.leaf],
    );

  itWith('openssl')('[N-7] a certificate verifies by the chain and the list of its own generation', () => {
    expect(verify(of(2), of(2), of(2))).toEqual({ status: 0, text: `${of(2).leaf}: OK\n` });
  });

  itWith('openssl')('[N-11] one that the old key issued is revoked by the old key’s list', () => {
    const { status, text } = verify(of(1), of(1), of(1));
    expect(status).not.toBe(0);
    expect(text).toContain('certificate revoked');
  });

  itWith('openssl')('by the chain or the list of the other generation nothing verifies', () => {
    expect(verify(of(1), of(2), of(2)).text).toContain('unable to get local issuer certificate');
    expect(verify(of(2), of(2), of(1)).text).toContain('unable to get certificate CRL');
  });

  itWith('openssl')('[N-14] the new list is silent about what the old key issued', () => {
    const serials = (crl: string) => run('openssl', 'crl', '-in', crl, '-noout', '-text').text;
    expect(serials(of(1).crl)).toContain('Serial Number');
    expect(serials(of(2).crl)).toContain('No Revoked Certificates');
    const issuer = (crl: string) =>
      run('openssl', 'crl', '-in', crl, '-noout', '-issuer', '-nameopt', 'utf8').text;
    expect(issuer(of(1).crl)).not.toBe(issuer(of(2).crl));
  });

  itWith('age', 'openssl')('[N-12] age and OpenSSL open each key out of the key backup', async () => {
    const office = anOffice();
    const words = await setUp(office);
    taken(await signCrl(office.desk));
    await renewed(office);
    const octets = readRecoveryWords(words, sha256);
    if (!(octets instanceof Uint8Array)) throw new Error('no recovery secret');
    const identity = folder.put('recovery.txt', `${identityOfOctets(octets)}\n`);
    const backup = unzipFiles(taken(await makeKeyBackup(office.desk)), 1_000_000);
    for (const { generation, spkiDer } of authorityKeys(await stationOf(office))) {
      const name = `authority-${generation}.age`;
      const file = folder.put(name, (backup.ok ? backup.value.get(name) : undefined) ?? '');
      const key = folder.put(`${name}.pem`, runOrThrow('age', '-d', '-i', identity, file));
      const seen = runOrThrow('openssl', 'pkey', '-in', key, '-pubout');
      expect(seen).toBe(writePem('PUBLIC KEY', spkiDer));
    }
  });
});

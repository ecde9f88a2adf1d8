import { describe, expect, it } from 'vitest';
import { bytesToHex } from '#domain/base/bytes.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import { issuerSignature } from '#domain/certificate/issuer-signature.ts';
import { entriesByNumber, listStatus } from '#operations/backup/export-register.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { decideRevocations } from '#operations/revocation/decide-many.ts';
import { receiveRevocationLetter } from '#operations/revocation/receive-letter.ts';
import { ownerWithKey, setUpBodies } from '#tests/support/bodies-at-work.ts';
import { type OfficeAtWork, anOffice, taken } from '#tests/support/office-at-work.ts';
import { aParsedRevocationLetter } from '#tests/support/revocation-letter-samples.ts';

async function signatureHolds({ desk }: OfficeAtWork, subject: Certificate, issuerDer: Uint8Array) {
  const { publicKey } = taken(readCertificate(issuerDer)).tbs;
  const algorithm = issuerSignature(subject, publicKey.key);
  if (algorithm === null) throw new Error('not an algorithm of that key');
  const verified = (tbsDer: Uint8Array) =>
    desk.verifier.verify(publicKey.der, algorithm, tbsDer, subject.signature);
  const changed = Uint8Array.from(subject.tbs.der);
  changed[changed.length - 40] = (changed[changed.length - 40] ?? 0) ^ 1;
  return [await verified(subject.tbs.der), await verified(changed)];
}

describe('what annex 2 calls by its names', () => {
  it('[G-2.2] [G-7] a certificate is signed by this authority, and says so no more when an octet of it is changed', async () => {
    const office = anOffice();
    await setUpBodies(office);
    const { entry } = await ownerWithKey(office);
    const snapshot = await office.desk.store.read();
    const der = (await snapshot.get('certificate', entry.id))?.der ?? new Uint8Array();
    const authority = (await snapshot.get('station', 'station'))?.authorityCertificateDer;
    const certificate = taken(readCertificate(der));
    expect(await signatureHolds(office, certificate, authority ?? new Uint8Array())).toEqual([true, false]);
    expect(bytesToHex(office.desk.sha256(der))).toBe(entry.fingerprintSha256Hex);
  });

  it('[G-2.4] [G-2.5] the register has those issued and those revoked; the CRL has the revoked ones and no one else', async () => {
    const office = anOffice();
    await setUpBodies(office);
    const entries = [];
    for (let n = 0; n < 3; n++) entries.push((await ownerWithKey(office, n)).entry);
    office.pass(60);
    const ending = entries.slice(0, 2);
    const today = calendarDateOf(office.desk.clock.now());
    const letter = taken(
      await receiveRevocationLetter(office.desk, { letter: aParsedRevocationLetter(ending, today) }),
    );
    await decideRevocations(office.desk, { caseIds: letter.caseIds, confirmedCorrect: true });
    office.pass(60);
    const crl = taken(await signCrl(office.desk));
    const snapshot = await office.desk.store.read();
    const states: [string, string][] = [];
    for await (const entry of entriesByNumber(snapshot))
      states.push([entry.id, listStatus(entry, office.desk.clock.now())]);
    expect(states).toEqual(entries.map(({ id }, n) => [id, n < 2 ? 'revoked' : 'valid']));
    const file = await snapshot.get('crlFile', crl.id);
    const listed = [...taken(readCrl(file?.octets ?? new Uint8Array())).tbs.entries].map(({ serialNumber }) =>
      bytesToHex(serialNumber),
    );
    expect(listed.sort()).toEqual(ending.map(({ id }) => id).sort());
  });
});

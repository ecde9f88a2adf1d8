import { describe, expect, it } from 'vitest';
import { bytesToHex } from '#domain/base/bytes.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { certificatePaperOf } from '#domain/form/certificate-paper-of.ts';
import { writePem } from '#domain/der/pem.ts';
import { anOffice, anIndividual, issued, setUp, taken } from '#tests/support/office-at-work.ts';
import { sampleDay } from '#tests/support/root-form-samples.ts';

async function certificates(): Promise<{ readonly authority: Uint8Array; readonly subscriber: Uint8Array }> {
  const office = anOffice();
  await setUp(office);
  const entry = await issued(office, anIndividual());
  const reading = await office.desk.store.read();
  const authority = (await reading.get('station', 'station'))?.authorityCertificateDer;
  const subscriber = (await reading.get('certificate', entry.id))?.der;
  if (authority === undefined || subscriber === undefined) throw new Error('nothing issued');
  return { authority, subscriber };
}

const given = {
  number: '000001',
  signatureTool: 'Tirkelim',
  fingerprintSha256Hex: 'ab'.repeat(32),
  date: sampleDay('2026-11-23'),
};

describe('what the papers R-F2 and G-F2 print of a certificate', () => {
  it('[R-3.4] [R-8] an authority’s is read out of itself: names, term, key, what it signs, the signature, the whole as PEM', async () => {
    const { authority: der } = await certificates();
    const certificate = taken(readCertificate(der));
    const data = certificatePaperOf({ ...given, certificate, issuerKey: certificate.tbs.publicKey });
    expect(data).toMatchObject({
      ...given,
      version: 'v3 (2)',
      serialNumberHex: bytesToHex(certificate.tbs.serialNumber),
      signatureAlgorithm: 'ecdsa-with-SHA256 (1.2.840.10045.4.3.2)',
      issuerKeyAlgorithm: 'id-ecPublicKey (1.2.840.10045.2.1), P-256 (1.2.840.10045.3.1.7)',
      notBefore: '23.11.2026 09:00:00 (UTC+5)',
      publicKeyBits: 256,
      publicKeyHex: bytesToHex(certificate.tbs.publicKey.keyBits),
      keyPurpose: 'тіркеу куәліктері мен КТКТ-ға қол қою',
      signatureHex: bytesToHex(certificate.signature),
      annexFormat: 'PEM',
      annexText: writePem('CERTIFICATE', der),
    });
    expect(data.issuerName).toContain('CN=ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ');
    expect(data.subjectName).toBe(data.issuerName);
    expect(data.flags).toEqual([
      { flag: 'сыни', usage: 'тіркеу куәліктеріне қол қою' },
      { flag: 'сыни', usage: 'КТКТ-ға қол қою' },
    ]);
  });

  it('[G-6] a person’s says that it is for signing documents, and has no algorithm of an issuer who is not at hand', async () => {
    const { subscriber } = await certificates();
    const data = certificatePaperOf({ ...given, certificate: taken(readCertificate(subscriber)) });
    expect(data.keyPurpose).toBe('электрондық құжаттарға қол қою');
    expect(data.issuerKeyAlgorithm).toBe('');
    expect(data.subjectName).toContain('CN=Әбілқасымов Нұрлан');
  });
});

import { describe, expect, it } from 'vitest';
import { bytesToHex } from '#domain/base/bytes.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { nF3DataOf } from '#domain/form/n-f3-of-certificate.ts';
import { aLegalEntity, anOffice, issued, setUp, taken } from '#tests/support/office-at-work.ts';

describe('what form N-F3 prints of a certificate', () => {
  it('[N-7] is read out of the certificate itself: name, terms, key and every usage with its flag', async () => {
    const office = anOffice();
    await setUp(office);
    const entry = await issued(office, aLegalEntity());
    const reading = await office.desk.store.read();
    const der = (await reading.get('certificate', entry.id))?.der ?? new Uint8Array();
    const authorityDer =
      (await reading.get('station', 'station'))?.authorityCertificateDer ?? new Uint8Array();
    const certificate = taken(readCertificate(der));
    const data = nF3DataOf({
      certificate,
      issuerKey: taken(readCertificate(authorityDer)).tbs.publicKey,
      signatureTool: 'OpenSSL 3',
      fingerprintSha256Hex: entry.fingerprintSha256Hex,
    });
    expect(data).toMatchObject({
      version: 'v3 (2)',
      serialNumberHex: entry.id,
      signatureAlgorithm: 'ecdsa-with-SHA256 (1.2.840.10045.4.3.2)',
      issuer: { organisation: 'Цифрлық даму министрлігі', commonName: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ' },
      issuerKeyAlgorithm: 'id-ecPublicKey (1.2.840.10045.2.1), P-256 (1.2.840.10045.3.1.7)',
      notBefore: '23.11.2026 09:00:00 (UTC+5)',
      subject: {
        iin: '850101300015',
        bin: '101040000012',
        organisation: '«Алтын дала» ЖШС',
        commonName: 'Әбілқасымов Нұрлан',
        city: 'Алматы',
      },
      publicKeyBits: 256,
      publicKeyHex: bytesToHex(certificate.tbs.publicKey.keyBits),
      keyUsage: 'электрондық қол қою, қол қойғанын теріске шығара алмау',
      signatureTool: 'OpenSSL 3',
    });
    expect(data.flags).toEqual([
      { flag: 'сыни', usage: 'электрондық қол қою' },
      { flag: 'сыни', usage: 'қол қойғанын теріске шығара алмау' },
      { flag: 'сыни емес', usage: 'электрондық поштаны қорғау (1.3.6.1.5.5.7.3.4)' },
      { flag: 'сыни емес', usage: 'заңды тұлға (1.2.398.3.3.4.1.2)' },
      { flag: 'сыни емес', usage: 'бірінші басшы (1.2.398.3.3.4.1.2.1)' },
    ]);
  });
});

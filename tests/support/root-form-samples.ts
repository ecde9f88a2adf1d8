/** Forms of annex 1, the Root CA, filled with invented data. */
import { parseCalendarDate } from '#domain/base/calendar-date.ts';
import type { CertificatePaperData } from '#domain/form/certificate-paper.ts';
import type { FormContent } from '#domain/form/content.ts';
import { formRF1, type RF1Data } from '#domain/form/r-f1.ts';
import { formRF2 } from '#domain/form/r-f2.ts';
import { formRF3, type RF3Data } from '#domain/form/r-f3.ts';
import { sampleFacts, sampleNF3Data } from './form-samples.ts';

export function sampleDay(text: string) {
  const date = parseCalendarDate(text);
  if (date === null) throw new Error(text);
  return date;
}

const authority = {
  country: 'Қазақстан Республикасы',
  region: 'Астана қаласы',
  city: 'Астана',
  organisationName: '«Ұлттық ақпараттық технологиялар» акционерлік қоғамы',
  authorityName: 'Қазақстан Республикасының Ұлттық куәландырушы орталығы',
  email: 'ca@example.kz',
  validity: '10 жыл',
  headName: 'Жұмабекұлы Ерлан',
} as const;

export const sampleRF1Data: RF1Data = {
  ...authority,
  requestAndScheme: 'ulttyq-ko.p10, ECDSA P-384, бағынышты куәландырушы орталық',
  usageAreas: ['Мемлекеттік және мемлекеттік емес ақпараттық жүйелер'],
  date: sampleDay('2026-07-15'),
};

export const sampleRF3Data: RF3Data = {
  ...authority,
  surname: 'Жұмабекұлы',
  givenName: 'Ерлан',
  birthDate: sampleDay('1985-01-01'),
  legalEntity: `${authority.organisationName}, Астана қаласы, Мәңгілік Ел даңғылы, 8, +7 717 212 34 56`,
  reason: 'куәландырушы орталықтың қызметін тоқтатуына',
  serialNumberHex: sampleNF3Data.serialNumberHex,
  validity: '15.07.2026 – 15.07.2036',
  date: sampleDay('2026-11-03'),
};

/** As long as the certificate of an RSA key is. */
export const samplePem = [
  '-----BEGIN CERTIFICATE-----',
  ...Array.from({ length: 18 }, (_, i) =>
    Array.from(
      { length: 64 },
      (_unused, k) => 'ABCDEFGHIJKLMNOPabcdefghijklmnop0123456789+/'[(i * 7 + k * 5) % 44],
    ).join(''),
  ),
  'c2lnbmF0dXJl',
  '-----END CERTIFICATE-----',
  '',
].join('\n');

export const sampleCertificatePaper: CertificatePaperData = {
  number: '000014',
  version: 'v3 (2)',
  serialNumberHex: sampleNF3Data.serialNumberHex,
  signatureAlgorithm: 'ecdsa-with-SHA384 (1.2.840.10045.4.3.3)',
  issuerName: 'CN=ҚР НЕГІЗГІ КУӘЛАНДЫРУШЫ ОРТАЛЫҒЫ, O=Цифрлық даму министрлігі, ST=Астана қаласы, C=KZ',
  subjectName:
    'CN=ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (ECDSA), O=«Ұлттық ақпараттық технологиялар» АҚ, ST=Астана қаласы, C=KZ',
  issuerKeyAlgorithm: 'id-ecPublicKey (1.2.840.10045.2.1), P-384 (1.3.132.0.34)',
  notBefore: sampleNF3Data.notBefore,
  notAfter: '15.07.2036 09:59:59 (UTC+5)',
  privateKeyBits: 384,
  publicKeyBits: 384,
  publicKeyHex: '04' + '6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296'.repeat(3),
  keyPurpose: 'тіркеу куәліктері мен КТКТ-ға қол қою',
  flags: [
    { flag: 'сыни', usage: 'тіркеу куәліктеріне қол қою' },
    { flag: 'сыни', usage: 'КТКТ-ға қол қою' },
  ],
  signatureTool: 'Tirkelim 1.0, WebCrypto',
  signatureHex: '3066023100' + 'a1f3'.repeat(48),
  annexFormat: 'PEM',
  annexText: samplePem,
  fingerprintSha256Hex: sampleNF3Data.fingerprintSha256Hex,
  date: sampleDay('2026-07-15'),
};

/** Every form of annex 1, filled and empty, by the name of its file. */
export function sampleRootForms(demonstration = false): Record<string, FormContent> {
  const facts = (id: string) => sampleFacts(id, demonstration);
  return {
    'R-F1': formRF1(sampleRF1Data, facts('ra1')),
    'R-F1-empty': formRF1(),
    'R-F2': formRF2(sampleCertificatePaper, facts('rc1')),
    'R-F2-empty': formRF2(),
    'R-F3': formRF3(sampleRF3Data, facts('rr1')),
    'R-F3-empty': formRF3(),
  };
}

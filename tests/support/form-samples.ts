/** Forms filled with invented but valid data: no number is a person's or a body's. */
import { parseCalendarDate } from '#domain/base/calendar-date.ts';
import { parseInstant } from '#domain/base/instant.ts';
import type { FormContent, PaperFacts } from '#domain/form/content.ts';
import { archiveStatement } from '#domain/form/archive-statement.ts';
import { crlLetter } from '#domain/form/authority-papers.ts';
import { formNF1, formNF2, type NF2Data } from '#domain/form/n-f1.ts';
import { formNF3, type NF3Data } from '#domain/form/n-f3.ts';
import { formNF4, formNF5 } from '#domain/form/n-f4.ts';
import { order348 } from '#domain/authority/legal-act.ts';
import { documentsReceipt, refusalNotice, revocationNotice } from '#domain/form/notices.ts';

function present<T>(value: T | null): T {
  if (value === null) throw new Error('a sample is wrong');
  return value;
}

const date = present(parseCalendarDate('2026-07-15'));
const organisation = '«Ұлттық ақпараттық технологиялар» акционерлік қоғамы';

export function sampleFacts(recordId: string, demonstration = false): PaperFacts {
  return { recordId, recordedAt: present(parseInstant('2026-07-15T05:00:00Z')), demonstration };
}

export const sampleNF2Data: NF2Data = {
  iin: '920308400012',
  surname: 'Әлімжанова',
  givenName: 'Ғайша',
  patronymic: 'Құрманғазықызы',
  region: 'Қарағанды облысы',
  city: 'Теміртау',
  email: 'gaisha@example.kz',
  phone: '+77011234567',
  usageAreas: ['Электрондық үкімет порталы', 'Мемлекеттік сатып алу'],
  signatureTool: 'ECDSA P-256 (ecdsa-with-SHA256, 1.2.840.10045.4.3.2), Tirkelim 1.0',
  date,
  bin: '101040000012',
  organisationName: '«Көкжиек» жауапкершілігі шектеулі серіктестігі',
  organisationShortName: '«Көкжиек» ЖШС',
};

export const sampleNF3Data: NF3Data = {
  version: 'v3 (2)',
  serialNumberHex: '011f6ac4550b7a2f6f1d3f9e8c1b2a3d4e5f6071',
  signatureAlgorithm: 'ecdsa-with-SHA256 (1.2.840.10045.4.3.2)',
  issuer: { organisation, commonName: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (ECDSA)' },
  issuerKeyAlgorithm: 'id-ecPublicKey (1.2.840.10045.2.1), P-256 (1.2.840.10045.3.1.7)',
  notBefore: '15.07.2026 10:00:00 (UTC+5)',
  notAfter: '15.07.2027 09:59:59 (UTC+5)',
  subject: {
    email: 'gaisha@example.kz',
    iin: '920308400012',
    commonName: 'Әлімжанова Ғайша',
    bin: '101040000012',
    organisation: '«Көкжиек» ЖШС',
    city: 'Теміртау',
    region: 'Қарағанды облысы',
  },
  privateKeyBits: 256,
  publicKeyBits: 256,
  publicKeyHex: '04' + '6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296'.repeat(2),
  keyUsage: 'электрондық қол қою, қол қойғанын теріске шығара алмау',
  extendedKeyUsage: 'электрондық поштаны қорғау (1.3.6.1.5.5.7.3.4), заңды тұлға (1.2.398.3.3.4.1.2)',
  flags: [
    { flag: 'сыни', usage: 'электрондық қол қою' },
    { flag: 'сыни', usage: 'қол қойғанын теріске шығара алмау' },
  ],
  signatureTool: 'Tirkelim 1.0, WebCrypto',
  fingerprintSha256Hex: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
};

/** Every form of annex 3, filled and empty, by the name of its file. */
export function sampleForms(demonstration = false): Record<string, FormContent> {
  const facts = (id: string) => sampleFacts(id, demonstration);
  const revocation = {
    serialNumber: sampleNF3Data.serialNumberHex,
    issuedOn: date,
    date: present(parseCalendarDate('2026-11-03')),
  };
  return {
    'N-F1': formNF1({ ...sampleNF2Data, outsideNumber: '2026-0715-004' }, facts('a1')),
    'N-F1-empty': formNF1(),
    'N-F2': formNF2(sampleNF2Data, facts('a2')),
    'N-F2-empty': formNF2(),
    'N-F3': formNF3(sampleNF3Data, facts('c1')),
    'N-F3-empty': formNF3(),
    'N-F4': formNF4({ ...sampleNF2Data, ...revocation }, facts('r1')),
    'N-F4-empty': formNF4(),
    'N-F5': formNF5({ ...sampleNF2Data, ...revocation, headName: 'Әлімжанова Ғайша' }, facts('r2')),
    'N-F5-empty': formNF5(),
  };
}

/** The papers for which the order has no form. */
export function samplePapers(): Record<string, FormContent> {
  const sender = {
    organisation,
    officerName: 'Сейтқали Бауыржан',
    officerPosition: 'Тіркеу бөлімінің бас маманы',
  };
  const moment = '15.07.2026 10:00:00 (UTC+5)';
  const { fingerprintSha256Hex: sha256Hex, serialNumberHex } = sampleNF3Data;
  return {
    receipt: documentsReceipt(
      {
        sender,
        applicationNumber: '2026-000012',
        receivedAt: moment,
        applicant: '«Көкжиек» жауапкершілігі шектеулі серіктестігі, Әлімжанова Ғайша Құрманғазықызы',
        identification: 'БСН 101040000012, ЖСН 920308400012',
        documents: [
          { name: 'Жеке куәліктің көшірмесі', number: '041234567', date, issuer: 'ҚР ІІМ' },
          {
            name: 'Мемлекеттік тіркеу куәлігінің көшірмесі',
            number: '1234-1930-ЖШС',
            date,
            issuer: 'Әділет департаменті',
          },
          { name: 'Сенімхат', number: '7', date, issuer: '«Көкжиек» ЖШС' },
        ],
        date,
      },
      sampleFacts('p1'),
    ),
    refusal: refusalNotice(
      {
        sender,
        outgoing: 'БТ/2026-000012',
        law: order348,
        kind: 'N',
        addressee: 'Әлімжанова Ғайша Құрманғазықызы',
        applicationNumber: '2026-000012',
        receivedOn: date,
        grounds: [
          { clause: 'N-4.2', text: 'Сенімхат ұсынылмады.' },
          { clause: 'N-5.2', text: 'Сұраныстағы ЖСН өтініштегі ЖСН-мен сәйкес келмейді.' },
        ],
        date,
      },
      sampleFacts('p2'),
    ),
    'revocation-notice': revocationNotice(
      {
        sender,
        outgoing: 'КҚ/2026-000003',
        addressee: 'Әлімжанова Ғайша Құрманғазықызы',
        serialNumberHex,
        owner: 'Әлімжанова Ғайша',
        issuedOn: date,
        revokedAt: moment,
        ground: 'иесінің өтініші (Қағидалардың 9-тармағының 1) тармақшасы – кері қайтару негіздері)',
        crlNumber: '4503599627370502',
        date,
      },
      sampleFacts('p3'),
    ),
    'revocation-notice-state-body': revocationNotice(
      {
        sender,
        outgoing: 'КҚ/2026-000004',
        kind: 'G',
        noticeClause: 'G-15',
        addressee: 'Әлімжанова Ғайша Құрманғазықызы, Қазақстан Республикасының Қаржы министрлігі',
        serialNumberHex,
        owner: 'Әлімжанова Ғайша',
        issuedOn: date,
        revokedAt: moment,
        ground: 'жұмыстың тоқтатылуы (Қағидалардың 12-тармағының 1) тармақшасы)',
        date,
      },
      sampleFacts('p7'),
    ),
    'archive-statement': archiveStatement(
      {
        sender,
        number: '2032-01',
        parts: [
          {
            name: 'Кері қайтарып алынған тіркеу куәліктерінің тізімдері (КТКТ)',
            count: 52,
            keptUntil: [date, present(parseCalendarDate('2026-12-31'))],
          },
          { name: 'Тіркеу куәліктері', count: 1204, keptUntil: [date, date] },
        ],
        fileName: 'murahat-2032-01.age',
        sha256Hex,
        clause: 'N-15',
        date,
      },
      sampleFacts('p8'),
    ),
    'crl-letter': crlLetter(
      {
        ...sender,
        outgoing: 'КТКТ/4503599627370502',
        addressee: '«Көкжиек» ЖШС',
        crlNumber: '4503599627370502',
        thisUpdate: moment,
        nextUpdate: '22.07.2026 10:00:00 (UTC+5)',
        entryCount: 12,
        fileName: '4503599627370502.crl',
        sha256Hex,
        date,
      },
      sampleFacts('p4'),
    ),
  };
}

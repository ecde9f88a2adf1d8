/** Forms of annex 2, the CA of State Bodies, filled with invented data. */
import type { CertificatePaperData } from '#domain/form/certificate-paper.ts';
import type { FormContent } from '#domain/form/content.ts';
import { formGF1, formGF1a, type GF1aData, type GF1Person } from '#domain/form/g-f1.ts';
import { formGF2 } from '#domain/form/g-f2.ts';
import { formGF3, formGF5, type GF3Row, type GF5Row } from '#domain/form/g-f3.ts';
import { formGF4, formGF4a, type GF4aData, type GF4Person } from '#domain/form/g-f4.ts';
import { sampleFacts, sampleNF3Data } from './form-samples.ts';
import { sampleCertificatePaper, sampleDay } from './root-form-samples.ts';

const surnames = ['Әлімжанова', 'Жұмабекұлы', 'Сейтқали', 'Құрманғазина', 'Өмірзақов'];
const givenNames = ['Ғайша', 'Ерлан', 'Бауыржан', 'Һибатолла', 'Ұлжан'];
const bodies = [
  'Қазақстан Республикасының Қаржы министрлігі',
  'Қазақстан Республикасының Әділет министрлігі',
  'Қарағанды облысының әкімдігі',
];
const administratorName = 'Тілеуберді Самал';

function at<T>(list: readonly T[], i: number): T {
  const value = list[i % list.length];
  if (value === undefined) throw new Error('an empty list');
  return value;
}

function serialNumberHex(i: number): string {
  return i.toString(16).padStart(4, '0') + sampleNF3Data.serialNumberHex.slice(4);
}

export function samplePersons(count: number): readonly (GF1Person & GF4Person)[] {
  return Array.from({ length: count }, (_, i) => ({
    surname: at(surnames, i),
    givenName: at(givenNames, i + Math.floor(i / 5)),
    ...(i % 4 === 3 ? {} : { patronymic: 'Құрманғазықызы' }),
    organisation: at(bodies, i),
    position: i % 2 === 0 ? 'бас маман' : 'құжаттамалық қамтамасыз ету басқармасының басшысы',
    country: 'Қазақстан',
    place: 'Астана қаласы, Есіл ауданы',
    serialNumberHex: serialNumberHex(i),
  }));
}

export function sampleIssueJournal(count: number): readonly GF3Row[] {
  return samplePersons(count).map((person, i) => ({
    number: i + 1,
    bodyName: person.organisation,
    letter: `№ 03-12/${String(i + 100)}, 10.07.2026`,
    ownerName: `${person.surname} ${person.givenName}`,
    issuedOn: sampleDay('2026-07-15'),
    carrierSerialNumber: `KZ-TOKEN-${String(i).padStart(8, '0')}`,
    serialNumberHex: person.serialNumberHex,
    blankNumbers: [`А ${String(i + 1).padStart(6, '0')}`],
    term: [sampleDay('2026-07-15'), sampleDay('2027-07-15')],
    administratorName,
  }));
}

export function sampleRevocationJournal(count: number): readonly GF5Row[] {
  return samplePersons(count).map((person, i) => ({
    number: i + 1,
    ...(i === 1 ? { corrects: 1 } : {}),
    ownerName: `${person.surname} ${person.givenName}`,
    bodyName: person.organisation,
    ground: `жұмыстың тоқтатылуы, № 03-12/${String(i + 400)}, 02.11.2026`,
    term: [sampleDay('2026-07-15'), sampleDay('2027-07-15')],
    revokedOn: sampleDay('2026-11-03'),
    serialNumberHex: person.serialNumberHex,
    administratorName,
  }));
}

export const sampleGF1aData: GF1aData = {
  ...at(samplePersons(1), 0),
  identityDocument: 'жеке куәлік № 041234567, ҚР ІІМ, 12.03.2020',
  furtherUsageAreas: ['Мемлекеттік қызметтер порталы'],
  date: sampleDay('2026-07-10'),
};

export const sampleGF4aData: GF4aData = {
  ...at(samplePersons(1), 0),
  identityDocument: sampleGF1aData.identityDocument,
  address: 'Астана қаласы, Мәңгілік Ел даңғылы, 8-үй, 12-пәтер',
  reason: 'жұмыстың тоқтатылуына',
  issuedOn: sampleDay('2026-07-15'),
  date: sampleDay('2026-11-02'),
};

const certificate: CertificatePaperData = {
  ...sampleCertificatePaper,
  number: 'А 000001',
  subjectName:
    'E=gaisha@example.kz, SERIALNUMBER=IIN920308400012, CN=Әлімжанова Ғайша, OU=BIN101040000012, O=Қаржы министрлігі, L=Астана, ST=Астана қаласы, C=KZ',
  keyPurpose: 'электрондық құжаттарға қол қою',
  flags: sampleNF3Data.flags,
};

/** Every form of annex 2, filled and empty, by the name of its file. */
export function sampleStateForms(demonstration = false): Record<string, FormContent> {
  const facts = (id: string) => sampleFacts(id, demonstration);
  const letter = { headName: 'Бекқожин Мұхтар', persons: samplePersons(3) };
  return {
    'G-F1': formGF1({ ...letter, date: sampleDay('2026-07-10') }, facts('ga1')),
    'G-F1-empty': formGF1(),
    'G-F1a': formGF1a(sampleGF1aData, facts('ga1a')),
    'G-F1a-empty': formGF1a(),
    'G-F2': formGF2(certificate, facts('gc1')),
    'G-F2-empty': formGF2(),
    'G-F3': formGF3(sampleIssueJournal(12), facts('gj1')),
    'G-F3-empty': formGF3(),
    'G-F4': formGF4({ ...letter, date: sampleDay('2026-11-02') }, facts('gr1')),
    'G-F4-empty': formGF4(),
    'G-F4a': formGF4a(sampleGF4aData, facts('gr1a')),
    'G-F4a-empty': formGF4a(),
    'G-F5': formGF5(sampleRevocationJournal(12), facts('gj2')),
    'G-F5-empty': formGF5(),
  };
}

import type { Applicant } from './people.ts';

export function tableOf(people: readonly Applicant[]): Buffer {
  const heads =
    'Нысан;БСН;Мекеме аты;Мекеменің қысқартылған аты;ЖСН;Тегі;Аты;Әкесінің аты;Облыс;Қала;Электрондық пошта;Телефон;Пайдалану саласы;Өкілеттігі;ЭЦҚ құралы;Жеке куәлік нөмірі;Жеке куәлік күні;Жеке куәлікті кім берген;Мемлекеттік тіркеу нөмірі;Мемлекеттік тіркеу күні;Мемлекеттік тіркеуді кім берген;Сенімхат нөмірі;Сенімхат күні;Сенімхатты кім берген;Сенімхат мерзімінің соңғы күні';
  const rows = people.map(({ legal, ...person }) =>
    [
      legal === undefined ? 'N-F1' : 'N-F2',
      legal?.bin ?? '',
      legal?.name ?? '',
      legal?.shortName ?? '',
      person.iin,
      person.surname,
      person.givenName,
      person.patronymic,
      person.region,
      person.city,
      person.email,
      person.phone,
      'Мемлекеттік сатып алу',
      legal?.role ?? '',
      'ECDSA P-256',
      `05${person.iin.slice(0, 7)}`,
      '05.03.2021',
      'ҚР ІІМ',
      ...(legal === undefined
        ? ['', '', '', '', '', '', '']
        : ['128-1901', '01.02.2019', 'ҚР Әділет министрлігі', '17', '10.01.2026', 'Директор', '31.12.2049']),
    ].join(';'),
  );
  return Buffer.from(`\ufeff${[heads, ...rows].join('\r\n')}\r\n`);
}

/**
 * The act of law that a rule set follows: its own points, when it came into force and when it ended. A station keeps to it as
 * to its own rules, whatever its force today (R-1, G-1, N-1).
 */
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { parseCalendarDate } from '#domain/base/calendar-date.ts';
import type { AuthorityKind } from './station.ts';

export interface LegalAct {
  readonly adoptedOn: CalendarDate;
  readonly number: string;
  readonly registered: { readonly on: CalendarDate; readonly number: string };
  /** No day where the act names the event, and the day of that event is not in its text. */
  readonly inForceFrom: 'first-official-publication' | CalendarDate;
  /** Absent for an act that stands. */
  readonly repealed?: { readonly on: CalendarDate; readonly number: string };
  /** «… министрінің … № 348 бұйрығымен»: by which act the rules are approved, as a letter says it. */
  readonly approvedByKk: string;
  /** «… қызметінің Қағидаларына»: to which rules, as a letter says it. */
  readonly toRulesKk: Partial<Readonly<Record<AuthorityKind, string>>>;
  readonly points: readonly ActPoint[];
}

/** A point of the act itself, before its annexes: its own words, and what they say in short. */
export interface ActPoint {
  readonly number: number;
  readonly kk: string;
  readonly ru: string;
  readonly en: string;
}

export const order348: LegalAct = {
  adoptedOn: day('2010-12-10'),
  number: '348',
  registered: { on: day('2010-12-30'), number: '6716' },
  inForceFrom: 'first-official-publication',
  repealed: { on: day('2015-06-26'), number: '727' },
  approvedByKk:
    'Қазақстан Республикасы Байланыс және ақпарат министрінің 2010 жылғы 10 желтоқсандағы № 348 бұйрығымен',
  toRulesKk: {
    R: 'Қазақстан Республикасының Негізгі куәландырушы орталығы қызметінің Қағидаларына',
    G: 'Қазақстан Республикасы Мемлекеттік органдарының куәландырушы орталығы қызметінің Қағидаларына',
    N: 'Қазақстан Республикасының Ұлттық куәландырушы орталығы қызметінің Қағидаларына',
  },
  points: [
    {
      number: 1,
      kk:
        'Мыналар: 1) бұйрыққа 1-қосымшаға сәйкес Қазақстан Республикасының негізгі куәландырушы орталығы қызметінің ' +
        'қағидасы; 2) бұйрыққа 2-қосымшаға сәйкес Қазақстан Республикасы мемлекеттік органдарының куәландырушы ' +
        'орталығы қызметінің қағидасы; 3) бұйрыққа 3-қосымшаға сәйкес Қазақстан Республикасының ұлттық куәландырушы ' +
        'орталығы қызметінің қағидасы бекітілсін.',
      ru: 'Утверждены правила деятельности трёх центров: Корневого, государственных органов и Национального.',
      en: 'The rules of three centres are approved: Root, State Bodies, and National.',
    },
    {
      number: 2,
      kk:
        'Қазақстан Республикасы Байланыс және ақпарат министрлігінің Ақпараттық технологиялар саласындағы мемлекеттік ' +
        'саясат департаменті (Қ.Б. Елеусізова) заңнамада белгіленген тәртіппен: 1) осы бұйрықтың Қазақстан ' +
        'Республикасының Әділет министрлігінде мемлекеттік тіркелуін; 2) осы бұйрықтың мемлекеттік тіркеуден кейін ' +
        'оның бұқаралық ақпарат құралдарында ресми жариялануын және Қазақстан Республикасы Байланыс және ақпарат ' +
        'министрлігінің интернет-ресурсында орналасуын қамтамасыз етсін.',
      ru: 'Приказ регистрируется в Министерстве юстиции, затем официально публикуется и размещается на сайте министерства.',
      en: 'The order is registered by the Ministry of Justice, then officially published and placed on the ministry’s site.',
    },
    {
      number: 3,
      kk:
        'Осы бұйрықтың орындалуын бақылау Қазақстан Республикасы Байланыс және ақпарат министрлігінің вице-министрі ' +
        'С.С. Сарсеновке жүктелсін.',
      ru: 'Контроль исполнения возложен на вице-министра.',
      en: 'A vice-minister oversees that the order is carried out.',
    },
    {
      number: 4,
      kk: 'Осы бұйрық алғаш ресми жариялаған күнінен бастап қолданысқа енгізіледі.',
      ru: 'Приказ вводится в действие со дня первого официального опубликования.',
      en: 'The order comes into force on the day of its first official publication.',
    },
  ],
};

function day(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === null) throw new Error(text);
  return date;
}

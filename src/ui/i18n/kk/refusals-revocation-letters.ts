import type { Instant } from '#domain/base/instant.ts';
import { dateOf, dateTimeOf } from '#ui/i18n/format.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';

/** Of a body's letters to revoke, notices, and journals. */
export const refusalsRevocationLetters = {
  BodyUnknown: 'Бұл орган осы станциядан куәлік алмаған. Тізімнен таңдаңыз.',
  CertificateUnknown: 'Тіркелімде мұндай сериялық нөмір жоқ. Оны қосымшадан қайта теріңіз.',
  OfOtherBody: ({ organisation }: { organisation: string }) =>
    `Бұл куәлік басқа органдікі: ${organisation}. Орган тек өз адамдары үшін жазады.`,
  RevokedBefore: ({ since }: { since: Instant }) =>
    `Бұл куәлік бұрын кері қайтарылған (${dateTimeOf(since)}). Оны тізімнен алып тастаңыз.`,
  SameCertificateTwice: ({ first }: { first: number }) => `Осы куәлік тізімнің ${first}-жолында бар.`,
  NothingRevoked: 'Іс бойынша куәлік кері қайтарылмаған: хабарлайтын ештеңе жоқ.',
  OwnerNotified: 'Иесіне хабарланғаны жазылған. Ештеңе өзгерген жоқ.',
  LeavingInFuture: ({ date }: { date: CalendarDate }) =>
    `${dateOf(date)} күні әлі келген жоқ. Хабарлама сол күні жазылады.`,
  NoticeInFuture: ({ date }: { date: CalendarDate }) => `Хабарлама ${dateOf(date)} күні түсуі мүмкін емес.`,
  NoticeBeforeLeaving: ({ leftOn }: { leftOn: CalendarDate }) =>
    `Хабарлама кеткен күннен (${dateOf(leftOn)}) ерте. Екі күнді тексеріңіз.`,
  NoLeavingHere: 'Бұл орталықтың Қағидаларында мұндай хабарлама көзделмеген.',
  JournalRowMissing: 'Журналда мұндай жол жоқ. Бетті жаңартып, қайта таңдаңыз.',
  NothingCorrected: 'Ештеңе өзгертілмеген: түзететін бағанды жазыңыз.',
  ReasonMissing: 'Түзетудің себебі жазылмаған.',
  ColumnWrong: 'Бағандағы мәтін бос, тым ұзын немесе тыйым салынған таңба бар. Ештеңе жазылған жоқ.',
};

import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';
import { dateOf, dateTimeOf } from '#ui/i18n/format.ts';

export const refusalsRegister = {
  LetterNotInFont: ({ letter, codePoint, field }: { letter: string; codePoint: number; field: string }) =>
    `Құжаттың қарпінде «${letter}» (U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}) әрпі жоқ, орны: «${field}». Құжат басылмады; жазбадағы әріпті түзетіңіз.`,
  AccreditationNotEnded: ({ validUntil }: { validUntil: CalendarDate }) =>
    `Аккредиттеу ${dateOf(validUntil)} күніне дейін жарамды: бұл негіз әлі туған жоқ. Басқа негіз таңдаңыз.`,
  AccreditationUnknown: 'Тіркелімде бұл орталықтың аккредиттеу туралы куәлігі жоқ. Басқа негіз таңдаңыз.',
  AccreditationNotLater: ({ known }: { known: CalendarDate }) =>
    `Тіркелімде ${dateOf(known)} күніне дейін жарамды куәлік бар: бұл одан ұзақ емес. Ештеңе өзгертілген жоқ.`,
  AccreditationIncomplete: 'Аккредиттеу туралы куәліктің нөмірі мен кім бергені керек. Толық жазыңыз.',
  PlaceMissing: 'Бума мен парақ көрсетілмеген. Екеуін де жазыңыз.',
  WayUnknown: 'Бұл орталық куәлікті мұндай жолмен бермейді. Басқа жолды таңдаңыз.',
  RecipientMissing: 'Кімге берілгені жазылмаған. Алушыны жазып, қайталаңыз.',
  CaseOpen: ({ number }: { number: string }) =>
    `Бұл куәлік бойынша № ${number} іс ашық: алдымен сол бойынша шешім қабылдаңыз. Жаңа іс ашылған жоқ.`,
  CaseMissing: 'Мұндай кері қайтару ісі жоқ. Тізімнен таңдаңыз.',
  CaseDecided: 'Бұл іс бойынша шешім қабылданған: ештеңе өзгертілген жоқ.',
  AlreadyRevoked: ({ since }: { since: Instant }) =>
    `Куәлік бұрын кері қайтарып алынған (${dateTimeOf(since)}). Екінші рет кері қайтарылмайды; себебі кілт ашылып қалған жағдайда ғана ауыстырылады.`,
  InvalidityInFuture: ({ invalidityDate }: { invalidityDate: Instant }) =>
    `Кілтке сенім тоқтаған күн (${dateOf(invalidityDate)}) әлі келген жоқ. Өткен күнді жазыңыз.`,
  NotIssuedYet: ({ notBefore }: { notBefore: Instant }) =>
    `Куәлік ${dateTimeOf(notBefore)} сәтінен бастап жарамды: одан бұрын кері қайтарылмайды.`,
  NotSignedData: 'Файл CMS SignedData емес. Қол қойылған электрондық өтінішті таңдаңыз.',
  DocumentTooLarge: ({ maximumOctets }: { maximumOctets: number }) =>
    `Файл тым үлкен: ең көбі ${maximumOctets} байт. Ештеңе оқылған жоқ.`,
  SignerCount: ({ seen }: { seen: number }) =>
    `Өтінішке қойылған қолтаңбалар: ${seen}; бір ғана қолтаңба болуы керек. Өтініш қабылданбады.`,
  ContentMissing: 'Файлда қолтаңба ғана бар, өтініштің өзі жоқ. Мәтінімен бірге қол қойылған файлды сұраңыз.',
  SignerCertificateMissing: 'Файлда қол қоюшының куәлігі жоқ. Куәлігімен бірге қол қойылған файлды сұраңыз.',
  SignedAttributesMissing:
    'Қолтаңба мәтіннің өзіне қойылған, қол қойылатын атрибуттар жоқ. Атрибуттары бар (CAdES) файлды сұраңыз.',
  SignatureInvalid:
    'Қолтаңба расталмады: мәтін өзгерген немесе қолтаңба басқа біреудікі. Өтініш қабылданбады.',
  SignerUnreadable: 'Қол қоюшының куәлігі оқылмайды. Өтініш қабылданбады.',
  SignerNotOurs: 'Қол қоюшының куәлігін бұл орталық бермеген. Өтініш қабылданбады.',
  SignerNotInForce: ({ status }: { status: 'in-force' | 'not-yet' | 'expired' | 'revoked' }) =>
    `Өтініш түскен кезде қол қоюшының куәлігі қолданыста емес (${
      {
        'in-force': 'қолданыста',
        'not-yet': 'мерзімі басталмаған',
        expired: 'мерзімі біткен',
        revoked: 'кері қайтарылған',
      }[status]
    }). Өтініш қабылданбады; қағаз өтініш беруге болады.`,
  SerialNumberMalformed:
    'Сериялық нөмір он алтылық сандардан (0–9, a–f) тұрады, ең көбі 40. Өтініштен қайта теріңіз.',
  NotOurCertificate:
    'Куәлікте осы орталықтың қолтаңбасы жоқ. Тіркелімге ештеңе алынған жоқ; басқа файлды таңдаңыз немесе куәлікті берген орталыққа жолдаңыз.',
  OneCertificateOnly: 'Файлда дәл бір куәлік болуы керек. Тіркелімге ештеңе алынған жоқ.',
  AlreadyRegistered: ({ serialNumber }: { serialNumber: string }) =>
    `Бұл куәлік тіркелімде бар (${serialNumber}). Оны іздеп, тізімнен таңдаңыз.`,
  CrlMissing: 'Мұндай КТКТ жоқ. Тізімнен таңдаңыз.',
  FileDiffers: 'Жазылған файл тіркелімдегі КТКТ-дан басқа. Жарияланды деп саналмайды; қайта жазыңыз.',
};

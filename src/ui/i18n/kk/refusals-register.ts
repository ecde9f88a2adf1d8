import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';
import { dateOf, dateTimeOf } from '#ui/i18n/format.ts';

export const refusalsRegister = {
  LetterNotInFont: ({ letter, codePoint, field }: { letter: string; codePoint: number; field: string }) =>
    `Қағаз қарпінде «${letter}» (U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}) әрпі жоқ, орны: «${field}». Қағаз басылмады; жазбадағы әріпті түзетіңіз.`,
  AccreditationNotEnded: ({ validUntil }: { validUntil: CalendarDate }) =>
    `Аккредиттеу ${dateOf(validUntil)} дейін жарамды: бұл негіз әлі туған жоқ. Басқа негіз таңдаңыз.`,
  AccreditationUnknown: 'Тіркелімде бұл орталықтың аккредиттеу туралы куәлігі жоқ. Басқа негіз таңдаңыз.',
  AccreditationNotLater: ({ known }: { known: CalendarDate }) =>
    `Тіркелімде ${dateOf(known)} дейін жарамды куәлік бар: бұл одан ұзақ емес. Ештеңе өзгертілген жоқ.`,
  AccreditationIncomplete: 'Аккредиттеу туралы куәліктің нөмірі мен кім бергені керек. Толық жазыңыз.',
  PlaceMissing: 'Қапшық пен парақ жазылмаған. Екеуін де жазыңыз.',
  WayUnknown: 'Бұл орталық куәлікті мұндай жолмен бермейді. Басқа жолды таңдаңыз.',
  RecipientMissing: 'Кімге берілгені жазылмаған. Алушыны жазып, қайталаңыз.',
  CaseOpen: ({ number }: { number: string }) =>
    `Бұл куәлік бойынша ${number} ісі ашық: алдымен соны шешіңіз. Жаңа іс ашылған жоқ.`,
  CaseMissing: 'Мұндай кері қайтару ісі жоқ. Тізімнен таңдаңыз.',
  CaseDecided: 'Бұл іс шешіліп қойған: ештеңе өзгертілген жоқ.',
  AlreadyRevoked: ({ since }: { since: Instant }) =>
    `Куәлік ${dateTimeOf(since)} кері қайтарып алынған. Екінші рет кері қайтарылмайды; тек кілттің ашылып қалуы ғана себепті ауыстыра алады.`,
  InvalidityInFuture: ({ invalidityDate }: { invalidityDate: Instant }) =>
    `Күмән туған күн (${dateOf(invalidityDate)}) келешекте тұр. Өткен күнді жазыңыз.`,
  NotIssuedYet: ({ notBefore }: { notBefore: Instant }) =>
    `Куәлік ${dateTimeOf(notBefore)} бастап жарамды: одан бұрын кері қайтарылмайды.`,
  NotSignedData: 'Файл CMS SignedData емес. Қол қойылған электрондық өтінішті таңдаңыз.',
  DocumentTooLarge: ({ maximumOctets }: { maximumOctets: number }) =>
    `Файл тым үлкен: ең көбі ${maximumOctets} байт. Ештеңе оқылған жоқ.`,
  SignerCount: ({ seen }: { seen: number }) =>
    `Өтінішке ${seen} қол қойылған; дәл бір қол керек. Өтініш қабылданбады.`,
  ContentMissing: 'Файлда қол ғана бар, өтініштің өзі жоқ. Мәтінімен бірге қол қойылған файлды сұраңыз.',
  SignerCertificateMissing: 'Файлда қол қоюшының куәлігі жоқ. Куәлігімен бірге қол қойылған файлды сұраңыз.',
  SignedAttributesMissing:
    'Қол мәтіннің өзіне қойылған, қол қойылатын атрибуттар жоқ. Атрибуттары бар (CAdES) файлды сұраңыз.',
  SignatureInvalid: 'Қолтаңба расталмады: мәтін өзгерген немесе қол басқа. Өтініш қабылданбады.',
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
    'Куәлікте осы орталықтың қолы жоқ. Тіркелімге ештеңе алынған жоқ; басқа файлды таңдаңыз немесе куәлікті берген орталыққа жолдаңыз.',
  OneCertificateOnly: 'Файлда дәл бір куәлік болуы керек. Тіркелімге ештеңе алынған жоқ.',
  AlreadyRegistered: ({ serialNumber }: { serialNumber: string }) =>
    `Бұл куәлік тіркелімде бар (${serialNumber}). Оны іздеп, тізімнен таңдаңыз.`,
  CrlMissing: 'Мұндай КТКТ жоқ. Тізімнен таңдаңыз.',
  FileDiffers: 'Жазылған файл тіркелімдегі КТКТ-дан басқа. Жарияланды деп саналмайды; қайта жазыңыз.',
};

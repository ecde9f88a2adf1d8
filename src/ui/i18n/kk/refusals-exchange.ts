import type { Instant } from '#domain/base/instant.ts';
import { dateOf, dateTimeOf } from '#ui/i18n/format.ts';
import { octetsOf } from './units.ts';

const nothing = 'Ештеңе қабылданған жоқ.';
const anew =
  'Алдымен сол станция сақтық көшірмеден қалпына келтірілген бе, екі компьютерде жұмыс істей ме — соны сұраңыз. Содан кейін станцияларды он сөзбен қайта жұптастырыңыз: жиналғаны жоғалмайды.';

export const refusalsExchange = {
  ExchangeUnopened: `Файл ашылмады: ол басқа станцияға арналған, бүлінген немесе үзілген. ${nothing} Жіберушіден басқа көшірмесін немесе келесі пакетті сұраңыз: онда бәрі бар.`,
  NotAnExchange: `Бұл басқа станцияның пакеті емес. ${nothing}`,
  ExchangeTooLarge: ({ maximumOctets }: { maximumOctets: number }) =>
    `Ашылған пакет тым үлкен болады (ең көбі ${octetsOf(maximumOctets)}). ${nothing} Жіберушіден кішірек пакеттер сұраңыз.`,
  ExchangeNewer: ({ format }: { format: number }) =>
    `Пакет бағдарламаның жаңа нұсқасында жасалған (пішім ${format}). ${nothing} Осы жердегі бағдарламаны жаңартып, пакетті қайта ашыңыз.`,
  ExchangeFileExtra: ({ path }: { path: string }) =>
    `Пакетте тізімдемеде жоқ файл тұр: «${path}». ${nothing} Басқа көшірмесін сұраңыз.`,
  ExchangeSignatureInvalid: `Жіберушінің қолтаңбасы сәйкес келмейді: пакет өзгертілген. ${nothing} Басқа көшірмесін сұраңыз.`,
  PackageItemsDamaged: ({ number, sound, damaged }: { number: number; sound: number; damaged: number }) =>
    `№ ${number} пакет бүлінген: бүтін файл саны — ${sound}, бүлінгені — ${damaged}. ${nothing} Келесі пакетті сұраңыз: онда бәрі бар.`,
  PackageSenderUnknown: ({ sender }: { sender: string }) =>
    `Пакет осы станциямен жұптастырылмаған станциядан келген (${sender.slice(0, 16)}…). ${nothing} Алдымен станцияларды он сөзбен жұптастырыңыз.`,
  PackageSenderEnded: ({ at }: { at: Instant }) =>
    `Жіберушімен жұптастыру аяқталған уақыт: ${dateTimeOf(at)}. ${nothing} Жұмыс жалғасатын болса, станцияларды он сөзбен қайта жұптастырыңыз.`,
  PackageNotForUs: `Пакет басқа станцияға арналған. ${nothing} Оны сол станцияға апарыңыз.`,
  PackageOfEarlierPairing: `Пакет станциялар қайта жұптастырылғанға дейін жасалған. ${nothing} Жаңа пакет сұраңыз: онда бәрі бар.`,
  PackageExpired: ({ validUntil }: { validUntil: Instant }) =>
    `Файлдың жарамдылық мерзімі өткен: ${dateOf(validUntil)}. ${nothing} Жаңасын сұраңыз: онда бәрі бар.`,
  PackageForked: ({ number }: { number: number }) =>
    `Осы жіберушіден келген, мазмұны әртүрлі екі пакеттің нөмірі бірдей: № ${number}. ${nothing} ${anew}`,
  PackageOfEarlierEpoch: ({ seen, known }: { seen: number; known: number }) =>
    `Жіберуші бұл пакетті қалпына келтірілгенге дейін жасаған (дәуірі ${seen}, қазіргісі ${known}). ${nothing} ${anew}`,
  PackageOfOtherRules: ({ seen }: { seen: string }) =>
    `Пакет осында жоқ ережелер жинағымен толтырылған (${seen}). ${nothing} Алдымен сол жинақты қабылдаңыз немесе осы станцияның ережелерін жіберушіге апарыңыз.`,
  PackageOfOlderForms: ({ seen }: { seen: number }) =>
    `Пакет ескі нысандармен толтырылған (${seen}). ${nothing} Жіберушінің бағдарламасын жаңартып, жаңа пакет сұраңыз.`,
  PackageOfNewerForms: ({ seen }: { seen: number }) =>
    `Пакет жаңа нысандармен толтырылған (${seen}). ${nothing} Осы жердегі бағдарламаны жаңартып, пакетті қайта ашыңыз.`,
  ReceiptUnfounded: ({ number }: { number: number }) =>
    `Файлда осы станция жібермеген пакет расталған: № ${number}. ${nothing} ${anew}`,
  AnswerToOtherRequest: `Бұл осы станцияның соңғы сұрауына берілген жауап емес. ${nothing} Соңғы сұрауға жауап сұраңыз.`,
  PackageDiffers: 'Бұл — қаралған файл емес. Ештеңе қабылданған жоқ. Файлды қайта ашыңыз.',
  ConflictUndecided: ({ ids }: { ids: readonly string[] }) =>
    `Осында бар адамдар бойынша шешілмегені: ${ids.length}. Ештеңе қабылданған жоқ. Әрқайсысын қабылдау не қабылдамау керегін көрсетіңіз.`,
  NothingToSend: 'Жіберетін ештеңе жоқ: бәрі расталған.',
  StationNotPaired:
    'Ол станция осы станциямен жұптастырылмаған немесе жұптастыру аяқталған. Алдымен станцияларды он сөзбен жұптастырыңыз.',
  StationOfAuthority: 'Бұл — орталықтың өз станциясы: жұптастыруды ол сұрамайды, одан сұрайды.',
  PairingOfOtherKind: ({ seen, expected }: { seen: string; expected: string }) =>
    `Файл басқа түрдегі орталыққа (${seen}, мұндағысы ${expected}) немесе сынақ станциясына тиесілі. Ештеңе жазылған жоқ.`,
  PairingDiffers: 'Бұл — сөздері салыстырылған файл емес. Ештеңе жазылған жоқ. Файлды қайта ашыңыз.',
  PairingUsed: 'Осы сұраумен станциялар жұптастырылып қойған. Жаңа сұрау алыңыз.',
  PairingRulesUnreadable:
    'Жауаппен келген ережелер не күнтізбе мұнда қолданылмайды. Ештеңе жазылған жоқ. Осы станциядағы бағдарламаны жаңартыңыз.',
  AuthorityCertificateMissing: 'Орталықтың куәлігі әлі жоқ. Алдымен оны дайындап болыңыз.',
  PackageUnknown: 'Бұл станция мұндай пакет жасаған жоқ.',
  PackageReadDiffers:
    'Тасымалдағыштан оқылғаны пакеттің өзі емес: үзілген, нөлдерден тұрады немесе басқа файл. Пакет жазылмаған болып қалады. Оны басқа тасымалдағышқа тағы жазыңыз.',
  PackageNotWritten:
    'Пакет әлі жазылмаған: алдымен жазыңыз, содан кейін тасымалдағышты шығарып, қайта салыңыз.',
};

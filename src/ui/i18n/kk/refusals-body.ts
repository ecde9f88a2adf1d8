import { cited } from './cited.ts';
import { mediumFailures } from './medium-failures.ts';

/** Of letters, owners' keys and carriers. */
export const refusalsBody = {
  OwnerHasKey: ({ number, name }: { number: number; name: string }) =>
    `${name}: № ${number} куәліктің жабық кілті қолданыста, бір иеге бір кілт беріледі${cited('11-тармақ', 'G-11')}. Ештеңе шығарылған жоқ. Ескі кілтті ауыстырыңыз немесе куәлік беруден бас тартыңыз.`,
  OwnerTwice: ({ number }: { number: string }) =>
    `Осы иенің № ${number} өтініші қатар тұр: бір иеге бір кілт беріледі. Бұл өтініш бойынша куәлік шығарылған жоқ.`,
  CarrierMissing:
    'Тасымалдағыш таңдалмаған немесе тізімде жоқ. Ештеңе шығарылған жоқ: бос тасымалдағышты таңдаңыз.',
  CarrierNotBlank: ({ serialNumber }: { serialNumber: string }) =>
    `№ ${serialNumber} тасымалдағыш бос емес. Ештеңе шығарылған жоқ: басқасын таңдаңыз.`,
  CarrierNotAwaiting: ({ serialNumber }: { serialNumber: string }) =>
    `№ ${serialNumber} тасымалдағыш кілт күтіп тұрған жоқ. Ештеңе өзгерген жоқ.`,
  KeyNotHeld:
    'Жабық кілт станцияның жадында жоқ, оны ешкім оқи алмайды. Станцияны құлыптап, қайта ашыңыз: куәлік кері қайтарылып, өтініш бойынша жаңадан шығаруға болады.',
  CertificateOfOtherKey:
    'Кілттің қасына жазылатын куәлік осы кілттікі емес. Ештеңе жазылған жоқ: тіркелімді тексеріңіз.',
  CarrierNotOpened: ({ serialNumber }: { serialNumber: string }) =>
    `№ ${serialNumber} тасымалдағыштан оқылған файл ашылмады немесе ішінде басқа кілт тұр. Жазылды деп саналған жоқ, кілт станцияда сақтаулы: тасымалдағышты салып, қайта жазыңыз.`,
  CarrierTwice: ({ serialNumber }: { serialNumber: string }) =>
    `№ ${serialNumber} тасымалдағыш тізімде бар. Ештеңе енгізілген жоқ: нөмірін тасымалдағыштан қайта теріңіз.`,
  CarrierNotThere: ({ serialNumber }: { serialNumber: string }) =>
    `№ ${serialNumber} тасымалдағыш есептен шығарылған немесе оған кілт жазылып жатыр. Ештеңе өзгерген жоқ.`,
  CarrierNotWritten: ({ serialNumber }: { serialNumber: string }) =>
    `Сериялық нөмірі ${serialNumber} куәліктің кілті тасымалдағышқа жазылмаған немесе берілген. Ештеңе жазылған жоқ.`,
  NotInForce: ({ serialNumber }: { serialNumber: string }) =>
    `Сериялық нөмірі ${serialNumber} куәлік қолданыста емес, берілмейді. Ештеңе жазылған жоқ.`,
  SeveralBodies: 'Таңдалған куәліктер бірнеше органдікі. Ештеңе жазылған жоқ: әр органға бөлек беріңіз.',
  ListEmpty: 'Тізім бос. Кемінде біреуін қосыңыз.',
  NoteMissing: 'Себебі жазылмаған. Оны жазыңыз.',
  LetterTwice: ({ number }: { number: string }) =>
    `Осы органның осы нөмірлі, осы күнгі хаты қабылданған: біздегі нөмірі ${number}. Екінші рет тіркелген жоқ.`,
  LetterMissing: 'Мұндай хат тіркелімде жоқ. Ештеңе өзгерген жоқ.',
  AlreadyConfirmed: 'Бұл хат бойынша бұрын расталған. Ештеңе өзгерген жоқ.',
  FolderFailed: ({ fileName, reason }: { fileName: string; reason: keyof typeof mediumFailures }) =>
    `${fileName}: ${mediumFailures[reason]} Жазылды деп саналған жоқ, кілт станцияда сақтаулы: «Тасымалдағыштар кезегінен» қайта жазыңыз.`,
  FolderNotMarked: ({ reason }: { reason: keyof typeof mediumFailures }) =>
    `Қалтаға файл жазылмады: ${mediumFailures[reason]} Ештеңе шығарылған жоқ: басқа қалтаны таңдаңыз.`,
  FolderUnreadable: ({ reason }: { reason: 'medium-gone' | 'too-many-files' }): string =>
    reason === 'medium-gone'
      ? 'Қалта оқылмады: тасымалдағыш алынып кеткен. Ештеңе жазылған жоқ: жалғап, қайталаңыз.'
      : 'Қалтада файл тым көп. Ештеңе жазылған жоқ: тасымалдағыштың өзін таңдаңыз.',
  ReadingStopped: 'Оқу тоқтатылды. Ештеңе жазылған жоқ: қайта бастауға болады.',
  NoneInFolder: 'Қалтада тұрған кілт жоқ. Ештеңе өзгерген жоқ.',
  NoCopies: 'Өшірілуін растайтын көшірме жоқ. Ештеңе өзгерген жоқ.',
  OtherFolder:
    'Бұл қалтаға станция кілт жазбаған немесе оның белгісі (tirkelim-folder) жоқ. Ештеңе расталған жоқ: жазылған қалтаны көрсетіңіз.',
  CarrierInFolder: ({ serialNumber }: { serialNumber: string }) =>
    `Сериялық нөмірі ${serialNumber} куәліктің кілті әлі қалтада, тасымалдағыштан оқылмаған. Ештеңе жазылған жоқ: алдымен тасымалдағышты оқытыңыз${cited('8-тармақ', 'G-8')}.`,
  CarrierNotInFolder: ({ serialNumber }: { serialNumber: string }) =>
    `№ ${serialNumber} тасымалдағыштың кілті қалтада емес. Ештеңе өзгерген жоқ.`,
  CarrierDiffers: ({ serialNumber }: { serialNumber: string }) =>
    `Таңдалған файл № ${serialNumber} тасымалдағышқа жазылғанға сәйкес емес. Тасымалдағышта деп саналған жоқ: файлын қалтадан қайта көшіріңіз.`,
  CarrierNotTheKey: ({ serialNumber }: { serialNumber: string }) =>
    `Файл бұл құпиясөзбен ашылмады немесе ішінде № ${serialNumber} тасымалдағыштың кілті емес. Тасымалдағышта деп саналған жоқ: құпиясөзін қайта теріңіз.`,
  NotASerialNumber: ({ letter }: { letter: string }) =>
    `Сериялық нөмірде «${letter}» болмайды: әріп, цифр және . / : - белгілері ғана.`,
  TooMany: ({ max, seen }: { max: number; seen: number }) => `${seen} нөмір берілген, ең көбі ${max} нөмір.`,
};

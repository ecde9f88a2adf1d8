import { octetsOf } from './units.ts';

const take = 'Тіркелімде ештеңе өзгерген жоқ; тасымалдағыштың басқа көшірмесін алыңыз.';
const again = 'Ештеңе мұрағатта деп белгіленген жоқ; пакетті қайта жасаңыз.';

export const refusalsArchive = {
  EntryArchived: 'Куәлік мұрағатқа берілген: ол бойынша ештеңе өзгермейді. Ештеңе жазылған жоқ.',
  NothingToArchive: 'Сақтау мерзімі өткен жазба жоқ: мұрағатқа беретін ештеңе жоқ.',
  ArchivingCancelled: 'Пакет жасау тоқтатылды. Ештеңе жазылған жоқ, ештеңе белгіленген жоқ.',
  StoredFileMissing: ({ collection, id }: { collection: string; id: string }) =>
    `Тіркелімде файл жоқ (${collection}, ${id}): пакет жасалған жоқ. «Журнал» бетінде журналды тексеріп, сақтық көшірмеден қалпына келтіріңіз.`,
  NotAPackage: `Бұл мұрағат пакеті емес немесе ол бүлінген, үзілген. ${take}`,
  PackageTooLarge: ({ maximumOctets }: { maximumOctets: number }) =>
    `Ашылған пакет тым үлкен болады (ең көбі ${octetsOf(maximumOctets)}): ол ашылған жоқ. ${take}`,
  PackageNewer: ({ format }: { format: number }) =>
    `Пакет бағдарламаның жаңа нұсқасында жасалған (пішім ${format}). Алдымен бағдарламаны жаңартыңыз.`,
  PackageFileChanged: ({ path }: { path: string }) => `Пакеттегі «${path}» файлы өзгертілген. ${take}`,
  PackageFileMissing: ({ path }: { path: string }) => `Пакетте «${path}» файлы жоқ. ${take}`,
  PackageFileExtra: ({ path }: { path: string }) =>
    `Пакетте тізімдемеде жоқ «${path}» файлы тұр: оны біреу кейін қосқан. ${take}`,
  PackagePathUnsafe: ({ path }: { path: string }) =>
    `Пакетте қауіпті атты файл бар: «${path}». Пакет ашылған жоқ. ${take}`,
  PackageSignatureInvalid: `Пакеттің тізімдемесіне қойылған станция қолтаңбасы сәйкес келмейді: пакет өзгертілген. ${take}`,
  PackageRecordUnknown: ({ collection, id }: { collection: string; id: string }) =>
    `Пакеттегі жазба оның журналындағыдай емес (${collection}, ${id}). ${take}`,
  PackageOfOtherStation: `Пакетке басқа станция қол қойған. ${again}`,
  PackageMarked: ({ number }: { number: number }) =>
    `Бұл пакет № ${number} болып мұрағатқа берілген: екінші рет белгіленбейді.`,
  PackageOutdated: ({ collection, id }: { collection: string; id: string }) =>
    `Пакет жасалғаннан бері тіркелім өзгерген немесе жазба әлі қалуы керек (${collection}, ${id}). ${again}`,
};

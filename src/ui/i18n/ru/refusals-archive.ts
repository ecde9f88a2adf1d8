import { octetsOf } from './units.ts';

const take = 'В регистре ничего не изменено; возьмите другую копию носителя.';
const again = 'Архивным ничего не отмечено; создайте пакет заново.';

export const refusalsArchive = {
  EntryArchived: 'Свидетельство передано в архив: по нему ничего не меняется. Ничего не записано.',
  NothingToArchive: 'Записей с истёкшим сроком хранения нет: передавать в архив нечего.',
  ArchivingCancelled: 'Создание пакета остановлено. Ничего не записано и не отмечено.',
  StoredFileMissing: ({ collection, id }: { collection: string; id: string }) =>
    `В регистре нет файла (${collection}, ${id}): пакет не создан. Проверьте журнал на странице «Журнал» и восстановите регистр из резервной копии.`,
  NotAPackage: `Это не архивный пакет, или он повреждён либо обрезан. ${take}`,
  PackageTooLarge: ({ maximumOctets }: { maximumOctets: number }) =>
    `В развёрнутом виде пакет больше ${octetsOf(maximumOctets)}: он не открыт. ${take}`,
  PackageNewer: ({ format }: { format: number }) =>
    `Пакет создан более новой версией программы (формат ${format}). Сначала обновите программу.`,
  PackageFileChanged: ({ path }: { path: string }) => `Файл «${path}» в пакете изменён. ${take}`,
  PackageFileMissing: ({ path }: { path: string }) => `В пакете нет файла «${path}». ${take}`,
  PackageFileExtra: ({ path }: { path: string }) =>
    `В пакете лежит файл «${path}», которого нет в описи: его добавили позже. ${take}`,
  PackagePathUnsafe: ({ path }: { path: string }) =>
    `В пакете есть файл с опасным именем: «${path}». Пакет не открыт. ${take}`,
  PackageSignatureInvalid: `Подпись станции под описью пакета неверна: пакет изменён. ${take}`,
  PackageRecordUnknown: ({ collection, id }: { collection: string; id: string }) =>
    `Запись в пакете не та, о которой говорит его журнал (${collection}, ${id}). ${take}`,
  PackageOfOtherStation: `Пакет подписала другая станция. ${again}`,
  PackageMarked: ({ number }: { number: number }) =>
    `Этот пакет уже передан в архив под № ${number}: второй раз он не отмечается.`,
  PackageOutdated: ({ collection, id }: { collection: string; id: string }) =>
    `С тех пор как пакет создан, регистр изменился, или запись ещё должна остаться (${collection}, ${id}). ${again}`,
};

import { cited } from './cited.ts';
import { mediumFailures } from './medium-failures.ts';

/** Of letters, owners' keys and carriers. */
export const refusalsBody = {
  OwnerHasKey: ({ number, name }: { number: number; name: string }) =>
    `${name}: действует закрытый ключ свидетельства № ${number}, одному владельцу даётся один ключ${cited('пункт 11', 'G-11')}. Ничего не выпущено. Замените прежний или откажите в выдаче свидетельства.`,
  OwnerTwice: ({ number }: { number: string }) =>
    `Рядом стоит заявление № ${number} того же владельца: одному владельцу даётся один ключ. По этому заявлению ничего не выпущено.`,
  CarrierMissing: 'Носитель не выбран, или его нет в списке. Ничего не выпущено: выберите чистый носитель.',
  CarrierNotBlank: ({ serialNumber }: { serialNumber: string }) =>
    `Носитель № ${serialNumber} занят. Ничего не выпущено: выберите другой.`,
  CarrierNotAwaiting: ({ serialNumber }: { serialNumber: string }) =>
    `Носитель № ${serialNumber} не ждёт ключа. Ничего не изменилось.`,
  KeyNotHeld:
    'Закрытого ключа в памяти станции нет, прочесть его никто не может. Закройте и снова откройте станцию: свидетельство будет отозвано, и по заявлению можно выпустить новое.',
  CertificateOfOtherKey:
    'Свидетельство, которое пишется рядом с ключом, не от этого ключа. Ничего не записано: проверьте регистр.',
  CarrierNotOpened: ({ serialNumber }: { serialNumber: string }) =>
    `Файл с носителя № ${serialNumber} не открылся, или в нём другой ключ. Записанным он не считается, ключ сохранён в станции: вставьте носитель и запишите ещё раз.`,
  CarrierTwice: ({ serialNumber }: { serialNumber: string }) =>
    `Носитель № ${serialNumber} уже в списке. Ничего не внесено: наберите номер с носителя ещё раз.`,
  CarrierNotThere: ({ serialNumber }: { serialNumber: string }) =>
    `Носитель № ${serialNumber} снят с учёта, или на него сейчас пишется ключ. Ничего не изменилось.`,
  CarrierNotWritten: ({ serialNumber }: { serialNumber: string }) =>
    `Ключ свидетельства ${serialNumber} не записан на носитель или уже передан. Ничего не записано.`,
  NotInForce: ({ serialNumber }: { serialNumber: string }) =>
    `Свидетельство ${serialNumber} не действует и не передаётся. Ничего не записано.`,
  SeveralBodies:
    'Выбраны свидетельства нескольких органов. Ничего не записано: передавайте каждому органу отдельно.',
  ListEmpty: 'Список пуст. Добавьте хотя бы одну строку.',
  NoteMissing: 'Причина не указана. Запишите её.',
  LetterTwice: ({ number }: { number: string }) =>
    `Письмо этого органа с этим номером и этой датой уже принято: у нас оно под номером ${number}. Второй раз оно не зарегистрировано.`,
  LetterMissing: 'Такого письма в регистре нет. Ничего не изменилось.',
  AlreadyConfirmed: 'По этому письму уже подтверждено. Ничего не изменилось.',
  FolderFailed: ({ fileName, reason }: { fileName: string; reason: keyof typeof mediumFailures }) =>
    `${fileName}: ${mediumFailures[reason]} Записанным он не считается, ключ сохранён в станции: запишите его из «Очереди носителей».`,
  FolderNotMarked: ({ reason }: { reason: keyof typeof mediumFailures }) =>
    `В папку записать не удалось: ${mediumFailures[reason]} Ничего не выпущено: выберите другую папку.`,
  FolderUnreadable: ({ reason }: { reason: 'medium-gone' | 'too-many-files' }): string =>
    reason === 'medium-gone'
      ? 'Папка не читается: носитель извлечён. Ничего не записано: подключите его и повторите.'
      : 'В папке слишком много файлов. Ничего не записано: выберите сам носитель.',
  ReadingStopped: 'Чтение остановлено. Ничего не записано: можно начать снова.',
  NoneInFolder: 'Ключей, лежащих в папке, нет. Ничего не изменилось.',
  NoCopies: 'Копий, удаление которых нужно подтвердить, нет. Ничего не изменилось.',
  OtherFolder:
    'В эту папку станция ключей не писала, или в ней нет метки (tirkelim-folder). Ничего не подтверждено: покажите ту папку, в которую писали.',
  CarrierInFolder: ({ serialNumber }: { serialNumber: string }) =>
    `Ключ свидетельства ${serialNumber} ещё в папке и с носителя не прочитан. Ничего не записано: сначала прочитайте носитель${cited('пункт 8', 'G-8')}.`,
  CarrierNotInFolder: ({ serialNumber }: { serialNumber: string }) =>
    `Ключ носителя № ${serialNumber} не лежит в папке. Ничего не изменилось.`,
  CarrierDiffers: ({ serialNumber }: { serialNumber: string }) =>
    `Выбранный файл не совпал с тем, что записано для носителя № ${serialNumber}. Ключ на носителе не засчитан: перенесите файл из папки ещё раз.`,
  CarrierNotTheKey: ({ serialNumber }: { serialNumber: string }) =>
    `Файл не открылся этим паролем, или в нём не ключ носителя № ${serialNumber}. Ключ на носителе не засчитан: наберите пароль ещё раз.`,
  NotASerialNumber: ({ letter }: { letter: string }) =>
    `В серийном номере не бывает «${letter}»: только буквы, цифры и знаки . / : -`,
  TooMany: ({ max, seen }: { max: number; seen: number }) => `Указано номеров: ${seen}, допускается ${max}.`,
};

import { mediumFailures } from './medium-failures.ts';

/** Of letters, owners' keys and carriers. */
export const refusalsBody = {
  OwnerHasKey: ({ number, name }: { number: number; name: string }) =>
    `${name}: действует закрытый ключ свидетельства № ${number}, одному владельцу даётся один ключ (пункт 11). Ничего не выпущено. Замените прежний или откажите в выдаче свидетельства.`,
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
  FolderFailed: ({ fileName, reason }: { fileName: string; reason: keyof typeof mediumFailures }) =>
    `${fileName}: ${mediumFailures[reason]} Записанным он не считается, ключ сохранён в станции: запишите его из «Очереди носителей».`,
  NotASerialNumber: ({ letter }: { letter: string }) =>
    `В серийном номере не бывает «${letter}»: только буквы, цифры и знаки . / : -`,
  TooMany: ({ max, seen }: { max: number; seen: number }) => `Указано номеров: ${seen}, допускается ${max}.`,
};

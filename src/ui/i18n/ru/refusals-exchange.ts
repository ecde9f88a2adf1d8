import type { Instant } from '#domain/base/instant.ts';
import { dateOf, dateTimeOf } from '#ui/i18n/format.ts';
import { octetsOf } from './units.ts';

const nothing = 'Ничего не принято.';
const anew =
  'Сначала узнайте, не восстановлена ли та станция из резервной копии и не работает ли она на двух компьютерах. Затем сопрягите станции заново по десяти словам: собранное не пропадёт.';

export const refusalsExchange = {
  ExchangeUnopened: `Файл не открылся: он для другой станции, повреждён или оборван. ${nothing} Попросите у отправителя другую копию или следующий пакет: в нём есть всё.`,
  NotAnExchange: `Это не пакет другой станции. ${nothing}`,
  ExchangeTooLarge: ({ maximumOctets }: { maximumOctets: number }) =>
    `В распакованном виде пакет больше предела (${octetsOf(maximumOctets)}). ${nothing} Попросите пакеты поменьше.`,
  ExchangeNewer: ({ format }: { format: number }) =>
    `Пакет создан более новой версией программы (формат ${format}). ${nothing} Обновите программу здесь и откройте пакет снова.`,
  ExchangeFileExtra: ({ path }: { path: string }) =>
    `В пакете есть файл «${path}», которого нет в описи. ${nothing} Попросите другую копию.`,
  ExchangeSignatureInvalid: `Подпись отправителя не подтвердилась: пакет изменён. ${nothing} Попросите другую копию.`,
  PackageItemsDamaged: ({ number, sound, damaged }: { number: number; sound: number; damaged: number }) =>
    `Пакет ${number} повреждён: целых файлов: ${sound}, повреждённых: ${damaged}. ${nothing} Попросите следующий пакет: в нём есть всё.`,
  PackageSenderUnknown: ({ sender }: { sender: string }) =>
    `Пакет пришёл от станции, которая не сопряжена с этой (${sender.slice(0, 16)}…). ${nothing} Сначала сопрягите станции по десяти словам.`,
  PackageSenderEnded: ({ at }: { at: Instant }) =>
    `Сопряжение с отправителем прекращено: ${dateTimeOf(at)}. ${nothing} Если оно нужно, сопрягите станции заново по десяти словам.`,
  PackageSenderStopped: ({ at, number }: { at: Instant; number: number }) =>
    `Пакеты отправителя остановлены: ${dateTimeOf(at)}, пакет № ${number} противоречил тому, что пришло раньше. ${nothing} ${anew}`,
  PackageNotForUs: `Пакет адресован другой станции. ${nothing} Отнесите его туда.`,
  PackageOfEarlierPairing: `Пакет создан до нового сопряжения станций. ${nothing} Попросите новый пакет: в нём есть всё.`,
  PackageExpired: ({ validUntil }: { validUntil: Instant }) =>
    `Срок действия файла истёк: ${dateOf(validUntil)}. ${nothing} Попросите новый: в нём есть всё.`,
  PackageForked: ({ number }: { number: number }) =>
    `От этого отправителя есть два разных пакета с номером ${number}. ${nothing} ${anew}`,
  PackageOfEarlierEpoch: ({ seen, known }: { seen: number; known: number }) =>
    `Отправитель создал этот пакет до своего восстановления (эпоха ${seen}, теперь ${known}). ${nothing} ${anew}`,
  PackageOfOtherRules: ({ seen }: { seen: string }) =>
    `Пакет составлен по набору правил, которого здесь нет (${seen}). ${nothing} Сначала примите этот набор или отнесите правила этой станции отправителю.`,
  PackageOfOlderForms: ({ seen }: { seen: number }) =>
    `Пакет составлен по старым формам (${seen}). ${nothing} Обновите программу у отправителя и попросите новый пакет.`,
  PackageOfNewerForms: ({ seen }: { seen: number }) =>
    `Пакет составлен по новым формам (${seen}). ${nothing} Обновите программу здесь и откройте пакет снова.`,
  ReceiptUnfounded: ({ number }: { number: number }) =>
    `В файле подтверждён пакет ${number}, которого эта станция не отправляла. ${nothing} ${anew}`,
  AnswerToOtherRequest: `Это ответ не на последний запрос этой станции. ${nothing} Попросите ответ на последний запрос.`,
  PackageDiffers: 'Это не тот файл, который просмотрен. Ничего не принято. Откройте его снова.',
  ConflictUndecided: ({ ids }: { ids: readonly string[] }) =>
    `Решено не обо всех, кто здесь уже есть; осталось: ${ids.length}. Ничего не принято. О каждом скажите, принять ли.`,
  NothingToSend: 'Отправлять нечего: всё подтверждено.',
  StationNotPaired:
    'Та станция не сопряжена с этой или больше не сопряжена. Сначала сопрягите станции по десяти словам.',
  StationOfAuthority: 'Это станция самого центра: о сопряжении просят её, а не она.',
  PairingOfOtherKind: ({ seen, expected }: { seen: string; expected: string }) =>
    `Файл относится к центру другого вида (${seen}, здесь ${expected}) или к пробной работе. Ничего не записано.`,
  PairingDiffers: 'Это не тот файл, слова которого сверены. Ничего не записано. Откройте его снова.',
  PairingUsed: 'По этому запросу станции уже сопряжены. Попросите новый запрос.',
  PairingRulesUnreadable:
    'Правила или календарь из ответа здесь применить нельзя. Ничего не записано. Обновите программу на этой станции.',
  AuthorityCertificateMissing: 'У центра ещё нет свидетельства. Сначала закончите его подготовку.',
  PackageUnknown: 'Эта станция такого пакета не создавала.',
  PackageReadDiffers:
    'С носителя прочитано не то: файл оборван, состоит из нулей или это другой файл. Пакет считается незаписанным. Запишите его ещё раз, на другой носитель.',
  PackageNotWritten: 'Пакет ещё не записан: сначала запишите его, затем выньте носитель и вставьте снова.',
  AnswerMissing: 'По этому заявлению свидетельство из центра не пришло. Выдавать нечего.',
  HandedRevoked:
    'По последнему списку центра это свидетельство отозвано. Выдавать его нельзя; спросите в центре.',
  SourceNotCarried:
    'Выездная станция принимает заявления на бумаге и решения суда. Остальное отнесите в сам центр.',
  FieldStationOfOtherKind:
    'Выездные станции бывают только у Национального удостоверяющего центра. Корневой центр и центр государственных органов принимают документы сами.',
};

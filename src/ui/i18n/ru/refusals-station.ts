import type { Instant } from '#domain/base/instant.ts';
import { dateTimeOf } from '#ui/i18n/format.ts';

export const refusalsStation = {
  SignatureSuspect:
    'Созданная подпись не прошла проверку: ключ или компьютер под подозрением. Ничего не выпущено. Остановите работу и проверьте копию ключей на другом компьютере.',
  IntentClosed:
    'Запись о том, что должно быть подписано, закрыта другой вкладкой или изменена: подписанное не зарегистрировано и никому не выдано. Обновите страницу и повторите.',
  AuthorityCertificateUnreadable:
    'Свидетельство центра не читается. Проверьте журнал и восстановите регистр из копии.',
  AuthorityCeased: 'Центр прекратил деятельность: новые свидетельства не выпускаются.',
  CertificateTaken: 'Свидетельство центра уже зарегистрировано.',
  CertificateOfOtherKey: 'В файлах нет свидетельства на ключ этой станции. Выберите ответ на её запрос.',
  CertificateNotAuthority:
    'Имя в свидетельстве не то, что в запросе. Сообщите корневому центру; ничего не принято.',
  CertificateNotForSigning:
    'Свидетельство в ответе не предназначено для центра (нет CA:TRUE, keyCertSign, cRLSign) или повреждено. Сообщите корневому центру; ничего не принято.',
  IssuerExpired: ({ authority, notAfter }: { authority: string; notAfter: Instant }) =>
    `Срок свидетельства вышестоящего центра (${authority}) истёк ${dateTimeOf(notAfter)}: новые свидетельства не выпускаются. Отзыв и СОРС доступны.`,
  AuthorityRevoked: ({
    authority,
    since,
    reasonCode,
  }: {
    authority: string;
    since: Instant;
    reasonCode?: string;
  }) =>
    `Свидетельство центра (${authority}) отозвано вышестоящим центром ${dateTimeOf(since)}${reasonCode === undefined ? '' : ` (${reasonCode})`}: новые свидетельства не выпускаются. Отзыв и СОРС доступны.`,
  EntryMissing: 'В регистре нет такого свидетельства. Проверьте серийный номер.',
  NotConfirmed: 'Подтверждения нет: ничего не изменено. Подтвердите и повторите.',
  Cancelled: 'Действие остановлено. Сделанное сделано, остальное не начато.',
  AuthorityExpired: ({ notAfter }: { notAfter: Instant }) =>
    `Срок свидетельства центра истёк ${dateTimeOf(notAfter)}: подпись невозможна. Получите новое свидетельство.`,
  NextUpdateNotLater: ({ nextUpdate }: { nextUpdate: Instant }) =>
    `Срок следующего списка (${dateTimeOf(nextUpdate)}) должен быть позже этого списка.`,
  ExaminationFailed: ({ findings }: { findings: readonly { ruleId: string; observed: string }[] }) =>
    `Проверка перед подписью не пройдена (${findings.map(({ ruleId, observed }) => `${ruleId}: ${observed}`).join('; ')}). Ничего не выпущено.`,
  ChainBroken:
    'Цепочка разорвана: подпись одного из свидетельств или его издатель не найдены. Выберите ответ целиком.',
  ChainMixed: ({ seen, expected }: { seen: string; expected: string }) =>
    `Свидетельство в ответе подписано по ${seen}, а ключ станции подписывает по ${expected}. ГОСТ и две его кодировки в одной цепочке не смешиваются. Ничего не принято. Возьмите ответ центра с таким же ключом.`,
  SettingOutOfRange: ({ from, to }: { setting: string; from: number; to: number }) =>
    `Значение должно быть целым числом от ${from} до ${to}.`,
  NotSelfSigned:
    'Центр подчинён корневому, поэтому свидетельство нового ключа сам не подписывает. Ничего не создано. Сохраните запрос и отвезите его в корневой центр.',
  RenewalBegun: 'Обновление ключа уже начато. Продолжите его на странице «Обновление ключа».',
  RenewalMissing:
    'Нового ключа, от которого можно отказаться, нет: обновление не начато. Ничего не изменено.',
  RenewalNameUnfit: ({ limit }: { limit: number }) =>
    `Наименование пусто, длиннее ${limit} букв или содержит недопустимый знак. Ключ не создан. Исправьте наименование.`,
  RenewalNameTaken: ({ name }: { name: string }) =>
    `Под именем «${name}» подписывал прежний ключ: одно имя двум ключам не даётся. Ключ не создан. Напишите другое наименование.`,
  RenewalTermUnfit: ({ from, to }: { from: number; to: number }) =>
    `Срок должен быть целым числом лет от ${from} до ${to}. Ключ не создан.`,
  AddressOfFormerKey: ({ address }: { address: string }) =>
    `По адресу ${address} лежит файл другого ключа: его СОРС и свидетельство остаются там. Ничего не изменено. Напишите другой адрес.`,
  RevocationUnlisted: ({ serialNumber }: { serialNumber: string }) =>
    `Свидетельство ${serialNumber} отозвано, а в записях для списка его нет: что-то удалено. СОРС не подписан. Проверьте журнал и восстановите регистр из резервной копии.`,
};

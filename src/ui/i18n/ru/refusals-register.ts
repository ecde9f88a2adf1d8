import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';
import { dateOf, dateTimeOf } from '#ui/i18n/format.ts';

export const refusalsRegister = {
  LetterNotInFont: ({ letter, codePoint, field }: { letter: string; codePoint: number; field: string }) =>
    `В шрифте документа нет знака «${letter}» (U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}), место: «${field}». Документ не напечатан; исправьте знак в записи.`,
  AccreditationNotEnded: ({ validUntil }: { validUntil: CalendarDate }) =>
    `Аккредитация действует до ${dateOf(validUntil)}: этого основания ещё нет. Выберите другое.`,
  AccreditationUnknown:
    'В регистре нет свидетельства об аккредитации этого центра. Выберите другое основание.',
  AccreditationNotLater: ({ known }: { known: CalendarDate }) =>
    `В регистре уже есть свидетельство, действующее до ${dateOf(known)}: это не дольше. Ничего не изменено.`,
  AccreditationIncomplete: 'Нужны номер свидетельства об аккредитации и кем оно выдано. Впишите их.',
  PlaceMissing: 'Папка и лист не указаны. Впишите и то и другое.',
  WayUnknown: 'Этот центр не передаёт свидетельства таким способом. Выберите другой.',
  RecipientMissing: 'Не указано, кому передано. Впишите получателя и повторите.',
  CaseOpen: ({ number }: { number: string }) =>
    `По этому свидетельству открыто дело ${number}: сначала примите по нему решение. Новое дело не открыто.`,
  CaseMissing: 'Такого дела об отзыве нет. Выберите его из списка.',
  CaseDecided: 'По этому делу решение уже принято: ничего не изменено.',
  AlreadyRevoked: ({ since }: { since: Instant }) =>
    `Свидетельство отозвано ${dateTimeOf(since)}. Второй раз оно не отзывается; причину может сменить только компрометация ключа.`,
  InvalidityInFuture: ({ invalidityDate }: { invalidityDate: Instant }) =>
    `День, с которого нет доверия к ключу (${dateOf(invalidityDate)}), ещё не наступил. Впишите прошедший день.`,
  NotIssuedYet: ({ notBefore }: { notBefore: Instant }) =>
    `Свидетельство действует с ${dateTimeOf(notBefore)}: раньше его не отозвать.`,
  NotSignedData: 'Файл не является CMS SignedData. Выберите подписанное электронное заявление.',
  DocumentTooLarge: ({ maximumOctets }: { maximumOctets: number }) =>
    `Файл слишком велик: не больше ${maximumOctets} байт. Ничего не прочитано.`,
  SignerCount: ({ seen }: { seen: number }) =>
    `Под заявлением подписей: ${seen}; нужна ровно одна. Заявление не принято.`,
  ContentMissing: 'В файле одна подпись без самого заявления. Попросите файл, подписанный вместе с текстом.',
  SignerCertificateMissing:
    'В файле нет свидетельства подписавшего. Попросите файл, подписанный вместе со свидетельством.',
  SignedAttributesMissing:
    'Подписан сам текст, подписываемых атрибутов нет. Попросите файл с атрибутами (CAdES).',
  SignatureInvalid: 'Подпись не подтвердилась: текст изменён или подпись не от него. Заявление не принято.',
  SignerUnreadable: 'Свидетельство подписавшего не читается. Заявление не принято.',
  SignerNotOurs: 'Свидетельство подписавшего выдано не этим центром. Заявление не принято.',
  SignerNotInForce: ({ status }: { status: 'in-force' | 'not-yet' | 'expired' | 'revoked' }) =>
    `Когда заявление поступило, свидетельство подписавшего не действовало (${
      {
        'in-force': 'действует',
        'not-yet': 'срок не начался',
        expired: 'срок истёк',
        revoked: 'отозвано',
      }[status]
    }). Заявление не принято; можно подать бумажное.`,
  SerialNumberMalformed:
    'Серийный номер — шестнадцатеричные цифры (0–9, a–f), не больше 40. Наберите его с заявления ещё раз.',
  NotOurCertificate:
    'На свидетельстве нет подписи этого центра. В регистр ничего не принято; выберите другой файл или обратитесь в центр, который его выдал.',
  OneCertificateOnly: 'В файле должно быть ровно одно свидетельство. В регистр ничего не принято.',
  AlreadyRegistered: ({ serialNumber }: { serialNumber: string }) =>
    `Это свидетельство уже есть в регистре (${serialNumber}). Найдите его и выберите в списке.`,
  CrlMissing: 'Такого СОРС нет. Выберите его из списка.',
  FileDiffers:
    'Записанный файл отличается от СОРС в регистре. Опубликованным он не считается; запишите его заново.',
};

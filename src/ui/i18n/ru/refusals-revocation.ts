import type { RevocationField } from '#domain/revocation/draft-reader.ts';
import { dateOf, dateTimeOf } from '#ui/i18n/format.ts';
import type { refusalsRevocation as kk } from '#ui/i18n/kk/refusals-revocation.ts';
import { revocation } from './revocation.ts';
import { revocationApplication } from './revocation-application.ts';
import { root } from './root.ts';

const labels: Readonly<Record<RevocationField, string>> = {
  ...root.revocation.labels,
  ...revocation.labels,
  ...revocationApplication.labels,
};

export const refusalsRevocation: typeof kk = {
  GroundUnproven:
    'Этот документ не подтверждает выбранное основание: каждому основанию нужен документ, названный в его пункте. Исправьте основание или вид документа.',
  ApplicationDiffers: ({ fields }) =>
    `Данные заявления не совпадают со свидетельством в регистре: ${fields.map((field) => labels[field]).join(', ')}. Свидетельство не отозвано; откажите в заявлении или откройте дело по нужному свидетельству.`,
  CourtPaperIncomplete:
    'Данные решения суда неполны: укажите суд, номер, дату и день вступления в законную силу.',
  CourtNotInForce: ({ inForceFrom }) =>
    `Решение суда ещё не вступило в законную силу (день вступления: ${dateOf(inForceFrom)}). Свидетельство не отзывается.`,
  SignedContentUnproven:
    'Это электронное заявление принято раньше, без сверки подписанного текста с зарегистрированными данными. Откажите в нём и примите файл заново.',
  SignedContentDiffers:
    'Регистрируемые данные не совпадают с подписанным текстом: ничего не зарегистрировано. Примите файл заново.',
  SignerMayNotApply:
    'Подписавший не владеет этим свидетельством, и доверенность на него не записана. Это заявление свидетельства не отзывает.',
  PowerIncomplete:
    'Данные представителя неполны: нужны имя, ИИН, номер, дата и срок доверенности и кем она выдана.',
  PowerNotInForce: ({ date, validUntil }) =>
    `В день поступления заявления доверенность не действовала: её срок ${dateOf(date)} – ${dateOf(validUntil)}. Нужна другая доверенность.`,
  AppliedBefore: ({ number }: { number: string }) =>
    `По этому самому файлу уже зарегистрировано дело ${number}. Пусть владелец подпишет новое заявление.`,
  PaperAfterArrival: ({ date, arrivedOn }) =>
    `День на документе (${dateOf(date)}) позже дня его поступления (${dateOf(arrivedOn)}). Проверьте оба дня.`,
  TextOfOtherKind:
    'Подписанный текст не является заявлением об отзыве. Файл заявления готовится на странице «Заявление для подписи».',
  TextLineWrong: ({ line }) =>
    `Строка ${line} подписанного заявления не соответствует образцу: лишняя, повторена или записана иначе. Заявление не принято.`,
  TextFieldWrong: ({ field }) =>
    `В подписанном заявлении данных нет или они записаны с ошибкой: ${labels[field]}. Заявление не принято.`,
  RevocationNotApplied: ({ serialNumber }) =>
    `Для замены нужны два заявления: заявление об отзыве прежнего свидетельства (${serialNumber}) не зарегистрировано. Сначала зарегистрируйте его.`,
  ReplacementNotConfirmed: ({ number }) =>
    `Заявление об отзыве по делу ${number} не подтверждено для этой замены. Подтвердите его на странице заявления.`,
  CrlNotWritten: 'Файл списка ещё не записан на носитель: опубликовать его нельзя. Сначала запишите файл.',
  PublicationPlaceMissing: 'Не указано, где опубликован список.',
  PublishedInFuture: ({ at }) => `Время публикации (${dateTimeOf(at)}) ещё не наступило.`,
  PublishedBeforeSigned: ({ thisUpdate }) =>
    `Список подписан: ${dateTimeOf(thisUpdate)}. Раньше он не мог быть опубликован.`,
  PublishedBeforeWritten: ({ writtenAt }) =>
    `Файл списка записан на носитель: ${dateTimeOf(writtenAt)}. Раньше он не мог быть опубликован.`,
  CrlPublished: ({ at }) => `Публикация списка уже записана: ${dateTimeOf(at)}. Ничего не изменено.`,
  AddresseesMissing: 'Не указано, кому передан список.',
  CadenceAboveValidity: ({ crlValidityDays }) =>
    `Период выпуска не может быть больше срока списка (${crlValidityDays} дн.): иначе останутся дни без действующего списка.`,
};

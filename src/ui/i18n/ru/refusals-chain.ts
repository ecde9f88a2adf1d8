import type { PathRule } from '#domain/chain/path-refusal.ts';
import type { ListRule } from '#domain/crl/list-refusal.ts';
import type { Instant } from '#domain/base/instant.ts';
import { dateTimeOf } from '#ui/i18n/format.ts';

export const brokenPathRules: Readonly<Record<PathRule, string>> = {
  ExtensionTwice: 'в нём дважды стоит одно расширение',
  ExtensionUnreadable: 'одно из его расширений не читается',
  ExtensionUnknown: 'в нём есть критическое расширение, которого программа не знает',
  NotYetValid: 'оно ещё не действует',
  Expired: 'его срок истёк',
  SignatureInvalid: 'его подпись не подтверждается ключом издателя',
  IssuerMissing: 'в нём назван другой издатель',
  NameForbidden: 'вышестоящий центр запретил такое имя или адрес',
  ConstraintUnknown: 'вышестоящий центр ограничил имена такого вида, который программа сравнить не может',
  PolicyMissing: 'требуется политика применения, а по цепочке не действует ни одна',
  PolicyMappingAny: 'оно сопоставляет политику «любая», это запрещено',
  VersionOld: 'оно старой версии, у центра такого быть не может',
  NotAuthority: 'это свидетельство не центра (нет CA:TRUE)',
  PathTooLong: 'вышестоящий центр не допускает такой длинной цепочки',
  MayNotCertify: 'его ключу нельзя подписывать свидетельства (нет keyCertSign)',
  TooMuchWork: 'цепочка слишком длинная, либо в ней слишком много свидетельств или имён',
};

export const brokenListRules: Readonly<Record<ListRule, string>> = {
  AlgorithmsDiffer: 'в нём названы два разных алгоритма подписи',
  VersionOld: 'он не версии 2',
  NextUpdateMissing: 'в нём не сказано, когда выйдет следующий',
  NextUpdateEarlier: 'следующий список вышел бы раньше него самого',
  ExtensionTwice: 'в нём дважды стоит одно расширение',
  ExtensionUnknown: 'в нём есть критическое расширение, которого программа не знает',
  NumberMissing: 'у него нет номера',
  NumberCritical: 'его номер помечен критическим, это запрещено',
  NumberUnfit: 'его номер отрицательный или слишком длинный',
  Delta: 'в нём одни изменения (дельта-СОРС)',
  Partial: 'это список только части свидетельств (разделённый СОРС)',
  EntryExtensionUnknown: 'у записи есть критическое расширение, которого программа не знает',
  EntryIndirect: 'запись говорит о свидетельстве другого центра (косвенный СОРС)',
  IssuerMayNotSign: 'ключу центра нельзя подписывать СОРС (нет cRLSign)',
};

/** By the rule that is broken, with the section of the standard that says it. */
export const refusalsChain = {
  PathRefused: ({ rule, section, authority }: { rule: PathRule; section: string; authority: string }) =>
    `Свидетельство «${authority}» отклонено: ${brokenPathRules[rule]} (RFC 5280, раздел ${section}). Ничего не принято. Запросите правильное свидетельство.`,
  ForbiddenByChain: ({ rule, section }: { rule: PathRule; section: string }) =>
    `Такое свидетельство никто не принял бы, оно не выпускается: ${brokenPathRules[rule]} (RFC 5280, раздел ${section}). Исправьте заявление или обратитесь в вышестоящий центр.`,
  CrlRefused: ({ rule, section }: { rule: ListRule; section: string }) =>
    `СОРС отклонён: ${brokenListRules[rule]} (RFC 5280, раздел ${section}). Он не учтён. Запросите полный и правильный СОРС.`,
  CrlStale: ({ nextUpdate }: { nextUpdate: Instant }) =>
    `СОРС исправен, но устарел: новый должен был выйти ${dateTimeOf(nextUpdate)}. Он не учтён. Запросите самый новый.`,
  RootToConfirm: ({ root }: { root: string }) =>
    `Цепочка кончается центром «${root}», а ключ этого корневого центра на станции ещё не зарегистрирован. Ничего не принято. Сравните десять слов ниже со словами корневого центра и подтвердите.`,
  AuthorityNotYetValid: ({ notBefore }: { notBefore: Instant }) =>
    `Свидетельство центра действует только с ${dateTimeOf(notBefore)}. Ничего не принято. Проверьте часы компьютера или примите ответ после этого времени.`,
};

import type { Instant } from '#domain/base/instant.ts';
import { dateTimeOf } from '#ui/i18n/format.ts';
import { refusalsApplication } from './refusals-application.ts';
import { refusalsRegister } from './refusals-register.ts';
import { refusalsChain } from './refusals-chain.ts';
import { refusalsRuleSet } from './refusals-rule-set.ts';
import { refusalsArchive } from './refusals-archive.ts';
import { refusalsExchange } from './refusals-exchange.ts';
import { refusalsMedia } from './refusals-media.ts';
import { refusalsRecovery } from './refusals-recovery.ts';
import { refusalsOfficers } from './refusals-officers.ts';
import { refusalsStation } from './refusals-station.ts';
import { refusalsBody } from './refusals-body.ts';
import { refusalsRevocation } from './refusals-revocation.ts';
import { refusalsRevocationLetters } from './refusals-revocation-letters.ts';

export const refusals = {
  ...refusalsApplication,
  ...refusalsRegister,
  ...refusalsStation,
  ...refusalsRecovery,
  ...refusalsOfficers,
  ...refusalsChain,
  ...refusalsMedia,
  ...refusalsBody,
  ...refusalsRevocation,
  ...refusalsRevocationLetters,
  ...refusalsArchive,
  ...refusalsRuleSet,
  ...refusalsExchange,
  NotTheWriter: 'Пишет другая вкладка. Чтобы писать здесь, закройте её или возьмите запись в эту вкладку.',
  ClockBehind: ({ now, lastAct }: { now: Instant; lastAct: Instant }) =>
    `Часы компьютера показывают ${dateTimeOf(now)}, а последнее действие записано ${dateTimeOf(lastAct)}. Ничего не записано. Исправьте часы и повторите.`,
  ClockAhead: ({ now, lastAct }: { now: Instant; lastAct: Instant }) =>
    `С последнего действия (${dateTimeOf(lastAct)}) прошло больше 60 дней: часы показывают ${dateTimeOf(now)}. Если дата верна, подтвердите её на странице «Станция».`,
  NoRoom: 'На диске нет места: ничего не записано. Освободите место и повторите.',
  KeyTaken: ({ collection }: { collection: string }) =>
    `Запись с таким номером уже есть (${collection}): ничего не записано. Повторите.`,
  RegisterBusy: 'Регистр занят: ничего не записано. Повторите через минуту.',
  FieldStation:
    'Это выездная станция: она принимает бумаги, решает удостоверяющий центр. Ничего не записано. Передайте дело в центр следующим пакетом.',
  Locked: 'Станция закрыта. Откройте её и повторите действие.',
  StationMissing: 'Станция не подготовлена. Сначала подготовьте станцию.',
  NotSetUp: 'Подготовка станции не закончена. Продолжите её на странице «Станция».',
  TooSoon: ({ notBefore }: { notBefore: Instant }) =>
    `Слишком много ошибок. Повторите после ${dateTimeOf(notBefore)}.`,
  DamagedOrWrongKey:
    'Не открылось: фраза неверна или файл повреждён. Проверьте буквы и раскладку и повторите.',
  VaultFileMissing: ({ holder }: { holder: string }) =>
    `В хранилище нет файла (${holder}). Восстановите его из резервной копии ключей.`,
  VaultKeyForeign: ({ holder }: { holder: string }) =>
    `Парольная фраза верна, но в файле хранилища (${holder}) лежит не тот ключ, который назван в регистре. Ничего не открыто. Восстановите станцию из резервной копии.`,
  StationForeign:
    'Фраза или слова верны, но в регистре указана другая станция или другой её ключ: запись изменена мимо программы. Ничего не открыто. Восстановите станцию из резервной копии.',
  StatementInvalid:
    'Заявления станции о себе нет, или оно подписано не её ключом: регистр изменён мимо программы. Восстановите его из резервной копии.',
  NotStated:
    'Станция не подтвердила эту перемену своим ключом: её запись изменена мимо программы. Ничего не записано. Проверьте регистр на странице «Журнал» и восстановите его из резервной копии.',
  RecoveryWordWrong: ({ position }: { position: number }) =>
    position === 0
      ? 'Слова не подходят друг к другу. Проверьте, не от другой ли они станции.'
      : `Слово ${position} неверно. Прочтите его с листа ещё раз и исправьте.`,
  RecoveryWordCount: ({ seen, expected }: { seen: number; expected: number }) =>
    `Нужно ${expected} слов, набрано ${seen}. Допишите недостающие.`,
  OtherKey: 'Файл открылся, но ключ в нём другой. Выберите копию этой станции.',
  StationExists: 'Станция уже подготовлена: новые ключи не созданы.',
  EarlierStationFound:
    'В этом браузере есть следы прежней станции: новые ключи не созданы. Восстановите станцию из резервной копии.',
};

import type { ChainFault } from '#domain/audit/chain-fault.ts';
import type { Instant } from '#domain/base/instant.ts';
import { dateTimeOf } from '#ui/i18n/format.ts';
import { faultSentence } from '#ui/i18n/fault-sentence.ts';
import { audit } from './audit.ts';

export const refusalsMedia = {
  RegisterTouched: ({ faults }: { readonly faults: readonly ChainFault[] }) =>
    `Регистр не прошёл проверку, ничего не подписано. Найдено нарушений: ${faults.length}. Первое: ${faultSentence(audit, faults[0])} Весь список – на странице «Журнал»; восстановите регистр из последней верной резервной копии.`,
  RegisterRolledBack:
    'Регистр старше своего последнего известного состояния: запись закрыта, ничего не записано. Восстановите его из резервной копии на странице «Носитель».',
  NotABackup: 'Это не резервная копия регистра. Ничего не изменено; выберите файл .age.',
  ManifestSignatureInvalid:
    'Подпись станции под описью копии неверна: файл изменён. Ничего не изменено; возьмите другую копию.',
  BackupNewer: ({ format }: { format: number }) =>
    `Копия сделана более новой версией программы (формат ${format}). Сначала обновите программу.`,
  BackupFileChanged: ({ name }: { name: string }) =>
    `Файл ${name} внутри копии повреждён или отсутствует. Ничего не изменено; возьмите другую копию.`,
  BackupLogBroken: ({ faults }: { faults: readonly unknown[] }) =>
    `Журнал копии прерван, или записи не сходятся с ним (ошибок: ${faults.length}). Ничего не изменено; возьмите другую копию.`,
  RegisterNotEmpty:
    'В этом браузере есть исправный регистр: поверх него не восстанавливают. Откройте копию в пустом браузере.',
  BackupOfOtherStation: 'Копия от другой станции. Ничего не изменено; выберите копию этой станции.',
  EpochsExhausted:
    'Станцию восстанавливали 127 раз: эпохи номеров исчерпаны. Нужна новая станция с новым ключом.',
  CrlPartial: 'Это список только части свидетельств (дельта или разделённый СОРС). Возьмите полный СОРС.',
  CrlFromFuture: ({ thisUpdate }: { thisUpdate: Instant }) =>
    `СОРС выпущен ${dateTimeOf(thisUpdate)}, это время ещё не наступило. Проверьте часы компьютера; ничего не принято.`,
  CrlNotNewer: ({ thisUpdate, kept }: { thisUpdate: Instant; kept: Instant }) =>
    `Этот СОРС (${dateTimeOf(thisUpdate)}) не новее хранимого (${dateTimeOf(kept)}). Хранимый остался; запросите новый.`,
  CrlUnreadable: 'Этот файл — не СОРС или повреждён. Уберите его и выберите файл .crl.',
  CrlOfOtherAuthority: 'Этот СОРС выпустил другой центр. Он не учтён.',
  CrlSignatureInvalid: 'Подпись СОРС не подтвердилась: файл изменён. Он не учтён.',
  CrlWithoutNumber: 'В СОРС нет номера: эпоху по нему не узнать. Он не учтён.',
  ClickAgain: 'Браузер спрашивает о файле или папке только сразу после нажатия. Нажмите кнопку ещё раз.',
};

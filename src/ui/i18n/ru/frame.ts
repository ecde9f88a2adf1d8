import { formCited } from '#ui/i18n/citing.svelte.ts';
import { clauseNumber } from '#domain/clause/citation.ts';
import { roleNames } from './roles.ts';

const nines = { grounds: ' (основания отзыва)', period: ' (срок отзыва)' };

/** As the order counts; what is no clause's id stays as it is. */
export function clause(id: string): string {
  const number = clauseNumber(id);
  if (number === null) return id;
  const { point, subpoint, nine } = number;
  if (subpoint !== undefined) return `подпункт ${subpoint}) пункта ${point}`;
  return `пункт ${point}${nine === undefined ? '' : nines[nine]}`;
}

export const common = {
  product: 'Тіркелім',
  menu: 'Меню',
  skipToContent: 'К содержанию',
  search: 'Искать везде',
  language: 'Язык',
  lock: 'Закрыть станцию',
  unlock: 'Открыть станцию',
  locked: 'закрыта',
  lockedAfterAct: 'закрыта после действия',
  roleNames,
  noOfficer: 'Сотрудника нет',
  demonstration: 'ПРОБА',
  demonstrationLine: 'Это пробная станция: ничто здесь не имеет законной силы',
  errorTitle: 'Ошибка:',
  readerTitle: 'Эта вкладка только читает',
  readerText:
    'В регистр пишет другая вкладка: здесь ничего не будет внесено. Запись можно взять сюда, тогда другая вкладка сразу закроется на замок.',
  crlOverdue: (date: string) => `Срок СОРС истёк ${date}: выпустите новый список`,
  timeLeft: (seconds: number) =>
    seconds < 90 ? `осталось около ${seconds} с` : `осталось около ${Math.round(seconds / 60)} мин`,
  pages: {
    today: 'Сегодня',
    applications: 'Заявления',
    register: 'Регистр',
    revocations: 'Отзыв',
    crl: 'СОРС',
    audit: 'Журнал',
    forms: 'Формы',
    archive: 'Архив',
    exchanges: 'Обмен пакетами',
    media: 'Носитель',
    microscope: 'Микроскоп',
    carriers: 'Носители ключей',
    get journals() {
      return `Журналы ${formCited('G-F3')}, ${formCited('G-F5')}`;
    },
    station: 'Станция',
    clauses: 'Пункты приказа',
    setUp: 'Подготовка станции',
  },
  foot: {
    offlineReady: 'работает без сети',
    notOfflineReady: 'готовится к работе без сети',
    lastBackup: (date: string) => `последняя копия ${date}`,
    noBackup: 'резервной копии нет',
    writer: 'запись в этой вкладке',
    reader: 'только чтение: пишет другая вкладка',
    storageKept: 'данные сохраняются',
    storageNotKept: 'браузер может удалить данные',
    version: (hash: string) => `версия 1.0.0 · ${hash}`,
    updateWaiting: 'Готова новая версия',
  },
  actions: {
    save: 'Сохранить',
    cancel: 'Отмена',
    close: 'Закрыть',
    back: 'Назад',
    next: 'Далее',
    continue: 'Продолжить',
    confirm: 'Подтвердить',
    remove: 'Убрать',
    add: 'Добавить',
    edit: 'Исправить',
    open: 'Открыть',
    print: 'Напечатать',
    copy: 'Скопировать',
    copied: 'Скопировано',
    choose: 'Выбрать',
    chooseFile: 'Выбрать файл',
    takeOver: 'Писать из этой вкладки',
    more: 'Показать ещё',
    saveFile: 'Сохранить в файл',
    preview: 'Просмотреть',
  },
  yes: 'да',
  no: 'нет',
  optional: 'необязательно',
  required: 'обязательно',
  clause,
  errorsTitle: 'Нужно исправить',
  removeFilter: (text: string) => `Убрать фильтр «${text}»`,
  shown: (shown: number, total: number) => `${shown} из ${total}`,
  notFound: 'Такой страницы нет',
  notFoundText: 'Проверьте адрес или вернитесь на страницу «Сегодня».',
  faultTitle: 'Программа остановилась',
};

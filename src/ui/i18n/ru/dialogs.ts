import type { Catalogue } from '#ui/i18n/catalogue.ts';

/** What is asked for from the frame, and not needed before it stands. */
export const shortcuts: Catalogue['shortcuts'] = {
  title: 'Клавиши',
  search: 'поиск',
  newApplication: 'новое заявление',
  print: 'напечатать форму',
  down: 'следующая строка',
  up: 'предыдущая строка',
  open: 'открыть',
  help: 'этот список',
};

export const unlockDialog: Catalogue['unlockDialog'] = {
  title: 'Открыть станцию',
  text: 'Парольная фраза открывает только хранилище ключей на этом компьютере и никуда не передаётся.',
  officer: 'Сотрудник',
  passphrase: 'Парольная фраза',
  byRecovery: 'Фраза забыта: открыть словами восстановления',
  recoveryWords: 'Слова восстановления (24 слова)',
  open: 'Открыть станцию',
  opening: 'Открывается: около секунды',
  capsLock: 'Включён Caps Lock',
  layoutHint: 'Проверьте раскладку: фраза набирается теми же буквами, какими была записана.',
  notControlled:
    'Хранилище не открывается: программа ещё не установлена полностью. Загрузите страницу заново.',
  damaged:
    'Первая копия хранилища была повреждена. Открыта вторая, первая исправлена. Проверьте диск компьютера.',
  wait: (time: string) => `Слишком много ошибок. Повторите после ${time}.`,
};

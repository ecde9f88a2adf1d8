import type { refusalsRevocationLetters as kk } from '#ui/i18n/kk/refusals-revocation-letters.ts';
import { dateOf, dateTimeOf } from '#ui/i18n/format.ts';

export const refusalsRevocationLetters: typeof kk = {
  BodyUnknown: 'Этот орган не получал свидетельств на этой станции. Выберите из списка.',
  CertificateUnknown: 'Такого серийного номера в регистре нет. Наберите его с приложения ещё раз.',
  OfOtherBody: ({ organisation }) =>
    `Это свидетельство другого органа: ${organisation}. Орган пишет только о своих людях.`,
  RevokedBefore: ({ since }) => `Это свидетельство отозвано ${dateTimeOf(since)}. Уберите его из списка.`,
  SameCertificateTwice: ({ first }) => `Это свидетельство уже стоит в строке ${first}.`,
  NothingRevoked: 'По делу ничего не отозвано: уведомлять не о чем.',
  OwnerNotified: 'Уведомление владельца уже записано. Ничего не изменилось.',
  LeavingInFuture: ({ date }) => `${dateOf(date)} ещё не наступило. Уведомление записывается в этот день.`,
  NoticeInFuture: ({ date }) => `Уведомление не могло поступить ${dateOf(date)}.`,
  NoticeBeforeLeaving: ({ leftOn }) => `Уведомление раньше дня ухода (${dateOf(leftOn)}). Проверьте оба дня.`,
  NoLeavingHere: 'Правилами этого центра такое уведомление не предусмотрено.',
  JournalRowMissing: 'Такой строки в журнале нет. Обновите страницу и выберите снова.',
  NothingCorrected: 'Ничего не изменено: заполните столбец, который исправляете.',
  ReasonMissing: 'Причина исправления не указана.',
  ColumnWrong: 'Текст в столбце пуст, слишком длинен или содержит недопустимый знак. Ничего не записано.',
};

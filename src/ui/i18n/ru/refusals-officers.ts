import type { Role } from '#domain/authority/roles.ts';
import { roleNames } from './roles.ts';

export const refusalsOfficers = {
  OfficerEnded:
    'Этот сотрудник исключён из станции: его парольная фраза здесь ничего не открывает. Работу продолжает другой сотрудник.',
  NotYourRole: ({ needed, holders }: { needed: readonly Role[]; holders: readonly string[] }) =>
    `Для этого нужна роль «${needed.map((role) => roleNames[role]).join('» или «')}». Ничего не записано.${holders.length === 0 ? '' : ` Эта роль есть у: ${holders.join(', ')}.`}`,
  SecondOfficerNeeded: ({ needed }: { needed: readonly Role[] }) =>
    `Файл хранилища нужно зашифровать заново, и для этого нужен второй сотрудник («${needed.map((role) => roleNames[role]).join('» или «')}»): он вводит свою парольную фразу. Ничего не записано.`,
  FourEyes: ({ because }: { because: 'entered' | 'examined' | 'unsigned' | 'confirmed' }) =>
    ({
      entered:
        'Вы сами ввели или исправили это заявление: по правилу четырёх глаз его одобряет другой сотрудник.',
      examined: 'Вы сами проверили это заявление: по правилу четырёх глаз его одобряет другой сотрудник.',
      unsigned:
        'Проверка подтверждена до введения четырёх глаз: пусть другой сотрудник подтвердит её заново, затем одобрите.',
      confirmed:
        'Ваша проверка записана и подписана: по правилу четырёх глаз теперь одобряет другой сотрудник.',
    })[because],
  OfficerMissing: 'Такого сотрудника нет. Обновите страницу.',
  OfficerNameMissing: 'Укажите имя и должность.',
  OfficerRolesMissing: 'Выберите хотя бы одну роль.',
  OfficerKnown: ({ name }: { name: string }) =>
    `Сотрудник ${name} на станции уже есть: одного человека дважды не добавляют. Если это тёзка, напишите имя полностью.`,
  LastOfRole: ({ role }: { role: Role }) =>
    `Роли «${roleNames[role]}» больше ни у кого нет, а станция без неё не работает. Сначала дайте эту роль другому сотруднику.`,
  FourEyesTooFew:
    'Для четырёх глаз нужны два человека: регистратор и другой сотрудник центра. Сначала добавьте сотрудника или измените роли.',
};

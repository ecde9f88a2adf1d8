import type { Catalogue } from '#ui/i18n/catalogue.ts';

export const together: Catalogue['together'] = {
  title: 'Проверить вместе',
  lead: 'Проверяются все ожидающие заявления. Те, где нет открытых вопросов, одобряются одним просмотром, остальные рассматриваются отдельно.',
  attach: 'Добавить запросы',
  attached: (attached: number, all: number) => `К своим заявлениям добавлено запросов: ${attached} из ${all}`,
  approveAndIssue: (count: number) => `Одобрить и выпустить (${count})`,
  means: (count: string) =>
    `Проверки по пункту 5 будут подтверждены от вашего имени, заявления (${count}) одобрены, по каждому выпущено свидетельство. Выпущенное свидетельство нельзя удалить, его можно только отозвать. Список:`,
  examining: (done: number, all: number) => `Проверено заявлений: ${done} из ${all}`,
  readyTitle: 'Без открытых вопросов',
  apartTitle: 'Рассматриваются отдельно',
  tableOf: (label: string) => `Заявления: ${label}`,
};

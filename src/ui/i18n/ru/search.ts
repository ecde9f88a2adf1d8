import type { Catalogue } from '#ui/i18n/catalogue.ts';

export const search: Catalogue['search'] = {
  title: 'Поиск',
  lead: 'Ищет сразу среди заявлений, писем, регистрационных свидетельств, дел об отзыве и носителей. Имя можно набрать по-казахски, по-русски или латиницей.',
  label: 'Имя, ИИН, БИН, номер, электронная почта',
  found: (count) => `Найдено: ${count}`,
  nothingTitle: 'Ничего не найдено',
  nothingText: 'Наберите не менее трёх букв слова, начало номера или все 12 цифр ИИН, БИН.',
  kinds: {
    applications: 'Заявления',
    letters: 'Письма о выдаче',
    certificates: 'Регистрационные свидетельства',
    revocations: 'Дела об отзыве',
    revocationLetters: 'Письма об отзыве',
    carriers: 'Ключевые носители',
  },
  further: (count) => `Не показано: ${count}.`,
  all: 'Показать все',
};

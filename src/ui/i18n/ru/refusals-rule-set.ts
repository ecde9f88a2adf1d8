import { dateOf, firstFew } from '#ui/i18n/format.ts';
import type { Catalogue } from '#ui/i18n/catalogue.ts';
import { octetsOf } from './units.ts';

const kinds = {
  R: 'Корневой удостоверяющий центр',
  G: 'Удостоверяющий центр государственных органов',
  N: 'Национальный удостоверяющий центр',
};

export const refusalsRuleSet: Pick<
  Catalogue['refusals'],
  | 'RuleSetTooLarge'
  | 'RuleSetUnreadable'
  | 'RuleSetIncomplete'
  | 'RuleSetDiffers'
  | 'RuleSetHeld'
  | 'RuleSetOfOtherAuthority'
  | 'OrderNumberMissing'
  | 'ActNotInForce'
  | 'PassingDayWrong'
> = {
  RuleSetTooLarge: ({ bytes }) =>
    `Файл слишком велик (${octetsOf(bytes)}): свод правил занимает самое большее ${octetsOf(262_144)}. Ничего не записано. Выберите другой файл.`,
  RuleSetUnreadable:
    'Этот файл не читается как свод правил: это не строгий JSON в кодировке UTF-8. Ничего не записано. Попросите верный файл у того, кто его дал.',
  RuleSetIncomplete: ({ missing }) => {
    const { shown, more } = firstFew(missing);
    const others = more === 0 ? '' : ` и ещё ${more}`;
    return `Свод правил не полон или противоречит себе. В этих местах файла нужного нет, есть лишнее, что-то названо дважды или ссылка ведёт в никуда: ${shown.join('; ')}${others}. Ничего не записано. Покажите эти места тому, кто дал свод.`;
  },
  RuleSetDiffers:
    'Файл изменился после того, как его просмотрели. Ничего не записано. Выберите и просмотрите его снова.',
  RuleSetHeld: ({ id }) =>
    `Свод с именем «${id}» (строка id файла) у станции есть или был: один свод не принимают дважды. Ничего не записано. Если правила изменились, свод должен прийти под другим именем.`,
  RuleSetOfOtherAuthority: ({ kind }) =>
    `В своде нет правил для центра этой станции (${kinds[kind]}): в файле нет раздела authorities.${kind}. Ничего не записано.`,
  OrderNumberMissing:
    'Не указан номер приказа центра о переходе на новые правила. Напишите номер и повторите.',
  ActNotInForce: ({ date }) =>
    `Сам акт в этот день (${dateOf(date)}) не действует: посмотрите, когда он введён в действие (act.inForceFrom) и когда утратил силу (act.repealed). Ничего не записано. Напишите другой день.`,
  PassingDayWrong: ({ date }) =>
    `День перехода (${dateOf(date)}) не подходит: он не бывает позже сегодняшнего, раньше дня приказа центра или раньше предыдущего перехода. Ничего не записано. Исправьте день.`,
};

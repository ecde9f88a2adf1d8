import type { AuthorityKind } from '#domain/authority/station.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { dateOf, firstFew } from '#ui/i18n/format.ts';
import { octetsOf } from './units.ts';

const kinds = {
  R: 'Негізгі куәландырушы орталық',
  G: 'Мемлекеттік органдардың куәландырушы орталығы',
  N: 'Ұлттық куәландырушы орталық',
};

export const refusalsRuleSet = {
  RuleSetTooLarge: ({ bytes }: { bytes: number }) =>
    `Файл тым үлкен (${octetsOf(bytes)}): қағидалар жинағы ең көбі ${octetsOf(262_144)} болады. Ештеңе жазылған жоқ. Басқа файлды таңдаңыз.`,
  RuleSetUnreadable:
    'Бұл файл қағидалар жинағы ретінде оқылмайды: ол UTF-8 кодтауындағы қатаң JSON емес. Ештеңе жазылған жоқ. Жинақты берген адамнан дұрыс файлды сұраңыз.',
  RuleSetIncomplete: ({ missing }: { missing: readonly string[] }) => {
    const { shown, more } = firstFew(missing);
    const others = more === 0 ? '' : ` және тағы ${more}`;
    return `Қағидалар жинағы толық емес немесе өзіне қайшы. Файлдың мына жерлерінде керегі жоқ, артығы бар, бірдеңе екі рет аталған немесе жоқ нәрсеге сілтеме тұр: ${shown.join('; ')}${others}. Ештеңе жазылған жоқ. Жинақты берген адамға осы жерлерді көрсетіңіз.`;
  },
  RuleSetDiffers: 'Файл қаралғаннан кейін өзгерген. Ештеңе жазылған жоқ. Файлды қайта таңдап, қайта қараңыз.',
  RuleSetHeld: ({ id }: { id: string }) =>
    `«${id}» атты жинақ (файлдың id жолы) станцияда бар немесе болған: бір жинақ екі рет қабылданбайды. Ештеңе жазылған жоқ. Қағидалар өзгерген болса, жинақ басқа атпен берілуі керек.`,
  RuleSetOfOtherAuthority: ({ kind }: { kind: AuthorityKind }) =>
    `Жинақта осы станция орталығының (${kinds[kind]}) қағидалары жоқ: файлда authorities.${kind} бөлімі көрсетілмеген. Ештеңе жазылған жоқ.`,
  OrderNumberMissing:
    'Жаңа қағидаларға көшу туралы орталық бұйрығының нөмірі жазылмаған. Нөмірін жазып, қайталаңыз.',
  ActNotInForce: ({ date }: { date: CalendarDate }) =>
    `Актінің өзі бұл күні (${dateOf(date)}) күшінде емес: қолданысқа енгізілген күнін (act.inForceFrom) және күшін жойған күнін (act.repealed) қараңыз. Ештеңе жазылған жоқ. Басқа күнді жазыңыз.`,
  PassingDayWrong: ({ date }: { date: CalendarDate }) =>
    `Көшу күні (${dateOf(date)}) жарамайды: ол бүгіннен кеш, орталық бұйрығының күнінен ерте немесе бұрынғы көшу күнінен ерте бола алмайды. Ештеңе жазылған жоқ. Күнді түзетіңіз.`,
};

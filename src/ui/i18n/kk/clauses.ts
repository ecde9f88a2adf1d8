import type { OfficeRuleId } from '#domain/authority/rule-set.ts';

export const clauses = {
  lead: (authority: string) =>
    `№ 348 бұйрықтың тармақтары, ${authority}: бұйрықтың мәтіні, оның қалай орындалатыны және осы станцияда қанша іске қолданылғаны.`,
  unofficial: 'Қазақша мәтін – бұйрықтың өз мәтіні.',
  act: {
    title: 'Бұйрықтың өз тармақтары',
    registered: (date: string, number: string) =>
      `Әділет министрлігінде тіркелген күні: ${date}, тіркеу нөмірі: ${number}.`,
    inForceFrom: {
      'first-official-publication':
        'Қолданысқа енгізілуі: алғаш ресми жарияланған күннен бастап. Сол күннің өзі бұйрықтың мәтінінде көрсетілмеген.',
    },
    inForceOn: (date: string) => `Қолданысқа енгізілген күні: ${date}.`,
    repealed: (date: string, number: string) => `Күшін жойған бұйрық: № ${number}, күні: ${date}.`,
    ownRules: 'Станция бұл Қағидаларды өзінің ішкі қағидалары ретінде қолданады.',
  },
  officeRule: 'Орталықтың өз қағидасы (бұйрықта көзделмеген):',
  officeRules: {
    'root-revocation-runs-from-receipt':
      'мерзім өтініш, хабарлама немесе шешім түскен күннің ертеңінен басталады; аккредиттеу мерзімі біткенде – оның соңғы күнінен.',
    'root-expired-kept-as-revoked':
      'Негізгі орталықтың кері қайтарылмай, мерзімі біткен куәліктері кері қайтарылғандардай уақыт сақталады.',
    'crl-kept-as-its-certificates':
      'КТКТ келесі жаңарту күнінен бастап ондағы куәліктердің сақтау мерзіміндей уақыт сақталады.',
    'papers-kept-with-certificate':
      'өтініштер, көшірмелер мен журналдар өздері қатысты куәлікпен бірге сақталады.',
    'calendar-period-moves-to-working-day':
      'күнтізбелік күнмен есептелетін мерзімнің соңы демалыс күніне келсе, одан кейінгі жұмыс күніне ауысады.',
    'key-closing-is-compromise':
      '«жабық кілттің жабылу себебіне байланысты» деген негіз кілттің құпиялылығы бұзылды деген күмән ретінде қабылданады.',
    'replacement-asks-both-applications':
      'куәлікті ауыстыру үшін екі өтініш керек: кері қайтаруға және шығаруға; әрекет біреу.',
    'representative-shows-power-of-attorney':
      'уәкіл нөмірі, күні, мерзімі және берген адамы көрсетілген сенімхат ұсынады; қызметкердің өз куәлігі басқаның куәлігіне құқық бермейді.',
  } satisfies Record<OfficeRuleId, string>,
  noneLate: 'Мерзімі өткен іс жоқ',
  someLate: (count: number) => `Мерзімі бұзылған тармақтар: ${count}`,
  someLateText:
    'Мерзімінен кеш қабылданған шешім жазбада сол күйінде қалады. Мерзімі бұзылған тармақтар төменде белгіленген.',
  late: (count: number) => `кешіккені: ${count}`,
  always: 'жеке істер бойынша саналмайды, үнемі сақталады',
  keptBy: 'Қалай орындалады',
  ruleSet: 'Қағидалар жинағы',
  code: 'Бағдарлама коды',
  rules: (count: number) => `Тексеру ережелері: ${count}`,
  period: {
    'working-days': (days: number) => `мерзімі ${days} жұмыс күні`,
    'calendar-days': (days: number) => `мерзімі ${days} күн`,
  },
  retention: (years: string) => `сақтау мерзімі ${years}`,
  measures: {
    applications: 'қабылданған өтініштер',
    'applications-on-form': 'осы нысандағы өтініштер',
    confirmations: 'қызметкердің растаулары',
    'application-decisions': 'өтініш бойынша шешімдер',
    refusals: 'бас тартулар',
    certificates: 'шығарылған куәліктер',
    deliveries: 'берілген куәліктер',
    'revocation-cases': 'кері қайтару істері',
    'cases-on-ground': 'осы негіздегі істер',
    'electronic-applications': 'электрондық өтініштер',
    'leaving-notices': 'қызметтен кету хабарламалары',
    'owner-notices': 'иесіне хабарланатын істер',
    letters: 'органдардың хаттары',
    carriers: 'кілт жазылған тасымалдағыштар',
    'revocation-decisions': 'кері қайтару істері',
    'revoked-certificates': 'кері қайтарылған куәліктер',
    'published-crls': 'жарияланған КТКТ',
    backups: 'қайта оқылған сақтық көшірмелер',
    'kept-certificates': 'сақтаудағы куәліктер',
    'kept-crls': 'сақтаудағы КТКТ',
  },
};

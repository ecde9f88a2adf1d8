import type { GroundEvidence } from '#domain/authority/grounds.ts';
import type { RuleAspect } from '#domain/authority/rule-set-differences.ts';
import type { AuthorityRules, DeliveryWay, PeriodRule } from '#domain/authority/rule-set.ts';

export const ruleSet = {
  title: 'Қағидалар жинағы',
  lead: 'Станция қай актінің қағидаларымен жұмыс істейді және басқа актінің қағидаларына қалай көшеді.',
  order: '№ 348 бұйрық (10.12.2010)',
  heldTitle: 'Станцияның жинақтары',
  heldText:
    'Жазба қай қағидалар кезінде түссе, сол қағидалармен қаралады, басылады және сақталады; жаңа жинақ бұрынғы жазбаларға қолданылмайды.',
  heads: {
    name: 'Акт',
    from: 'Қай күннен',
    order: 'Орталықтың бұйрығы',
    sha256: 'Хэш-мәні (SHA-256)',
    aspect: 'Не өзгереді',
    before: 'Қазір',
    after: 'Жаңа жинақта',
  },
  present: 'қазіргі',
  byOrder: (number: string, date: string) => `№ ${number}, ${date}`,
  chooseTitle: 'Басқа актінің жинағы',
  chooseText:
    'Жинақ – JSON файлы. Ол алдымен толық көрсетіледі; көшу туралы әрекет орындалғанша станцияда ештеңе өзгермейді.',
  choose: 'Жинақтың файлын таңдау',
  putAway: 'Файлды жабу',
  fileTitle: 'Таңдалған файл',
  facts: {
    name: 'Актінің атауы',
    adopted: 'Қабылданған нөмірі мен күні',
    registered: 'Мемлекеттік тіркеудегі нөмірі мен күні',
    inForceFrom: 'Қолданысқа енгізілген күні',
    repealed: 'Күшін жойған бұйрық',
    authorities: 'Қай орталықтардың қағидалары бар',
    id: 'Жинақтың белгісі',
    size: 'Файлдың көлемі',
  },
  spokenLead: 'Файлдың он сөзі. Жинақты берген адаммен телефон арқылы салыстырыңыз: бәрі бірдей болуы керек.',
  changesTitle: 'Не өзгереді',
  changesText:
    'Тек айырмашылықтар көрсетілген: сол жақта күшін тоқтататыны, оң жақта оның орнына келетіні. Тармақтардың нөмірлері түгел жаңа.',
  noChanges: 'Айырмашылық жоқ: тек тармақтары мен нысандарының мәтіні басқа.',
  nothing: 'көзделмеген',
  restStays: 'қалғаны өзгермейді',
  aspects: {
    names: 'Орталықтың атауы',
    decision: 'Өтінішті қарау мерзімі',
    revocation: 'Кері қайтару туралы шешім мерзімі',
    registerEntry: 'Тіркелімге енгізу мерзімі',
    noticeOfLeaving: 'Иесінің кеткені туралы хабарлау мерзімі',
    validity: 'Куәліктің қолданылу мерзімі',
    retention: 'Сақтау мерзімі',
    confirmations: 'Қызметкер растайтыны',
    grounds: 'Кері қайтару негіздері',
    failedGround: 'Кілті тасымалдағышқа жазылмаған куәлікті кері қайтару негізі',
    refusalGrounds: 'Куәлік беруден бас тарту негіздері',
    documents: 'Өтінішпен бірге ұсынылатын құжаттар',
    delivery: 'Куәлікті беру жолдары',
    deliveryNeeded: 'Беру жолдарының қайсысы керек',
    issue: 'Куәлік беруге өтініш нысандары',
    certificate: 'Куәліктің нысаны',
    revocationForms: 'Кері қайтаруға өтініш нысандары',
    journals: 'Журналдардың нысандары',
    usageAreas: 'Қолдану салалары',
    locks: 'Кілттің құлыпталуы',
  } satisfies Record<RuleAspect, string>,
  period: {
    'working-days': (days: number) => `${days} жұмыс күні`,
    'calendar-days': (days: number) => `${days} күн`,
  } satisfies Record<PeriodRule['unit'], (days: number) => string>,
  ground: (ground: string, evidence: string, reason: string | undefined) =>
    `${ground} (${evidence}; ${reason === undefined ? 'КТКТ-да себебі көрсетілмейді' : `КТКТ-да: ${reason}`})`,
  evidences: {
    application: 'өтініш бойынша',
    notice: 'хабарлама бойынша',
    court: 'сот шешімі бойынша',
    accreditation: 'аккредиттеу мерзімі біткенде',
    cessation: 'орталық қызметін тоқтатқанда',
    statement: 'қызметкердің жазбаша мәлімдемесі бойынша',
  } satisfies Record<GroundEvidence, string>,
  withTerm: (document: string) => `${document} (мерзімі бар)`,
  ways: {
    'e-mail': 'электрондық пошта',
    paper: 'қағаз',
    medium: 'тасымалдағыштағы электрондық құжат',
    courier: 'арнайы байланыс курьері',
    'in-person': 'қолма-қол',
  } satisfies Record<DeliveryWay, string>,
  needed: { one: 'біреуі жеткілікті', each: 'бәрі керек' } satisfies Record<
    AuthorityRules['delivery']['needed'],
    string
  >,
  locks: {
    'after-act': 'әр әрекеттен кейін',
    'when-idle': 'әрекетсіздіктен кейін',
  } satisfies Record<AuthorityRules['locks'], string>,
  passTitle: 'Осы қағидаларға көшу',
  orderNumber: 'Орталық бұйрығының нөмірі',
  orderHint: 'Орталықтың осы қағидаларға көшу туралы өз бұйрығы.',
  orderDate: 'Орталық бұйрығының күні',
  from: 'Станция жаңа қағидаларға көшетін күн',
  fromHint: 'Бүгіннен кеш емес, бұйрықтың күнінен ерте емес: көшу сол күннің өзінде жасалады.',
  willBeTrue: (act: string, date: string) =>
    `Станция көшетін қағидалар: ${act}; көшу күні: ${date}. Бұдан кейін түскен өтініштер мен істер осы қағидалармен қаралады, бұрын түскендері өз қағидаларымен аяқталады. Бұл әрекетті өзгерту мүмкін емес; жинақ станцияның жазбасында біржола қалады.`,
  pass: 'Жаңа қағидаларға көшу',
  passed: (act: string, date: string) =>
    `Станция жаңа қағидалармен жұмыс істейді: ${act}; көшу күні: ${date}.`,
};

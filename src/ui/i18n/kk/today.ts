import type { DeliveryWay } from '#domain/authority/rule-set.ts';

export const today = {
  newApplication: 'Жаңа өтініш',
  applicationStates: {
    received: 'Тексеру күтуде',
    examined: 'Шешім күтуде',
    approved: 'Шығару күтуде',
    refused: 'Бас тартылды',
    issued: 'Куәлік шығарылды',
  },
  touchedTitle: (faults: string) => `Тіркелім тексерістен өтпеді: ақау саны – ${faults}`,
  touchedText:
    'Тіркелімдегі дерек бағдарламадан тыс өзгерген немесе бүлінген. Куәлік пен сақтық көшірме шығару жабық; кері қайтару туралы шешім жазыла береді.',
  touchedList: 'Ақаулардың толық тізімін «Журнал» бетінде тексеріңіз',
  touchedRestore: 'Соңғы дұрыс сақтық көшірмеден қалпына келтіріңіз',
  headCopyMissing: 'Журналдың екінші белгісі жоғалған',
  headCopyMissingText: 'Тіркелім ескі күйге қайтарылмағанын журналды тексеріп біліңіз.',
  lead: 'Мерзімі өткен, бүгін орындалатын және күтіп тұрған істер.',
  parts: {
    overdue: 'Мерзімі өткен',
    today: 'Бүгін',
    week: 'Осы аптада',
    soon: 'Таяуда',
    later: 'Кейін',
    waiting: 'Күтуде',
  },
  furtherItems: (count: number) => `Тағы ${count}`,
  application: (number: string, name: string, state: string) =>
    `Өтініш ${number}, ${name}: ${state.toLowerCase()}`,
  enteredLate: (date: string) => `Кеш енгізілген: келіп түскен күні – ${date}`,
  revocation: (number: string, name: string) => `Кері қайтару ${number}: ${name}`,
  undelivered: (number: number, name: string) => `№ ${number} куәлік иесіне берілмеген: ${name}`,
  accreditationEnds: (number: number, name: string) =>
    `№ ${number} куәлік: аккредиттеу мерзімі бітеді, ${name}`,
  accreditationEnded: (number: number, name: string) =>
    `№ ${number} куәлікті кері қайтару керек: аккредиттеу мерзімі бітті, ${name}`,
  deliveryLeft: (number: number, name: string, ways: string) =>
    `№ ${number} куәлік берілмеген (${ways}): ${name}`,
  deliveryWays: { 'e-mail': 'пошта', paper: 'қағаз', medium: 'электрондық құжат' } as Partial<
    Record<DeliveryWay, string>
  >,
  issuerCrl: (name: string) => `${name}: жаңа КТКТ қабылдау керек`,
  issuerCrlNone: (name: string) => `${name}: КТКТ әлі қабылданбаған`,
  chainRevoked: (name: string, date: string) =>
    `${name}: куәлігі ${date} күні кері қайтарылған, куәлік шығару жабық`,
  chainEnded: (name: string, date: string) =>
    `${name}: куәлігінің мерзімі ${date} күні бітті, куәлік шығару жабық`,
  expiring: (number: number, name: string) => `№ ${number} куәліктің мерзімі бітеді: ${name}`,
  unlisted: (count: number) => `КТКТ-ға енгізілмеген кері қайтарулар: ${count}`,
  unpublished: (number: string) => `КТКТ ${number} әлі жарияланбаған`,
  nextCrl: 'Келесі КТКТ шығарылуы керек',
  noBackup: 'Тіркелімнің сақтық көшірмесі жоқ: көшірме жасаңыз',
  backup: (date: string) => `Сақтық көшірме жасау (соңғысы ${date})`,
  late: (days: number) => `${days} жұмыс күніне кешікті`,
  left: (days: number) => `${days} жұмыс күні қалды`,
  nothingDue: 'Бүгін мерзімі келген іс жоқ',
  nothingDueText: 'Жаңа өтініш қабылдауға немесе тіркелімді қарауға болады.',
  stationTitle: 'Станция',
  nextCrlLabel: 'Келесі КТКТ',
  lastBackupLabel: 'Соңғы сақтық көшірме',
  inForceLabel: 'Қолданыстағы куәліктер',
  revokedLabel: 'Кері қайтарылғандар',
  none: 'жоқ',
  chainTitle: 'Куәландырушы орталықтардың тізбегі',
  own: 'осы станция',
  endsFirst: (name: string, date: string) => `Алдымен бітетіні: ${name}, ${date}`,
  periodOf: (days: number) => `${days} жұмыс күні; күн қалай есептелді`,
  eventDay: 'түскен күні, есепке кірмейді',
  counted: (number: number) => `${number}-жұмыс күні`,
  skipped: (reason: string) => `${reason}, есепке кірмейді`,
  unannounced: (years: string) =>
    `Демалыс күндерін ауыстыру жарияланбаған жыл: ${years}. Күн өзгеруі мүмкін.`,
  reasons: {
    weekday: 'жұмыс күні',
    declaredWorking: (date: string) => `${date} күнінің орнына жұмыс күні`,
    weekend: 'демалыс күні',
    holiday: 'мереке күні',
    movedHoliday: (date: string) => `${date} күнгі мерекеден ауыстырылған демалыс`,
    movedDayOff: (date: string) => `${date} күнінің орнына демалыс`,
    christmas: 'православиелік Рождество',
    kurbanAit: 'Құрбан айттың бірінші күні',
  },
  monthBefore: 'Алдыңғы ай',
  monthAfter: 'Келесі ай',
  monthDue: 'мерзім',
  monthCrl: 'КТКТ шықты',
  monthOff: 'демалыс',
};

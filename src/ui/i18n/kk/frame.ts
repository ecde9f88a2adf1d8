import { formCited } from '#ui/i18n/citing.svelte.ts';
import { clauseNumber } from '#domain/clause/citation.ts';
import { roleNames } from './roles.ts';

const nines = { grounds: ' (кері қайтару негіздері)', period: ' (кері қайтару мерзімі)' };

/** As the order counts; what is no clause's id stays as it is. */
export function clause(id: string): string {
  const number = clauseNumber(id);
  if (number === null) return id;
  const { point, subpoint, nine } = number;
  if (subpoint !== undefined) return `${point}-тармақтың ${subpoint}) тармақшасы`;
  return `${point}-тармақ${nine === undefined ? '' : nines[nine]}`;
}

export const common = {
  product: 'Тіркелім',
  menu: 'Мәзір',
  skipToContent: 'Мазмұнға өту',
  search: 'Бәрінен іздеу',
  language: 'Тіл',
  lock: 'Құлыптау',
  unlock: 'Құлыптан шығару',
  locked: 'құлыпталған',
  lockedAfterAct: 'әрекеттен кейін құлыпталды',
  roleNames,
  noOfficer: 'Қызметкер жоқ',
  demonstration: 'СЫНАҚ',
  demonstrationLine: 'Бұл сынақ станциясы: мұндағы ештеңенің заңды күші жоқ',
  errorTitle: 'Қате:',
  readerTitle: 'Бұл қойынды тек оқиды',
  readerText:
    'Тіркелімге басқа қойынды жазып отыр: мұнда ештеңе тіркелмейді. Жазуды осы қойындыға алуға болады, сонда басқасы бірден құлыпталады.',
  crlOverdue: (date: string) => `КТКТ мерзімі ${date} күні өтті: жаңа тізім шығарыңыз`,
  timeLeft: (seconds: number) =>
    seconds < 90 ? `шамамен ${seconds} с қалды` : `шамамен ${Math.round(seconds / 60)} мин қалды`,
  pages: {
    today: 'Бүгін',
    applications: 'Өтініштер',
    register: 'Тіркелім',
    revocations: 'Кері қайтару',
    crl: 'КТКТ',
    audit: 'Журнал',
    forms: 'Нысандар',
    archive: 'Мұрағат',
    exchanges: 'Пакет алмасу',
    media: 'Тасымалдағыш',
    microscope: 'Микроскоп',
    carriers: 'Кілт тасымалдағыштар',
    get journals() {
      return `${formCited('G-F3')}, ${formCited('G-F5')} журналдары`;
    },
    station: 'Станция',
    clauses: 'Бұйрық тармақтары',
    setUp: 'Станцияны дайындау',
  },
  foot: {
    offlineReady: 'желісіз жұмыс істейді',
    notOfflineReady: 'желісіз жұмысқа дайындалуда',
    lastBackup: (date: string) => `соңғы сақтық көшірме ${date}`,
    noBackup: 'сақтық көшірме жоқ',
    writer: 'жазу осы қойындыда',
    reader: 'тек оқу: басқа қойынды жазуда',
    storageKept: 'деректер сақталады',
    storageNotKept: 'браузер деректерді өшіруі мүмкін',
    version: (hash: string) => `нұсқа 1.0.0 · ${hash}`,
    updateWaiting: 'Жаңа нұсқа дайын',
  },
  actions: {
    save: 'Сақтау',
    cancel: 'Болдырмау',
    close: 'Жабу',
    back: 'Артқа',
    next: 'Келесі',
    continue: 'Жалғастыру',
    confirm: 'Растау',
    remove: 'Алып тастау',
    add: 'Қосу',
    edit: 'Түзету',
    open: 'Ашу',
    print: 'Басып шығару',
    copy: 'Көшіру',
    copied: 'Көшірілді',
    choose: 'Таңдау',
    chooseFile: 'Файлды таңдау',
    takeOver: 'Жазуды осы қойындыға алу',
    more: 'Тағы көрсету',
    saveFile: 'Файлға сақтау',
    preview: 'Қарап шығу',
  },
  yes: 'иә',
  no: 'жоқ',
  optional: 'міндетті емес',
  required: 'міндетті',
  clause,
  errorsTitle: 'Мынаны түзету керек',
  removeFilter: (text: string) => `«${text}» сүзгісін алып тастау`,
  shown: (shown: number, total: number) => `Көрсетілгені: ${shown}, барлығы: ${total}`,
  notFound: 'Мұндай бет жоқ',
  notFoundText: 'Мекенжайды тексеріңіз немесе «Бүгін» бетіне оралыңыз.',
  faultTitle: 'Бағдарлама тоқтап қалды',
};

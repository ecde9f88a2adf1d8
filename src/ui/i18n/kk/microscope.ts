import type { PartKind } from '#domain/microscope/file-parts.ts';
import type { LogStep } from '#domain/microscope/log-look.ts';
import type { ReadReasonCode } from '#domain/crl/reason-code.ts';
import type { ContentKind } from '#domain/der/content-kind.ts';
import type { DerProblem } from '#domain/der/der-refusal.ts';
import type { PathRule } from '#domain/chain/path-refusal.ts';
import type { ListRule } from '#domain/crl/list-refusal.ts';
import { brokenListRules, brokenPathRules } from './refusals-chain.ts';
import { octetsOf } from './units.ts';

const kinds: Readonly<Record<PartKind, string>> = {
  certificate: 'Тіркеу куәлігі',
  certificationRequest: 'Сұраныс (PKCS#10)',
  crl: 'Кері қайтарылған куәліктер тізімі (КТКТ)',
  cms: 'Қол қойылған құжат немесе куәліктер жинағы (CMS)',
  pkcs12: 'Кілт тасымалдағыш (PKCS#12)',
  publicKey: 'Ашық кілт',
  privateKey: 'Жабық кілт',
  structure: 'ASN.1 құрылымы',
};

/** What it seems to be, and what to do. */
const seems: Readonly<Record<ContentKind, string>> = {
  empty: 'Файл бос.',
  certificate: 'Куәлікке ұқсайды, бірақ оқылмайды. Файлды қайта сұраңыз.',
  certificationRequest: 'Сұранысқа ұқсайды, бірақ оқылмайды. Файлды қайта сұраңыз.',
  crl: 'КТКТ-ға ұқсайды, бірақ оқылмайды. Файлды қайта сұраңыз.',
  cms: 'CMS құжатына ұқсайды, бірақ оқылмайды. Файлды қайта сұраңыз.',
  pkcs12: 'Кілт тасымалдағышқа ұқсайды, бірақ оқылмайды. Көшірмесін алыңыз.',
  privateKey: 'Бұл — жабық кілт. Оның ештеңесі көрсетілмейді: қауіпсіз жерге алып қойыңыз.',
  encryptedPrivateKey: 'Бұл — шифрланған жабық кілт. Оның ештеңесі көрсетілмейді.',
  publicKey: 'Ашық кілтке ұқсайды, бірақ оқылмайды. Файлды қайта сұраңыз.',
  pdf: 'Бұл — PDF құжаты. Оны PDF көретін бағдарламамен ашыңыз.',
  zip: 'Бұл — ZIP мұрағаты, ішінде түсіндірілетін ештеңе жоқ. Керек файлды одан шығарып, осында тастаңыз.',
  image: 'Бұл — сурет. Микроскоп сурет оқымайды.',
  age: 'Бұл — шифрланған файл (age): пакет, сақтық көшірме немесе кілт файлы. Оны жолданған станция ғана аша алады: «Алмасу» немесе «Тасымалдағыш» бетінде.',
  text: 'Бұл — жай мәтін, ішінде PEM бөлігі жоқ. PEM «-----BEGIN …» жолынан басталады: сол жолмен бірге толық көшіріңіз.',
  unknown:
    'Танылмайтын файл: DER де, PEM де емес. Жіберушіден .cer, .pem, .p7b, .crl немесе .csr түрінде сұраңыз.',
};

const problems: Readonly<Record<DerProblem, string>> = {
  Empty: 'бос',
  TooLarge: 'тым үлкен',
  TooDeep: 'тым терең құрылым',
  TooManyElements: 'элементтері тым көп',
  Truncated: 'кесілген: айтылғаннан аз байт бар',
  TrailingOctets: 'соңында артық байттар бар',
  IndefiniteLength: 'ұзындығы айтылмаған (BER): DER-де болмайды',
  PaddedLength: 'ұзындығы керегінен ұзын жазылған',
  LengthTooLong: 'ұзындығы тым үлкен',
  HighTagNumber: 'тег нөмірі керегінен ұзын жазылған',
  ConstructedPrimitive: 'бөліктерден құралған, ал біртұтас болуы керек',
  PrimitiveConstructed: 'біртұтас, ал бөліктерден құралуы керек',
  BooleanValue: 'TRUE не FALSE DER бойынша жазылмаған',
  PaddedInteger: 'сан артық байтпен жазылған немесе бос',
  NegativeInteger: 'сан теріс',
  IntegerTooLarge: 'сан тым үлкен',
  BitStringPadding: 'бит жолының соңы дұрыс емес',
  NullWithContent: 'NULL бос емес',
  ObjectIdentifier: 'нысан идентификаторы бұзылған',
  StringLetters: 'осы жол түрінде болмайтын таңбалар бар',
  Time: 'уақыт стандартқа сай жазылмаған',
  FractionOfSecond: 'секундтың бөлшегі жазылған',
  SetOrder: 'жиын реттелмеген',
  DefaultValueWritten: 'әдепкі мән жазылып тұр',
  UnexpectedElement: 'күтілмеген элемент',
  MissingElement: 'элемент жоқ',
  UnknownTag: 'белгісіз тег',
};

const reasons: Readonly<Record<ReadReasonCode, string>> = {
  unspecified: 'себебі айтылмаған',
  keyCompromise: 'кілт құпия болудан қалған',
  cACompromise: 'орталықтың кілті құпия болудан қалған',
  affiliationChanged: 'иесінің деректері өзгерген',
  superseded: 'басқасымен ауыстырылған',
  cessationOfOperation: 'жұмыс тоқтатылған',
  certificateHold: 'уақытша тоқтатылған',
  removeFromCRL: 'тізімнен алынған',
  privilegeWithdrawn: 'құқығы қайтарып алынған',
  aACompromise: 'атрибут орталығының кілті құпия болудан қалған',
};

const steps: Readonly<Record<LogStep, string>> = {
  records: 'Жазбалардың тізбегі (SHA-256)',
  signatures: 'Қызметкерлердің қолтаңбалары',
  statement: 'Станцияның мәлімдемесі',
  heads: 'Әр КТКТ-мен бірге қол қойылған журнал соңы',
  key: 'Бақылау нүктесінің кілті (vkey)',
  checkpoint: 'Бақылау нүктесінің қолтаңбасы',
  tree: 'Жазбалар ағашы (RFC 6962)',
  tiles: 'Ағаш плиткалары',
  earlier: 'Бұрынғы бақылау нүктесі',
  proof: 'Жазбаның дәлелі',
};

/** Looking at any file, and storing nothing of it. */
export const microscope = {
  title: 'Микроскоп',
  lead: 'Кез келген куәлікті, сұранысты, КТКТ-ны, тізбекті, кілт тасымалдағышты немесе шығарылған журналды қараңыз. Ештеңе сақталмайды, ештеңе сыртқа шықпайды.',
  dropTitle: 'Файлдарды осында тастаңыз',
  dropText: 'Бірнеше файлды бірге тастауға болады: тізбек пен КТКТ бір-бірімен тексеріледі.',
  choose: 'Файл таңдау',
  pasteLabel: 'Немесе PEM мәтінін қойыңыз',
  look: 'Мәтінді қарау',
  pasted: 'қойылған мәтін',
  again: 'Тазалау',
  working: 'Қаралуда…',
  found: (count: number) => `Табылғаны: ${String(count)}`,
  from: (file: string) => `Файл: ${file}`,
  carried: 'басқа файлдың ішінен алынды',
  kinds,
  seems,
  refusals: {
    MicroscopeEmpty: 'Файл бос: ішінде бірде-бір байт жоқ. Оны қайта көшіріңіз.',
    MicroscopeTooLarge: (seen: number, limit: number) =>
      `Файл тым үлкен: ${octetsOf(seen)}, ең көбі ${octetsOf(limit)}. Ол оқылған жоқ.`,
    MicroscopeTooMany: (seen: number, limit: number) =>
      `Файлда ${String(seen)} бөлік бар, ең көбі ${String(limit)}. Оны бөліңіз.`,
  },
  keyNote:
    'Бұл — жабық кілт. Оның ештеңесі көрсетілмейді және оқылмайды. Файлды қауіпсіз жерге алып қойыңыз.',
  fieldsTitle: 'Өрістер',
  treeHint: 'Көрсеткі пернелерімен жүріңіз; Enter байттарды көрсетеді.',
  octetsOf: (start: number, length: number) => `${String(start)}-байттан, ұзындығы ${String(length)}`,
  octetsMore: (count: number) => `… тағы ${String(count)} байт`,
  octetsHidden: 'Ішінде кілт немесе құпиясөз бар: байттары көрсетілмейді.',
  octetsTitle: 'Байттар',
  critical: 'критикалық',
  omitted: (count: number) => `Тағы ${String(count)} бөлік көрсетілмеді`,
  count: (count: number) => `саны: ${String(count)}`,
  octetCount: (count: number) => `${String(count)} байт`,
  yes: 'иә',
  no: 'жоқ',
  fingerprint: 'SHA-256 хэші',
  problemsTitle: (count: number) => `DER-ден ауытқу: ${String(count)}`,
  problems,
  problemAt: (text: string, offset: number) => `${String(offset)}-байт: ${text}`,
  rulesTitle: 'Ережелер',
  rulesKept: (count: number) => `Орындалған ереже: ${String(count)}`,
  rulesBroken: (count: number) => `Бұзылған ереже: ${String(count)}`,
  rulesUnasked: (count: number) =>
    `Сұралмаған ереже: ${String(count)} — олар тек шығарушының өзі білетінді сұрайды.`,
  chainTitle: 'Тізбек',
  chain: {
    station: 'Тізбек осы станция білетін түбірге дейін тексерілді.',
    files:
      'Тізбек дұрыс, бірақ түбірі файлмен бірге келген. Ол шынайы ма — хэшін басқа жолмен алынғанмен салыстырыңыз.',
    unfinished: (name: string) => `Жоғарыдағы куәлік мұнда жоқ: ${name}. Оны да тастаңыз.`,
    revoked: (name: string) => `«${name}» кері қайтарылған: одан төмендегінің бәрі жарамсыз.`,
    refused: (name: string, rule: PathRule, section: string) =>
      `«${name}»: ${brokenPathRules[rule]} (RFC 5280, ${section}-бөлім).`,
  },
  origins: { station: 'осы станциядан', files: 'тасталған файлдан' },
  term: (from: string, to: string) => `${from} — ${to}`,
  listingTitle: 'Кері қайтару',
  listing: {
    revoked: (at: string) => `Кері қайтарылған: ${at}`,
    notListed: 'Тізімде жоқ: кері қайтарылмаған.',
    stale: 'Тізімде жоқ, бірақ тізім ескірген: жаңасын алыңыз.',
    noList: 'Мұндағы бірде-бір тізім бұл куәлік туралы айтпайды.',
    unsigned: 'Шығарушының тізімі бар, бірақ қолтаңбасы расталмады: ол ештеңе айтпайды.',
    unfit: (rule: ListRule, section: string) =>
      `Шығарушының тізімі жарамсыз: ${brokenListRules[rule]} (RFC 5280, ${section}-бөлім).`,
    list: (number: string, date: string) => `№ ${number} КТКТ, ${date}`,
  },
  reasons,
  registerTitle: 'Осы станцияның тіркелімінде',
  register: {
    entry: (number: number) => `Бұл — № ${String(number)} куәлік`,
    revoked: (date: string) => `тіркелімде кері қайтарылған: ${date}`,
    key: (numbers: string) => `Бұл кілтке куәлік берілген: ${numbers}`,
    list: (number: string) => `Бұл — осы станцияның № ${number} КТКТ-сы`,
    authority: 'Бұл — осы орталықтың немесе одан жоғарғы орталықтың куәлігі.',
    other: (number: number) =>
      `Сериялық нөмірі № ${String(number)} куәліктікі, бірақ бұл басқа куәлік: жалған болуы мүмкін.`,
    unknown: 'Бұл тіркелімде жоқ.',
  },
  signatureTitle: 'Қолтаңба',
  signatures: {
    request: {
      holds: 'Жабық кілт өтініш берушінің өзінде.',
      fails: 'Қолтаңбасы жарамсыз: кілттің өзінде екені дәлелденбеді.',
      'issuer-missing': '',
    },
    list: {
      holds: 'Шығарушының кілтімен қол қойылған.',
      files: 'Файлмен бірге келген куәліктің кілтімен қол қойылған: ондайды кез келген адам жасай алады.',
      fails: 'Қолтаңбасы шығарушының кілтіне сай келмейді.',
      'issuer-missing': 'Шығарушының куәлігі мұнда жоқ: қолтаңбасы тексерілмеді.',
    },
  },
  safesTitle: 'Тасымалдағыштың іші',
  safes: {
    keys: (count: number) => `Жабық кілт: ${String(count)}. Олар ешқашан көрсетілмейді.`,
    certificates: (count: number) => `Оқылған куәлік: ${String(count)}`,
    locked: 'Куәліктері құпиясөзбен шифрланған.',
    closed: (names: string) => `Ашылмайтын ескі шифр: ${names}.`,
    passphrase: 'Құпиясөз',
    passphraseHint: 'Тек куәліктерді көрсету үшін; бірден ұмытылады.',
    open: 'Куәліктерді көрсету',
    wrong: 'Құпиясөз сай келмеді.',
  },
  logTitle: 'Шығарылған журнал',
  log: {
    sound: (records: number) => `Журнал бүтін: ${String(records)} жазба`,
    partly: (records: number, size: number) =>
      `Қате табылмады: ${String(records)} жазба. Қол қойылған бақылау нүктесі алғашқы ${String(size)} жазбаға ғана кепіл: қалғанын кез келген адам жаза алар еді.`,
    unsound: 'Журнал бүтін емес',
    steps,
    states: { holds: 'дұрыс', fails: 'дұрыс емес', absent: 'жоқ' },
    about: (name: string) => name,
    record: (number: number) => `${String(number)}-жазба`,
    checked: (count: number) => `саны: ${String(count)}`,
    vkey: 'Кілтті басқа жолмен алынғанмен салыстырыңыз: жалған жасаушы мұнда өзінікін қояр еді.',
    more: 'Бұрынғы бақылау нүктелерін не дәлелдерді (.tlog-proof) журналмен бірге тастаңыз: журнал солардың жалғасы ма, тексеріледі.',
  },
  ask: {
    text: (files: string) => `Тасталған файл: ${files}. Микроскоппен қарау керек пе?`,
    look: 'Микроскоппен қарау',
    leave: 'Керек емес',
  },
  oneFile: {
    title: 'Тексерушіге — бір файл',
    text: 'Микроскоптың өзі бір HTML файлда: желісіз, серверсіз, USB-дан ашылады. Тіркелім онда жоқ.',
    save: 'Файлды сақтау',
    where: 'Бұл файл станцияға байланбаған: ол тек өзіне тасталғанды көреді.',
    elsewhere: 'Файлды дискіге сақтап, содан ашыңыз.',
  },
};

import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { dateOf, numberOf } from '#ui/i18n/format.ts';
import { octetsOf } from './units.ts';

const foundKinds = {
  empty: 'бос файл',
  certificationRequest: 'сұраныс',
  certificate: 'тіркеу куәлігі',
  crl: 'КТКТ',
  cms: 'CMS құжаты',
  pkcs12: 'PKCS#12 кілт тасымалдағышы',
  privateKey: 'жабық кілт',
  encryptedPrivateKey: 'шифрланған жабық кілт',
  publicKey: 'ашық кілт',
  pdf: 'PDF құжаты',
  zip: 'ZIP мұрағаты',
  image: 'сурет',
  age: 'age файлы',
  text: 'мәтін',
  unknown: 'белгісіз файл',
};
type FoundKind = keyof typeof foundKinds;

/** Of applications, requests and tables. */
export const refusalsApplication = {
  Empty: 'Толтырылмаған. Мәнін жазыңыз.',
  NeverIssued: 'Мұндай нөмір ешқашан берілмейді. Құжаттан қайта теріңіз.',
  CountryCodeMissing: 'Ел коды жоқ. +7 немесе басқа ел кодынан бастап теріңіз.',
  LocalPartEmpty: '@ белгісінің алдында ештеңе жоқ.',
  DotMisplaced: 'Нүкте орнында емес: басында, соңында немесе қатар тұрмайды.',
  ChoiceMissing: 'Біреуін таңдаңыз.',
  ScanEmpty: 'Файл бос. Құжатты қайта сканерлеңіз.',
  ScanTypeUnknown: 'Файл JPEG, PNG немесе PDF емес. Құжатты осы түрлердің бірінде сақтаңыз.',
  ScanUnreadable: 'Суреттің өлшемі оқылмайды: файл бүлінген немесе сурет емес. Құжатты қайта сканерлеңіз.',
  ScanTooManyPixels: ({ width, height }: { width: number; height: number }) =>
    `Сурет тым үлкен: ${numberOf(width)} × ${numberOf(height)} нүкте. Ең көбі 100 миллион нүкте; кішірек ажыратымдылықпен сканерлеңіз.`,
  ScanMissing: 'Көшірме табылмады. Сақтық көшірмеден қалпына келтіріңіз.',
  PossessionNotProved:
    'Өтініш беруші жабық кілтке иелігін дәлелдемеді: сұраныстың қолтаңбасы сәйкес емес. Жаңа сұраныс сұраңыз.',
  RequestArchiveUnreadable:
    'ZIP мұрағаты оқылмайды: бүлінген немесе құпиясөзі бар. Қайта жинаңыз немесе файлдарды өзін таңдаңыз.',
  RequestArchiveTooLarge: ({ maximumOctets }: { maximumOctets: number }) =>
    `ZIP мұрағаты тым үлкен. Ашылғандағы шегі: ${octetsOf(maximumOctets)}. Бөліп алыңыз.`,
  RequestWithoutNumber: 'Сұраныста да, файлдың атында да ЖСН жоқ: өтінішін ашып, сұранысты сонда қосыңыз.',
  NobodyWaits: ({ iin }: { iin: string }) => `ЖСН ${iin}: сұранысы жоқ өтініш күтіп тұрған жоқ.`,
  SeveralWait: ({ iin, numbers }: { iin: string; numbers: readonly string[] }) =>
    `ЖСН ${iin}: бірнеше өтініш күтуде (${numbers.join(', ')}). Қайсысына екенін өзіңіз таңдап, сол өтініште қосыңыз.`,
  ApplicationMissing: 'Мұндай өтініш жоқ.',
  RequestMissing: 'Өтініште ашық кілт жоқ. Өтінішті түзетіп, PKCS#10 сұранысын қосыңыз.',
  RequestUnreadable: 'Сұраныс оқылмайды. Өтінішті түзетіп, сұранысты қайта қосыңыз.',
  NotApproved: 'Өтініш мақұлданбаған немесе кейін өзгертілген. Қайта тексеріңіз.',
  AlreadyIssued: 'Бұл өтініш бойынша куәлік шығарылып қойған.',
  ApplicationSent:
    'Бұл өтініш пакетпен жіберілген: енді оны орталықтың өзі түзетеді. Нені түзету керегін орталыққа хабарлаңыз.',
  AlreadyDecided: 'Бұл өтініш бойынша шешім қабылданып қойған.',
  ContentChanged: 'Өтініш экранда көрсетілгеннен кейін өзгертілген: растау жазылған жоқ. Оны қайта қараңыз.',
  NotExamined: 'Екі тексеру де расталмаған. Алдымен растаңыз.',
  GroundMissing: 'Кемінде бір негіз бен оның мәтіні керек.',
  CarrierPassphrase:
    'Құпиясөз латын әріптері мен цифрлардан, кемінде 8 таңбадан тұруы керек: басқа бағдарламалар өзге әріпті ашпайды.',
  KeyOfOtherSuite: ({ seen, expected }: { seen: string; expected: string }) =>
    `Кілт түрі ${seen}, ал станцияның кілті ${expected}. МЕМСТ кілттері бір тізбекте өзге кілттермен де, өзінің басқа кодтауымен де араласпайды. Ештеңе қабылданған жоқ. Станцияға сай кілттің сұранысын алыңыз.`,
  ArmorMissing: 'Файлда PEM белгісі де, DER де жоқ. PKCS#10 сұранысын таңдаңыз.',
  TableEmpty: 'Кесте бос. Бос кестені сақтап, толтырыңыз.',
  TableNotText: 'Бұл мәтіндік кесте емес. Оны CSV түрінде сақтаңыз.',
  TooLong: ({ max, seen }: { max: number; seen: number }) =>
    `Тым ұзын: ${seen} таңба, ең көбі ${max} таңба. Қысқартыңыз.`,
  ControlCharacter: ({ position }: { position: number }) =>
    `${position + 1}-орында көрінбейтін басқару таңбасы бар. Оны өшіріңіз.`,
  BidiControl: ({ position }: { position: number }) =>
    `${position + 1}-орында жазу бағытын өзгертетін таңба бар. Оны өшіріңіз.`,
  InvisibleCharacter: ({ position }: { position: number }) =>
    `${position + 1}-орында көрінбейтін таңба бар. Оны өшіріңіз.`,
  NotALetter: ({ position }: { position: number }) =>
    `${position + 1}-орындағы таңба әріп емес. Оны өшіріңіз.`,
  NotADigit: ({ letter, position }: { letter: string; position: number }) =>
    `${position + 1}-орында «${letter}» тұр, цифр керек.`,
  NotTwelveDigits: ({ seen }: { seen: number }) => `12 цифр керек, ${seen} терілген.`,
  WrongControlDigit: ({ expected, seen }: { expected: number; seen: number }) =>
    `Бақылау разряды ${seen}, есеп бойынша ${expected}. Нөмірді құжаттан тексеріңіз.`,
  NoSuchMonth: ({ month }: { month: number }) => `${month}-ай болмайды.`,
  NoSuchBirthDay: ({ day, month }: { day: number; month: number }) => `${day}.${month} күні болмайды.`,
  NoSuchCentury: ({ digit }: { digit: number }) => `Жетінші цифр ${digit} болмайды: ол 0-ден 6-ға дейін.`,
  NoSuchEntityKind: ({ digit }: { digit: number }) => `Бесінші цифр ${digit} болмайды: ол 4, 5 немесе 6.`,
  NoSuchUnit: ({ digit }: { digit: number }) => `Алтыншы цифр ${digit} болмайды: ол 0-ден 3-ке дейін.`,
  NotInAName: ({ letter, position }: { letter: string; position: number }) =>
    `Аты-жөнде «${letter}» болмайды (${position + 1}-орын).`,
  MixedScripts: ({ letter, position }: { letter: string; position: number }) =>
    `${position + 1}-орында басқа әліпбидің ұқсас әрпі «${letter}» тұр. Оны дұрыс пернетақтамен қайта теріңіз.`,
  NotOneAtSign: ({ seen }: { seen: number }) => `Бір @ белгісі керек, ${seen} бар.`,
  NotAscii: ({ letter, position }: { letter: string; position: number }) =>
    `«${letter}» (${position + 1}-орын) мекенжайда болмайды: тек латын әріптері.`,
  NotInAMailbox: ({ letter, position }: { letter: string; position: number }) =>
    `«${letter}» (${position + 1}-орын) пошта адресінде болмайды.`,
  LocalPartTooLong: ({ max, seen }: { max: number; seen: number }) =>
    `@ алдындағы бөлік тым ұзын: ${seen} таңба, ең көбі ${max} таңба.`,
  Domain: '@ белгісінен кейінгі атау дұрыс емес, мысалы: example.kz',
  NotInAPhoneNumber: ({ letter, position }: { letter: string; position: number }) =>
    `Телефон нөмірінде «${letter}» болмайды (${position + 1}-орын).`,
  WrongLength: ({ seen }: { seen: number }) =>
    `Телефонда ${seen} цифр бар: Қазақстан нөмірі +7 және 10 цифр.`,
  NotADate: ({ seen }: { seen: string }) =>
    `«${seen}» күн емес. дд.мм.жжжж түрінде теріңіз, мысалы 05.03.2026.`,
  AmbiguousDate: ({ seen }: { seen: string }) => `«${seen}» екі түрлі оқылады. дд.мм.жжжж түрінде теріңіз.`,
  NoSuchDay: ({ day, month, year }: { day: number; month: number; year: number }) =>
    `${day}.${month}.${year} күні болмайды.`,
  DateInFuture: ({ date }: { date: CalendarDate }) =>
    `${dateOf(date)} күні әлі келген жоқ. Күнді тексеріңіз.`,
  CommonNameTooLong: ({ max, seen }: { max: number; seen: number }) =>
    `Тегі мен аты бірге ${seen} әріп, куәлікке ең көбі ${max} әріп сыяды. Құжаттағы қысқа жазылуын алыңыз.`,
  ScanTooLarge: ({ octets, maximum }: { octets: number; maximum: number }) =>
    `Файл тым үлкен: ${octetsOf(octets)}, ең көбі ${octetsOf(maximum)}. Айқындығын азайтып сканерлеңіз.`,
  FileTooLarge: ({ limitOctets, seenOctets }: { limitOctets: number; seenOctets: number }) =>
    `Файл тым үлкен: ${octetsOf(seenOctets)}, ең көбі ${octetsOf(limitOctets)}. Ол оқылған жоқ.`,
  NotACertificationRequest: ({ found }: { found: FoundKind }) =>
    `Бұл PKCS#10 сұранысы емес, ${foundKinds[found]}. Өтініш берушіден сұраныс файлын алыңыз.`,
  NotACertificate: ({ found }: { found: FoundKind }) => `Бұл тіркеу куәлігі емес, ${foundKinds[found]}.`,
  PrivateKeyInFile:
    'Файлда жабық кілт бар, ол бөтенге көрсетілді. Өтініш беруші жаңа кілт жасауы керек; файлды жойыңыз.',
  SeveralRequests: ({ count }: { count: number }) =>
    `Файлда ${count} сұраныс бар. Әрқайсысын бөлек файлмен алыңыз.`,
  ArmorEndMissing: ({ label, line }: { label: string; line: number }) =>
    `«END ${label}» жолы жоқ (${line}-жолдан басталған): файл кесілген. Файлды қайта алыңыз.`,
  ArmorEndDiffers: ({ label, endLabel }: { label: string; endLabel: string }) =>
    `Басы «${label}», соңы «${endLabel}»: файл бүлінген. Файлды қайта алыңыз.`,
  Base64Url: ({ line }: { line: number }) =>
    `${line}-жолда base64url таңбалары бар, PEM-де олар болмайды. Файлды қайта сақтаңыз.`,
  Base64Broken: ({ line }: { line: number }) =>
    `${line}-жол base64 емес: файл бүлінген. Файлды қайта алыңыз.`,
  ArmorEncrypted: ({ label }: { label: string }) => `«${label}» бөлігі шифрланған, оқылмайды.`,
  NotDer: ({ problem, offset }: { problem: string; offset: number }) =>
    `Файл DER емес (${problem}, ${offset}-байт). Оны басқа бағдарламамен қайта сақтап беруді сұраңыз.`,
  NameLetterHidden: ({ attribute, codePoint }: { attribute: string; codePoint: number }) =>
    `Сұраныстағы атауда (${attribute}) көрінбейтін таңба бар: U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}. Сұраныс алынбады; жаңасын жасауды сұраңыз.`,
  RequestVersion: ({ version }: { version: number }) => `Сұраныстың нұсқасы ${version}; 0 болуы керек.`,
  DuplicateExtension: ({ oid }: { oid: string }) => `${oid} кеңейтілімі екі рет берілген.`,
  DuplicateAttribute: ({ oid }: { oid: string }) => `${oid} атрибуты екі рет берілген.`,
  SignatureAlgorithm: ({ algorithm, allowed }: { algorithm: string; allowed: readonly string[] }) =>
    `Қолтаңба алгоритмі ${algorithm} қабылданбайды. Рұқсат етілгені: ${allowed.join(', ')}.`,
  SignatureAlgorithmParameters: ({ algorithm }: { algorithm: string }) =>
    `${algorithm} алгоритмінің параметрлері дұрыс емес.`,
  SignatureNotOfKey: ({ algorithm, keyAlgorithm }: { algorithm: string; keyAlgorithm: string }) =>
    `${algorithm} қолтаңбасы ${keyAlgorithm} кілтіне сай емес.`,
  KeyRefused: 'Ашық кілт қабылданбайды.',
  TooManyRdns: ({ limit, seen }: { limit: number; seen: number }) =>
    `Атауда ${seen} бөлік бар, ең көбі ${limit} бөлік.`,
  KeyCompromised: ({ serialNumber }: { serialNumber: string }) =>
    `Осы ашық кілттің куәлігі (${serialNumber}) жабық кілті ашылып қалғандықтан кері қайтарылған. Бұл кілтке ешкімге куәлік берілмейді. Өтініш берушіден жаңа кілт сұраңыз.`,
  KeyOfAuthority: ({ authority }: { authority: string }) =>
    `Осы ашық кілт – куәландырушы орталықтың өз кілті (${authority}). Бұл кілтке ешкімге куәлік берілмейді. Өтініш берушіден жаңа кілт сұраңыз.`,
  SameKeyInForce: ({ serialNumber }: { serialNumber: string }) =>
    `Осы ашық кілтпен басқа иенің қолданыстағы куәлігі бар (${serialNumber}). Бір кілт екі иеге берілмейді: өтініш берушіден жаңа кілт сұраңыз.`,
  TableTooLarge: ({ maxBytes, seenBytes }: { maxBytes: number; seenBytes: number }) =>
    `Кесте тым үлкен: ${octetsOf(seenBytes)}, ең көбі ${octetsOf(maxBytes)}.`,
  TooManyRows: ({ max, seen }: { max: number; seen: number }) =>
    `Кестеде ${numberOf(seen)} жол бар, ең көбі ${numberOf(max)} жол. Бірнеше файлға бөліңіз.`,
  ColumnsMissing: ({ keys }: { keys: readonly string[] }) =>
    `Мына бағандар жоқ: ${keys.join(', ')}. Бос кестенің бағандарын пайдаланыңыз.`,
  ColumnTwice: ({ headings }: { key: string; headings: readonly string[] }) =>
    `Бір баған екі рет тұр: ${headings.join(', ')}.`,
  QuoteNotClosed: ({ line }: { line: number }) =>
    `${line}-жолда тырнақша жабылмаған. Кестені түзетіп, қайта таңдаңыз.`,
  TermOutOfRange: ({ min, max }: { min: number; max: number }) =>
    `Мерзім – ${min}–${max} аралығындағы бүтін сан (жыл).`,
  EndsBeforeIssue: ({ date }: { date: CalendarDate }) =>
    `Мерзімінің соңы берілген күнінен (${dateOf(date)}) ерте. Құжаттан қайта теріңіз.`,
  FormOfOtherAuthority: ({ form }: { form: string }) =>
    `${form} басқа орталықтың нысаны: бұл станция мұндай өтініш қабылдамайды. Ештеңе тіркелген жоқ.`,
  RelatedNotInForce: 'Ескі куәлік қолданыста емес: ұзартуға, ауыстыруға болмайды. Жаңа өтініш тіркеңіз.',
  RelatedOfAnother: 'Ескі куәлік басқа адамдікі. Өтінішті дұрыс куәліктен бастаңыз.',
  NotAStateBody:
    'Бұл нөмір мемлекеттік органдікі емес: Қазақстанда тіркелген заңды тұлғаның немесе оның филиалының БСН керек. Хаттан қайта теріңіз.',
  SamePersonTwice: ({ first }: { first: number }) =>
    `Бұл адам тізімнің ${first}-жолында тұр: бір иеге бір кілт беріледі. Бірін алып тастаңыз.`,
  KeyTwice: ({ number }: { number: string }) =>
    `Осы кілтпен № ${number} өтініш те бірге шығарылмақ. Біреуін ғана шығарыңыз.`,
  ArrivedAfterEntering: ({ enteredOn }: { enteredOn: CalendarDate }) =>
    `Келіп түскен күн енгізілген күннен кеш болмайды (енгізілгені – ${dateOf(enteredOn)}). Күнді тексеріңіз.`,
  BornInFuture: ({ date }: { date: CalendarDate }) =>
    `ЖСН бойынша туған күні – ${dateOf(date)}, өтініш одан бұрын келіп түскен. Нөмірді құжаттан қайта теріңіз.`,
  RegisteredInFuture: ({ month, year }: { month: number; year: number }) =>
    `БСН бойынша тіркелген айы – ${String(month).padStart(2, '0')}.${String(year)}, өтініш одан бұрын келіп түскен. Нөмірді құжаттан қайта теріңіз.`,
  EndedBeforeArrival: ({ arrivedOn }: { arrivedOn: CalendarDate }) =>
    `Өтініш келіп түскен күні (${dateOf(arrivedOn)}) сенімхаттың мерзімі бітіп қойған. Қолданыстағы сенімхат керек.`,
  StateBodyUnconfirmed:
    'Өтініш берушінің орталық немесе жергілікті атқарушы орган екені расталмаған. Тексеріп, растаңыз.',
  WithdrawalReasonMissing: 'Мақұлдаудың күші неге жойылатыны жазылмаған. Себебін жазыңыз.',
  ReasonMissing: ({ findings }: { findings: readonly { observed: string }[] }) =>
    `Жазбаша себебі жоқ ескерту қалды (${findings.map(({ observed }) => observed).join('; ')}). Әрқайсысының себебін жазып, қайта растаңыз.`,
};

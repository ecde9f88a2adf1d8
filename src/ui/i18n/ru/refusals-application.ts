import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { dateOf, numberOf } from '#ui/i18n/format.ts';
import { octetsOf } from './units.ts';

const foundKinds = {
  empty: 'пустой файл',
  certificationRequest: 'запрос',
  certificate: 'свидетельство',
  crl: 'СОРС',
  cms: 'документ CMS',
  pkcs12: 'носитель PKCS#12',
  privateKey: 'закрытый ключ',
  encryptedPrivateKey: 'зашифрованный закрытый ключ',
  publicKey: 'открытый ключ',
  pdf: 'документ PDF',
  zip: 'архив ZIP',
  image: 'картинка',
  age: 'файл age',
  text: 'текст',
  unknown: 'неизвестный файл',
};
type FoundKind = keyof typeof foundKinds;

/** Of applications, requests and tables. */
export const refusalsApplication = {
  Empty: 'Не заполнено. Впишите значение.',
  NeverIssued: 'Такой номер никогда не выдаётся. Наберите его с документа заново.',
  CountryCodeMissing: 'Нет кода страны. Начните с +7 или кода другой страны.',
  LocalPartEmpty: 'Перед знаком @ ничего нет.',
  DotMisplaced: 'Точка не на месте: её не может быть в начале, в конце или дважды подряд.',
  ChoiceMissing: 'Выберите одно.',
  ScanEmpty: 'Файл пуст. Отсканируйте документ заново.',
  ScanTypeUnknown: 'Это не JPEG, не PNG и не PDF. Сохраните документ в одном из этих видов.',
  ScanUnreadable:
    'Размер изображения не читается: файл повреждён или это не изображение. Отсканируйте документ заново.',
  ScanTooManyPixels: ({ width, height }: { width: number; height: number }) =>
    `Изображение слишком велико: ${numberOf(width)} × ${numberOf(height)} точек. Не больше 100 миллионов точек; отсканируйте с меньшим разрешением.`,
  ScanMissing: 'Скан не найден. Восстановите его из резервной копии.',
  PossessionNotProved:
    'Заявитель не доказал владение закрытым ключом: подпись запроса неверна. Попросите новый запрос.',
  RequestArchiveUnreadable:
    'Архив ZIP не читается: он повреждён или закрыт паролем. Соберите его заново или выберите сами файлы.',
  RequestArchiveTooLarge: ({ maximumOctets }: { maximumOctets: number }) =>
    `Архив ZIP слишком велик: распакованным он не должен превышать ${octetsOf(maximumOctets)}. Разделите его.`,
  RequestWithoutNumber: 'Ни в запросе, ни в имени файла нет ИИН: откройте заявление и добавьте запрос в нём.',
  NobodyWaits: ({ iin }: { iin: string }) => `ИИН ${iin}: нет заявления, которое ждало бы запроса.`,
  SeveralWait: ({ iin, numbers }: { iin: string; numbers: readonly string[] }) =>
    `ИИН ${iin}: ждут несколько заявлений (${numbers.join(', ')}). Откройте нужное и добавьте запрос в нём.`,
  ApplicationMissing: 'Такого заявления нет.',
  RequestMissing: 'В заявлении нет открытого ключа. Исправьте заявление и добавьте запрос PKCS#10.',
  RequestUnreadable: 'Запрос не читается. Исправьте заявление и добавьте запрос заново.',
  NotApproved: 'Заявление не одобрено или после этого изменено. Проверьте его снова.',
  AlreadyIssued: 'По этому заявлению свидетельство уже выпущено.',
  ApplicationSent:
    'Это заявление уже ушло в пакете: теперь его исправляет сам центр. Сообщите центру, что в нём исправить.',
  AlreadyDecided: 'По этому заявлению решение уже принято.',
  ContentChanged: 'Заявление изменилось: подтверждение не записано. Просмотрите его заново.',
  NotExamined: 'Обе проверки ещё не подтверждены. Сначала подтвердите их.',
  GroundMissing: 'Нужно хотя бы одно основание с текстом.',
  CarrierPassphrase:
    'Пароль должен состоять из латинских букв и цифр, не меньше 8 знаков: другие буквы чужие программы не откроют.',
  KeyOfOtherSuite: ({ seen, expected }: { seen: string; expected: string }) =>
    `Вид ключа ${seen}, а ключ станции ${expected}. Ключи ГОСТ не смешиваются в одной цепочке ни с другими, ни со второй своей кодировкой. Ничего не принято. Возьмите запрос с ключом, подходящим станции.`,
  ArmorMissing: 'В файле нет ни метки PEM, ни DER. Выберите запрос PKCS#10.',
  TableEmpty: 'Таблица пуста. Сохраните пустую таблицу и заполните её.',
  TableNotText: 'Это не текстовая таблица. Сохраните её как CSV.',
  TooLong: ({ max, seen }: { max: number; seen: number }) =>
    `Слишком длинно: ${seen} знаков, можно не больше ${max}. Сократите.`,
  ControlCharacter: ({ position }: { position: number }) =>
    `На месте ${position + 1} управляющий знак. Удалите его.`,
  BidiControl: ({ position }: { position: number }) =>
    `На месте ${position + 1} знак смены направления письма. Удалите его.`,
  InvisibleCharacter: ({ position }: { position: number }) =>
    `На месте ${position + 1} невидимый знак. Удалите его.`,
  NotALetter: ({ position }: { position: number }) => `Знак на месте ${position + 1} не буква. Удалите его.`,
  NotADigit: ({ letter, position }: { letter: string; position: number }) =>
    `На месте ${position + 1} стоит «${letter}», нужна цифра.`,
  NotTwelveDigits: ({ seen }: { seen: number }) => `Нужно 12 цифр, набрано ${seen}.`,
  WrongControlDigit: ({ expected, seen }: { expected: number; seen: number }) =>
    `Контрольный разряд ${seen}, по расчёту ${expected}. Проверьте номер по документу.`,
  NoSuchMonth: ({ month }: { month: number }) => `Месяца ${month} нет.`,
  NoSuchBirthDay: ({ day, month }: { day: number; month: number }) => `Дня ${day}.${month} нет.`,
  NoSuchCentury: ({ digit }: { digit: number }) => `Седьмая цифра не бывает ${digit}: только от 0 до 6.`,
  NoSuchEntityKind: ({ digit }: { digit: number }) => `Пятая цифра не бывает ${digit}: только 4, 5 или 6.`,
  NoSuchUnit: ({ digit }: { digit: number }) => `Шестая цифра не бывает ${digit}: только от 0 до 3.`,
  NotInAName: ({ letter, position }: { letter: string; position: number }) =>
    `В имени не бывает «${letter}» (место ${position + 1}).`,
  MixedScripts: ({ letter, position }: { letter: string; position: number }) =>
    `На месте ${position + 1} похожая буква «${letter}» другого алфавита. Наберите её в нужной раскладке.`,
  NotOneAtSign: ({ seen }: { seen: number }) => `Нужен один знак @, а их ${seen}.`,
  NotAscii: ({ letter, position }: { letter: string; position: number }) =>
    `«${letter}» (место ${position + 1}) в адресе не бывает: только латинские буквы.`,
  NotInAMailbox: ({ letter, position }: { letter: string; position: number }) =>
    `«${letter}» (место ${position + 1}) в адресе почты не бывает.`,
  LocalPartTooLong: ({ max, seen }: { max: number; seen: number }) =>
    `Часть перед @ слишком длинна: ${seen}, можно не больше ${max}.`,
  Domain: 'Имя после @ неверно, пример: example.kz',
  NotInAPhoneNumber: ({ letter, position }: { letter: string; position: number }) =>
    `В номере телефона не бывает «${letter}» (место ${position + 1}).`,
  WrongLength: ({ seen }: { seen: number }) => `В номере ${seen} цифр: номер Казахстана — +7 и 10 цифр.`,
  NotADate: ({ seen }: { seen: string }) => `«${seen}» не дата. Наберите дд.мм.гггг, например 05.03.2026.`,
  AmbiguousDate: ({ seen }: { seen: string }) => `«${seen}» читается двояко. Наберите дд.мм.гггг.`,
  NoSuchDay: ({ day, month, year }: { day: number; month: number; year: number }) =>
    `Дня ${day}.${month}.${year} нет.`,
  DateInFuture: ({ date }: { date: CalendarDate }) => `${dateOf(date)} ещё не наступило. Проверьте дату.`,
  CommonNameTooLong: ({ max, seen }: { max: number; seen: number }) =>
    `Фамилия и имя вместе ${seen} букв, в свидетельство входит ${max}. Возьмите краткое написание из документа.`,
  ScanTooLarge: ({ octets, maximum }: { octets: number; maximum: number }) =>
    `Файл слишком велик: ${octetsOf(octets)}, можно не больше ${octetsOf(maximum)}. Отсканируйте с меньшим разрешением.`,
  FileTooLarge: ({ limitOctets, seenOctets }: { limitOctets: number; seenOctets: number }) =>
    `Файл слишком велик: ${octetsOf(seenOctets)}, можно не больше ${octetsOf(limitOctets)}. Он не читался.`,
  NotACertificationRequest: ({ found }: { found: FoundKind }) =>
    `Это не запрос PKCS#10, а ${foundKinds[found]}. Возьмите у заявителя файл запроса.`,
  NotACertificate: ({ found }: { found: FoundKind }) => `Это не свидетельство, а ${foundKinds[found]}.`,
  PrivateKeyInFile:
    'В файле закрытый ключ, и он показан посторонним. Заявитель должен создать новый ключ; файл уничтожьте.',
  SeveralRequests: ({ count }: { count: number }) =>
    `В файле запросов: ${count}. Примите каждый отдельным файлом.`,
  ArmorEndMissing: ({ label, line }: { label: string; line: number }) =>
    `Нет строки «END ${label}» (начало в строке ${line}): файл обрезан. Возьмите его заново.`,
  ArmorEndDiffers: ({ label, endLabel }: { label: string; endLabel: string }) =>
    `Начало «${label}», конец «${endLabel}»: файл повреждён. Возьмите его заново.`,
  Base64Url: ({ line }: { line: number }) =>
    `В строке ${line} знаки base64url, в PEM их не бывает. Сохраните файл заново.`,
  Base64Broken: ({ line }: { line: number }) =>
    `Строка ${line} не base64: файл повреждён. Возьмите его заново.`,
  ArmorEncrypted: ({ label }: { label: string }) => `Часть «${label}» зашифрована и не читается.`,
  NotDer: ({ problem, offset }: { problem: string; offset: number }) =>
    `Файл не DER (${problem}, байт ${offset}). Попросите сохранить его заново другой программой.`,
  NameLetterHidden: ({ attribute, codePoint }: { attribute: string; codePoint: number }) =>
    `В имени запроса (${attribute}) есть невидимый знак: U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}. Запрос не принят; попросите сделать новый.`,
  RequestVersion: ({ version }: { version: number }) => `Версия запроса ${version}; должна быть 0.`,
  DuplicateExtension: ({ oid }: { oid: string }) => `Расширение ${oid} дано дважды.`,
  DuplicateAttribute: ({ oid }: { oid: string }) => `Атрибут ${oid} дан дважды.`,
  SignatureAlgorithm: ({ algorithm, allowed }: { algorithm: string; allowed: readonly string[] }) =>
    `Алгоритм подписи ${algorithm} не принимается. Допускаются: ${allowed.join(', ')}.`,
  SignatureAlgorithmParameters: ({ algorithm }: { algorithm: string }) =>
    `Параметры алгоритма ${algorithm} неверны.`,
  SignatureNotOfKey: ({ algorithm, keyAlgorithm }: { algorithm: string; keyAlgorithm: string }) =>
    `Подпись ${algorithm} не подходит к ключу ${keyAlgorithm}.`,
  KeyRefused: 'Открытый ключ не принимается.',
  TooManyRdns: ({ limit, seen }: { limit: number; seen: number }) =>
    `В имени частей ${seen}, можно не больше ${limit}.`,
  KeyCompromised: ({ serialNumber }: { serialNumber: string }) =>
    `Свидетельство этого открытого ключа (${serialNumber}) отозвано из-за компрометации закрытого ключа. На этот ключ свидетельство не выдаётся никому. Попросите у заявителя новый ключ.`,
  KeyOfAuthority: ({ authority }: { authority: string }) =>
    `Этот открытый ключ – ключ самого удостоверяющего центра (${authority}). На этот ключ свидетельство не выдаётся никому. Попросите у заявителя новый ключ.`,
  SameKeyInForce: ({ serialNumber }: { serialNumber: string }) =>
    `На этот открытый ключ действует свидетельство другого владельца (${serialNumber}). Один ключ двум владельцам не даётся: запросите у заявителя новый ключ.`,
  TableTooLarge: ({ maxBytes, seenBytes }: { maxBytes: number; seenBytes: number }) =>
    `Таблица слишком велика: ${octetsOf(seenBytes)}, можно не больше ${octetsOf(maxBytes)}.`,
  TooManyRows: ({ max, seen }: { max: number; seen: number }) =>
    `В таблице строк ${numberOf(seen)}, можно не больше ${numberOf(max)}. Разделите её на файлы.`,
  ColumnsMissing: ({ keys }: { keys: readonly string[] }) =>
    `Нет столбцов: ${keys.join(', ')}. Возьмите столбцы пустой таблицы.`,
  ColumnTwice: ({ headings }: { key: string; headings: readonly string[] }) =>
    `Один столбец стоит дважды: ${headings.join(', ')}.`,
  QuoteNotClosed: ({ line }: { line: number }) =>
    `В строке ${line} не закрыта кавычка. Исправьте таблицу и выберите её снова.`,
  TermOutOfRange: ({ min, max }: { min: number; max: number }) =>
    `Срок — целое число лет от ${min} до ${max}.`,
  EndsBeforeIssue: ({ date }: { date: CalendarDate }) =>
    `Конец срока раньше дня выдачи (${dateOf(date)}). Наберите с документа ещё раз.`,
  FormOfOtherAuthority: ({ form }: { form: string }) =>
    `${form} — форма другого центра: эта станция таких заявлений не принимает. Ничего не зарегистрировано.`,
  RelatedNotInForce:
    'Прежнее свидетельство не действует: продлить или заменить его нельзя. Зарегистрируйте новое заявление.',
  RelatedOfAnother:
    'Прежнее свидетельство принадлежит другому лицу. Начните заявление с нужного свидетельства.',
  NotAStateBody:
    'Этот номер не принадлежит государственному органу: нужен БИН юридического лица, зарегистрированного в Казахстане, или его филиала. Наберите его с письма ещё раз.',
  SamePersonTwice: ({ first }: { first: number }) =>
    `Это лицо уже стоит в строке ${first}: одному владельцу даётся один ключ. Уберите одну из строк.`,
  KeyTwice: ({ number }: { number: string }) =>
    `С этим же ключом выпускается заявление № ${number}. Выпустите только одно из них.`,
  ArrivedAfterEntering: ({ enteredOn }: { enteredOn: CalendarDate }) =>
    `День поступления не может быть позже дня внесения (${dateOf(enteredOn)}). Проверьте дату.`,
  BornInFuture: ({ date }: { date: CalendarDate }) =>
    `Дата рождения по ИИН – ${dateOf(date)}, заявление поступило раньше. Наберите номер с документа ещё раз.`,
  RegisteredInFuture: ({ month, year }: { month: number; year: number }) =>
    `Месяц регистрации по БИН – ${String(month).padStart(2, '0')}.${String(year)}, заявление поступило раньше. Наберите номер с документа ещё раз.`,
  EndedBeforeArrival: ({ arrivedOn }: { arrivedOn: CalendarDate }) =>
    `На день поступления заявления (${dateOf(arrivedOn)}) срок доверенности уже истёк. Нужна действующая доверенность.`,
  StateBodyUnconfirmed:
    'Не подтверждено, что заявитель – центральный или местный исполнительный орган. Проверьте и подтвердите.',
  WithdrawalReasonMissing: 'Не указано, почему отменяется одобрение. Запишите причину.',
  ReasonMissing: ({ findings }: { findings: readonly { observed: string }[] }) =>
    `Остались замечания без письменной причины (${findings.map(({ observed }) => observed).join('; ')}). Запишите причину каждого и подтвердите ещё раз.`,
};

import type { SubscriberContent } from '#domain/application/application.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { controlDigit } from '#domain/party/control-digit.ts';

/** Invented applicants with valid numbers; none of them is a person's or a body's. */
export interface Applicant {
  readonly iin: string;
  readonly surname: string;
  readonly givenName: string;
  readonly patronymic: string;
  readonly region: string;
  readonly city: string;
  readonly email: string;
  readonly phone: string;
  readonly legal?: {
    readonly bin: string;
    readonly name: string;
    readonly shortName: string;
    readonly role: string;
  };
}

const surnames = [
  'Әбдіраманов',
  'Ғабитов',
  'Қасенов',
  'Өмірзақов',
  'Ұзақбаев',
  'Үсенов',
  'Іскендіров',
  'Ыбыраев',
  'Жұмабаев',
  'Тұрсынов',
];
const women = ['Әлия', 'Гүлнәр', 'Қарлығаш', 'Ұлжан', 'Інжу', 'Жансая', 'Мәдина', 'Айнұр', 'Зере', 'Томирис'];
const men = [
  'Бауыржан',
  'Ғани',
  'Қайрат',
  'Өркен',
  'Ұлан',
  'Ілияс',
  'Жандос',
  'Нұрсұлтан',
  'Әділ',
  'Еркебұлан',
];
const places = [
  ['Астана', 'Астана'],
  ['Алматы', 'Алматы'],
  ['Түркістан', 'Түркістан'],
  ['Қостанай', 'Қостанай'],
  ['Жетісу', 'Талдықорған'],
  ['Маңғыстау', 'Ақтау'],
] as const;
const companies = ['Алтын дала', 'Көкжиек', 'Ақ бидай', 'Жібек жолы', 'Сұңқар', 'Өрлеу'];

/** The n-th applicant, always the same; every third one acts for a legal entity. */
export function applicant(n: number): Applicant {
  const isMan = n % 2 === 0;
  const iin = withControlDigit((serial) => {
    const year = 70 + (n % 29);
    const month = 1 + ((n * 7) % 12);
    const day = 1 + ((n * 11) % 28);
    return `${two(year)}${two(month)}${two(day)}${isMan ? '3' : '4'}${String(1000 + n * 3 + serial).slice(-4)}`;
  });
  const bin = withControlDigit(
    (serial) => `${two(5 + (n % 12))}${two(1 + (n % 12))}40${String(10_000 + n * 7 + serial).slice(-5)}`,
  );
  const [region, city] = places[n % places.length] ?? places[0];
  const company = companies[n % companies.length] ?? '';
  const stem = surnames[(n * 3) % surnames.length] ?? '';
  return {
    iin,
    surname: isMan ? stem : `${stem}а`,
    givenName: (isMan ? men : women)[n % 10] ?? '',
    patronymic: n % 5 === 0 ? '' : isMan ? 'Серікұлы' : 'Серікқызы',
    region,
    city,
    email: `applicant${n}@example.kz`,
    phone: `+7701${String(1_000_000 + n * 37)}`,
    ...(n % 3 === 2
      ? {
          legal: {
            bin,
            name: `«${company}» жауапкершілігі шектеулі серіктестігі`,
            shortName: `«${company}» ЖШС`,
            role: String(1 + (n % 5)),
          },
        }
      : {}),
  };
}

/** Tries serial numbers until the control digit exists. */
function withControlDigit(eleven: (serial: number) => string): string {
  for (let serial = 0; ; serial++) {
    const digits = eleven(serial);
    const digit = controlDigit(digits);
    if (digit !== null) return `${digits}${digit}`;
  }
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** N-4.2: the three documents of a legal entity. */
export const legalDocuments: SubscriberContent['documents'] = [
  { kind: 'identity-document', number: '012345678', date: '2020-05-05' as CalendarDate, issuer: 'ІІМ' },
  {
    kind: 'state-registration',
    number: '10100-1910-ТОО',
    date: '2010-10-12' as CalendarDate,
    issuer: 'Әділет департаменті',
  },
  {
    kind: 'power-of-attorney',
    number: '7',
    date: '2020-01-05' as CalendarDate,
    issuer: 'Бірінші басшы',
    validUntil: '2049-12-31' as CalendarDate,
  },
];

/** The n-th applicant's form, as it would have been typed and parsed. */
export function contentOf(n: number): SubscriberContent {
  const { legal, patronymic, ...person } = applicant(n);
  return {
    form: legal === undefined ? 'N-F1' : 'N-F2',
    ...person,
    ...(patronymic === '' ? {} : { patronymic }),
    ...(legal === undefined
      ? {}
      : {
          bin: legal.bin,
          organisationName: legal.name,
          organisationShortName: legal.shortName,
          legalRole: 1 as const,
        }),
    usageAreas: ['Салық есептілігін тапсыру'],
    signatureTool: 'ECDSA P-256',
    purpose: n % 2 === 0 ? 'signing' : 'authentication',
    documents: legal === undefined ? legalDocuments.slice(0, 1) : legalDocuments,
  };
}

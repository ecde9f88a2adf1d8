import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { ComparedField } from '#domain/revocation/compare-revocation.ts';
import type { RevocationField } from '#domain/revocation/draft-reader.ts';
import { dateOf, dateTimeOf } from '#ui/i18n/format.ts';
import { revocation } from './revocation.ts';
import { revocationApplication } from './revocation-application.ts';
import { root } from './root.ts';

const labels: Readonly<Record<RevocationField, string>> = {
  ...root.revocation.labels,
  ...revocation.labels,
  ...revocationApplication.labels,
};

/** Of an application to revoke, its papers and its days. */
export const refusalsRevocation = {
  GroundUnproven:
    'Бұл құжат таңдалған негізді растамайды: әр негізге тармақта аталған құжат керек. Негізді немесе құжат түрін түзетіңіз.',
  ApplicationDiffers: ({ fields }: { fields: readonly ComparedField[] }) =>
    `Өтініштегі деректер тіркелімдегі куәлікке сәйкес келмейді: ${fields.map((field) => labels[field]).join(', ')}. Куәлік кері қайтарылған жоқ; өтініштен бас тартыңыз немесе дұрыс куәлікпен жаңа іс ашыңыз.`,
  CourtPaperIncomplete:
    'Сот шешімінің деректері толық емес: сотты, нөмірін, күнін, заңды күшіне енген күнін жазыңыз.',
  CourtNotInForce: ({ inForceFrom }: { inForceFrom: CalendarDate }) =>
    `Сот шешімі әлі заңды күшіне енген жоқ (күші басталатын күн: ${dateOf(inForceFrom)}). Куәлік кері қайтарылмайды.`,
  SignedContentUnproven:
    'Бұл электрондық өтініш бұрын, қол қойылған мәтіні тіркелген дерекпен салыстырылмай қабылданған. Одан бас тартып, файлды қайта қабылдаңыз.',
  SignedContentDiffers:
    'Тіркелетін деректер қол қойылған мәтінге сәйкес емес: ештеңе тіркелген жоқ. Файлды қайта қабылдаңыз.',
  SignerMayNotApply:
    'Қол қоюшы бұл куәліктің иесі емес, оны өкіл еткен сенімхат жазылмаған. Өтініш осы куәлікті кері қайтармайды.',
  PowerIncomplete:
    'Уәкілдің деректері толық емес: аты-жөні, ЖСН, сенімхаттың нөмірі, күні, мерзімі, кім бергені керек.',
  PowerNotInForce: ({ date, validUntil }: { date: CalendarDate; validUntil: CalendarDate }) =>
    `Өтініш түскен күні сенімхат жарамсыз: мерзімі ${dateOf(date)} – ${dateOf(validUntil)}. Басқа сенімхат керек.`,
  AppliedBefore: ({ number }: { number: string }) =>
    `Дәл осы файл бойынша ${number} ісі тіркелген. Иесі жаңа өтінішке қол қойсын.`,
  PaperAfterArrival: ({ date, arrivedOn }: { date: CalendarDate; arrivedOn: CalendarDate }) =>
    `Құжаттағы күн (${dateOf(date)}) оның түскен күнінен (${dateOf(arrivedOn)}) кеш. Екі күнді тексеріңіз.`,
  TextOfOtherKind:
    'Қол қойылған мәтін кері қайтаруға өтініш емес. Өтініш файлы «Қол қойылатын өтініш» бетінде дайындалады.',
  TextLineWrong: ({ line }: { line: number }) =>
    `Қол қойылған өтініштің ${line}-жолы үлгіге сәйкес емес: артық, қайталанған немесе басқаша жазылған. Өтініш қабылданбады.`,
  TextFieldWrong: ({ field }: { field: RevocationField }) =>
    `Қол қойылған өтініште дерек жоқ немесе қате жазылған: ${labels[field]}. Өтініш қабылданбады.`,
  RevocationNotApplied: ({ serialNumber }: { serialNumber: string }) =>
    `Ауыстыру үшін екі өтініш керек: ескі куәлікті (${serialNumber}) кері қайтаруға өтініш тіркелмеген. Алдымен соны тіркеңіз.`,
  ReplacementNotConfirmed: ({ number }: { number: string }) =>
    `${number} ісіндегі кері қайтару өтініші осы ауыстыру үшін расталмаған. Оны өтініш бетінде растаңыз.`,
  CrlNotWritten:
    'Тізім файлы тасымалдағышқа әлі жазылмаған: оны жариялау мүмкін емес. Алдымен файлды жазыңыз.',
  PublicationPlaceMissing: 'Тізімнің қайда жарияланғаны жазылмаған.',
  PublishedInFuture: ({ at }: { at: Instant }) => `Жарияланған уақыты (${dateTimeOf(at)}) әлі келген жоқ.`,
  PublishedBeforeSigned: ({ thisUpdate }: { thisUpdate: Instant }) =>
    `Тізімге қол қойылған уақыт: ${dateTimeOf(thisUpdate)}. Ол одан бұрын жариялануы мүмкін емес.`,
  PublishedBeforeWritten: ({ writtenAt }: { writtenAt: Instant }) =>
    `Тізім файлы тасымалдағышқа жазылған уақыт: ${dateTimeOf(writtenAt)}. Ол одан бұрын жариялануы мүмкін емес.`,
  CrlPublished: ({ at }: { at: Instant }) =>
    `Тізімнің жарияланғаны жазылған: ${dateTimeOf(at)}. Ештеңе өзгерген жоқ.`,
  AddresseesMissing: 'Тізімнің кімге берілгені жазылмаған.',
  CadenceAboveValidity: ({ crlValidityDays }: { crlValidityDays: number }) =>
    `Шығару аралығы тізімнің мерзімінен (${crlValidityDays} күн) аспауы керек: әйтпесе тізімсіз күндер қалады.`,
};

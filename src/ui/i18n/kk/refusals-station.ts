import type { Instant } from '#domain/base/instant.ts';
import { dateTimeOf } from '#ui/i18n/format.ts';

export const refusalsStation = {
  SignatureSuspect:
    'Жасалған қолтаңба тексеруден өтпеді: кілт немесе компьютер күмәнді. Ештеңе шығарылған жоқ. Жұмысты тоқтатып, кілт көшірмесін басқа компьютерде тексеріңіз.',
  IntentClosed:
    'Қол қоюға арналған жазба басқа қойындыда жабылған немесе өзгерген: қол қойылғаны тіркелген жоқ, ешкімге берілген жоқ. Бетті жаңартып, қайталаңыз.',
  AuthorityCertificateUnreadable:
    'Орталықтың куәлігі оқылмайды. Тіркелімді тексеріп, сақтық көшірмеден қалпына келтіріңіз.',
  AuthorityCeased: 'Орталық қызметін тоқтатқан: жаңа куәлік шығарылмайды.',
  CertificateTaken: 'Орталықтың куәлігі тіркеліп қойған.',
  CertificateOfOtherKey:
    'Файлдарда осы станцияның кілтіне берілген куәлік жоқ. Сұранысқа келген жауапты таңдаңыз.',
  CertificateNotAuthority:
    'Куәліктегі атау сұраныстағыдан басқа. Негізгі орталыққа хабарлаңыз, ештеңе қабылданған жоқ.',
  CertificateNotForSigning:
    'Берілген куәлік орталыққа арналмаған (CA:TRUE, keyCertSign, cRLSign жоқ) немесе пішімі бұзылған. Негізгі орталыққа айтыңыз; ештеңе қабылданған жоқ.',
  IssuerExpired: ({ authority, notAfter }: { authority: string; notAfter: Instant }) =>
    `Жоғары тұрған орталық куәлігінің (${authority}) мерзімі ${dateTimeOf(notAfter)} бітті: жаңа куәлік шығарылмайды. Кері қайтару мен КТКТ ашық.`,
  AuthorityRevoked: ({
    authority,
    since,
    reasonCode,
  }: {
    authority: string;
    since: Instant;
    reasonCode?: string;
  }) =>
    `${authority} куәлігін жоғары тұрған орталық ${dateTimeOf(since)} кері қайтарған${reasonCode === undefined ? '' : ` (${reasonCode})`}: жаңа куәлік шығарылмайды. Кері қайтару мен КТКТ ашық.`,
  EntryMissing: 'Тіркелімде мұндай куәлік жоқ. Сериялық нөмірді тексеріңіз.',
  NotConfirmed: 'Растау берілмеген: ештеңе өзгерген жоқ. Растап, қайталаңыз.',
  Cancelled: 'Әрекет тоқтатылды. Жасалғаны жасалған күйінде, қалғаны басталған жоқ.',
  AuthorityExpired: ({ notAfter }: { notAfter: Instant }) =>
    `Орталық куәлігінің мерзімі ${dateTimeOf(notAfter)} бітті: қол қойылмайды. Жаңа куәлік алыңыз.`,
  NextUpdateNotLater: ({ nextUpdate }: { nextUpdate: Instant }) =>
    `Келесі тізім мерзімі (${dateTimeOf(nextUpdate)}) осы тізімнен кейін болуы керек.`,
  ExaminationFailed: ({ findings }: { findings: readonly { ruleId: string; observed: string }[] }) =>
    `Қол қою алдындағы тексеру өтпеді (${findings.map(({ ruleId, observed }) => `${ruleId}: ${observed}`).join('; ')}). Ештеңе шығарылған жоқ.`,
  ChainBroken:
    'Тізбек үзілген: бір куәліктің қолтаңбасы немесе шығарушысы табылмады. Толық жауапты таңдаңыз.',
  ChainMixed: ({ seen, expected }: { seen: string; expected: string }) =>
    `Жауаптағы куәлікке ${seen} қолтаңбасы қойылған, ал станцияның кілті ${expected} қолтаңбасын қояды. МЕМСТ пен оның екі кодтауы бір тізбекте араласпайды. Ештеңе қабылданған жоқ. Осындай кілті бар орталықтың жауабын алыңыз.`,
  SettingOutOfRange: ({ from, to }: { setting: string; from: number; to: number }) =>
    `Мән ${from}-ден ${to}-ға дейінгі бүтін сан болуы керек.`,
  NotSelfSigned:
    'Орталық Негізгі орталықтың астында тұр, сондықтан жаңа кілттің куәлігіне өзі қол қоймайды. Ештеңе жасалған жоқ. Сұранысты сақтап, Негізгі орталыққа апарыңыз.',
  RenewalBegun: 'Кілтті жаңарту басталып қойған. Оны «Кілтті жаңарту» бетінде жалғастырыңыз.',
  RenewalMissing: 'Бас тартатын жаңа кілт жоқ: кілтті жаңарту басталмаған. Ештеңе өзгерген жоқ.',
  RenewalNameUnfit: ({ limit }: { limit: number }) =>
    `Атау бос, ${limit} әріптен ұзын немесе онда атауға жарамайтын белгі бар. Кілт жасалған жоқ. Атауды түзетіңіз.`,
  RenewalNameTaken: ({ name }: { name: string }) =>
    `«${name}» атауымен бұрынғы кілт қол қойған: екі кілтке бір атау берілмейді. Кілт жасалған жоқ. Басқа атау жазыңыз.`,
  RenewalTermUnfit: ({ from, to }: { from: number; to: number }) =>
    `Мерзім ${from}-ден ${to}-ға дейінгі бүтін жыл саны болуы керек. Кілт жасалған жоқ.`,
  AddressOfFormerKey: ({ address }: { address: string }) =>
    `${address} мекенжайында басқа кілттің файлы тұр: оның КТКТ-сы мен куәлігі сонда қалады. Ештеңе өзгерген жоқ. Басқа мекенжай жазыңыз.`,
  RevocationUnlisted: ({ serialNumber }: { serialNumber: string }) =>
    `${serialNumber} куәлігі кері қайтарылған, бірақ тізімге арналған жазбаларда жоқ: жазба өшірілген. КТКТ-ға қол қойылған жоқ. Журналды тексеріп, тіркелімді сақтық көшірмеден қалпына келтіріңіз.`,
};

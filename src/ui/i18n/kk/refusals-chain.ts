import type { PathRule } from '#domain/chain/path-refusal.ts';
import type { ListRule } from '#domain/crl/list-refusal.ts';
import type { Instant } from '#domain/base/instant.ts';
import { dateTimeOf } from '#ui/i18n/format.ts';

export const brokenPathRules: Readonly<Record<PathRule, string>> = {
  ExtensionTwice: 'онда бір кеңейтім екі рет тұр',
  ExtensionUnreadable: 'ондағы бір кеңейтім оқылмайды',
  ExtensionUnknown: 'онда бағдарлама білмейтін, міндетті деп белгіленген кеңейтім бар',
  NotYetValid: 'ол әлі күшіне енген жоқ',
  Expired: 'оның мерзімі біткен',
  SignatureInvalid: 'оның қолтаңбасы шығарушының кілтімен расталмайды',
  IssuerMissing: 'онда басқа шығарушы аталған',
  NameForbidden: 'жоғары тұрған орталық мұндай атауға не мекенжайға тыйым салған',
  ConstraintUnknown: 'жоғары тұрған орталық бағдарлама салыстыра алмайтын түрдегі атауларды шектеген',
  PolicyMissing: 'қолдану саясаты талап етілген, ал тізбек бойынша бірде-бірі күшінде емес',
  PolicyMappingAny: 'ол «кез келген» саясатты басқасына теңеген, бұған тыйым салынған',
  VersionOld: 'ол ескі нұсқада, орталықтың куәлігі мұндай болмайды',
  NotAuthority: 'бұл орталықтың куәлігі емес (CA:TRUE жоқ)',
  PathTooLong: 'жоғары тұрған орталық мұндай ұзын тізбекке рұқсат бермейді',
  MayNotCertify: 'оның кілтіне куәліктерге қол қоюға болмайды (keyCertSign жоқ)',
  TooMuchWork: 'тізбек тым ұзын немесе онда куәлік не атау тым көп',
};

export const brokenListRules: Readonly<Record<ListRule, string>> = {
  AlgorithmsDiffer: 'онда екі түрлі қолтаңба алгоритмі аталған',
  VersionOld: 'ол 2-нұсқада емес',
  NextUpdateMissing: 'онда келесісі қашан шығатыны айтылмаған',
  NextUpdateEarlier: 'келесісі одан бұрын шығады деп жазылған',
  ExtensionTwice: 'онда бір кеңейтім екі рет тұр',
  ExtensionUnknown: 'онда бағдарлама білмейтін, міндетті деп белгіленген кеңейтім бар',
  NumberMissing: 'оның нөмірі жоқ',
  NumberCritical: 'оның нөмірі міндетті кеңейтім деп белгіленген, бұған тыйым салынған',
  NumberUnfit: 'оның нөмірі теріс немесе тым ұзын',
  Delta: 'онда өзгерістер ғана бар (дельта КТКТ)',
  Partial: 'бұл куәліктердің бір бөлігінің ғана тізімі (бөлінген КТКТ)',
  EntryExtensionUnknown: 'бір жазбада бағдарлама білмейтін, міндетті деп белгіленген кеңейтім бар',
  EntryIndirect: 'бір жазба басқа орталықтың куәлігі туралы (жанама КТКТ)',
  IssuerMayNotSign: 'орталықтың кілтіне КТКТ-ға қол қоюға болмайды (cRLSign жоқ)',
};

/** By the rule that is broken, with the section of the standard that says it. */
export const refusalsChain = {
  PathRefused: ({ rule, section, authority }: { rule: PathRule; section: string; authority: string }) =>
    `«${authority}» куәлігі қабылданбады: ${brokenPathRules[rule]} (RFC 5280, ${section}-бөлім). Ештеңе қабылданған жоқ. Дұрыс куәлік сұраңыз.`,
  ForbiddenByChain: ({ rule, section }: { rule: PathRule; section: string }) =>
    `Мұндай куәлік тексеруден өтпейді, сондықтан шығарылмайды: ${brokenPathRules[rule]} (RFC 5280, ${section}-бөлім). Өтінішті түзетіңіз немесе жоғары тұрған орталыққа хабарлаңыз.`,
  CrlRefused: ({ rule, section }: { rule: ListRule; section: string }) =>
    `КТКТ қабылданбады: ${brokenListRules[rule]} (RFC 5280, ${section}-бөлім). Ол есепке алынбады. Толық әрі дұрыс КТКТ сұраңыз.`,
  CrlStale: ({ nextUpdate }: { nextUpdate: Instant }) =>
    `КТКТ дұрыс, бірақ ескірген. Келесі тізім шығуға тиіс уақыт: ${dateTimeOf(nextUpdate)}. Ол есепке алынбады. Ең жаңасын сұраңыз.`,
  RootToConfirm: ({ root }: { root: string }) =>
    `Тізбек «${root}» орталығында аяқталады, ал бұл Негізгі орталықтың кілті станцияға бұрын тіркелмеген. Ештеңе қабылданған жоқ. Төмендегі он сөзді Негізгі орталықтың сөздерімен салыстырып, растаңыз.`,
  AuthorityNotYetValid: ({ notBefore }: { notBefore: Instant }) =>
    `Орталықтың куәлігі ${dateTimeOf(notBefore)} сәтінен бастап күшіне енеді. Ештеңе қабылданған жоқ. Компьютердің сағатын тексеріңіз немесе жауапты сол уақыттан кейін қабылдаңыз.`,
};

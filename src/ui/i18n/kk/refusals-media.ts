import type { ChainFault } from '#domain/audit/chain-fault.ts';
import type { Instant } from '#domain/base/instant.ts';
import { dateTimeOf } from '#ui/i18n/format.ts';
import { faultSentence } from '#ui/i18n/fault-sentence.ts';
import { audit } from './audit.ts';

export const refusalsMedia = {
  RegisterTouched: ({ faults }: { readonly faults: readonly ChainFault[] }) =>
    `Тіркелім тексерістен өтпеді, ештеңеге қол қойылған жоқ. Табылған ақау: ${faults.length}. Біріншісі: ${faultSentence(audit, faults[0])} Толық тізімі – «Журнал» бетінде; соңғы дұрыс сақтық көшірмеден қалпына келтіріңіз.`,
  RegisterRolledBack:
    'Тіркелім өзінің соңғы белгілі күйінен ескі: жазу жабық, ештеңе жазылған жоқ. «Тасымалдағыш» бетінде сақтық көшірмеден қалпына келтіріңіз.',
  NotABackup: 'Бұл тіркелімнің сақтық көшірмесі емес. Ештеңе өзгерген жоқ; .age файлын таңдаңыз.',
  ManifestSignatureInvalid:
    'Көшірменің тізімдемесіне станцияның қолы келмейді: файл өзгертілген. Ештеңе өзгерген жоқ; басқа көшірмені алыңыз.',
  BackupNewer: ({ format }: { format: number }) =>
    `Көшірме бағдарламаның жаңа нұсқасында жасалған (пішім ${format}). Алдымен бағдарламаны жаңартыңыз.`,
  BackupFileChanged: ({ name }: { name: string }) =>
    `Көшірменің ішіндегі ${name} файлы бүлінген немесе жоқ. Ештеңе өзгерген жоқ; басқа көшірмені алыңыз.`,
  BackupLogBroken: ({ faults }: { faults: readonly unknown[] }) =>
    `Көшірменің журналы үзілген немесе жазбалары журналға сәйкес емес (қате саны: ${faults.length}). Ештеңе өзгерген жоқ; басқа көшірмені алыңыз.`,
  RegisterNotEmpty:
    'Бұл браузерде сау тіркелім бар: оның үстінен қалпына келтірілмейді. Көшірмені бос браузерде ашыңыз.',
  BackupOfOtherStation: 'Көшірме басқа станцияныкі. Ештеңе өзгерген жоқ; осы станцияның көшірмесін таңдаңыз.',
  EpochsExhausted:
    'Станция 127 рет қалпына келтірілген: нөмірлердің дәуірі таусылды. Жаңа кілтпен жаңа станция керек.',
  CrlPartial: 'Бұл куәліктердің бір бөлігінің ғана тізімі (дельта немесе бөлінген КТКТ). Толық КТКТ алыңыз.',
  CrlFromFuture: ({ thisUpdate }: { thisUpdate: Instant }) =>
    `КТКТ ${dateTimeOf(thisUpdate)} шығарылған, ол әлі келген жоқ. Компьютердің сағатын тексеріңіз; ештеңе қабылданған жоқ.`,
  CrlNotNewer: ({ thisUpdate, kept }: { thisUpdate: Instant; kept: Instant }) =>
    `Бұл КТКТ (${dateTimeOf(thisUpdate)}) сақталғаннан (${dateTimeOf(kept)}) жаңа емес. Сақталғаны қалды; жаңасын сұраңыз.`,
  CrlUnreadable: 'Бұл файл КТКТ емес немесе бүлінген. Оны алып тастап, .crl файлын таңдаңыз.',
  CrlOfOtherAuthority: 'Бұл КТКТ-ны басқа орталық шығарған. Ол есепке алынбады.',
  CrlSignatureInvalid: 'КТКТ-ның қолтаңбасы расталмады: файл өзгерген. Ол есепке алынбады.',
  CrlWithoutNumber: 'КТКТ-да нөмір жоқ: одан дәуірді білуге болмайды. Ол есепке алынбады.',
  ClickAgain:
    'Браузер файлды не қалтаны батырма басылған сәтте ғана сұрата алады. Батырманы тағы бір рет басыңыз.',
};

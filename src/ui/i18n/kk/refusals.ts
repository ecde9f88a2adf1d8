import type { Instant } from '#domain/base/instant.ts';
import { dateTimeOf } from '#ui/i18n/format.ts';
import { refusalsApplication } from './refusals-application.ts';
import { refusalsRegister } from './refusals-register.ts';
import { refusalsChain } from './refusals-chain.ts';
import { refusalsRuleSet } from './refusals-rule-set.ts';
import { refusalsArchive } from './refusals-archive.ts';
import { refusalsExchange } from './refusals-exchange.ts';
import { refusalsMedia } from './refusals-media.ts';
import { refusalsRecovery } from './refusals-recovery.ts';
import { refusalsOfficers } from './refusals-officers.ts';
import { refusalsStation } from './refusals-station.ts';
import { refusalsBody } from './refusals-body.ts';
import { refusalsRevocation } from './refusals-revocation.ts';
import { refusalsRevocationLetters } from './refusals-revocation-letters.ts';

/** One sentence for each refusal: what happened, what is safe, what to do. */
export const refusals = {
  ...refusalsApplication,
  ...refusalsRegister,
  ...refusalsStation,
  ...refusalsRecovery,
  ...refusalsOfficers,
  ...refusalsChain,
  ...refusalsMedia,
  ...refusalsBody,
  ...refusalsRevocation,
  ...refusalsRevocationLetters,
  ...refusalsArchive,
  ...refusalsRuleSet,
  ...refusalsExchange,
  NotTheWriter:
    'Басқа қойынды жазып отыр. Осы жерде жазу үшін сол қойындыны жабыңыз немесе жазуды осында алыңыз.',
  ClockBehind: ({ now, lastAct }: { now: Instant; lastAct: Instant }) =>
    `Компьютер сағатындағы уақыт: ${dateTimeOf(now)}; соңғы әрекет жазылған уақыт: ${dateTimeOf(lastAct)}. Ештеңе жазылған жоқ. Сағатты түзетіп, қайталаңыз.`,
  ClockAhead: ({ now, lastAct }: { now: Instant; lastAct: Instant }) =>
    `Соңғы әрекет (${dateTimeOf(lastAct)}) жазылғалы 60 күннен көп өтті; сағаттағы уақыт: ${dateTimeOf(now)}. Күн дұрыс болса, оны «Станция» бетінде растаңыз.`,
  NoRoom: 'Дискіде орын жоқ: ештеңе жазылған жоқ. Орын босатып, қайталаңыз.',
  KeyTaken: ({ collection }: { collection: string }) =>
    `Мұндай нөмірлі жазба бар (${collection}): ештеңе жазылған жоқ. Қайталаңыз.`,
  RegisterBusy: 'Тіркелім бос емес: ештеңе жазылған жоқ. Бір минуттан кейін қайталаңыз.',
  FieldStation:
    'Бұл — көшпелі станция: ол қағаздарды қабылдайды, шешімді куәландырушы орталық шығарады. Ештеңе жазылған жоқ. Істі келесі пакетпен орталыққа жіберіңіз.',
  Locked: 'Станция құлыпталған. Оны ашып, әрекетті қайталаңыз.',
  StationMissing: 'Станция дайындалмаған. Алдымен станцияны дайындаңыз.',
  NotSetUp: 'Станцияны дайындау аяқталмаған. Оны «Станция» бетінен жалғастырыңыз.',
  TooSoon: ({ notBefore }: { notBefore: Instant }) =>
    `Қате әрекет тым көп. ${dateTimeOf(notBefore)} уақытынан кейін қайталаңыз.`,
  DamagedOrWrongKey:
    'Ашылмады: құпиясөз қате немесе файл бүлінген. Әріптерді, пернетақта тілін тексеріп, қайталаңыз.',
  VaultFileMissing: ({ holder }: { holder: string }) =>
    `Қоймада файл жоқ (${holder}). Кілттердің сақтық көшірмесінен қалпына келтіріңіз.`,
  VaultKeyForeign: ({ holder }: { holder: string }) =>
    `Құпиясөз дұрыс, бірақ қоймадағы файлда (${holder}) тіркелім атаған кілттің орнында басқа кілт тұр. Ештеңе ашылған жоқ. Сақтық көшірмеден қалпына келтіріңіз.`,
  StationForeign:
    'Құпия дұрыс, бірақ тіркелімде басқа станция не станцияның басқа кілті көрсетілген: жазба бағдарламадан тыс өзгертілген. Ештеңе ашылған жоқ. Сақтық көшірмеден қалпына келтіріңіз.',
  StatementInvalid:
    'Станцияның өзі туралы мәлімдемесі жоқ немесе оған станцияның кілті қол қоймаған: тіркелім бағдарламадан тыс өзгертілген. Сақтық көшірмеден қалпына келтіріңіз.',
  NotStated:
    'Станция бұл өзгерісті өз кілтімен растамады: оның жазбасы бағдарламадан тыс өзгертілген. Ештеңе жазылған жоқ. «Журнал» бетінде тіркелімді тексеріп, сақтық көшірмеден қалпына келтіріңіз.',
  RecoveryWordWrong: ({ position }: { position: number }) =>
    position === 0
      ? 'Сөздер бірге сәйкес келмейді. Басқа станцияның сөздері емес пе, тексеріңіз.'
      : `${position}-сөз қате. Оны қағаздан қайта оқып, түзетіңіз.`,
  RecoveryWordCount: ({ seen, expected }: { seen: number; expected: number }) =>
    `${expected} сөз керек, ${seen} сөз терілген. Жетпегенін толықтырыңыз.`,
  OtherKey: 'Файл ашылды, бірақ ішінде басқа кілт тұр. Осы станцияның көшірмесін таңдаңыз.',
  StationExists: 'Станция дайындалып қойған: жаңа кілттер жасалмады.',
  EarlierStationFound:
    'Бұл браузерде бұрынғы станцияның іздері бар: жаңа кілттер жасалған жоқ. Станцияны сақтық көшірмеден қалпына келтіріңіз.',
};

/** Papers to the applicant and the owner for which the order has no form: receipt, refusal, notice of revocation. */
import { type CalendarDate, formatCalendarDate } from '#domain/base/calendar-date.ts';
import type { LegalAct } from '#domain/authority/legal-act.ts';
import type { AuthorityKind } from '#domain/authority/station.ts';
import { citedOnPaper } from '#domain/clause/citation.ts';
import type { FormBlock, FormContent, PaperFacts } from './content.ts';
import { inGroups } from './paper.ts';

/** Who writes: stands at the head and at the signature of each of these papers. */
export interface Sender {
  readonly organisation: string;
  readonly officerName: string;
  readonly officerPosition: string;
}

export interface ReceiptData {
  readonly sender: Sender;
  readonly applicationNumber: string;
  /** As `kazakhMoment` writes it. */
  readonly receivedAt: string;
  /** Where it arrived on a day before that. */
  readonly arrivedOn?: CalendarDate;
  readonly applicant: string;
  /** `ЖСН 850101300015`; empty for an authority, which has no such number. */
  readonly identification: string;
  readonly documents: readonly {
    readonly name: string;
    readonly number: string;
    readonly date: CalendarDate;
    /** Last day of its term, for one that has a term. */
    readonly expires?: CalendarDate;
    readonly issuer: string;
  }[];
  readonly date: CalendarDate;
}

/** List of documents received, for the applicant. */
export function documentsReceipt(data: ReceiptData, facts: PaperFacts): FormContent {
  return notice('receipt', ['Құжаттардың қабылданғаны туралы', 'қолхат'], data.sender, data.date, facts, [
    { type: 'field', label: 'Өтініштің нөмірі:', value: data.applicationNumber },
    ...(data.arrivedOn === undefined
      ? []
      : [{ type: 'field', label: 'Келіп түскен күні:', value: formatCalendarDate(data.arrivedOn) } as const]),
    { type: 'field', label: 'Қабылданған күні мен уақыты:', value: data.receivedAt },
    { type: 'field', label: 'Өтініш беруші:', value: data.applicant },
    ...(data.identification === ''
      ? []
      : [{ type: 'field', label: 'Сәйкестендіру нөмірі:', value: data.identification } as const]),
    { type: 'section', text: 'Қабылданған құжаттар:' },
    {
      type: 'table',
      columns: [
        { head: '№', share: 1 },
        { head: 'Құжаттың атауы', share: 6 },
        { head: 'Нөмірі', share: 3 },
        { head: 'Күні', share: 3 },
        { head: 'Кім берген', share: 4 },
      ],
      rows: data.documents.map(({ name, number, date, expires, issuer }, i) => [
        String(i + 1),
        name,
        number,
        expires === undefined
          ? formatCalendarDate(date)
          : `${formatCalendarDate(date)} – ${formatCalendarDate(expires)}`,
        issuer,
      ]),
    },
  ]);
}

export interface RefusalNoticeData {
  readonly sender: Sender;
  /** Its number among the letters that go out. */
  readonly outgoing: string;
  /** By which act, and by which of its rules, the application was considered. */
  readonly law: Pick<LegalAct, 'approvedByKk' | 'toRulesKk'>;
  readonly kind: AuthorityKind;
  readonly addressee: string;
  readonly applicationNumber: string;
  readonly receivedOn: CalendarDate;
  /** In the officer's words. */
  readonly grounds: readonly { readonly clause?: string; readonly text: string }[];
  readonly date: CalendarDate;
}

/** Notice that no certificate is issued, with all its grounds (R-10, N-5). */
export function refusalNotice(data: RefusalNoticeData, facts: PaperFacts): FormContent {
  return notice(
    'refusal',
    ['Тіркеу куәлігін беруден бас тарту туралы', 'хабарлама'],
    data.sender,
    data.date,
    facts,
    [
      outgoingLine(data.outgoing, data.date),
      { type: 'field', label: 'Кімге:', value: data.addressee },
      { type: 'field', label: 'Өтініштің нөмірі:', value: data.applicationNumber },
      { type: 'field', label: 'Өтініштің түскен күні:', value: formatCalendarDate(data.receivedOn) },
      {
        type: 'paragraph',
        text:
          `Өтінішіңіз ${data.law.approvedByKk} бекітілген ${data.law.toRulesKk[data.kind] ?? ''} (бұдан әрі – Қағидалар) ` +
          'сәйкес қаралды. Тіркеу куәлігін беруден мынадай негіздер бойынша бас тартылды:',
      },
      ...data.grounds.map(({ clause, text }, i): FormBlock => ({
        type: 'paragraph',
        text: `${String(i + 1)}. ${text}${inBrackets(clause)}`,
      })),
      { type: 'paragraph', text: 'Көрсетілген кемшіліктер жойылғаннан кейін өтінішті қайта беруге болады.' },
      { type: 'paragraph', text: wayOfAppeal },
    ],
  );
}

export interface RevocationNoticeData {
  readonly sender: Sender;
  /** Its number among the letters that go out. */
  readonly outgoing: string;
  /** For the Root CA and the National CA the CRL is the official notice (R-13, N-11); for G this paper is (G-15). */
  readonly kind?: AuthorityKind;
  /** By which the owner is notified: `G-15`. */
  readonly noticeClause?: string;
  readonly addressee: string;
  readonly serialNumberHex: string;
  readonly owner: string;
  readonly issuedOn: CalendarDate;
  /** As `kazakhMoment` writes it, to the second. */
  readonly revokedAt: string;
  readonly ground: string;
  /** Number of the list that carries it, once published. */
  readonly crlNumber?: string;
  readonly date: CalendarDate;
}

/** Notice to the owner that the certificate was revoked. */
export function revocationNotice(data: RevocationNoticeData, facts: PaperFacts): FormContent {
  return notice(
    'revocation-notice',
    ['Тіркеу куәлігінің кері қайтарып алынғаны (жойылғаны) туралы', 'хабарлама'],
    data.sender,
    data.date,
    facts,
    [
      outgoingLine(data.outgoing, data.date),
      { type: 'field', label: 'Кімге:', value: data.addressee },
      { type: 'field', label: 'Тіркеу куәлігінің иесі:', value: data.owner },
      { type: 'field', label: 'Сериялық нөмірі:', value: inGroups(data.serialNumberHex) },
      { type: 'field', label: 'Берілген күні:', value: formatCalendarDate(data.issuedOn) },
      { type: 'field', label: 'Кері қайтарып алынған күні мен уақыты:', value: data.revokedAt },
      { type: 'field', label: 'Кері қайтарып алудың негізі:', value: data.ground },
      ...(data.crlNumber === undefined
        ? []
        : [{ type: 'field', label: 'КТКТ нөмірі:', value: data.crlNumber } as const]),
      {
        type: 'paragraph',
        text:
          (data.kind === 'G'
            ? `Тіркеу куәлігінің иесі ${byClause(data.noticeClause)}осы хабарламамен хабарландырылады. `
            : 'Кері қайтарып алу туралы ресми хабарлама кері қайтарып алынған тіркеу куәліктерінің тізімінде (КТКТ) ' +
              'жарияланады. ') + 'Көрсетілген уақыттан бастап бұл тіркеу куәлігі жарамсыз.',
      },
      { type: 'paragraph', text: wayOfAppeal },
    ],
  );
}

export interface RevocationRefusalData {
  readonly sender: Sender;
  /** Its number among the letters that go out. */
  readonly outgoing: string;
  /** By which act, and by which of its rules, the application was considered. */
  readonly law: Pick<LegalAct, 'approvedByKk' | 'toRulesKk'>;
  readonly kind: AuthorityKind;
  readonly addressee: string;
  readonly caseNumber: string;
  readonly receivedOn: CalendarDate;
  readonly owner: string;
  readonly serialNumberHex: string;
  /** On which the revocation was asked for. */
  readonly ground: { readonly text: string; readonly clause?: string };
  /** In the officer's words. */
  readonly reason: string;
  readonly date: CalendarDate;
}

/** Notice that an application to revoke is refused, and why: whoever applied has it in writing, with the way of appeal (R-12, G-14, N-9). */
export function revocationRefusalNotice(data: RevocationRefusalData, facts: PaperFacts): FormContent {
  const { law, kind, ground } = data;
  return notice(
    'revocation-refusal',
    ['Тіркеу куәлігін кері қайтарып алудан (жоюдан) бас тарту туралы', 'хабарлама'],
    data.sender,
    data.date,
    facts,
    [
      outgoingLine(data.outgoing, data.date),
      { type: 'field', label: 'Кімге:', value: data.addressee },
      { type: 'field', label: 'Істің нөмірі:', value: data.caseNumber },
      { type: 'field', label: 'Өтініштің түскен күні:', value: formatCalendarDate(data.receivedOn) },
      { type: 'field', label: 'Тіркеу куәлігінің иесі:', value: data.owner },
      { type: 'field', label: 'Сериялық нөмірі:', value: inGroups(data.serialNumberHex) },
      {
        type: 'field',
        label: 'Өтініште көрсетілген негіз:',
        value: `${ground.text}${inBrackets(ground.clause)}`,
      },
      {
        type: 'paragraph',
        text:
          `Өтініш ${law.approvedByKk} бекітілген ${law.toRulesKk[kind] ?? ''} (бұдан әрі – Қағидалар) сәйкес қаралды. ` +
          'Тіркеу куәлігін кері қайтарып алудан (жоюдан) мынадай себеппен бас тартылды:',
      },
      { type: 'paragraph', text: data.reason },
      {
        type: 'paragraph',
        text:
          'Осы өтініш бойынша тіркеу куәлігі кері қайтарып алынған (жойылған) жоқ. Көрсетілген кемшіліктер жойылғаннан ' +
          'кейін өтінішті қайта беруге болады.',
      },
      { type: 'paragraph', text: wayOfAppeal },
    ],
  );
}

/** Clauses and subclauses end alike, and take the same ending. */
function byClause(clause: string | undefined): string {
  return clause === undefined ? '' : `${citedOnPaper(clause)}на сәйкес `;
}

function inBrackets(clause: string | undefined): string {
  return clause === undefined ? '' : ` (${citedOnPaper(clause)})`;
}

/** Names no provision: which one applies on the day of the letter is not for the program to say (decision 0122). */
const wayOfAppeal =
  'Бұл шешімге Қазақстан Республикасының заңнамасында белгіленген тәртіппен шағым жасауға болады.';

/** «Шығыс №», number and day, under the sender's name. */
export function outgoingLine(number: string, date: CalendarDate): FormBlock {
  return { type: 'line', text: `Шығыс № ${number}, ${formatCalendarDate(date)}` };
}

function notice(
  form: string,
  title: readonly string[],
  sender: Sender,
  date: CalendarDate,
  facts: PaperFacts,
  body: readonly FormBlock[],
): FormContent {
  return {
    form,
    title: title.join(' '),
    facts,
    blocks: [
      { type: 'heading', lines: [sender.organisation] },
      { type: 'title', lines: title },
      ...body,
      { type: 'date', lead: 'Күні', word: 'жылғы', date },
      {
        type: 'signature',
        label: sender.officerPosition,
        captions: ['(қолы)', '(аты, тегі)'],
        name: sender.officerName,
      },
      { type: 'seal', text: 'М.О.' },
    ],
  };
}

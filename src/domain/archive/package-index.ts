/** The tables of an archive package: what a person or a spreadsheet reads of it without this program. */
import type { Application } from '#domain/application/application.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import { ownerName, type RegisterEntry } from '#domain/register/register-entry.ts';
import type { KeptRecord } from './keeping.ts';

/** Where the files of a record lie in the package. */
export interface FilesOf {
  readonly scans: readonly string[];
  readonly forms?: string;
}

type Row = readonly string[];

const certificateHeads: Row = [
  '№ / No.',
  'Сериялық нөмірі / Серийный номер / Serial number',
  'Иесі / Владелец / Owner',
  'Ұйым / Организация / Organisation',
  'ЖСН / ИИН / IIN',
  'БСН / БИН / BIN',
  'Мақсаты / Назначение / Purpose',
  'Шығарылды / Выдано / Issued (UTC)',
  'Мерзімі / Срок до / Term ends (UTC)',
  'Кері қайтарылды / Отозвано / Revoked (UTC)',
  'Негізі / Основание / Ground',
  'Сақтаудың соңғы күні / Последний день хранения / Last day of keeping',
  'Өтініш / Заявление / Application',
  'Куәлік / Свидетельство / Certificate',
  'Көшірмелер / Копии / Scans',
  'Нысандар / Формы / Forms',
];

/** `index.csv`: one line for each certificate. `until` has the last day of keeping by `kind/id`. */
export function certificateTable(
  entries: readonly RegisterEntry[],
  filesOf: (entry: RegisterEntry) => FilesOf,
  until: ReadonlyMap<string, KeptRecord>,
): Uint8Array {
  const rows = entries.map((entry): Row => {
    const { subject, revocation } = entry;
    const { scans, forms } = filesOf(entry);
    return [
      String(entry.number),
      entry.id,
      ownerName(subject),
      subject.organisation ?? '',
      subject.kind === 'authority' ? '' : subject.iin,
      subject.kind === 'authority' ? '' : (subject.bin ?? ''),
      entry.purpose,
      entry.issuedAt,
      entry.notAfter,
      revocation?.date ?? '',
      revocation?.ground ?? '',
      until.get(`certificate/${entry.id}`)?.keepUntil ?? '',
      entry.applicationNumber,
      certificatePath(entry.id),
      scans.join(' '),
      forms ?? '',
    ];
  });
  return table(certificateHeads, rows);
}

/** `applications.csv`: applications that were refused, and so have no certificate. */
export function refusedTable(
  applications: readonly Application[],
  filesOf: (application: Application) => FilesOf,
  until: ReadonlyMap<string, KeptRecord>,
): Uint8Array {
  const heads = [
    'Өтініш / Заявление / Application',
    'Түскен уақыты / Поступило / Received (UTC)',
    'Бас тартылды / Отказано / Refused (UTC)',
    'Сақтаудың соңғы күні / Последний день хранения / Last day of keeping',
    'Көшірмелер / Копии / Scans',
    'Нысандар / Формы / Forms',
  ];
  const rows = applications.map((application): Row => {
    const { scans, forms } = filesOf(application);
    return [
      application.number,
      application.receivedAt,
      application.decision?.at ?? '',
      until.get(`application/${application.id}`)?.keepUntil ?? '',
      scans.join(' '),
      forms ?? '',
    ];
  });
  return table(heads, rows);
}

/** `crls.csv` */
export function crlTable(crls: readonly CrlRecord[], until: ReadonlyMap<string, KeptRecord>): Uint8Array {
  const heads = [
    'КТКТ / СОРС / CRL',
    'Шығарылды / Издан / thisUpdate (UTC)',
    'Келесісі / Следующий / nextUpdate (UTC)',
    'Саны / Записей / Entries',
    'Сақтаудың соңғы күні / Последний день хранения / Last day of keeping',
    'Файл / Файл / File',
  ];
  const rows = crls.map((crl): Row => [
    crl.crlNumber,
    crl.thisUpdate,
    crl.nextUpdate,
    String(crl.entryCount),
    until.get(`crl/${crl.id}`)?.keepUntil ?? '',
    crlPath(crl.crlNumber),
  ]);
  return table(heads, rows);
}

/** A form with a letter that the paper's font lacks. */
export interface UnprintedForm {
  readonly number: string;
  readonly applicationNumber: string;
  readonly codePoint: number;
  readonly field: string;
}

/** `forms/not-printed.csv` */
export function unprintedTable(forms: readonly UnprintedForm[]): Uint8Array {
  const heads = [
    '№ / No.',
    'Өтініш / Заявление / Application',
    'Әріп / Знак / Letter',
    'Орны / Поле / Field',
  ];
  const rows = forms.map(({ number, applicationNumber, codePoint, field }): Row => [
    number,
    applicationNumber,
    `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`,
    field,
  ]);
  return table(heads, rows);
}

/** `journals/<year>.csv`: what was issued and what was revoked in that year, in the order of time. */
export function journalTable(year: string, entries: readonly RegisterEntry[]): Uint8Array {
  const heads = [
    'Уақыты / Время / Time (UTC)',
    'Әрекет / Действие / Act',
    '№ / No.',
    'Сериялық нөмірі / Серийный номер / Serial number',
    'Иесі / Владелец / Owner',
    'Негізі / Основание / Ground',
  ];
  const acts = entries.flatMap((entry): Row[] => {
    const { issuedAt, revocation, number, id, subject } = entry;
    const owner = ownerName(subject);
    const isOf = (at: typeof issuedAt) => calendarDateOf(at).startsWith(year);
    return [
      ...(isOf(issuedAt) ? [[issuedAt, 'issued', String(number), id, owner, '']] : []),
      ...(revocation !== undefined && isOf(revocation.date)
        ? [[revocation.date, 'revoked', String(number), id, owner, revocation.ground]]
        : []),
    ];
  });
  return table(
    heads,
    acts.sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0)),
  );
}

/** `SHA256SUMS`, as `sha256sum -c` reads it. */
export function sumsText(files: readonly { readonly path: string; readonly sha256: string }[]): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
}

export function certificatePath(serialNumber: string): string {
  return `certificates/${serialNumber}.cer`;
}

export function crlPath(crlNumber: string): string {
  return `crls/${crlNumber}.crl`;
}

/** RFC 4180 with a byte order mark; a cell that a spreadsheet would run as a formula gets an apostrophe before it. */
function table(heads: Row, rows: readonly Row[]): Uint8Array {
  const lines = [heads, ...rows].map((cells) => `${cells.map(cellText).join(',')}\r\n`);
  return encodeUtf8(`\ufeff${lines.join('')}`);
}

function cellText(cell: string): string {
  const guarded = /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;
  return /[",;\r\n]|^\s|\s$/u.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

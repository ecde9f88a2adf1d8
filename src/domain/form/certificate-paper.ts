/**
 * What R-F2 and G-F2 share: the certificate on paper with its signature and an annex that holds it whole. What each line
 * holds is read from the certificate by others; here it is placed.
 */
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { filled, type FormBlock } from './content.ts';

export interface CertificatePaperData {
  /** Number of the paper; for G the number of the blank. */
  readonly number: string;
  /** `v3 (2)` */
  readonly version: string;
  readonly serialNumberHex: string;
  /** Name and OID: `ecdsa-with-SHA256 (1.2.840.10045.4.3.2)`. */
  readonly signatureAlgorithm: string;
  /** Distinguished names, as `displayName` writes them. */
  readonly issuerName: string;
  readonly subjectName: string;
  readonly issuerKeyAlgorithm: string;
  /** As `kazakhMoment` writes them. */
  readonly notBefore: string;
  readonly notAfter: string;
  readonly privateKeyBits: number;
  readonly publicKeyBits: number;
  readonly publicKeyHex: string;
  /** What the key is for, in words. */
  readonly keyPurpose: string;
  /** A row for each usage: the flag (critical or not) and what it allows. */
  readonly flags: readonly { readonly flag: string; readonly usage: string }[];
  readonly signatureTool: string;
  readonly signatureHex: string;
  /** Name of the annex's format, `PEM`, and its text. */
  readonly annexFormat: string;
  readonly annexText: string;
  readonly fingerprintSha256Hex: string;
  readonly date: CalendarDate;
}

type Shape = Pick<Extract<FormBlock, { readonly type: 'field' }>, 'lines' | 'below'>;

export function field(label: string, value?: string, shape: Shape = {}): FormBlock {
  return { type: 'field', label, ...shape, ...filled(value) };
}

/** Two lines to write on, as the order has them; what is filled in takes as many as it needs. */
export function twoLines(data: CertificatePaperData | undefined): Shape {
  return data === undefined ? { lines: 2 } : {};
}

/**
 * From the private key's length to the tool; the two forms differ in the line of the purpose, and in the tool, which the
 * order prints on the empty R-F2 itself.
 */
export function keyBlocks(
  purpose: FormBlock,
  data: CertificatePaperData | undefined,
  tool = '',
): FormBlock[] {
  return [
    { type: 'section', text: 'Тіркеу куәлігі иесінің жабық кілті:' },
    bits(data?.privateKeyBits),
    { type: 'section', text: 'Тіркеу куәлігі иесінің ашық кілті:' },
    bits(data?.publicKeyBits),
    { type: 'hex', label: 'Мәні:', ...(data === undefined ? {} : { hex: data.publicKeyHex }) },
    purpose,
    { type: 'section', text: 'Кілттің қолдану саласы:' },
    {
      type: 'table',
      columns: [
        { head: 'Туы', share: 1 },
        { head: 'Кілттің қолдануы', share: 3 },
      ],
      rows: data?.flags.map(({ flag, usage }) => [flag, usage]) ?? [],
      ...(data === undefined ? { emptyRows: 2 } : {}),
    },
    data === undefined && tool !== ''
      ? { type: 'line', text: `ЭЦҚ құралы: ${tool}` }
      : field('ЭЦҚ құралы:', data?.signatureTool),
  ];
}

/** `____ бастап ____ дейін жарамды` */
export function term(data: CertificatePaperData | undefined): FormBlock {
  return {
    type: 'sentence',
    parts: [
      { widthMm: 47, ...filled(data?.notBefore) },
      'бастап',
      { widthMm: 47, ...filled(data?.notAfter) },
      'дейін жарамды',
    ],
  };
}

/** `Тіркеу куәлігі ____ ⟨words⟩`: the format in which the annex holds the certificate. */
export function annexFormat(words: string, data: CertificatePaperData | undefined): FormBlock {
  return {
    type: 'sentence',
    parts: ['Тіркеу куәлігі', { widthMm: 26, ...filled(data?.annexFormat) }, words],
  };
}

export function issuerSignature(data: CertificatePaperData | undefined): FormBlock {
  const label = 'Осы тіркеу куәлігі шығарушының ЭЦҚ:';
  return { type: 'hex', label, lines: 2, ...(data === undefined ? {} : { hex: data.signatureHex }) };
}

export function fingerprint(data: CertificatePaperData | undefined): FormBlock[] {
  if (data === undefined) return [];
  const caption = 'Нысаннан тыс: тіркеу куәлігі файлының SHA-256 хэш-мәні, салыстырып тексеру үшін';
  return [{ type: 'fingerprint', caption, sha256Hex: data.fingerprintSha256Hex }];
}

/** The annex sheet, up to its last line: number, format, and the certificate itself. */
export function annexSheet(words: string, data: CertificatePaperData | undefined): FormBlock[] {
  return [
    {
      type: 'annex',
      words: ['Тіркеу', 'куәлігіне қосымша'],
      ...(data === undefined ? {} : { number: data.number }),
    },
    annexFormat(words, data),
    { type: 'verbatim', emptyLines: 22, ...(data === undefined ? {} : { text: data.annexText }) },
  ];
}

function bits(count?: number): FormBlock {
  return {
    type: 'sentence',
    parts: ['Кілттің өлшемі:', { widthMm: 30, ...filled(count?.toString()) }, 'бит'],
  };
}

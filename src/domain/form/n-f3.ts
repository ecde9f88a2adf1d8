/** N-F3: the certificate on paper (N-7). What each line holds is read from the certificate by others; here it is placed. */
import { filled, type FormBlock, type FormContent, type PaperFacts } from './content.ts';
import { emptyFormFacts, headingN, inGroups } from './paper.ts';

export interface NF3Data {
  /** `v3` */
  readonly version: string;
  readonly serialNumberHex: string;
  /** Name and OID: `ecdsa-with-SHA256 (1.2.840.10045.4.3.2)`. */
  readonly signatureAlgorithm: string;
  readonly issuer: { readonly organisation: string; readonly commonName: string };
  readonly issuerKeyAlgorithm: string;
  /** As `kazakhMoment` writes them. */
  readonly notBefore: string;
  readonly notAfter: string;
  readonly subject: {
    readonly email: string;
    readonly iin: string;
    readonly commonName: string;
    /** Both for a legal entity only. */
    readonly bin?: string;
    readonly organisation?: string;
    readonly city: string;
    readonly region: string;
  };
  readonly privateKeyBits: number;
  readonly publicKeyBits: number;
  readonly publicKeyHex: string;
  /** `электрондық қол қою, кілттерді шифрлау` */
  readonly keyUsage: string;
  readonly extendedKeyUsage: string;
  /** A row for each usage: the flag (critical or not) and what it allows. */
  readonly flags: readonly { readonly flag: string; readonly usage: string }[];
  readonly signatureTool: string;
  readonly fingerprintSha256Hex: string;
}

/** Without data, the empty form. */
export function formNF3(data?: NF3Data, facts: PaperFacts = emptyFormFacts('N-F3')): FormContent {
  const { subject, issuer } = data ?? {};
  const field = (label: string, value?: string): FormBlock => ({ type: 'field', label, ...filled(value) });
  const bits = (count?: number): FormBlock => ({
    type: 'sentence',
    parts: ['кілттің ұзындығы:', { widthMm: 30, ...filled(count?.toString()) }, 'бит'],
  });
  const legalEntity = data === undefined || subject?.bin !== undefined || subject?.organisation !== undefined;
  return {
    form: 'N-F3',
    title: 'Тіркеу куәлігі',
    spacing: 'dense',
    facts,
    blocks: [
      headingN(3),
      { type: 'title', lines: ['Тіркеу куәлігі'] },
      field('Болжам:', data?.version),
      field('Тіркеу куәлігінің сериялық нөмірі:', data && inGroups(data.serialNumberHex)),
      field('ЭЦҚ алгоритм көрсеткіші:', data?.signatureAlgorithm),
      { type: 'section', text: 'Тіркеу куәлігі баспагерінің аты:' },
      { type: 'line', text: 'C=KZ' },
      field('O=', issuer?.organisation),
      field('CN=', issuer?.commonName),
      field('Тіркеу куәлігі баспагері ашық кілтінің алгоритмі:', data?.issuerKeyAlgorithm),
      {
        type: 'sentence',
        parts: [
          'Тіркеу куәлігінің қолдану мерзімі:',
          { widthMm: 30, ...filled(data?.notBefore) },
          'ден',
          { widthMm: 30, withNext: true, ...filled(data?.notAfter) },
          'дейін жарамды',
        ],
      },
      { type: 'section', text: 'Тіркеу куәлігі иесінің аты:' },
      field('E=', subject?.email),
      field('SN=IIN', subject?.iin),
      field('CN=', subject?.commonName),
      ...(legalEntity ? [field('OU=BIN', subject?.bin), field('O=', subject?.organisation)] : []),
      field('L=', subject?.city),
      field('ST=', subject?.region),
      { type: 'line', text: 'C=KZ' },
      { type: 'section', text: 'Тіркеу куәлігі иесінің жабық кілті:' },
      bits(data?.privateKeyBits),
      { type: 'section', text: 'Тіркеу куәлігі иесінің ашық кілті:' },
      bits(data?.publicKeyBits),
      { type: 'hex', label: 'мағынасы:', ...(data === undefined ? {} : { hex: data.publicKeyHex }) },
      field('Кілтті пайдалану:', data?.keyUsage),
      field('Кілтті қолдану саласы:', data?.extendedKeyUsage),
      {
        type: 'table',
        columns: [
          { head: 'Туы', share: 1 },
          { head: 'Кілтті қолдану', share: 3 },
        ],
        rows: data?.flags.map(({ flag, usage }) => [flag, usage]) ?? [],
        ...(data === undefined ? { emptyRows: 3 } : {}),
      },
      field('ЭЦҚ құралы:', data?.signatureTool),
      ...fingerprint(data?.fingerprintSha256Hex),
    ],
  };
}

function fingerprint(sha256Hex: string | undefined): FormBlock[] {
  if (sha256Hex === undefined) return [];
  const caption = 'Нысаннан тыс: тіркеу куәлігі файлының SHA-256 хэш-мәні, салыстырып тексеру үшін';
  return [{ type: 'fingerprint', caption, sha256Hex }];
}

/**
 * A paper of a rule set as data: its words in their order, and where each value of the record stands. What values a paper has follows from
 * what it is made from (`fieldsOfForm`); which of them it prints, under what words and where, is the set's.
 */
import type { FormId } from './form-id.ts';

export interface PaperTemplate {
  /** As the act calls it; stands in place of the order's `N-F4`. */
  readonly id: string;
  /** Id of the clause that asks for it. */
  readonly clause: string;
  /** Title of the document for the reader program. */
  readonly title: string;
  readonly landscape?: true;
  readonly blocks: readonly TemplateBlock[];
}

/** `of`: the name of a value. A text may name one in braces: `{termYears} жыл`. */
export type TemplateBlock =
  | { readonly type: 'heading'; readonly lines: readonly string[]; readonly mark?: string }
  | { readonly type: 'title'; readonly lines: readonly string[] }
  | {
      readonly type: 'caption' | 'section' | 'paragraph' | 'line' | 'seal';
      readonly text: string;
    }
  | { readonly type: 'field'; readonly label: string; readonly of: string; readonly lines?: number }
  | { readonly type: 'captioned'; readonly caption: string; readonly of: string }
  | { readonly type: 'boxed'; readonly label: string; readonly of: string }
  | { readonly type: 'hex'; readonly label: string; readonly of: string }
  | { readonly type: 'verbatim'; readonly of: string }
  | { readonly type: 'date'; readonly lead: string; readonly word: string; readonly of: string }
  | { readonly type: 'signature'; readonly label: string; readonly nameLabel?: string; readonly of?: string }
  /** A numbered field for each of several values, and so many at least. */
  | { readonly type: 'fields'; readonly of: string; readonly least: number }
  /** A row for each of several records: of the persons of a letter, the lines of a journal. */
  | {
      readonly type: 'table';
      readonly of: string;
      readonly columns: readonly { readonly head: string; readonly share: number; readonly of: string }[];
      readonly emptyRows: number;
    };

const name = ['surname', 'givenName', 'patronymic'];
const authority = ['country', 'region', 'city', 'organisationName', 'authorityName', 'email', 'validity'];
const person = [...name, 'iin', 'email', 'phone', 'region', 'city'];
const asking = ['outsideNumber', 'usageAreas', 'signatureTool', 'termYears', 'date'];
const certificate = [
  ...['version', 'serialNumberHex', 'signatureAlgorithm', 'issuerKeyAlgorithm', 'notBefore', 'notAfter'],
  ...['privateKeyBits', 'publicKeyBits', 'publicKeyHex', 'flags', 'signatureTool', 'fingerprintSha256Hex'],
];
const onPaper = [
  ...[
    'number',
    'issuerName',
    'subjectName',
    'keyPurpose',
    'signatureHex',
    'annexFormat',
    'annexText',
    'date',
  ],
];
const subject = ['email', 'iin', 'commonName', 'bin', 'organisation', 'city', 'region'];
const revoking = ['phone', 'serialNumber', 'issuedOn', 'date'];

/** The names of the values that a paper is made from. */
export const fieldsOfForm: Readonly<Record<FormId, readonly string[]>> = {
  'R-F1': [...authority, 'requestAndScheme', 'usageAreas', 'headName', 'date'],
  'R-F2': [...certificate, ...onPaper],
  'R-F3': [
    ...authority,
    ...name,
    ...['birthDate', 'legalEntity', 'reason', 'serialNumberHex', 'headName', 'date'],
  ],
  'G-F1': ['persons', 'headName', 'date'],
  'G-F1a': [
    ...name,
    ...['organisation', 'position', 'country', 'place', 'identityDocument', 'termYears'],
    ...['usageAreas', 'furtherUsageAreas', 'date'],
  ],
  'G-F2': [...certificate, ...onPaper],
  'G-F3': ['rows'],
  'G-F4': ['persons', 'headName', 'date'],
  'G-F4a': [...name, 'identityDocument', 'address', 'reason', 'serialNumberHex', 'issuedOn', 'date'],
  'G-F5': ['rows'],
  'N-F1': [...person, ...asking],
  'N-F2': [...person, ...asking, 'bin', 'organisationName', 'organisationShortName'],
  'N-F3': [
    ...certificate,
    ...subject.map((each) => `subject.${each}`),
    ...['issuer.organisation', 'issuer.commonName', 'keyUsage', 'extendedKeyUsage'],
  ],
  'N-F4': [...revoking, ...name, 'iin', 'email'],
  'N-F5': [
    ...revoking,
    ...['bin', 'organisationName', 'organisationShortName', 'region', 'city', 'headName'],
  ],
};

/** The names of values that a block prints, those in braces too. */
export function fieldsOfBlock(block: TemplateBlock): readonly string[] {
  const named = 'of' in block ? [block.of] : [];
  const within =
    'text' in block ? [...block.text.matchAll(/\{(\w[\w.]*)\}/gu)].map(([, field = '']) => field) : [];
  return [...named, ...within];
}

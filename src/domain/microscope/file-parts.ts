import { type ArmorRefusal, armorLabels, readArmor } from '#domain/der/armor.ts';
import { cms } from '#domain/der/cms-identifiers.ts';
import { type ContentKind, contentKindOf } from '#domain/der/content-kind.ts';
import { contextTag, tag } from '#domain/der/tag.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { Description } from './described-field.ts';
import { describe } from './describe.ts';
import { type LooseElement, looseChildren, looseElement } from './lenient-reader.ts';
import type { Schema } from './schema.ts';
import { certificateSchema } from './schemas/certificate.ts';
import { cmsSchema } from './schemas/cms.ts';
import { crlSchema } from './schemas/crl.ts';
import { firstOid } from './schemas/first-oid.ts';
import { publicKeySchema } from './schemas/key.ts';
import { pkcs12Schema } from './schemas/pkcs12.ts';
import { requestSchema } from './schemas/request.ts';

/** What can be explained; `structure` is anything of ASN.1 that is none of the others. */
export const partKinds = [
  'certificate',
  'certificationRequest',
  'crl',
  'cms',
  'pkcs12',
  'publicKey',
  'privateKey',
  'structure',
] as const;
export type PartKind = (typeof partKinds)[number];

/** One thing in a file: the whole of it, or one block of PEM. */
export interface FilePart {
  readonly kind: PartKind;
  readonly der: Uint8Array;
  /** Of a block of PEM, as it is written there. */
  readonly label?: string;
}

export type FileRefusal =
  | { readonly type: 'MicroscopeEmpty' }
  | { readonly type: 'MicroscopeTooLarge'; readonly limitOctets: number; readonly seenOctets: number }
  /** Nothing that is explained here: what it seems to be. */
  | { readonly type: 'MicroscopeUnknown'; readonly found: ContentKind }
  /** More blocks than anybody looks at. */
  | { readonly type: 'MicroscopeTooMany'; readonly limit: number; readonly seen: number }
  | ArmorRefusal;

/** Lists of a hundred thousand revoked certificates have some four megabytes; an exported log has its own limit. */
export const microscopeLimitOctets = 64 * 1024 * 1024;
/** A chain has three. */
export const partLimit = 100;

/** What a file of DER or PEM has in it. Kinds are told by content: a label is a claim. */
export function filePartsOf(file: Uint8Array): Result<readonly FilePart[], FileRefusal> {
  if (file.length === 0) return err({ type: 'MicroscopeEmpty' });
  if (file.length > microscopeLimitOctets)
    return err({ type: 'MicroscopeTooLarge', limitOctets: microscopeLimitOctets, seenOctets: file.length });
  const found = contentKindOf(file);
  if (foreign.has(found)) return err({ type: 'MicroscopeUnknown', found });
  const labels = armorLabels(file.subarray(0, armorHead));
  if (labels.length === 0) {
    const kind = kindOf(file);
    return kind === null ? err({ type: 'MicroscopeUnknown', found }) : ok([{ kind, der: file }]);
  }
  const armor = readArmor(file);
  if (!armor.ok) return armor;
  const { value: blocks } = armor;
  if (blocks.length > partLimit)
    return err({ type: 'MicroscopeTooMany', limit: partLimit, seen: blocks.length });
  return ok(
    blocks.map(({ der, label }) => ({
      kind: isKeyLabel(label) ? 'privateKey' : (kindOf(der) ?? 'structure'),
      der,
      ...(label === undefined ? {} : { label }),
    })),
  );
}

/** A text may explain at length what comes after it. */
const armorHead = 1_048_576;

const foreign: ReadonlySet<ContentKind> = new Set<ContentKind>(['pdf', 'zip', 'image', 'age']);

function isKeyLabel(label: string | undefined): boolean {
  return label?.endsWith('PRIVATE KEY') === true;
}

/** Null: no ASN.1 at all. */
function kindOf(der: Uint8Array): PartKind | null {
  const found = contentKindOf(der);
  switch (found) {
    case 'certificate':
    case 'certificationRequest':
    case 'crl':
    case 'cms':
    case 'pkcs12':
    case 'publicKey':
    case 'privateKey':
      return found;
    case 'encryptedPrivateKey':
      return 'privateKey';
    default:
      return looseKind(der);
  }
}

/** Of what is not quite DER: by the same outlines, read leniently. */
function looseKind(der: Uint8Array): PartKind | null {
  const top = looseElement(der, 0, der.length);
  if (top === null || (top.tag !== tag.sequence && top.tag !== tag.set)) return null;
  const [first, second, third] = childrenOf(der, top);
  if (first === undefined) return der.length === top.end ? 'structure' : null;
  const dotted = firstOid(top, der);
  if (dotted?.startsWith('1.2.840.113549.1.7.') === true) return 'cms';
  // PKCS#8, RFC 5915, PKCS#1, however they are encoded: a key is told before it is shown.
  if (first.tag === tag.integer && isBehindVersion(second?.tag, third?.tag)) return 'privateKey';
  if (first.tag === tag.integer && second?.tag === tag.sequence)
    return firstOid(second, der)?.startsWith('1.2.840.113549.1.7.') === true ? 'pkcs12' : 'structure';
  return first.tag === tag.sequence ? signedKind(der, first) : 'structure';
}

function isBehindVersion(second: number | undefined, third: number | undefined): boolean {
  if (second === tag.octetString) return true;
  return (
    (second === tag.integer && third === tag.integer) ||
    (second === tag.sequence && third === tag.octetString)
  );
}

/** Of the three that are signed, by what is in the part that the signature covers. */
function signedKind(der: Uint8Array, tbs: LooseElement): PartKind {
  const tags = childrenOf(der, tbs).map((child) => child.tag);
  const lists = (from: number, count: number) =>
    tags.slice(from, from + count).every((each) => each === tag.sequence) && tags.length >= from + count;
  // Nothing else begins so: also where it is cut short.
  if (tags[0] === contextTag(0) && tags[1] === tag.integer) return 'certificate';
  if (tags[0] === tag.integer && lists(1, 4)) return 'certificate';
  const isTime = (each: number | undefined) => each === tag.utcTime || each === tag.generalizedTime;
  const skipped = tags[0] === tag.integer ? 1 : 0;
  if (lists(skipped, 2) && isTime(tags[skipped + 2])) return 'crl';
  return tags[0] === tag.integer && lists(1, 2) ? 'certificationRequest' : 'structure';
}

function childrenOf(der: Uint8Array, { contentStart, contentEnd }: LooseElement): readonly LooseElement[] {
  return looseChildren(der, contentStart, contentEnd, 12).elements;
}

/** The fields of a part. Null for a private key, of which nothing is shown, and for what is no element. */
export function describePart({ kind, der }: FilePart): Description | null {
  const schema = schemas[kind];
  return schema === null ? null : describe(der, schema);
}

const schemas: Readonly<Record<PartKind, Schema | null>> = {
  certificate: certificateSchema,
  certificationRequest: requestSchema,
  crl: crlSchema,
  cms: cmsSchema,
  pkcs12: pkcs12Schema,
  publicKey: publicKeySchema('SubjectPublicKeyInfo', 'RFC 5280 §4.1.2.7'),
  privateKey: null,
  structure: { name: 'ASN.1' },
};

/** Certificates and CRLs that a SignedData carries (RFC 5652 §5.1), in their order, as octets. */
export function carriedBy(cmsDer: Uint8Array): readonly FilePart[] {
  const top = looseElement(cmsDer, 0, cmsDer.length);
  if (top === null || firstOid(top, cmsDer) !== cms.signedData) return [];
  const content = childrenOf(cmsDer, top)[1];
  const signedData = content === undefined ? undefined : childrenOf(cmsDer, content)[0];
  if (signedData === undefined) return [];
  return childrenOf(cmsDer, signedData).flatMap((list): readonly FilePart[] => {
    const kind = list.tag === contextTag(0) ? 'certificate' : list.tag === contextTag(1) ? 'crl' : null;
    if (kind === null) return [];
    const { elements } = looseChildren(cmsDer, list.contentStart, list.contentEnd, partLimit);
    return elements
      .filter((each) => each.tag === tag.sequence)
      .map(({ start, end }) => ({ kind, der: cmsDer.slice(start, end) }));
  });
}

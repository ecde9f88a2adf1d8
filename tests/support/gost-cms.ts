import { schemes } from '#adapters/gost/scheme.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { type GostEncoding, gostKeyOid } from '#domain/der/gost-key.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { contextTag } from '#domain/der/tag.ts';
import {
  element,
  explicit,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  setOf,
  unsignedInteger,
} from '#domain/der/writer.ts';
import type { Signer } from '#ports/signature-suite.ts';

const idData = '1.2.840.113549.1.7.1';
const idSignedData = '1.2.840.113549.1.7.2';

export const digestOids: Readonly<Record<GostEncoding, string>> = {
  rfc4491: oid.gostR3411,
  kz2004: oid.kzGost34311,
  '2012-512': oid.streebog512,
  kz2015: oid.kzStreebog512,
};

export interface CmsChange {
  readonly detached?: boolean;
  readonly withoutAttributes?: boolean;
  readonly digestOid?: string;
  readonly signatureOid?: string;
  readonly contentTypeOid?: string;
  /** What the messageDigest attribute is taken of. */
  readonly digested?: Uint8Array;
  readonly attributes?: (attributes: readonly Uint8Array[]) => readonly Uint8Array[];
  readonly signature?: (signature: Uint8Array) => Uint8Array;
}

/** A SignedData with one signer (RFC 5652 §5.1), as RFC 4490 and RFC 9215 have it, or with Kazakhstan's identifiers. */
export async function gostSignedData(
  encoding: GostEncoding,
  { der, tbs }: Certificate,
  sign: Signer,
  content: Uint8Array,
  change: CmsChange = {},
): Promise<Uint8Array> {
  const digestAlgorithm = sequence(objectIdentifier(change.digestOid ?? digestOids[encoding]));
  const digest = schemes[encoding].digest(change.digested ?? content);
  const attributes = [
    attribute('1.2.840.113549.1.9.3', objectIdentifier(change.contentTypeOid ?? idData)),
    attribute('1.2.840.113549.1.9.4', octetString(digest)),
  ];
  const attributesDer = setOf(...(change.attributes?.(attributes) ?? attributes));
  const signed = change.withoutAttributes === true ? content : attributesDer;
  const signature = await sign(signed);
  const signerInfo = sequence(
    integer(1),
    sequence(tbs.issuer.der, unsignedInteger(tbs.serialNumber)),
    digestAlgorithm,
    ...(change.withoutAttributes === true ? [] : [implicitSet(attributesDer)]),
    sequence(objectIdentifier(change.signatureOid ?? gostKeyOid(encoding))),
    octetString(change.signature?.(signature) ?? signature),
  );
  const inside = change.detached === true ? [] : [explicit(0, octetString(content))];
  const signedData = sequence(
    integer(1),
    setOf(digestAlgorithm),
    sequence(objectIdentifier(idData), ...inside),
    element(contextTag(0), der),
    setOf(signerInfo),
  );
  return sequence(objectIdentifier(idSignedData), explicit(0, signedData));
}

export function attribute(type: string, ...values: readonly Uint8Array[]): Uint8Array {
  return sequence(objectIdentifier(type), setOf(...values));
}

/** `[0] IMPLICIT SET OF`: the same octets under another first one. */
function implicitSet(setDer: Uint8Array): Uint8Array {
  const implicit = Uint8Array.from(setDer);
  implicit[0] = contextTag(0);
  return implicit;
}

import { createHash, type KeyObject, sign } from 'node:crypto';
import { cms } from '#domain/der/cms-identifiers.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { contextTag } from '#domain/der/tag.ts';
import {
  derNull,
  element,
  explicit,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  setOf,
  unsignedInteger,
} from '#domain/der/writer.ts';
import {
  type TestAuthority,
  aCertificate,
  anAuthority,
  newSerial,
  readOrThrow,
} from './authority-samples.ts';
import { attribute } from './gost-cms.ts';
import { type KeyPair, ecKeyPair, rsaKeyPair } from './request-samples.ts';

export interface DocumentKey {
  readonly key: KeyPair;
  readonly certificateDer: Uint8Array;
}

/** Of the same authority when it is given; `number` tells two of them apart. */
export function aDocumentKey(
  kind: 'ecdsa' | 'rsa' = 'ecdsa',
  number = 1,
  authority: TestAuthority = anAuthority(),
): DocumentKey {
  const key = kind === 'ecdsa' ? ecKeyPair('P-256') : rsaKeyPair(2048);
  const choice = { spkiDer: key.spkiDer, serialNumber: newSerial(number) };
  return { key, certificateDer: aCertificate(authority, choice) };
}

/** Departures from a document that is right; each part given stands in place of the right one. */
export interface DocumentChange {
  readonly detached?: boolean;
  /** What stands inside, whatever was signed. */
  readonly inside?: Uint8Array;
  readonly digested?: Uint8Array;
  /** Node's name of the hash, and the two identifiers that go with it. */
  readonly hash?: string;
  readonly digestOid?: string;
  readonly signatureOid?: string;
  readonly contentTypeOid?: string;
  readonly withoutAttributes?: boolean;
  /** In DER's order afterwards, unless `unsorted`. */
  readonly attributes?: (right: readonly Uint8Array[]) => readonly Uint8Array[];
  readonly unsorted?: boolean;
  readonly certificates?: readonly Uint8Array[];
  /** SubjectKeyIdentifier in place of issuer and serial number. */
  readonly keyIdentifier?: Uint8Array;
  readonly signers?: number;
  readonly signature?: (right: Uint8Array) => Uint8Array;
  readonly unsigned?: readonly Uint8Array[];
}

/** SignedData (RFC 5652 §5.1) by Node's own cryptography. */
export function signedDocument(
  { key, certificateDer }: DocumentKey,
  content: Uint8Array,
  change: DocumentChange = {},
): Uint8Array {
  const hash = change.hash ?? 'sha256';
  const digestAlgorithm = sequence(objectIdentifier(change.digestOid ?? cms.sha256), derNull);
  const digest = Uint8Array.from(
    createHash(hash)
      .update(change.digested ?? content)
      .digest(),
  );
  const right = [
    attribute(cms.contentType, objectIdentifier(change.contentTypeOid ?? cms.data)),
    attribute(cms.messageDigest, octetString(digest)),
  ];
  const attributes = change.attributes?.(right) ?? right;
  const attributesDer = change.unsorted === true ? element(0x31, ...attributes) : setOf(...attributes);
  const implicit = Uint8Array.from(attributesDer);
  implicit[0] = contextTag(0);
  const signature = signatureOf(
    key.privateKey,
    change.withoutAttributes === true ? content : attributesDer,
    hash,
  );
  const signatureOid =
    change.signatureOid ?? (isRsa(key.privateKey) ? oid.sha256WithRsa : oid.ecdsaWithSha256);
  const { tbs } = readOrThrow(certificateDer);
  const signer = sequence(
    integer(change.keyIdentifier === undefined ? 1 : 3),
    change.keyIdentifier === undefined
      ? sequence(tbs.issuer.der, unsignedInteger(tbs.serialNumber))
      : element(0x80, change.keyIdentifier),
    digestAlgorithm,
    ...(change.withoutAttributes === true ? [] : [implicit]),
    isRsa(key.privateKey)
      ? sequence(objectIdentifier(signatureOid), derNull)
      : sequence(objectIdentifier(signatureOid)),
    octetString(change.signature?.(signature) ?? signature),
    ...(change.unsigned === undefined ? [] : [element(contextTag(1), ...change.unsigned)]),
  );
  const inside = change.detached === true ? [] : [explicit(0, octetString(change.inside ?? content))];
  return contentInfo(
    setOf(digestAlgorithm),
    sequence(objectIdentifier(cms.data), ...inside),
    element(contextTag(0), ...(change.certificates ?? [certificateDer])),
    setOf(...Array.from({ length: change.signers ?? 1 }, () => signer)),
  );
}

/** A ContentInfo of a SignedData with these parts after its version. */
export function contentInfo(...parts: readonly Uint8Array[]): Uint8Array {
  return sequence(objectIdentifier(cms.signedData), explicit(0, sequence(integer(1), ...parts)));
}

/** SigningCertificateV2 (RFC 5035 §3) of one certificate, with SHA-256 unless told otherwise. */
export function signingCertificateV2(
  certificateDer: Uint8Array,
  hash = 'sha256',
  digestOid?: string,
): Uint8Array {
  const digest = Uint8Array.from(createHash(hash).update(certificateDer).digest());
  const algorithm = digestOid === undefined ? [] : [sequence(objectIdentifier(digestOid))];
  return attribute(cms.signingCertificateV2, sequence(sequence(sequence(...algorithm, octetString(digest)))));
}

function signatureOf(privateKey: KeyObject, message: Uint8Array, hash: string): Uint8Array {
  return Uint8Array.from(sign(hash, message, privateKey));
}

function isRsa(privateKey: KeyObject): boolean {
  return privateKey.asymmetricKeyType === 'rsa';
}

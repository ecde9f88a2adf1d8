import { type Result, err } from '#domain/base/result.ts';
import { type AlgorithmIdentifier, algorithmOf } from './algorithm.ts';
import { DerError, type DerRefusal, reading } from './der-refusal.ts';
import { childrenOf, integerOctetsOf, oidOf } from './element.ts';
import { cms } from './cms-identifiers.ts';
import {
  type DerElement,
  type ReadLimits,
  type ToleratedDeviation,
  contentOf,
  octetsOf,
  readDer,
} from './reader.ts';
import { type SignedAttributes, signedAttributesOf } from './signed-attributes.ts';
import { contextTag, primitiveContextTag, tag } from './tag.ts';

/** A SignedData (RFC 5652 §5.1) taken apart. Views of the file, no copies. */
export interface SignedData {
  readonly contentTypeOid: string;
  /** Absent when the content lies beside it. */
  readonly content?: Uint8Array;
  /** The X.509 certificates of CertificateSet; its other choices are obsolete and not read. */
  readonly certificatesDer: readonly Uint8Array[];
  readonly crlsDer: readonly Uint8Array[];
  readonly signerInfos: readonly SignerInfo[];
}

/** RFC 5652 §5.3. */
export interface SignerInfo {
  readonly sid: SignerIdentifier;
  readonly digestAlgorithm: AlgorithmIdentifier;
  readonly signedAttributes?: SignedAttributes;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
}

export type SignerIdentifier =
  | {
      readonly type: 'issuerAndSerialNumber';
      readonly issuerDer: Uint8Array;
      readonly serialNumber: Uint8Array;
    }
  | { readonly type: 'subjectKeyIdentifier'; readonly keyIdentifier: Uint8Array };

export type SignedDataRefusal = DerRefusal | { readonly type: 'NotSignedData' };

/** A signer, a chain, their CRLs and a time stamp have some two thousand elements. */
const limits = { octets: 1_100_000, elements: 10_000, depth: 32 } as const satisfies ReadLimits;

/** DER only (X.690 §10): the same octets are the same document to every reader. */
export function readSignedData(bytes: Uint8Array): Result<SignedData, SignedDataRefusal> {
  if (bytes[0] !== tag.sequence) return err({ type: 'NotSignedData' });
  const toleratedDeviations: ToleratedDeviation[] = [];
  const top = reading(() => readDer(bytes, { ...limits, toleratedDeviations }));
  if (!top.ok) return top;
  const [type, content] = top.value.children;
  const isSigned = type?.tag === tag.objectIdentifier && oidOf(type, 'contentType') === cms.signedData;
  if (!isSigned || content?.tag !== contextTag(0)) return err({ type: 'NotSignedData' });
  return reading(() => {
    const outer = childrenOf(top.value, tag.sequence, 'contentInfo');
    outer.takeAny('contentType');
    const inner = childrenOf(outer.take(contextTag(0), 'content'), contextTag(0), 'content');
    const signedData = inner.take(tag.sequence, 'signedData');
    inner.end('content');
    outer.end('contentInfo');
    return signedDataOf(signedData, toleratedDeviations);
  });
}

function signedDataOf(element: DerElement, deviations: readonly ToleratedDeviation[]): SignedData {
  const parts = childrenOf(element, tag.sequence, 'signedData');
  parts.take(tag.integer, 'version');
  const digests = parts.take(tag.set, 'digestAlgorithms');
  for (const digest of digests.children) algorithmOf(digest, 'digestAlgorithms');
  const encapsulated = childrenOf(
    parts.take(tag.sequence, 'encapContentInfo'),
    tag.sequence,
    'encapContentInfo',
  );
  const contentTypeOid = oidOf(encapsulated.take(tag.objectIdentifier, 'eContentType'), 'eContentType');
  const explicitContent = encapsulated.takeOptional(contextTag(0));
  encapsulated.end('encapContentInfo');
  const certificates = parts.takeOptional(contextTag(0));
  const crls = parts.takeOptional(contextTag(1));
  const signers = parts.take(tag.set, 'signerInfos');
  parts.end('signedData');
  refuseDeviations(deviations, [certificates, crls, ...signers.children.map(unsignedAttributesOf)]);
  return {
    contentTypeOid,
    ...(explicitContent === undefined ? {} : { content: contentIn(explicitContent) }),
    certificatesDer: sequencesOf(certificates),
    crlsDer: sequencesOf(crls),
    signerInfos: signers.children.map(signerInfoOf),
  };
}

/** What is tolerated in certificates is tolerated where foreign ones lie, which nobody's signature here covers; and nowhere else. */
function refuseDeviations(
  deviations: readonly ToleratedDeviation[],
  foreign: readonly (DerElement | undefined)[],
): void {
  for (const { problem, offset } of deviations) {
    const isForeign = foreign.some((part) => part !== undefined && offset >= part.start && offset < part.end);
    if (!isForeign) throw new DerError(problem, offset);
  }
}

function unsignedAttributesOf({ children }: DerElement): DerElement | undefined {
  const last = children[children.length - 1];
  return last?.tag === contextTag(1) ? last : undefined;
}

function contentIn(explicit: DerElement): Uint8Array {
  const inside = childrenOf(explicit, contextTag(0), 'eContent');
  const octets = inside.take(tag.octetString, 'eContent');
  inside.end('eContent');
  return contentOf(octets);
}

function sequencesOf(list: DerElement | undefined): readonly Uint8Array[] {
  return (list?.children ?? []).filter((each) => each.tag === tag.sequence).map(octetsOf);
}

function signerInfoOf(element: DerElement): SignerInfo {
  const parts = childrenOf(element, tag.sequence, 'signerInfo');
  parts.take(tag.integer, 'signerInfo.version');
  const sid = signerIdentifierOf(parts.takeAny('sid'));
  const digestAlgorithm = algorithmOf(parts.take(tag.sequence, 'digestAlgorithm'), 'digestAlgorithm');
  const attributes = parts.takeOptional(contextTag(0));
  const signatureAlgorithm = algorithmOf(
    parts.take(tag.sequence, 'signatureAlgorithm'),
    'signatureAlgorithm',
  );
  const signature = contentOf(parts.take(tag.octetString, 'signature'));
  parts.takeOptional(contextTag(1));
  parts.end('signerInfo');
  return {
    sid,
    digestAlgorithm,
    signatureAlgorithm,
    signature,
    ...(attributes === undefined ? {} : { signedAttributes: signedAttributesOf(attributes) }),
  };
}

function signerIdentifierOf(element: DerElement): SignerIdentifier {
  if (element.tag === primitiveContextTag(0))
    return { type: 'subjectKeyIdentifier', keyIdentifier: contentOf(element) };
  const parts = childrenOf(element, tag.sequence, 'sid');
  const issuerDer = octetsOf(parts.take(tag.sequence, 'sid.issuer'));
  const serialNumber = integerOctetsOf(parts.take(tag.integer, 'sid.serialNumber'), 'sid.serialNumber');
  parts.end('sid');
  return { type: 'issuerAndSerialNumber', issuerDer, serialNumber };
}

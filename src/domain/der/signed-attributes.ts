import { compareBytes } from '#domain/base/bytes.ts';
import type { Instant } from '#domain/base/instant.ts';
import { algorithmOf } from './algorithm.ts';
import { DerError } from './der-refusal.ts';
import { childrenOf, oidOf, timeOf } from './element.ts';
import { cms } from './cms-identifiers.ts';
import { type DerElement, contentOf, octetsOf } from './reader.ts';
import { tag } from './tag.ts';

/** SignedAttributes (RFC 5652 §5.3); what is absent, or stands twice, or has not one value, is not here. */
export interface SignedAttributes {
  /** SET OF in DER, as the signature covers them (RFC 5652 §5.4). */
  readonly der: Uint8Array;
  /** RFC 5652 §11.1. */
  readonly contentTypeOid: string | null;
  /** RFC 5652 §11.2. */
  readonly messageDigest: Uint8Array | null;
  /** RFC 5652 §11.3: the signer's word only. */
  readonly signingTime: Instant | null;
  /** `undefined`: no such attribute. `null`: one that can't be read, or several. */
  readonly signingCertificate: CertificateDigest | null | undefined;
}

/** The first ESSCertIDv2 (RFC 5035 §4), which is the signer's own certificate. */
export interface CertificateDigest {
  readonly digestOid: string;
  readonly digest: Uint8Array;
}

/** Of `[0] IMPLICIT`. Throws `DerError`. */
export function signedAttributesOf(element: DerElement): SignedAttributes {
  refuseWrongOrder(element);
  const der = Uint8Array.from(octetsOf(element));
  der[0] = tag.set;
  const attributes = element.children.map((attribute) => {
    const parts = childrenOf(attribute, tag.sequence, 'signedAttrs');
    const type = oidOf(parts.take(tag.objectIdentifier, 'attrType'), 'attrType');
    const values = parts.take(tag.set, 'attrValues').children;
    parts.end('signedAttrs');
    return { type, values };
  });
  const only = (wanted: string): DerElement | null => {
    const [found, more] = attributes.filter(({ type }) => type === wanted);
    const [value, moreValues] = found?.values ?? [];
    return more === undefined && moreValues === undefined ? (value ?? null) : null;
  };
  const contentType = only(cms.contentType);
  const digest = only(cms.messageDigest);
  const time = only(cms.signingTime);
  const certificate = only(cms.signingCertificateV2);
  const hasCertificate = attributes.some(({ type }) => type === cms.signingCertificateV2);
  return {
    der,
    contentTypeOid: contentType?.tag === tag.objectIdentifier ? oidOf(contentType, 'contentType') : null,
    messageDigest: digest?.tag === tag.octetString ? contentOf(digest) : null,
    signingTime: time === null ? null : timeOf(time, 'signingTime'),
    signingCertificate: hasCertificate ? certificate && certificateDigestOf(certificate) : undefined,
  };
}

/** X.690 §11.6; the reader looks at universal sets alone. */
function refuseWrongOrder({ children }: DerElement): void {
  for (let i = 1; i < children.length; i++) {
    const [before, after] = [children[i - 1], children[i]];
    if (before !== undefined && after !== undefined && compareBytes(octetsOf(before), octetsOf(after)) > 0)
      throw new DerError('SetOrder', after.start, 'signedAttrs');
  }
}

/** SHA-256 is the default and is not written (RFC 5035 §4). */
function certificateDigestOf(element: DerElement): CertificateDigest {
  const part = 'signingCertificateV2';
  const [certificates] = childrenOf(element, tag.sequence, part).takeAny(part).children;
  if (certificates === undefined) throw new DerError('MissingElement', element.start, part);
  const parts = childrenOf(certificates, tag.sequence, part);
  const algorithm = parts.takeOptional(tag.sequence);
  const digest = contentOf(parts.take(tag.octetString, part));
  return { digestOid: algorithm === undefined ? cms.sha256 : algorithmOf(algorithm, part).oid, digest };
}

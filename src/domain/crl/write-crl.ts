import type { KeySuite } from '#domain/authority/station.ts';
import { writeAuthorityKeyIdentifier } from '#domain/certificate/certificate-extensions.ts';
import { keySuites } from '#domain/certificate/key-suite.ts';
import type { Instant } from '#domain/base/instant.ts';
import { onlyAuthoritiesDer } from './only-authorities.ts';
import { writeExtension } from '#domain/der/extension.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { tag } from '#domain/der/tag.ts';
import {
  bitString,
  element,
  explicit,
  generalizedTime,
  headerLength,
  integer,
  sequence,
  time,
  writeHeader,
} from '#domain/der/writer.ts';

export interface CrlContent {
  /** Subject of the authority's certificate, byte for byte. */
  readonly issuerDer: Uint8Array;
  readonly suite: KeySuite;
  readonly thisUpdate: Instant;
  readonly nextUpdate: Instant;
  readonly crlNumber: bigint;
  readonly authorityKeyIdentifier: Uint8Array;
  /** Revoked certificates that expired after this stay listed (X.509 §8.5.2.12). */
  readonly expiredCertsOnCrl?: Instant;
  /** The Root's list is of authorities alone (RFC 5280 §5.2.5). */
  readonly onlyAuthorities?: boolean;
  /** Encoded entries, see `crl-chunk.ts`. */
  readonly chunks: readonly { readonly octets: Uint8Array }[];
}

/**
 * TBSCertList (RFC 5280 §5.1), version 2, in one buffer of the right size, so that a million entries cost one copy.
 * Without entries revokedCertificates is absent, not empty (§5.1.2.6).
 */
export function writeTbsCertList(content: CrlContent): Uint8Array {
  const head = [
    integer(1), // v2
    keySuites[content.suite].signatureAlgorithmDer,
    content.issuerDer,
    time(content.thisUpdate),
    time(content.nextUpdate),
  ];
  const tail = explicit(0, sequence(...crlExtensions(content)));
  const entryOctets = totalLength(content.chunks.map(({ octets }) => octets));
  const listOctets = entryOctets === 0 ? 0 : headerLength(entryOctets) + entryOctets;
  const innerOctets = totalLength(head) + listOctets + tail.length;
  const whole = new Uint8Array(headerLength(innerOctets) + innerOctets);
  let at = writeHeader(whole, 0, tag.sequence, innerOctets);
  const put = (part: Uint8Array): void => {
    whole.set(part, at);
    at += part.length;
  };
  head.forEach(put);
  if (entryOctets > 0) {
    at = writeHeader(whole, at, tag.sequence, entryOctets);
    for (const { octets } of content.chunks) put(octets);
  }
  put(tail);
  return whole;
}

/** CertificateList ::= tbs, algorithm, signature; for ECDSA the signature is an Ecdsa-Sig-Value. */
export function assembleCrl(tbsDer: Uint8Array, suite: KeySuite, signature: Uint8Array): Uint8Array {
  return element(tag.sequence, tbsDer, keySuites[suite].signatureAlgorithmDer, bitString(signature));
}

function crlExtensions(content: CrlContent): readonly Uint8Array[] {
  const { expiredCertsOnCrl, onlyAuthorities } = content;
  return [
    writeAuthorityKeyIdentifier(content.authorityKeyIdentifier),
    writeExtension(oid.crlNumber, false, integer(content.crlNumber)),
    ...(expiredCertsOnCrl === undefined
      ? []
      : [writeExtension(oid.expiredCertsOnCrl, false, generalizedTime(expiredCertsOnCrl))]),
    ...(onlyAuthorities === true
      ? [writeExtension(oid.issuingDistributionPoint, true, onlyAuthoritiesDer)]
      : []),
  ];
}

function totalLength(parts: readonly Uint8Array[]): number {
  return parts.reduce((length, part) => length + part.length, 0);
}

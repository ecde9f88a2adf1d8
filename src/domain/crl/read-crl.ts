import { type ArmorRefusal, readArmor } from '#domain/der/armor.ts';
import { err, type Result } from '#domain/base/result.ts';
import { algorithmOf } from '#domain/der/algorithm.ts';
import { type ContentKind, contentKindOf } from '#domain/der/content-kind.ts';
import { DerError, type DerRefusal, reading } from '#domain/der/der-refusal.ts';
import { timeOf, smallIntegerOf, wholeBitStringOf } from '#domain/der/element.ts';
import { type Extension, extensionByOid, extensionsOf } from '#domain/der/extension.ts';
import {
  readAuthorityKeyIdentifier,
  readCrlNumber,
  readTimeExtension,
} from '#domain/der/extension-values.ts';
import { nameOf } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import {
  certificateLimits,
  type DerElement,
  type ToleratedDeviation,
  readDer,
  readHeader,
} from '#domain/der/reader.ts';
import { contextTag, tag } from '#domain/der/tag.ts';
import type { CertificateList, TbsCertList } from './certificate-list.ts';
import { readCrlEntries } from './crl-entries.ts';
import { withOffset } from './entry-scanner.ts';

export type CrlRefusal =
  | { readonly type: 'FileTooLarge'; readonly limitOctets: number; readonly seenOctets: number }
  | { readonly type: 'NotACrl'; readonly found: ContentKind }
  | ArmorRefusal
  | DerRefusal;

/** Over two million entries; larger ones are split by those who issue them. */
export const crlFileLimitOctets = 128 * 1024 * 1024;

/** A CRL from a file of DER or PEM. */
export function readCrlFile(file: Uint8Array): Result<CertificateList, CrlRefusal> {
  if (file.length > crlFileLimitOctets) {
    return err({ type: 'FileTooLarge', limitOctets: crlFileLimitOctets, seenOctets: file.length });
  }
  const found = contentKindOf(file);
  if (found !== 'crl' && found !== 'unknown') return err({ type: 'NotACrl', found });
  const armor = readArmor(file);
  if (!armor.ok) return armor.error.type === 'ArmorMissing' ? err({ type: 'NotACrl', found }) : armor;
  const [block] = armor.value;
  return block === undefined ? err({ type: 'NotACrl', found }) : readCrl(block.der);
}

/** CertificateList (RFC 5280 §5.1) of any issuer; a cursor instead of a tree, since entries may be many. */
export function readCrl(der: Uint8Array): Result<CertificateList, DerRefusal> {
  return reading(() => {
    if (der.length === 0) throw new DerError('Empty', 0);
    if (der.length > crlFileLimitOctets) throw new DerError('TooLarge', crlFileLimitOctets);
    const whole = cursorOf(der, 0, der.length, 'certificateList');
    if (whole.end !== der.length) throw new DerError('TrailingOctets', whole.end);
    const tbsStart = whole.position();
    const tbs = parseTbsCertList(der, tbsStart, whole.end);
    whole.skip();
    const toleratedDeviations: ToleratedDeviation[] = [];
    const signatureAlgorithm = algorithmOf(whole.take(toleratedDeviations), 'signatureAlgorithm');
    const signature = wholeBitStringOf(whole.take(toleratedDeviations), 'signatureValue');
    whole.finish('certificateList');
    return { der, tbs, signatureAlgorithm, signature };
  });
}

/** TBSCertList alone, for the examination before the key signs. Throws `DerError`. */
export function parseTbsCertList(bytes: Uint8Array, start = 0, limit: number = bytes.length): TbsCertList {
  const cursor = cursorOf(bytes, start, limit, 'tbsCertList');
  const toleratedDeviations: ToleratedDeviation[] = [];
  const version =
    cursor.peek() === tag.integer ? smallIntegerOf(cursor.take(toleratedDeviations), 'version') + 1 : 1;
  const signature = algorithmOf(cursor.take(toleratedDeviations), 'signature');
  const issuer = nameOf(cursor.take(toleratedDeviations), 'issuer');
  const times = [cursor.take(toleratedDeviations)];
  if (cursor.peek() === tag.utcTime || cursor.peek() === tag.generalizedTime)
    times.push(cursor.take(toleratedDeviations));
  const [thisUpdate, nextUpdate] = times.map((element) => timeOf(element, 'thisUpdate'));
  if (thisUpdate === undefined) throw new DerError('MissingElement', start, 'thisUpdate');
  let range = { contentStart: 0, end: 0 };
  const hasList = cursor.peek() === tag.sequence;
  if (hasList) range = cursor.skip();
  const entries = readCrlEntries(bytes, range.contentStart, range.end, toleratedDeviations);
  const list = cursor.peek() === contextTag(0) ? cursor.take(toleratedDeviations) : undefined;
  cursor.finish('tbsCertList');
  const extensions =
    list === undefined ? undefined : extensionsOf(onlyChild(list), 'crlExtensions', toleratedDeviations);
  return {
    der: bytes.subarray(start, cursor.end),
    version,
    signature,
    issuer,
    thisUpdate,
    ...(nextUpdate === undefined ? {} : { nextUpdate }),
    timeTags: times.map((element) => element.tag),
    entries,
    hasEmptyList: hasList && entries.count === 0,
    ...(extensions === undefined ? {} : { extensions, ...extensionValues(extensions) }),
    derOddities: toleratedDeviations,
  };
}

function extensionValues(
  extensions: readonly Extension[],
): Pick<TbsCertList, 'crlNumber' | 'authorityKeyIdentifier' | 'expiredCertsOnCrl'> {
  const number = extensionByOid(extensions, oid.crlNumber);
  const authority = extensionByOid(extensions, oid.authorityKeyIdentifier);
  const expired = extensionByOid(extensions, oid.expiredCertsOnCrl);
  return {
    ...(number === null ? {} : { crlNumber: readCrlNumber(number.valueDer) }),
    ...(authority === null ? {} : { authorityKeyIdentifier: readAuthorityKeyIdentifier(authority.valueDer) }),
    ...(expired === null
      ? {}
      : { expiredCertsOnCrl: readTimeExtension(expired.valueDer, 'expiredCertsOnCRL') }),
  };
}

interface Cursor {
  readonly end: number;
  position(): number;
  peek(): number | undefined;
  /** Reads the next element whole. */
  take(toleratedDeviations: ToleratedDeviation[]): DerElement;
  /** Passes over the next element unread. */
  skip(): { readonly contentStart: number; readonly end: number };
  finish(part: string): void;
}

/** Over the content of the SEQUENCE at `start`. */
function cursorOf(bytes: Uint8Array, start: number, limit: number, part: string): Cursor {
  const header = readHeader(bytes, start, limit);
  if (header.tag !== tag.sequence) throw new DerError('UnexpectedElement', start, part);
  let next = header.contentStart;
  return {
    end: header.end,
    position: () => next,
    peek: () => (next < header.end ? bytes[next] : undefined),
    take(toleratedDeviations) {
      const from = next;
      const child = readHeader(bytes, from, header.end);
      next = child.end;
      return withOffset(from, () =>
        readDer(bytes.subarray(from, child.end), { ...certificateLimits, toleratedDeviations }),
      );
    },
    skip() {
      const child = readHeader(bytes, next, header.end);
      next = child.end;
      return child;
    },
    finish(name) {
      if (next !== header.end) throw new DerError('UnexpectedElement', next, name);
    },
  };
}

function onlyChild(element: DerElement): DerElement {
  const [child, more] = element.children;
  if (child === undefined || more !== undefined)
    throw new DerError('UnexpectedElement', element.start, 'crlExtensions');
  return child;
}

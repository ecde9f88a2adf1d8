import { algorithmOf } from '#domain/der/algorithm.ts';
import { DerError } from '#domain/der/der-refusal.ts';
import { childrenOf, integerOctetsOf, smallIntegerOf, timeOf } from '#domain/der/element.ts';
import { extensionsOf } from '#domain/der/extension.ts';
import { nameOf } from '#domain/der/name.ts';
import { publicKeyOf } from '#domain/der/public-key.ts';
import { type DerElement, octetsOf, type ToleratedDeviation } from '#domain/der/reader.ts';
import { contextTag, primitiveContextTag, tag } from '#domain/der/tag.ts';
import type { TbsCertificate } from './certificate.ts';

/** TBSCertificate (RFC 5280 §4.1). `toleratedDeviations` is the list given to `readDer`; more is added. Throws `DerError`. */
export function parseTbsCertificate(
  element: DerElement,
  toleratedDeviations: ToleratedDeviation[],
): TbsCertificate {
  const part = 'tbsCertificate';
  const parts = childrenOf(element, tag.sequence, part);
  const version = versionOf(parts.takeOptional(contextTag(0)), toleratedDeviations);
  const serialNumber = integerOctetsOf(parts.take(tag.integer, 'serialNumber'), 'serialNumber');
  const signature = algorithmOf(parts.take(tag.sequence, 'signature'), 'signature');
  const issuer = nameOf(parts.take(tag.sequence, 'issuer'), 'issuer');
  const validity = childrenOf(parts.take(tag.sequence, 'validity'), tag.sequence, 'validity');
  const notBefore = validity.takeAny('notBefore');
  const notAfter = validity.takeAny('notAfter');
  validity.end('validity');
  const subject = nameOf(parts.take(tag.sequence, 'subject'), 'subject');
  const publicKey = publicKeyOf(parts.take(tag.sequence, 'subjectPublicKeyInfo'), 'subjectPublicKeyInfo');
  const issuerUniqueId = parts.takeOptional(primitiveContextTag(1));
  const subjectUniqueId = parts.takeOptional(primitiveContextTag(2));
  const list = parts.takeOptional(contextTag(3));
  parts.end(part);
  const tbs: TbsCertificate = {
    der: octetsOf(element),
    version,
    serialNumber,
    signature,
    issuer,
    notBefore: timeOf(notBefore, 'notBefore'),
    notAfter: timeOf(notAfter, 'notAfter'),
    timeTags: [notBefore.tag, notAfter.tag],
    subject,
    publicKey,
    hasUniqueIdentifiers: issuerUniqueId !== undefined || subjectUniqueId !== undefined,
    derOddities: toleratedDeviations,
  };
  return list === undefined
    ? tbs
    : { ...tbs, extensions: extensionsOf(onlyChild(list), 'extensions', toleratedDeviations) };
}

function versionOf(element: DerElement | undefined, toleratedDeviations: ToleratedDeviation[]): number {
  if (element === undefined) return 1;
  const number = smallIntegerOf(onlyChild(element), 'version');
  // Version 1 is the default value and is not written (X.690 §11.5).
  if (number === 0) toleratedDeviations.push({ problem: 'DefaultValueWritten', offset: element.start });
  return number + 1;
}

function onlyChild(element: DerElement): DerElement {
  const [child, more] = element.children;
  if (child === undefined) throw new DerError('MissingElement', element.start);
  if (more !== undefined) throw new DerError('UnexpectedElement', more.start);
  return child;
}

import {
  acceptedSignatures,
  algorithmName,
  algorithmOf,
  hasRightSignatureParameters,
} from '#domain/der/algorithm.ts';
import type { ArmoredBlock } from '#domain/der/armor.ts';
import { DerError, type DerRefusal } from '#domain/der/der-refusal.ts';
import {
  childrenOf,
  isStringElement,
  oidOf,
  smallIntegerOf,
  textOf,
  wholeBitStringOf,
} from '#domain/der/element.ts';
import { duplicateExtensions, type Extension, extensionsOf } from '#domain/der/extension.ts';
import { type Name, nameOf, shortNameOf } from '#domain/der/name.ts';
import { nameProblems } from '#domain/der/name-bounds.ts';
import { oid, oidName } from '#domain/der/object-identifiers.ts';
import { publicKeyOf, type SubjectPublicKeyInfo } from '#domain/der/public-key.ts';
import { type DerElement, octetsOf, type ToleratedDeviation, readDer } from '#domain/der/reader.ts';
import { contextTag, tag } from '#domain/der/tag.ts';
import { verificationAlgorithm } from '#domain/der/verification-algorithm.ts';
import { hiddenLetter } from '#domain/base/text.ts';
import { err, ok, type Result } from '#domain/base/result.ts';
import type { CertificationRequest, RequestAttribute, RequestOddity } from './certification-request.ts';
import { keyProblems } from './key-rules.ts';
import type { RequestRefusal } from './request-refusal.ts';
import { requestedNotGranted } from './requested-extensions.ts';

/** CertificationRequest (RFC 2986 §4.2) and what we ask of one; see `readCertificationRequest`. */
export function parseCertificationRequest(block: ArmoredBlock): Result<CertificationRequest, RequestRefusal> {
  try {
    const request = parse(block);
    const refusal = keyRefusal(request.publicKey) ?? signatureRefusal(request) ?? duplicateRefusal(request);
    return refusal === null ? ok(request) : err(refusal);
  } catch (error) {
    if (error instanceof RequestRefused) return err(error.refusal);
    if (error instanceof DerError) return err(error.refusal satisfies DerRefusal);
    throw error;
  }
}

/** As `DerError`, for what is DER and is still refused in the middle of the structure. */
class RequestRefused extends Error {
  readonly refusal: RequestRefusal;

  constructor(refusal: RequestRefusal) {
    super(refusal.type);
    this.refusal = refusal;
  }
}

const rdnLimit = 64;

function parse({ der, label }: ArmoredBlock): CertificationRequest {
  const outer = childrenOf(readDer(der), tag.sequence, 'certificationRequest');
  const info = outer.take(tag.sequence, 'certificationRequestInfo');
  const signatureAlgorithm = algorithmOf(
    outer.take(tag.sequence, 'signatureAlgorithm'),
    'signatureAlgorithm',
  );
  const signature = wholeBitStringOf(outer.take(tag.bitString, 'signature'), 'signature');
  outer.end('certificationRequest');

  const parts = childrenOf(info, tag.sequence, 'certificationRequestInfo');
  const version = smallIntegerOf(parts.take(tag.integer, 'version'), 'version');
  if (version !== 0) throw new RequestRefused({ type: 'RequestVersion', version }); // RFC 2986 §4.1
  const subject = nameOf(parts.take(tag.sequence, 'subject'), 'subject');
  if (subject.rdns.length > rdnLimit) {
    throw new RequestRefused({ type: 'TooManyRdns', limit: rdnLimit, seen: subject.rdns.length });
  }
  refuseHiddenLetters(subject);
  const publicKey = publicKeyOf(parts.take(tag.sequence, 'subjectPKInfo'), 'subjectPKInfo');
  const list = parts.takeOptional(contextTag(0));
  parts.end('certificationRequestInfo');

  const attributes = (list?.children ?? []).map(attributeOf);
  const written: ToleratedDeviation[] = [];
  const extensions = requestedExtensions(list?.children ?? [], written);
  const toleratedDeviations: RequestOddity[] = written.map(({ offset }) => ({
    type: 'DefaultValueWritten',
    offset,
  }));
  if (label !== undefined && label !== 'CERTIFICATE REQUEST')
    toleratedDeviations.push({ type: 'OldLabel', label });
  if (list === undefined) toleratedDeviations.push({ type: 'AttributesMissing' });
  if (subject.rdns.length === 0) toleratedDeviations.push({ type: 'SubjectEmpty' });
  toleratedDeviations.push(
    ...nameProblems(subject).map((problem) => ({ type: 'Subject', problem }) as const),
  );
  toleratedDeviations.push(...(list?.children ?? []).flatMap(attributeOddities));
  return {
    der,
    infoDer: octetsOf(info),
    subject,
    publicKey,
    attributes,
    extensions,
    requestedNotGranted: duplicateExtensions(extensions).length > 0 ? [] : requestedNotGranted(extensions),
    signatureAlgorithm,
    signature,
    toleratedDeviations,
  };
}

/** RFC 5280 §7.1 compares names letter by letter: NUL, controls, marks of direction, letters without width. */
function refuseHiddenLetters({ rdns }: Name): void {
  for (const { oid: dotted, value } of rdns.flat()) {
    const codePoint = hiddenLetter(value);
    if (codePoint !== null)
      throw new RequestRefused({ type: 'NameLetterHidden', attribute: shortNameOf(dotted), codePoint });
  }
}

function attributeOf(element: DerElement): RequestAttribute {
  const { dotted, values } = attributeParts(element);
  const readable = dotted === oid.challengePassword ? [] : values.children.filter(isStringElement);
  return { oid: dotted, texts: readable.map((value) => textOf(value, 'attributes')), der: octetsOf(element) };
}

function attributeOddities(element: DerElement): readonly RequestOddity[] {
  const { dotted, values } = attributeParts(element);
  const toleratedDeviations: RequestOddity[] = [];
  if (dotted === oid.challengePassword) toleratedDeviations.push({ type: 'ChallengePassword' });
  if (oidName(dotted) === null) toleratedDeviations.push({ type: 'UnknownAttribute', oid: dotted });
  const count = values.children.length;
  if (count !== 1) toleratedDeviations.push({ type: 'AttributeValues', oid: dotted, count });
  return toleratedDeviations;
}

function attributeParts(element: DerElement): { readonly dotted: string; readonly values: DerElement } {
  const children = childrenOf(element, tag.sequence, 'attributes');
  const dotted = oidOf(children.take(tag.objectIdentifier, 'attributes'), 'attributes');
  const values = children.take(tag.set, 'attributes');
  children.end('attributes');
  return { dotted, values };
}

/** extensionRequest (RFC 2985 §5.4.2) and Microsoft's older form of it; single-valued, and one of them. */
function requestedExtensions(
  attributes: readonly DerElement[],
  toleratedDeviations: ToleratedDeviation[],
): readonly Extension[] {
  const lists = attributes
    .map(attributeParts)
    .filter(({ dotted }) => dotted === oid.extensionRequest || dotted === oid.microsoftExtensionRequest);
  const [list, ...more] = lists;
  if (list === undefined) return [];
  const [value, ...otherValues] = list.values.children;
  if (more.length > 0 || otherValues.length > 0)
    throw new RequestRefused({ type: 'DuplicateAttribute', oid: list.dotted });
  if (value === undefined) throw new DerError('MissingElement', list.values.start, 'extensionRequest');
  return extensionsOf(value, 'extensionRequest', toleratedDeviations);
}

function keyRefusal(publicKey: SubjectPublicKeyInfo): RequestRefusal | null {
  const problems = keyProblems(publicKey);
  return problems.length === 0 ? null : { type: 'KeyRefused', problems };
}

function signatureRefusal({ signatureAlgorithm, publicKey }: CertificationRequest): RequestRefusal | null {
  const accepted = acceptedSignatures.get(signatureAlgorithm.oid);
  const algorithm = algorithmName(signatureAlgorithm.oid);
  if (accepted === undefined) {
    return {
      type: 'SignatureAlgorithm',
      algorithm,
      allowed: [...acceptedSignatures.keys()].map(algorithmName),
    };
  }
  if (!hasRightSignatureParameters(signatureAlgorithm))
    return { type: 'SignatureAlgorithmParameters', algorithm };
  return verificationAlgorithm(signatureAlgorithm, publicKey.key) !== null
    ? null
    : { type: 'SignatureNotOfKey', algorithm, keyAlgorithm: algorithmName(publicKey.algorithm.oid) };
}

function duplicateRefusal({ extensions }: CertificationRequest): RequestRefusal | null {
  const [duplicate] = duplicateExtensions(extensions);
  return duplicate === undefined ? null : { type: 'DuplicateExtension', oid: duplicate };
}

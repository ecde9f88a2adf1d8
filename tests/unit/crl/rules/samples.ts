import { packEntries } from '#domain/crl/crl-chunk.ts';
import { encodeCrlEntry } from '#domain/crl/crl-entry.ts';
import type { CrlContext } from '#domain/crl/crl-rule.ts';
import { reasonNumber } from '#domain/crl/reason-code.ts';
import { writeAuthorityKeyIdentifier } from '#domain/certificate/certificate-extensions.ts';
import { keySuites } from '#domain/certificate/key-suite.ts';
import type { CrlContent } from '#domain/crl/write-crl.ts';
import { writeExtension } from '#domain/der/extension.ts';
import { writeName } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { octetsOf, readDer } from '#domain/der/reader.ts';
import { primitiveContextTag } from '#domain/der/tag.ts';
import {
  derNull,
  element,
  enumerated,
  explicit,
  generalizedTime,
  integer,
  namedBits,
  objectIdentifier,
  sequence,
  time,
  unsignedInteger,
} from '#domain/der/writer.ts';
import { onlyAuthoritiesDer } from '#domain/crl/only-authorities.ts';
import { anAuthority, instant, someOctets } from '#tests/support/authority-samples.ts';
import { anEntry, aTbsCertList, crlContextOf, serialOf, thisUpdate } from '#tests/support/crl-samples.ts';
import { latin1 } from '#tests/support/der-samples.ts';

export interface CrlSample {
  readonly tbsDer: Uint8Array;
  readonly context: CrlContext;
}

const authority = anAuthority();

function sample(content: Partial<CrlContent> = {}, context: Partial<CrlContext> = {}): CrlSample {
  return { tbsDer: aTbsCertList(authority, content), context: crlContextOf(authority, context) };
}

const base = sample();
const rsaAuthority = anAuthority('rsa-3072');

export const goodCrlSamples: Readonly<Record<string, CrlSample>> = {
  'a list of two': base,
  'an empty list': sample({ chunks: [] }),
  'the first list of all': { tbsDer: base.tbsDer, context: firstContext() },
  'a list of all reasons': sample({
    chunks: packEntries(
      (
        [
          'keyCompromise',
          'affiliationChanged',
          'superseded',
          'cessationOfOperation',
          'privilegeWithdrawn',
        ] as const
      ).map((reason, i) => encodeCrlEntry(anEntry(i, reason))),
    ),
  }),
  'a list with an invalidity date': sample({
    chunks: packEntries([
      encodeCrlEntry({ ...anEntry(1, 'keyCompromise'), invalidityDate: instant('2026-05-01T00:00:00Z') }),
    ]),
  }),
  'the Root’s list, of authorities alone': sample({ onlyAuthorities: true }, { onlyAuthorities: true }),
  'a list signed by RSA': { tbsDer: aTbsCertList(rsaAuthority), context: crlContextOf(rsaAuthority) },
};

/** Without a list before it. */
function firstContext(): CrlContext {
  const { issuer, issuerSuite, issuerKeyIdentifier, now, onlyAuthorities } = crlContextOf(authority);
  return { issuer, issuerSuite, issuerKeyIdentifier, now, onlyAuthorities };
}

/** The written list taken apart and put together with some parts anew. */
function rebuilt(change: (parts: Uint8Array[]) => readonly Uint8Array[]): CrlSample {
  return { ...base, tbsDer: sequence(...change(readDer(base.tbsDer).children.map(octetsOf))) };
}

const place = { version: 0, signature: 1, issuer: 2, thisUpdate: 3, nextUpdate: 4, list: 5, extensions: 6 };

function put(where: keyof typeof place, der: Uint8Array | null): CrlSample {
  return rebuilt((parts) =>
    parts.flatMap((part, i) => (i === place[where] ? (der === null ? [] : [der]) : [part])),
  );
}

function entries(...list: readonly Uint8Array[]): CrlSample {
  return put('list', sequence(...list));
}

function entry(
  extensions: readonly Uint8Array[],
  serial = serialOf(1),
  date = time(instant('2026-05-04T03:02:01Z')),
): Uint8Array {
  return sequence(
    unsignedInteger(serial),
    date,
    ...(extensions.length === 0 ? [] : [sequence(...extensions)]),
  );
}

function reason(number: number, critical = false): Uint8Array {
  return writeExtension(oid.reasonCode, critical, enumerated(number));
}

const ownExtensions: readonly Uint8Array[] = [
  writeAuthorityKeyIdentifier(authority.issuer.keyIdentifier),
  writeExtension(oid.crlNumber, false, integer(5)),
  writeExtension(oid.expiredCertsOnCrl, false, generalizedTime(authority.certificate.tbs.notBefore)),
];

function extensions(...list: readonly Uint8Array[]): CrlSample {
  return put('extensions', explicit(0, sequence(...list)));
}

/** By the Root's rules. */
function ofRoot(point: Uint8Array): CrlSample {
  const { tbsDer } = extensions(...ownExtensions, point);
  return { tbsDer, context: crlContextOf(authority, { onlyAuthorities: true }) };
}

/** The three of ours with one in another form. */
function extensionAt(position: number, der: Uint8Array | null): CrlSample {
  return extensions(
    ...ownExtensions.flatMap((own, i) => (i === position ? (der === null ? [] : [der]) : [own])),
  );
}

const invalidityLater = writeExtension(
  oid.invalidityDate,
  false,
  generalizedTime(instant('2026-05-05T00:00:00Z')),
);

export const badCrlSamples: Readonly<Record<string, readonly CrlSample[]>> = {
  'crl-version-2': [put('version', null), put('version', integer(2))],
  'crl-der-strict': [
    put('thisUpdate', element(0x18, latin1('20260601060000.5Z'))),
    extensions(
      ...ownExtensions.slice(0, 2),
      sequence(objectIdentifier('1.2.3'), Uint8Array.of(1, 1, 0), element(4, derNull)),
    ),
  ],
  'crl-signature-algorithm-of-suite': [put('signature', keySuites['rsa-4096'].signatureAlgorithmDer)],
  'crl-signature-algorithm-strong': [put('signature', sequence(objectIdentifier(oid.ecdsaWithSha1)))],
  'crl-issuer-not-empty': [put('issuer', sequence())],
  'crl-issuer-is-authority': [put('issuer', writeName([{ oid: oid.commonName, value: 'Басқа' }]))],
  'crl-issuer-may-sign': [
    {
      ...base,
      context: crlContextOf(authority, {
        issuer: {
          ...authority.certificate.tbs,
          extensions: [{ oid: oid.keyUsage, critical: true, valueDer: namedBits([5]), der: derNull }],
        },
      }),
    },
  ],
  'crl-this-update-not-in-future': [sample({}, { now: instant('2026-06-01T05:59:59Z') })],
  'crl-this-update-within-issuer': [put('thisUpdate', time(instant('2025-12-31T23:59:59Z')))],
  'crl-this-update-rises': [
    sample({}, { last: { crlNumber: 4n, thisUpdate } }),
    sample({}, { last: { crlNumber: 4n, thisUpdate: instant('2027-06-01T06:00:00Z') } }),
  ],
  'crl-next-update-present': [put('nextUpdate', null)],
  'crl-next-update-later': [
    sample({ nextUpdate: thisUpdate }),
    sample({ nextUpdate: instant('2026-06-01T05:59:59Z') }),
  ],
  'crl-next-update-within-issuer': [sample({ nextUpdate: instant('2046-01-01T00:00:00Z') })],
  'crl-time-type': [
    put('thisUpdate', generalizedTime(thisUpdate)),
    put('nextUpdate', generalizedTime(instant('2049-12-31T23:59:59Z'))),
  ],
  'crl-revoked-list-not-empty': [entries()],
  'crl-extensions-no-duplicates': [extensions(...ownExtensions, ...ownExtensions.slice(1, 2))],
  'crl-extensions-not-critical': [extensionAt(1, writeExtension(oid.crlNumber, true, integer(5)))],
  'crl-extensions-of-profile': [
    extensions(...ownExtensions, writeExtension(oid.deltaCrlIndicator, false, integer(1))),
    extensions(...ownExtensions, writeExtension('1.2.3', false, sequence())),
  ],
  'crl-only-authorities': [
    sample({ onlyAuthorities: true }),
    sample({}, { onlyAuthorities: true }),
    ofRoot(writeExtension(oid.issuingDistributionPoint, false, onlyAuthoritiesDer)),
    ofRoot(writeExtension(oid.issuingDistributionPoint, true, sequence())),
  ],
  'crl-authority-key-identifier': [
    extensionAt(0, null),
    extensionAt(0, writeAuthorityKeyIdentifier(someOctets(20))),
    put('extensions', null),
  ],
  'crl-authority-key-identifier-plain': [
    extensionAt(
      0,
      writeExtension(
        oid.authorityKeyIdentifier,
        false,
        sequence(
          element(primitiveContextTag(0), authority.issuer.keyIdentifier),
          element(primitiveContextTag(2), Uint8Array.of(1)),
        ),
      ),
    ),
  ],
  'crl-number-present': [extensionAt(1, null)],
  'crl-number-positive': [
    sample({ crlNumber: 0n }),
    sample({ crlNumber: -1n }),
    sample({ crlNumber: 1n << 160n }),
  ],
  'crl-number-rises': [sample({ crlNumber: 4n }), sample({ crlNumber: 3n })],
  'crl-expired-certs-date': [sample({ expiredCertsOnCrl: instant('2026-06-01T06:00:01Z') })],
  'crl-expired-certs-present': [extensionAt(2, null)],
  'crl-entry-once': [
    entries(entry([]), entry([], serialOf(2)), entry([reason(reasonNumber('keyCompromise'))])),
  ],
  // A negative one is refused where the list is read.
  'crl-entry-serial-positive': [entries(entry([], Uint8Array.of(0)))],
  'crl-entry-serial-length': [entries(entry([], new Uint8Array(21).fill(1)))],
  'crl-entry-time-type': [entries(entry([], serialOf(1), generalizedTime(instant('2026-05-04T03:02:01Z'))))],
  'crl-entry-no-suspension': [entries(entry([reason(6)])), entries(entry([reason(8)]))],
  'crl-entry-no-unspecified': [entries(entry([reason(0)]))],
  'crl-entry-reason-known': [entries(entry([reason(7)])), entries(entry([reason(11)]))],
  'crl-entry-extensions-not-critical': [entries(entry([reason(1, true)]))],
  'crl-entry-extensions-known': [entries(entry([writeExtension('1.2.3', false, derNull)]))],
  'crl-entry-direct': [entries(entry([writeExtension(oid.certificateIssuer, false, sequence())]))],
  'crl-entry-invalidity-not-later': [entries(entry([invalidityLater]))],
  'crl-entry-not-in-future': [entries(entry([], serialOf(1), time(instant('2026-06-01T06:00:01Z'))))],
  'crl-entry-after-authority': [entries(entry([], serialOf(1), time(instant('2025-12-31T23:59:59Z'))))],
};

import { describe, expect, it } from 'vitest';
import type { Instant } from '#domain/base/instant.ts';
import { addSeconds } from '#domain/base/instant.ts';
import { pathSections } from '#domain/chain/path-refusal.ts';
import { encodeCrlEntry } from '#domain/crl/crl-entry.ts';
import { packEntries } from '#domain/crl/crl-chunk.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { tag } from '#domain/der/tag.ts';
import { element, octetString, sequence, setOf, utf8String } from '#domain/der/writer.ts';
import { withParts } from '#tests/support/tbs-mutation.ts';
import { takeAuthorityCertificate } from '#operations/station/root-answer.ts';
import { newSerial } from '#tests/support/authority-samples.ts';
import { aListBy } from '#tests/support/list-samples.ts';
import { taken } from '#tests/support/office-at-work.ts';
import {
  type PathAuthority,
  type PathChange,
  asCertified,
  certify,
  crlSignOnly,
  extension,
  mailboxes,
  noAuthority,
  pathAuthority,
  pathLength,
  unheardOf,
} from '#tests/support/path-samples.ts';
import { takeAnswer } from '#tests/support/root-confirmed.ts';
import { aStationThatAsked } from '#tests/support/station-that-asked.ts';

const root = pathAuthority('НЕГІЗГІ');
const middle = pathAuthority('АРАЛЫҚ');
const past = '2026-05-01T00:00:00Z' as Instant;
const later = '2040-01-01T00:00:00Z' as Instant;
const unknownCritical = extension(unheardOf, octetString(new Uint8Array([1])));

interface Answer {
  readonly own?: PathChange;
  readonly middle?: PathChange;
  readonly root?: PathChange;
  /** Who signed the one between in truth. */
  readonly signer?: PathAuthority;
  readonly rootSigner?: PathAuthority;
}

const { desk, own } = await aStationThatAsked();
const stationRecord = async () => (await desk.store.read()).get('station', 'station');

function answerOf(answer: Answer): readonly Uint8Array[] {
  const forged = (by: PathAuthority, as: PathAuthority): PathAuthority => ({ ...as, key: by.key });
  return [
    certify(middle, own, { number: 1, ...answer.own }),
    certify(forged(answer.signer ?? root, root), asCertified(middle), { number: 2, ...answer.middle }),
    certify(forged(answer.rootSigner ?? root, root), asCertified(root), { number: 3, ...answer.root }),
  ];
}

describe('a path that does not hold', () => {
  it.each<readonly [string, string, Answer]>([
    ['an issuer that is over', 'Expired', { middle: { notAfter: past } }],
    ['an issuer that is not valid yet', 'NotYetValid', { middle: { notBefore: later } }],
    ['a root that is over', 'Expired', { root: { notAfter: past } }],
    ['a root that is not valid yet', 'NotYetValid', { root: { notBefore: later } }],
    ['an issuer without CA:TRUE', 'NotAuthority', { middle: { tbs: [noAuthority] } }],
    [
      'an issuer without basicConstraints',
      'NotAuthority',
      { middle: { tbs: [extension(oid.basicConstraints, null)] } },
    ],
    ['a root without CA:TRUE', 'NotAuthority', { root: { tbs: [noAuthority] } }],
    ['an issuer without keyCertSign', 'MayNotCertify', { middle: { tbs: [crlSignOnly] } }],
    ['a root without keyCertSign', 'MayNotCertify', { root: { tbs: [crlSignOnly] } }],
    ['a root that allows no authority below it', 'PathTooLong', { root: { tbs: [pathLength(0)] } }],
    ['an issuer that allows no authority below it', 'PathTooLong', { middle: { tbs: [pathLength(0)] } }],
    [
      'an issuer signed by another key of the root’s name',
      'SignatureInvalid',
      { signer: pathAuthority('ӨЗГЕ') },
    ],
    ['a root that did not sign itself', 'SignatureInvalid', { rootSigner: pathAuthority('ӨЗГЕ') }],
    [
      'an issuer with an unknown critical extension',
      'ExtensionUnknown',
      { middle: { tbs: [unknownCritical] } },
    ],
    ['a root with an unknown critical extension', 'ExtensionUnknown', { root: { tbs: [unknownCritical] } }],
    [
      'an issuer with an extension that can’t be read',
      'ExtensionUnreadable',
      { middle: { tbs: [extension(oid.nameConstraints, octetString())] } },
    ],
    [
      'a root that keeps our name to itself',
      'NameForbidden',
      { root: { tbs: [mailboxes('excluded', 'example.kz')] } },
    ],
    [
      'an issuer for other names than ours',
      'NameForbidden',
      { middle: { tbs: [mailboxes('permitted', '.gov.kz')] } },
    ],
  ])('[A22] [A24] %s: %s, and nothing is taken in', async (_, rule, answer) => {
    const before = await stationRecord();
    const refused = await takeAnswer(desk, answerOf(answer));
    expect(refused).toMatchObject({ ok: false, error: { type: 'PathRefused', rule } });
    expect(refused).toHaveProperty('error.section', pathSections[rule as keyof typeof pathSections]);
    expect(await stationRecord()).toEqual(before);
  });

  it.each<readonly [string, string, Answer]>([
    ['not valid yet', 'AuthorityNotYetValid', { own: { notBefore: later } }],
    ['over', 'AuthorityExpired', { own: { notAfter: past } }],
    ['for no authority', 'CertificateNotForSigning', { own: { tbs: [noAuthority] } }],
    ['without keyCertSign', 'CertificateNotForSigning', { own: { tbs: [crlSignOnly] } }],
    ['with an unknown critical extension', 'CertificateNotForSigning', { own: { tbs: [unknownCritical] } }],
  ])('[J13] our own certificate %s is refused before it is taken', async (_, type, answer) => {
    expect(await takeAnswer(desk, answerOf(answer))).toMatchObject({ ok: false, error: { type } });
  });

  it('[J13] our own certificate that the Root’s list revokes is refused before it is taken', async () => {
    const [ownDer, ...above] = answerOf({});
    const now = desk.clock.now();
    const revoked = encodeCrlEntry({ serialNumber: newSerial(1), revocationDate: addSeconds(now, -60) });
    const list = aListBy(middle, {
      thisUpdate: addSeconds(now, -60),
      nextUpdate: addSeconds(now, 86_400),
      chunks: packEntries([revoked]),
    });
    expect(await takeAnswer(desk, [ownDer ?? list, ...above, list])).toMatchObject({
      ok: false,
      error: { type: 'AuthorityRevoked' },
    });
  });

  it('[J13] another Root’s certificate for our key waits for a word about that Root, and no other word will do', async () => {
    const files = answerOf({});
    const stranger = pathAuthority('БӨТЕН');
    const strangers = [
      certify(stranger, own, { number: 4 }),
      certify(stranger, asCertified(stranger), { number: 5 }),
    ];
    const before = await stationRecord();
    expect(await takeAuthorityCertificate(desk, strangers)).toMatchObject({
      ok: false,
      error: { type: 'RootToConfirm', root: 'БӨТЕН', spkiDer: stranger.key.spkiDer },
    });
    expect((await takeAuthorityCertificate(desk, strangers, root.key.spkiDer)).ok).toBe(false);
    expect((await takeAuthorityCertificate(desk, files, stranger.key.spkiDer)).ok).toBe(false);
    expect(await stationRecord()).toEqual(before);
  });

  it('[A23] a thicket of authorities that certify each other is answered', async () => {
    const many = Array.from({ length: 6 }, (_, i) => pathAuthority(`ШЕҢБЕР ${String(i)}`));
    const crossed = many.flatMap((by, i) =>
      many.filter((of) => of !== by).map((of, k) => certify(by, asCertified(of), { number: 10 + i * 6 + k })),
    );
    const first = many[0] ?? root;
    expect(await takeAnswer(desk, [certify(first, own, { number: 9 }), ...crossed])).toMatchObject({
      ok: false,
      error: { type: 'ChainBroken' },
    });
    expect(crossed).toHaveLength(30);
  });

  it('[A23] more certificates than an answer can have are not verified one by one', async () => {
    const [certificate = new Uint8Array()] = answerOf({});
    expect(
      await takeAnswer(
        desk,
        Array.from({ length: 33 }, () => certificate),
      ),
    ).toMatchObject({
      ok: false,
      error: { type: 'PathRefused', rule: 'TooMuchWork' },
    });
  });

  it('[A14] an object identifier of endless arcs is no certificate, and is not read to its end', async () => {
    const arcs = element(tag.objectIdentifier, new Uint8Array(50_000).fill(1));
    const inName = certify(root, asCertified(middle), {
      tbs: [(der) => withParts(der, { subject: sequence(setOf(sequence(arcs, utf8String('x')))) })],
    });
    expect(await takeAnswer(desk, [certify(middle, own), inName])).toMatchObject({
      ok: false,
      error: { type: 'NotDer', problem: 'ObjectIdentifier' },
    });
  });

  it('[J13] after all of them the station takes the right answer in', async () => {
    const files = answerOf({ root: { tbs: [pathLength(2), mailboxes('permitted', 'example.kz')] } });
    const station = taken(await takeAnswer(desk, files));
    expect(station.chainDer.map(readCertificate).every(({ ok }) => ok)).toBe(true);
    expect(station.chainDer).toHaveLength(2);
  });
});

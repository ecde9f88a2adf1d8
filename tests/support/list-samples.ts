import { type CrlContent, assembleCrl, writeTbsCertList } from '#domain/crl/write-crl.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import { writeExtension } from '#domain/der/extension.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { octetsOf, readDer } from '#domain/der/reader.ts';
import { primitiveContextTag } from '#domain/der/tag.ts';
import { element, explicit, objectIdentifier, sequence } from '#domain/der/writer.ts';
import type { Desk } from '#ports/desk.ts';
import { packEntries } from '#domain/crl/crl-chunk.ts';
import { authorityBegin, signed } from './authority-samples.ts';
import { nextUpdate, thisUpdate } from './crl-samples.ts';
import { signedByAuthority } from './signed-by-authority.ts';
import type { PathAuthority } from './path-samples.ts';

/** A whole list by an authority of a path; `tbs` changes the octets before they are signed. */
export function aListBy(
  { issuer, key }: PathAuthority,
  change: Partial<CrlContent> = {},
  tbs: (tbsDer: Uint8Array) => Uint8Array = (tbsDer) => tbsDer,
): Uint8Array {
  const written = writeTbsCertList({
    issuerDer: issuer.subjectDer,
    suite: issuer.suite,
    thisUpdate,
    nextUpdate,
    crlNumber: 5n,
    authorityKeyIdentifier: issuer.keyIdentifier,
    expiredCertsOnCrl: authorityBegin,
    chunks: packEntries([]),
    ...change,
  });
  const tbsDer = tbs(written);
  return assembleCrl(tbsDer, 'ecdsa-p256', signed(tbsDer, 'ecdsa-p256', key.privateKey));
}

/** One more extension of a list's. */
export function withListExtension(tbsDer: Uint8Array, extensionDer: Uint8Array): Uint8Array {
  const parts = readDer(tbsDer).children.map(octetsOf);
  const extensions = (readDer(tbsDer).children.at(-1)?.children[0]?.children ?? []).map(octetsOf);
  return sequence(...parts.slice(0, -1), explicit(0, sequence(...extensions, extensionDer)));
}

/** A list that speaks of subscribers' certificates only, and doesn't say so to those who do not know the extension. */
export const ofSubscribersOnly = writeExtension(
  oid.issuingDistributionPoint,
  false,
  sequence(element(primitiveContextTag(1), Uint8Array.of(0xff))),
);

/** The station's newest list with that extension, in place of the Root's own distribution point, signed anew by its own key. */
export async function signedAnew(
  desk: Desk,
  listDer: Uint8Array,
  extensionDer: Uint8Array,
): Promise<Uint8Array> {
  const station = await (await desk.store.read()).get('station', 'station');
  const read = readCrl(listDer);
  if (station === undefined || !read.ok) throw new Error('no list');
  const tbsDer = withListExtension(withoutPoint(read.value.tbs.der), extensionDer);
  return assembleCrl(tbsDer, station.suite, await signedByAuthority(desk, tbsDer));
}

/** Without the issuing distribution point that a Root's list has. */
function withoutPoint(tbsDer: Uint8Array): Uint8Array {
  const parts = readDer(tbsDer).children.map(octetsOf);
  const point = objectIdentifier(oid.issuingDistributionPoint);
  const extensions = (readDer(tbsDer).children.at(-1)?.children[0]?.children ?? []).flatMap((extension) => {
    const [name] = extension.children.map(octetsOf);
    return name !== undefined && bytesEqual(name, point) ? [] : [octetsOf(extension)];
  });
  return sequence(...parts.slice(0, -1), explicit(0, sequence(...extensions)));
}

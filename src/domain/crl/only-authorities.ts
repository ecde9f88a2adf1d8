import { bytesEqual } from '#domain/base/bytes.ts';
import { type Extension, extensionByOid } from '#domain/der/extension.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { element, sequence } from '#domain/der/writer.ts';

/** IssuingDistributionPoint (RFC 5280 §5.2.5) that says onlyContainsCACerts and nothing else: `[2] TRUE`. */
export const onlyAuthoritiesDer: Uint8Array = sequence(element(0x82, Uint8Array.of(0xff)));

/** Whether a list says, critical as it has to be, that it is whole for the certificates of authorities and silent about others. */
export function isOfAuthoritiesAlone(extensions: readonly Extension[]): boolean {
  const found = extensionByOid(extensions, oid.issuingDistributionPoint);
  return found?.critical === true && bytesEqual(found.valueDer, onlyAuthoritiesDer);
}

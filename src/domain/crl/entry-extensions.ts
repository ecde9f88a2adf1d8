import { smallIntegerOf } from '#domain/der/element.ts';
import type { Extension } from '#domain/der/extension.ts';
import { readTimeExtension } from '#domain/der/extension-values.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { readDer } from '#domain/der/reader.ts';
import { tag } from '#domain/der/tag.ts';
import type { EntryExtensions } from './certificate-list.ts';
import { reasonByNumber } from './reason-code.ts';

/** Values read by RFC 5280 §5.3; what we don't know is named. Throws `DerError`. */
export function entryExtensions(extensions: readonly Extension[]): EntryExtensions {
  let found: EntryExtensions = {
    hasCertificateIssuer: extensions.some((extension) => extension.oid === oid.certificateIssuer),
    oids: extensions.map((extension) => extension.oid),
    criticalOids: extensions.filter(({ critical }) => critical).map((extension) => extension.oid),
  };
  for (const extension of extensions) {
    if (extension.oid === oid.reasonCode) {
      const number = smallIntegerOf(readDer(extension.valueDer), 'reasonCode', tag.enumerated);
      const reason = reasonByNumber(number);
      found = { ...found, reasonNumber: number, ...(reason === null ? {} : { reasonCode: reason }) };
    } else if (extension.oid === oid.invalidityDate) {
      found = { ...found, invalidityDate: readTimeExtension(extension.valueDer, 'invalidityDate') };
    }
  }
  return found;
}

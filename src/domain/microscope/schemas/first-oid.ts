import { decodeOid, isWellFormedOid } from '#domain/der/object-identifier.ts';
import { tag } from '#domain/der/tag.ts';
import { type LooseElement, looseChildren } from '#domain/microscope/lenient-reader.ts';

/** The identifier that says what a structure is, dotted, where one stands first in it. */
export function firstOid(element: LooseElement, file: Uint8Array): string | null {
  const [first] = looseChildren(file, element.contentStart, element.contentEnd, 1).elements;
  if (first?.tag !== tag.objectIdentifier) return null;
  const content = file.subarray(first.contentStart, first.contentEnd);
  return isWellFormedOid(content) ? decodeOid(content) : null;
}

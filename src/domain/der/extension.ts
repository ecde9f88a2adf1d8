import { booleanOf, childrenOf, oidOf } from './element.ts';
import { DerError } from './der-refusal.ts';
import { contentOf, type DerElement, octetsOf, type ToleratedDeviation } from './reader.ts';
import { tag } from './tag.ts';
import { boolean, objectIdentifier, octetString, sequence } from './writer.ts';

/** One extension, its value unread: what is in `valueDer` is read by `extension-values.ts` when somebody asks. */
export interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  readonly valueDer: Uint8Array;
  readonly der: Uint8Array;
}

/** Extensions (RFC 5280 §4.1.2.9), in their order; duplicates are kept for the caller to refuse. Throws `DerError`. */
export function extensionsOf(
  element: DerElement,
  part: string,
  toleratedDeviations?: ToleratedDeviation[],
): readonly Extension[] {
  const children = childrenOf(element, tag.sequence, part);
  const extensions: Extension[] = [];
  while (children.peekTag() !== undefined)
    extensions.push(extensionOf(children.takeAny(part), part, toleratedDeviations));
  return extensions;
}

function extensionOf(
  element: DerElement,
  part: string,
  toleratedDeviations: ToleratedDeviation[] | undefined,
): Extension {
  const children = childrenOf(element, tag.sequence, part);
  const dotted = oidOf(children.take(tag.objectIdentifier, part), part);
  const flag = children.takeOptional(tag.boolean);
  const critical = flag !== undefined && booleanOf(flag, part);
  if (flag !== undefined && !critical) {
    // A DEFAULT value is not written (X.690 §11.5); many programs write it all the same.
    if (toleratedDeviations === undefined) throw new DerError('DefaultValueWritten', flag.start, part);
    toleratedDeviations.push({ problem: 'DefaultValueWritten', offset: flag.start });
  }
  const valueDer = contentOf(children.take(tag.octetString, part));
  children.end(part);
  return { oid: dotted, critical, valueDer, der: octetsOf(element) };
}

export function writeExtension(dotted: string, critical: boolean, valueDer: Uint8Array): Uint8Array {
  const flag = critical ? [boolean(true)] : [];
  return sequence(objectIdentifier(dotted), ...flag, octetString(valueDer));
}

/** Object identifiers that stand more than once, each named once. */
export function duplicateExtensions(extensions: readonly Extension[]): readonly string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { oid } of extensions) {
    if (seen.has(oid)) twice.add(oid);
    seen.add(oid);
  }
  return [...twice];
}

export function extensionByOid(extensions: readonly Extension[], dotted: string): Extension | null {
  return extensions.find(({ oid }) => oid === dotted) ?? null;
}

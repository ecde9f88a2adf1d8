import { oidOf } from '#domain/der/element.ts';
import { octetsOf, readDer } from '#domain/der/reader.ts';
import { explicit, sequence } from '#domain/der/writer.ts';

export interface TbsParts {
  readonly version: Uint8Array;
  readonly serialNumber: Uint8Array;
  readonly signature: Uint8Array;
  readonly issuer: Uint8Array;
  readonly validity: Uint8Array;
  readonly subject: Uint8Array;
  readonly spki: Uint8Array;
  /** issuerUniqueID, subjectUniqueID. */
  readonly uniqueIds: readonly Uint8Array[];
  readonly extensions: readonly Uint8Array[];
}

/** A TBSCertificate with some of its parts put anew, in DER as given. */
export function withParts(tbsDer: Uint8Array, change: Partial<TbsParts>): Uint8Array {
  const parts = { ...partsOf(tbsDer), ...change };
  const extensions = parts.extensions.length === 0 ? [] : [explicit(3, sequence(...parts.extensions))];
  return sequence(
    parts.version,
    parts.serialNumber,
    parts.signature,
    parts.issuer,
    parts.validity,
    parts.subject,
    parts.spki,
    ...parts.uniqueIds,
    ...extensions,
  );
}

/** With one extension put anew, where it stood, or added at the end; `null` takes it away. */
export function withExtension(tbsDer: Uint8Array, oid: string, extension: Uint8Array | null): Uint8Array {
  const { extensions } = partsOf(tbsDer);
  const isWanted = (der: Uint8Array): boolean => extensionOid(der) === oid;
  const put = extension === null ? [] : [extension];
  const changed = extensions.some(isWanted)
    ? extensions.flatMap((der) => (isWanted(der) ? put : [der]))
    : [...extensions, ...put];
  return withParts(tbsDer, { extensions: changed });
}

export function partsOf(tbsDer: Uint8Array): TbsParts {
  const children = readDer(tbsDer).children.map(octetsOf);
  const part = (index: number): Uint8Array => {
    const found = children[index];
    if (found === undefined) throw new Error(`a TBSCertificate without part ${index}`);
    return found;
  };
  const list = readDer(part(children.length - 1)).children[0];
  return {
    version: part(0),
    serialNumber: part(1),
    signature: part(2),
    issuer: part(3),
    validity: part(4),
    subject: part(5),
    spki: part(6),
    uniqueIds: [],
    extensions: (list?.children ?? []).map(octetsOf),
  };
}

function extensionOid(der: Uint8Array): string {
  const [type] = readDer(der).children;
  if (type === undefined) throw new Error('an extension without its type');
  return oidOf(type, 'extension');
}

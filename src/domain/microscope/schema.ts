import type { FieldValue } from './described-field.ts';
import type { FieldWord } from './field-words.ts';
import type { LooseElement } from './lenient-reader.ts';

/** How one structure of a standard is explained. It judges nothing: what does not fit is shown by the name of its type. */
export interface Schema {
  /** As the standard names the field. */
  readonly name: string;
  readonly word?: FieldWord;
  readonly section?: string;
  /** What it says, when that is more than its type says. */
  readonly value?: (element: LooseElement, file: Uint8Array) => FieldValue | undefined;
  /** Fields in their order. */
  readonly parts?: readonly Part[];
  /** Of a list: what each of its parts is. */
  readonly each?: Schema;
  /** What the octets of an OCTET STRING, or of a BIT STRING of whole octets, are. */
  readonly inside?: Schema;
  /** Octets that nobody has to see: a key, encrypted or not. */
  readonly closed?: true;
  /** Chosen by the content. */
  readonly of?: (element: LooseElement, file: Uint8Array) => Schema;
}

export interface Part extends Schema {
  /** Identifier octets that it may have; absent: whatever comes. */
  readonly tags?: readonly number[];
}

/** A field of a structure, of one of these identifier octets. */
export function part(schema: Schema, ...tags: readonly number[]): Part {
  return tags.length === 0 ? schema : { ...schema, tags };
}

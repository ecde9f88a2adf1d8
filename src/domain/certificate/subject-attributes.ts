import type { Name, NameAttribute } from '#domain/der/name.ts';
import { shortNameOf } from '#domain/der/name.ts';

/** All attributes of a name, in its order, whatever RDN they stand in. */
export function attributesOf(name: Name): readonly NameAttribute[] {
  return name.rdns.flat();
}

/** `CN: 65 letters, at most 64` for each value of that type above the bound of X.520. */
export function tooLong(name: Name, oid: string, upperBound: number): readonly string[] {
  return attributesOf(name)
    .filter((attribute) => attribute.oid === oid)
    .map(({ value }) => [...value].length)
    .filter((letters) => letters > upperBound)
    .map((letters) => `${shortNameOf(oid)}: ${letters} letters, at most ${upperBound}`);
}

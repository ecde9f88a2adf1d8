/**
 * A person's name as it stands in the identity document: surname (тегі), given name (аты), patronymic (әкесінің аты),
 * which not everyone has.
 */
import { err, ok, type Result } from '#domain/base/result.ts';
import { latinAmongCyrillic } from '#domain/base/alphabets.ts';
import { examineText, type TextRefusal, tidyText } from '#domain/base/text.ts';

export interface PersonName {
  readonly surname: string;
  readonly givenName: string;
  readonly patronymic?: string;
}

export type NamePartRefusal =
  | TextRefusal
  | { readonly type: 'NotInAName'; readonly letter: string; readonly position: number }
  /** A Latin letter within a Cyrillic word, or the other way round: it looks right and is found by no search. */
  | {
      readonly type: 'MixedScripts';
      readonly letter: string;
      readonly position: number;
      readonly suggestion?: string;
    };

/** X.520 gives surname and givenName 64 characters at most; commonName, which holds both, 64 as well. */
export const namePartMax = 64;

/** One part of a name, tidied (NFC, single blanks). */
export function parseNamePart(text: string): Result<string, NamePartRefusal> {
  const refusal = examineText(text, { max: namePartMax });
  if (refusal !== null) return err(refusal);
  const name = tidyText(text);
  const characters = [...name];
  const position = characters.findIndex((letter) => !/^[\p{L}\p{M} .'’ʼ-]$/u.test(letter));
  if (position >= 0) return err({ type: 'NotInAName', letter: characters[position] ?? '', position });
  if (!/\p{L}/u.test(name)) return err({ type: 'NotInAName', letter: characters[0] ?? '', position: 0 });
  const [latin] = latinAmongCyrillic(name);
  if (latin !== undefined) return err({ type: 'MixedScripts', ...latin });
  const mixed = characters.findIndex((letter) => /\p{Script=Latin}/u.test(letter));
  if (mixed >= 0 && /\p{Script=Cyrillic}/u.test(wordAround(characters, mixed))) {
    return err({ type: 'MixedScripts', letter: characters[mixed] ?? '', position: mixed });
  }
  return ok(name);
}

function wordAround(characters: readonly string[], position: number): string {
  const start = characters.lastIndexOf(' ', position) + 1;
  const end = characters.indexOf(' ', position);
  return characters.slice(start, end < 0 ? undefined : end).join('');
}

/** «Тегі Аты Әкесінің аты», the order of the forms. */
export function fullName({ surname, givenName, patronymic }: PersonName): string {
  return [surname, givenName, ...(patronymic === undefined ? [] : [patronymic])].join(' ');
}

/** Surname and given name: what the commonName of a certificate holds. */
export function commonNameOf({ surname, givenName }: PersonName): string {
  return `${surname} ${givenName}`;
}

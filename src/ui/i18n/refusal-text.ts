import { algorithmText } from './algorithm-text.ts';
import type { Catalogue } from './catalogue.ts';
import { words } from './language.svelte.ts';

type Refusals = Catalogue['refusals'];

/** Any refusal that has words: its `type` names the sentence, its members fill it. One without words does not compile. */
export type WordedRefusal = {
  [T in keyof Refusals]: { readonly type: T } & (Refusals[T] extends (refusal: infer R) => string
    ? R
    : object);
}[keyof Refusals];

/** What happened and what to do, in the language of the interface. */
export function refusalText(refusal: WordedRefusal): string {
  const sentence = words.t.refusals[refusal.type] as string | ((refusal: WordedRefusal) => string);
  return algorithmText(typeof sentence === 'string' ? sentence : sentence(refusal));
}

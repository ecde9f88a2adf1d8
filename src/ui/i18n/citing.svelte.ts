import type { Words } from '#domain/base/words.ts';

/** What another rule set than the order has to say where the words of a page cite: its own clauses, forms, and name. */
export interface CitedSet {
  readonly names: Words;
  /** Those of its clauses that keep these of the order. */
  readonly clausesFor: (ids: readonly string[]) => readonly string[];
  /** What the act calls its form in the place of this one; undefined where it has none. */
  readonly formFor: (form: string) => string | undefined;
}

/**
 * By which act the words of the pages cite. They are written for the order, and say beside each citation what it cites; as soon as the station
 * follows another set, that one's clauses and forms stand there, or nothing. One instance for the page; without a set, the order.
 */
class Citing {
  #set = $state.raw<CitedSet>();

  get set(): CitedSet | undefined {
    return this.#set;
  }

  follow(set: CitedSet | undefined): void {
    this.#set = set;
  }
}

export const citing = new Citing();

/** In brackets after a sentence: as it is under the order, the set's own clauses in words, or nothing at all. */
export function citedBy(
  clause: (id: string) => string,
): (ofOrder: string, ...ids: readonly string[]) => string {
  return (ofOrder, ...ids) => {
    const { set } = citing;
    const cited = set === undefined ? ofOrder : set.clausesFor(ids).map(clause).join(', ');
    return cited === '' ? '' : ` (${cited})`;
  };
}

/** Names of forms, in brackets; of another set only those that it has. */
export function formsCited(...forms: readonly string[]): string {
  const { set } = citing;
  const named = set === undefined ? forms : forms.flatMap((form) => set.formFor(form) ?? []);
  return named.length === 0 ? '' : ` (${named.join(', ')})`;
}

/** The name of one form. */
export function formCited(form: string): string {
  const { set } = citing;
  return set === undefined ? form : (set.formFor(form) ?? '—');
}

/** One sentence for the order, another for any other act, which is named in it. */
export function byAct(ofOrder: string, ofOther: (act: Words) => string): string {
  const { set } = citing;
  return set === undefined ? ofOrder : ofOther(set.names);
}

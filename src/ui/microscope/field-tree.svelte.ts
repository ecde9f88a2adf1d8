import { SvelteSet } from 'svelte/reactivity';
import type { DescribedField } from '#domain/microscope/described-field.ts';

export interface TreeRow {
  /** Where it stands: numbers of the way from the root, `0.2.1`. */
  readonly id: string;
  readonly field: DescribedField;
  /** From 1. */
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  readonly parent: string | undefined;
}

/** Which branches of a description are open, and where one stands in it: walked by the keys of a tree (WAI-ARIA APG). */
export class FieldTree {
  readonly #root: DescribedField;
  readonly open = new SvelteSet<string>();
  /** Rows whose octets are shown. */
  readonly shown = new SvelteSet<string>();
  current = $state('0');
  /** As they stand on the page, without what is in closed branches. */
  readonly rows: readonly TreeRow[] = $derived.by(() => this.#visible());

  constructor(root: DescribedField) {
    this.#root = root;
    this.open.add('0');
    // What is signed is why somebody looks.
    if (root.children[0]?.word?.startsWith('tbs') === true) this.open.add('0.0');
  }

  /** What the key did: whether it was one of the tree's. */
  press(key: string): boolean {
    const { rows } = this;
    const at = rows.findIndex(({ id }) => id === this.current);
    const row = rows[at];
    if (row === undefined) return false;
    switch (key) {
      case 'ArrowDown':
        return this.#go(rows[at + 1]);
      case 'ArrowUp':
        return this.#go(rows[at - 1]);
      case 'Home':
        return this.#go(rows[0]);
      case 'End':
        return this.#go(rows.at(-1));
      case 'ArrowRight':
        if (row.field.children.length === 0) return true;
        if (!this.open.has(row.id)) this.open.add(row.id);
        else this.#go(rows[at + 1]);
        return true;
      case 'ArrowLeft':
        if (this.open.delete(row.id)) return true;
        if (row.parent !== undefined) this.current = row.parent;
        return true;
      case 'Enter':
      case ' ':
        this.toggleOctets(row.id);
        return true;
      case '*':
        for (const each of rows) if (each.level === row.level) this.open.add(each.id);
        return true;
      default:
        return false;
    }
  }

  /** By the mouse: a branch opens and closes, a leaf shows its octets. */
  choose(row: TreeRow): void {
    this.current = row.id;
    if (row.field.children.length === 0) this.toggleOctets(row.id);
    else if (!this.open.delete(row.id)) this.open.add(row.id);
  }

  toggleOctets(id: string): void {
    if (!this.shown.delete(id)) this.shown.add(id);
  }

  #go(row: TreeRow | undefined): boolean {
    if (row !== undefined) this.current = row.id;
    return true;
  }

  #visible(): readonly TreeRow[] {
    const rows: TreeRow[] = [];
    const add = (field: DescribedField, place: Omit<TreeRow, 'field'>): void => {
      rows.push({ ...place, field });
      if (!this.open.has(place.id)) return;
      for (const [i, child] of field.children.entries())
        add(child, {
          id: `${place.id}.${String(i)}`,
          level: place.level + 1,
          position: i + 1,
          siblings: field.children.length,
          parent: place.id,
        });
    };
    add(this.#root, { id: '0', level: 1, position: 1, siblings: 1, parent: undefined });
    return rows;
  }
}

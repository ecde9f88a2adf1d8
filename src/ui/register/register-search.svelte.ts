import type { Instant } from '#domain/base/instant.ts';
import type { SubscriberEntryKind } from '#domain/register/search-register.ts';
import type { Purpose } from '#domain/application/application.ts';
import { chainEnds } from '#domain/crl/key-states.ts';
import { type EntryStatus, type RegisterEntry, entryStatus } from '#domain/register/register-entry.ts';
import {
  type RegisterIndex,
  type RegisterOrder,
  type RegisterSort,
  indexRegister,
  registerPage,
  searchRegister,
} from '#domain/register/search-register.ts';
import type { Session } from '#ui/state/session.svelte.ts';

const pageLength = 50;
export const expiringDays = 30;

export interface RegisterFilters {
  readonly status?: EntryStatus;
  readonly purpose?: Purpose;
  readonly kind?: SubscriberEntryKind;
  readonly expiring?: true;
  readonly archived?: true;
}

/** One index for the session, made again only after a commit: coming back to the page costs nothing. */
const made = new WeakMap<Session, { readonly changes: number; readonly index: RegisterIndex }>();

export async function registerIndexOf(session: Session): Promise<RegisterIndex> {
  const { changes } = session;
  const known = made.get(session);
  if (known?.changes === changes) return known.index;
  const entries = await (await session.office.store.read()).list('entry', { index: 'number' });
  const index = indexRegister(entries);
  made.set(session, { changes, index });
  return index;
}

/** When the chain above each of the authority's keys ends; empty without a station. */
export function chainEndsOf({ station }: Session): ReadonlyMap<number, Instant> {
  return station === undefined ? new Map() : chainEnds(station);
}

/** What is asked of the register, and the pages of the answer shown so far. */
export class RegisterSearch {
  readonly session: Session;
  text = $state('');
  filters = $state.raw<RegisterFilters>({ status: 'in-force' });
  order = $state.raw<RegisterOrder>({ by: 'number', descending: true });
  pages = $state(1);
  #index = $state.raw<RegisterIndex>();

  constructor(session: Session, text: string) {
    this.session = session;
    this.text = text;
  }

  get loaded(): boolean {
    return this.#index !== undefined;
  }

  get total(): number {
    return this.#index?.entries.length ?? 0;
  }

  readonly #ends = $derived.by(() => chainEndsOf(this.session));

  readonly answer = $derived.by(() => {
    const index = this.#index ?? { entries: [], texts: [] };
    const { status, purpose, kind, expiring, archived } = this.filters;
    const question = {
      text: this.text,
      ...(status === undefined ? {} : { status }),
      ...(purpose === undefined ? {} : { purpose }),
      ...(kind === undefined ? {} : { kind }),
      ...(expiring === undefined ? {} : { expiringWithinDays: expiringDays }),
      ...(archived === undefined ? {} : { archived }),
    };
    return searchRegister(index, question, this.order, this.session.office.clock.now(), this.#ends);
  });

  /** Page after page, each from the last entry of the one before. */
  readonly rows = $derived.by(() => {
    const rows: RegisterEntry[] = [];
    for (let page = 0; page < this.pages; page++)
      rows.push(...registerPage(this.answer.found, this.order, rows.at(-1), pageLength));
    return rows;
  });

  statusOf(entry: RegisterEntry): EntryStatus {
    return entryStatus(entry, this.session.office.clock.now(), this.#ends.get(entry.generation));
  }

  async load(): Promise<void> {
    this.#index = await registerIndexOf(this.session);
  }

  ask(text: string): void {
    this.text = text;
    this.pages = 1;
  }

  filter(change: RegisterFilters): void {
    this.filters = change;
    this.pages = 1;
  }

  without(name: keyof RegisterFilters): void {
    this.filter(Object.fromEntries(Object.entries(this.filters).filter(([key]) => key !== name)));
  }

  /** The same head again turns the order round; a new one begins with what is asked for most. */
  sort(by: RegisterSort): void {
    const descending = this.order.by === by ? !this.order.descending : by === 'number' || by === 'issued';
    this.order = { by, descending };
    this.pages = 1;
  }
}

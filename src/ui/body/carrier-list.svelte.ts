import { type Carrier, type CarrierKind, type CarrierState, carrierState } from '#domain/carrier/carrier.ts';
import { type CarrierContent, parseCarrier } from '#domain/carrier/parse-carrier.ts';
import { hasWords, searchText, searchWords } from '#domain/base/search-words.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { Typed } from '#ui/state/typed.svelte.ts';
import { FolderCarriers } from './folder-carriers.svelte.ts';

export interface CarrierRow {
  readonly carrier: Carrier;
  readonly state: CarrierState;
  readonly owner?: RegisterEntry;
}

const pageLength = 50;

/** All carriers by serial number, and the entering of blank ones, a line for each. */
export class CarrierList {
  readonly session: Session;
  readonly action: Action;
  readonly folder: FolderCarriers;
  rows = $state.raw<readonly CarrierRow[]>([]);
  filter = $state<CarrierState | 'all'>('all');
  typed = $state('');
  shownCount = $state(pageLength);
  loaded = $state(false);
  kind = $state<CarrierKind>('token');
  /** Lines that are no carriers, each named. */
  errors = $state.raw<readonly string[]>([]);
  readonly #lines = new Typed(() => '');

  constructor(session: Session) {
    this.session = session;
    this.action = new Action(session);
    this.folder = new FolderCarriers(session);
  }

  async load(): Promise<void> {
    const reading = await this.session.office.store.read();
    const carriers = await reading.list('carrier', { index: 'serialNumber' });
    const entries = new Map((await reading.list('entry')).map((entry) => [entry.id, entry]));
    this.rows = carriers.map((carrier) => {
      const owner = entries.get(carrier.assigned?.certificate ?? '');
      return { carrier, state: carrierState(carrier), ...(owner === undefined ? {} : { owner }) };
    });
    this.folder.take(carriers);
    this.loaded = true;
  }

  get found(): readonly CarrierRow[] {
    const wanted = searchWords(this.typed);
    return this.rows.filter(
      ({ carrier, state, owner }) =>
        (this.filter === 'all' || state === this.filter) &&
        hasWords(searchText(carrier.serialNumber, owner?.subject.commonName ?? ''), wanted),
    );
  }

  get lines(): string {
    return this.#lines.value;
  }

  set lines(typed: string) {
    this.#lines.value = typed;
  }

  get lineCount(): number {
    return this.lines.split('\n').filter((line) => line.trim() !== '').length;
  }

  async enter(): Promise<void> {
    const { acts } = this.session.office;
    const carriers = this.#parse();
    if (carriers === null) return;
    const takeAway = this.#lines.sent();
    const entered = await this.action.perform(async () => (await acts.bodies()).enterCarriers({ carriers }));
    if (entered.ok) takeAway();
  }

  /** Null, and every faulty line named, when there is one. */
  #parse(): readonly CarrierContent[] | null {
    const errors: string[] = [];
    const carriers: CarrierContent[] = [];
    for (const [at, line] of this.lines.split('\n').entries()) {
      if (line.trim() === '') continue;
      const [serialNumber = '', ...blanks] = line.split(';');
      const parsed = parseCarrier({ serialNumber, kind: this.kind, blankNumbers: blanks.join(' ') });
      if (parsed.ok) carriers.push(parsed.value);
      else
        errors.push(
          ...parsed.error.map(
            ({ refusal }) => `${words.t.body.carriers.line(at + 1)}: ${refusalText(refusal)}`,
          ),
        );
    }
    this.errors = errors;
    return errors.length === 0 ? carriers : null;
  }

  more(): void {
    this.shownCount += pageLength;
  }
}

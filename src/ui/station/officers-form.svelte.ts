import type { OfficerRecord } from '#domain/authority/officer-record.ts';
import { type Role, rolesNow, roles } from '#domain/authority/roles.ts';
import type { ExportedFile } from '#domain/journal/exported-file.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import type { FieldError } from './address-errors.ts';
import { BesideTyped } from './beside.svelte.ts';
import { offeredPassphrase } from './offered-passphrase.ts';

export type Doing =
  | { readonly type: 'add' }
  | { readonly type: 'roles'; readonly officer: OfficerRecord }
  | { readonly type: 'remove'; readonly officer: OfficerRecord };

/** What is shown after it. */
export type Outcome =
  | { readonly type: 'added' | 'roles'; readonly officer: OfficerRecord }
  | {
      readonly type: 'removed';
      readonly officer: OfficerRecord;
      readonly copies: readonly ExportedFile[];
      readonly hadAuthorityKey: boolean;
    };

/** The officers’ table while something is done in it. A second officer is asked for where the act says that it takes one. */
export class OfficersForm {
  readonly session: Session;
  readonly action: Action;
  readonly beside: BesideTyped;
  doing = $state.raw<Doing>();
  outcome = $state.raw<Outcome>();
  name = $state('');
  position = $state('');
  passphrase = $state('');
  again = $state('');
  offered = $state('');
  readonly chosen = $state<Record<Role, boolean>>({
    administrator: false,
    registrar: false,
    'ca-officer': false,
    auditor: false,
  });
  needsBeside = $state(false);
  errors = $state.raw<readonly FieldError[]>([]);

  constructor(session: Session) {
    this.session = session;
    this.action = new Action(session);
    this.beside = new BesideTyped(session, 'officer-beside');
  }

  errorOf(id: string): string | undefined {
    return this.errors.find(({ fieldId }) => fieldId === id)?.text;
  }

  begin(doing: Doing): void {
    this.leave();
    this.outcome = undefined;
    this.doing = doing;
    this.offered = offeredPassphrase(words.language);
    const held = doing.type === 'roles' ? rolesNow(doing.officer) : [];
    for (const role of roles) this.chosen[role] = held.includes(role);
  }

  /** Nothing that was typed is kept. */
  leave(): void {
    this.doing = undefined;
    this.action.clear();
    this.errors = [];
    this.needsBeside = false;
    this.name = '';
    this.position = '';
    this.passphrase = '';
    this.again = '';
    this.beside.passphrase = '';
  }

  async save(): Promise<void> {
    const { action, doing } = this;
    if (doing === undefined || action.working) return;
    action.clear();
    this.errors = doing.type === 'add' ? await this.#passphraseErrors() : [];
    if (this.errors.length > 0) return;
    const outcome = await this.#perform(doing);
    if (outcome === null) return;
    this.leave();
    this.outcome = outcome;
  }

  async #perform(doing: Doing): Promise<Outcome | null> {
    const { acts } = this.session.office;
    const beside = this.needsBeside ? { beside: this.beside.taken() } : {};
    const chosen = roles.filter((role) => this.chosen[role]);
    switch (doing.type) {
      case 'add': {
        const { name, position, passphrase, again } = this;
        const command = { name, position, passphrase, again, roles: chosen, ...beside };
        const added = await this.action.perform(() => acts.addOfficer(command), { wordsOf: this.#wordsOf });
        return added.ok ? { type: 'added', officer: added.value } : null;
      }
      case 'roles': {
        const command = { officerId: doing.officer.id, roles: chosen, ...beside };
        const changed = await this.action.perform(() => acts.changeRoles(command), {
          wordsOf: this.#wordsOf,
        });
        return changed.ok ? { type: 'roles', officer: changed.value } : null;
      }
      case 'remove': {
        const command = { officerId: doing.officer.id, ...beside };
        const removed = await this.action.perform(() => acts.removeOfficer(command), {
          wordsOf: this.#wordsOf,
        });
        return removed.ok ? { type: 'removed', ...removed.value } : null;
      }
    }
  }

  readonly #wordsOf: typeof refusalText = (refusal) => {
    if (refusal.type === 'SecondOfficerNeeded') this.needsBeside = true;
    return refusalText(refusal);
  };

  async #passphraseErrors(): Promise<readonly FieldError[]> {
    const { score } = await this.session.office.measureStrength(this.passphrase);
    const t = words.t.setUp;
    if (score < 3) return [{ fieldId: 'officer-passphrase', text: t.passphraseWeak }];
    const isSame = this.passphrase.normalize('NFKC') === this.again.normalize('NFKC');
    return isSame ? [] : [{ fieldId: 'officer-passphrase-again', text: t.passphraseDiffers }];
  }
}

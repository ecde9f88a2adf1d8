import {
  type PassingRefusal,
  type SetRefusal,
  whyNotPassed,
  whySetUnfit,
} from '#domain/authority/passing.ts';
import { type RuleDifference, ruleSetDifferences } from '#domain/authority/rule-set-differences.ts';
import { type RuleSetFile, largestRuleSet, readRuleSet } from '#domain/authority/rule-set-file.ts';
import { firstRuleSet, heldFile } from '#domain/authority/rule-sets.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { type CalendarDate, parseTypedDate } from '#domain/base/calendar-date.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import { type Result, ok } from '#domain/base/result.ts';
import { spokenDigest } from '#domain/base/spoken-words.ts';
import type { Words } from '#domain/base/words.ts';
import { dateOf } from '#ui/i18n/format.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { type WordedRefusal, refusalText } from '#ui/i18n/refusal-text.ts';
import { Action } from '#ui/state/action.svelte.ts';
import { FileTaking } from '#ui/state/file-taking.svelte.ts';
import { rulesOfStation } from '#ui/state/rules.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { Typed } from '#ui/state/typed.svelte.ts';
import type { FieldError } from './address-errors.ts';

/** A set that the station follows or followed. */
export interface HeldRow {
  readonly id: string;
  /** Of the act; absent for the order, which every station begins under, and for octets that are no set. */
  readonly names?: Words;
  /** Day from which the station follows it. */
  readonly from: Instant | CalendarDate;
  readonly order?: { readonly number: string; readonly date: CalendarDate };
  readonly sha256Hex?: string;
  readonly isPresent: boolean;
}

/** The file that was chosen, as it is shown before anything is written. */
export interface LookedAt {
  readonly octets: Uint8Array;
  readonly sha256Hex: string;
  readonly file: RuleSetFile;
}

/** From the file of a rule set to the act by which the station follows it: looked at whole, then passed to, or put away. */
export class RuleSetPassing {
  readonly session: Session;
  readonly taking: FileTaking<LookedAt>;
  readonly action: Action;
  readonly typed: Typed<{ orderNumber: string; orderDate: string; from: string }>;
  looked = $state.raw<LookedAt>();
  errors = $state.raw<readonly FieldError[]>([]);

  constructor(session: Session) {
    this.session = session;
    this.action = new Action(session);
    this.typed = new Typed(() => ({
      orderNumber: '',
      orderDate: '',
      from: dateOf(calendarDateOf(session.office.clock.now())),
    }));
    this.taking = new FileTaking(session, {
      accept: ['.json'],
      maximumOctets: largestRuleSet,
      needs: 'nothing',
      take: (octets) => Promise.resolve(this.#read(octets)),
    });
  }

  /** Oldest first. */
  get held(): readonly HeldRow[] {
    const { station } = this.session;
    if (station === undefined) return [];
    const rows = station.heldRuleSets ?? [];
    return [
      { id: firstRuleSet, from: station.createdAt, isPresent: rows.length === 0 },
      ...rows.map(({ id, from, order, sha256Hex }, i) => {
        const names = heldFile(station, id)?.names;
        const isPresent = i === rows.length - 1;
        return { id, from, order, sha256Hex, isPresent, ...(names === undefined ? {} : { names }) };
      }),
    ];
  }

  /** Why the station passes to this set on no day; the form is not shown then. */
  get unfit(): SetRefusal | null {
    const { station } = this.session;
    return station === undefined || this.looked === undefined ? null : whySetUnfit(station, this.looked.file);
  }

  get differences(): readonly RuleDifference[] {
    const { station } = this.session;
    const after = station === undefined ? undefined : this.looked?.file.authorities[station.kind];
    return after === undefined ? [] : ruleSetDifferences(rulesOfStation(this.session), after);
  }

  /** Of the file's SHA-256, in the letters of the language. */
  get spoken(): string {
    const { looked, session } = this;
    const script = words.language === 'en' ? 'latin' : 'cyrillic';
    return looked === undefined ? '' : spokenDigest(session.office.sha256(looked.octets), script);
  }

  /** What will be true, as soon as a day is typed. */
  get sentence(): string | undefined {
    const from = parseTypedDate(this.typed.value.from);
    if (this.looked === undefined || !from.ok) return undefined;
    return words.t.ruleSet.willBeTrue(this.looked.file.names[words.language], dateOf(from.value.date));
  }

  errorOf(id: string): string | undefined {
    return this.errors.find(({ fieldId }) => fieldId === id)?.text;
  }

  async choose(): Promise<void> {
    if (this.taking.working || this.action.working) return;
    const looked = await this.taking.choose();
    if (looked === undefined && this.taking.action.error === undefined) return;
    this.looked = looked;
    this.action.clear();
    this.errors = [];
  }

  putAway(): void {
    this.looked = undefined;
    this.action.clear();
    this.errors = [];
  }

  async pass(): Promise<void> {
    const { looked, action, session, typed } = this;
    if (looked === undefined || action.working) return;
    action.clear();
    const command = this.#command(looked);
    if (command === undefined) return;
    const takeAway = typed.sent();
    const passed = await action.perform(() => session.office.acts.passToRuleSet(command));
    if (!passed.ok) return;
    takeAway();
    this.looked = undefined;
    const { names } = looked.file;
    action.say(() => words.t.ruleSet.passed(names[words.language], dateOf(command.from)));
  }

  /** Undefined when something typed is wrong: it is named beside its field, and nothing is sent. */
  #command({ octets, sha256Hex, file }: LookedAt) {
    const { orderNumber: number, orderDate, from } = this.typed.value;
    const [date, day] = [parseTypedDate(orderDate), parseTypedDate(from)];
    const { station, office } = this.session;
    if (!date.ok || !day.ok || station === undefined) {
      this.errors = [
        ...(number.trim() === '' ? [wrong({ type: 'OrderNumberMissing' })] : []),
        ...(date.ok ? [] : [{ fieldId: 'order-date', text: refusalText(date.error) }]),
        ...(day.ok ? [] : [{ fieldId: 'from', text: refusalText(day.error) }]),
      ];
      return undefined;
    }
    const passing = { from: day.value.date, order: { number, date: date.value.date } };
    const refusal = whyNotPassed(station, file, passing, calendarDateOf(office.clock.now()));
    this.errors = refusal === null ? [] : [wrong(refusal)];
    return refusal === null ? { octets, sha256Hex, ...passing } : undefined;
  }

  #read(octets: Uint8Array): Result<LookedAt, WordedRefusal> {
    const read = readRuleSet(octets);
    if (!read.ok) return read;
    return ok({ octets, file: read.value, sha256Hex: bytesToHex(this.session.office.sha256(octets)) });
  }
}

function wrong(refusal: PassingRefusal): FieldError {
  const fieldId = refusal.type === 'OrderNumberMissing' ? 'order-number' : 'from';
  return { fieldId, text: refusalText(refusal) };
}
